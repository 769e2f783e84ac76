/**
 * A slot for the summary: everybody who leads the issuer gets it, with the chart. After the deadline it comes each working
 * morning while a unit owes, and once more when none does. Those that fall together are one message.
 */
import { askOfBlocked } from '../../bot/acts/talk/blocked.ts';
import type { Work } from '../../bot/delivery/work.ts';
import { readSummaryForecast } from '../../bot/facts/forecast/summary-forecast.ts';
import { bodyOf } from '../../core/delivery/layout.ts';
import type { Message, Subject } from '../../core/delivery/message.ts';
import { isLastSummary } from '../../core/reminders/plan.ts';
import { groupedBy } from '../../core/roster/grouped.ts';
import { toIso } from '../../core/time/calendar.ts';
import { readDecisionsNeeded } from '../../db/figures/decisions.ts';
import { readSummary } from '../../db/figures/summary.ts';
import { findHolders } from '../../db/roster/people.ts';
import { recordRun } from '../../db/time/job-runs.ts';
import { chartOf } from '../../messages/chat/papers-in-chat.ts';
import { type SummarySaying, summariesOf } from '../../messages/chat/reminders/summaries.ts';
import type { DueSlot } from './due.ts';

/** What a leader is told of one round. */
type Told = { leader: number; meaning: string; about: Subject; saying: SummarySaying; isLast: boolean };

/** The messages of slots that fall together: one for each leader, however many rounds it tells of. */
export async function summarise(work: Work, slots: readonly DueSlot[]): Promise<Message[]> {
  const told: Told[] = [];
  for (const slot of slots) told.push(...(await tellOf(work, slot)));
  return [...groupedBy(told, ({ leader }) => leader).values()].flatMap((parts) => together(parts) ?? []);
}

/** The summary of a slot, for each who leads the office. Its last is said once, whichever morning it falls on. */
async function tellOf(work: Work, { round, slot }: DueSlot): Promise<Told[]> {
  const { tx, now } = work;
  const leaders = await findHolders(tx, [round.issuerId], ['leader']);
  if (leaders.length === 0) return [];
  const known = await readSummary(tx, round.directiveId, now, round.id);
  const summary = { ...known, forecast: await readSummaryForecast(work, known) };
  const { reporting, reported, excused } = summary.units;
  const isLast = isLastSummary(slot, round, reporting - reported - excused);
  const waiting = await readDecisionsNeeded(tx, round.directiveId);
  const decisions = { ...waiting, blocked: await askOfBlocked(work, round.directiveId) };
  const moved = round.extendedAt || round.amendedAt ? `${toIso(round.due)}:` : '';
  const meaning = `directive-${round.directiveId}:summary:${round.key}:${isLast ? 'last' : moved + slot.key}`;
  const ofRound = { meaning, about: { directive: round.directiveId, round: round.id, slot: slot.key }, isLast };
  const saying = { summary, decisions, isLast, now };
  const told: Told[] = [];
  for (const { personId: leader } of leaders) {
    // A message that tells of several rounds has another meaning: what was the last is noted apart.
    const period = `round-${round.id}:${leader}`;
    const isSaid = isLast && !(await recordRun(tx, { name: 'last-summary', period, result: 'done' }, now));
    if (!isSaid) told.push({ leader, saying, ...ofRound });
  }
  return told;
}

function together(parts: readonly Told[]): Message | undefined {
  const [first, ...more] = parts;
  if (!first) return undefined;
  const attachments = [...new Set(parts.map(({ saying }) => saying.summary.directive.id))].map(chartOf);
  return {
    meaning: more.length === 0 ? first.meaning : parts.map(({ meaning }) => meaning).join(' '),
    ...(more.length === 0 && { about: first.about }),
    recipient: { type: 'person', id: first.leader },
    kind: 'summary',
    body: bodyOf({ ...summariesOf(parts.map(({ saying }) => saying)), attachments }),
  };
}
