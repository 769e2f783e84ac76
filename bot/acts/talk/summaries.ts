/** Summaries to leaders: of one round, or of several in one message. */
import { bodyOf } from '../../../core/delivery/layout.ts';
import type { Message, Subject } from '../../../core/delivery/message.ts';
import { readDecisionsNeeded } from '../../../db/figures/decisions.ts';
import { readSummary } from '../../../db/figures/summary.ts';
import { keepSummaryParts, type SummaryPart, withdrawSummariesOf } from '../../../db/talk/summary-parts.ts';
import { chartOf } from '../../../messages/chat/papers-in-chat.ts';
import { type SummarySaying, summariesOf } from '../../../messages/chat/reminders/summaries.ts';
import type { Work } from '../../delivery/work.ts';
import { readSummaryForecast } from '../../facts/forecast/summary-forecast.ts';
import { askOfBlocked } from './blocked.ts';

/** What a summary of a round says as things stand; `isLast` asks how many units still owe, to say whether another follows. */
export async function readRoundSaying(
  work: Work,
  { directive, round }: Pick<SummaryPart, 'directive' | 'round'>,
  isLast: (owing: number) => boolean,
): Promise<SummarySaying> {
  const known = await readSummary(work.tx, directive, work.now, { roundId: round });
  const { reporting, reported, excused } = known.units;
  const summary = { ...known, forecast: await readSummaryForecast(work, known) };
  const waiting = await readDecisionsNeeded(work.tx, directive);
  const decisions = { ...waiting, blocked: await askOfBlocked(work, directive) };
  return { summary, decisions, isLast: isLast(reporting - reported - excused), now: work.now };
}

/** A round as it is summed up to a leader. */
export type RoundTold = { saying: SummarySaying; part: SummaryPart; about: Subject };

/** Says rounds in one message, with their charts; returns how many requests were written. */
export async function saySummaries(
  work: Work,
  { meaning, leader }: { meaning: string; leader: number },
  told: readonly RoundTold[],
): Promise<number> {
  const [first, ...more] = told;
  if (!first) return 0;
  const attachments = [...new Set(told.map(({ part }) => part.directive))].map(chartOf);
  const message: Message = {
    meaning,
    ...(more.length === 0 && { about: first.about }),
    recipient: { type: 'person', id: leader },
    kind: 'summary',
    body: bodyOf({ ...summariesOf(told.map(({ saying }) => saying)), attachments }),
  };
  const written = await work.say([message]);
  if (more.length > 0)
    await keepSummaryParts(
      work.tx,
      { meaning, person: leader },
      told.map(({ part }) => part),
    );
  return written;
}

/** What waits to sum up several rounds speaks no more of a directive that is over: the others are summed up anew. */
export async function dropFromSummaries(work: Work, directiveId: number, reason: string): Promise<number> {
  let written = 0;
  for (const { meaning, person, rest } of await withdrawSummariesOf(work.tx, directiveId, { reason, now: work.now })) {
    const told: RoundTold[] = [];
    for (const part of rest)
      told.push({
        part,
        saying: await readRoundSaying(work, part, () => part.isLast),
        about: { directive: part.directive, round: part.round },
      });
    written += await saySummaries(work, { meaning: `${meaning} without ${directiveId}`, leader: person }, told);
  }
  return written;
}
