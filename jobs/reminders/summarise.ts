/**
 * A slot for the summary: everybody who leads the issuer gets it, with the chart. After the deadline it comes each working
 * morning while a unit owes, and once more when none does. Those that fall together are one message.
 */
import { type RoundTold, readRoundSaying, saySummaries } from '../../bot/acts/talk/summaries.ts';
import type { Work } from '../../bot/delivery/work.ts';
import { isLastSummary } from '../../core/reminders/plan.ts';
import { groupedBy } from '../../core/roster/grouped.ts';
import { toIso } from '../../core/time/calendar.ts';
import { findHolders } from '../../db/roster/people.ts';
import { recordRun } from '../../db/time/job-runs.ts';
import type { DueSlot } from './due.ts';

/** What a leader is told of one round. */
type Told = RoundTold & { leader: number; meaning: string };

/** Says slots that fall together: one message for each leader, however many rounds it tells of. Returns how many requests were written. */
export async function summarise(work: Work, slots: readonly DueSlot[]): Promise<number> {
  const told: Told[] = [];
  for (const slot of slots) told.push(...(await tellOf(work, slot)));
  let written = 0;
  for (const [leader, parts] of groupedBy(told, (one) => one.leader)) {
    const meaning = parts.map((part) => part.meaning).join(' ');
    written += await saySummaries(work, { meaning, leader }, parts);
  }
  return written;
}

/** The summary of a slot, for each who leads the office. Its last is said once, whichever morning it falls on. */
async function tellOf(work: Work, { round, slot }: DueSlot): Promise<Told[]> {
  const { tx, now } = work;
  const leaders = await findHolders(tx, [round.issuerId], ['leader']);
  if (leaders.length === 0) return [];
  const of = { directive: round.directiveId, round: round.id };
  const saying = await readRoundSaying(work, of, (owing) => isLastSummary(slot, round, owing));
  const { isLast } = saying;
  const moved = round.extendedAt || round.amendedAt ? `${toIso(round.due)}:` : '';
  const meaning = `directive-${round.directiveId}:summary:${round.key}:${isLast ? 'last' : moved + slot.key}`;
  const told: Told[] = [];
  for (const { personId: leader } of leaders) {
    // A message that tells of several rounds has another meaning: what was the last is noted apart.
    const period = `round-${round.id}:${leader}`;
    const isSaid = isLast && !(await recordRun(tx, { name: 'last-summary', period, result: 'done' }, now));
    const part = { ...of, isLast };
    if (!isSaid) told.push({ leader, meaning, saying, part, about: { ...of, slot: slot.key } });
  }
  return told;
}
