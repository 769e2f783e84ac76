/** Whoever consolidates is asked once a day whether what is in shall go up. */
import type { Work } from '../../bot/delivery/work.ts';
import { readPart } from '../../bot/facts/consolidation/parts.ts';
import { askForSubmission } from '../../core/consolidation/ask.ts';
import { bodyOf } from '../../core/delivery/layout.ts';
import type { Message } from '../../core/delivery/message.ts';
import { isWorkingTime } from '../../core/time/calendar.ts';
import { findParts } from '../../db/consolidation/parts.ts';
import { findHolders } from '../../db/roster/people.ts';
import { recordRun } from '../../db/time/job-runs.ts';
import { submissionAsked } from '../../messages/chat/consolidation/part.ts';

/** Asks about each part that waits, once a day; returns how many requests were written. */
export async function askForSubmissions(work: Work): Promise<number> {
  const { tx, now, say } = work;
  if (!isWorkingTime(now)) return 0;
  let written = 0;
  for (const key of await findParts(tx, now)) {
    const part = await readPart(work, key);
    const ask = part && askForSubmission(part, now);
    if (!part || !ask) continue;
    const period = `round-${key.round}:${key.unit}:${ask.key}`;
    if (!(await recordRun(tx, { name: 'ask-for-submission', period, result: 'done' }, now))) continue;
    const holders = await findHolders(tx, [key.unit], ['head', 'delegate']);
    written += await say(
      holders.map(
        ({ personId }): Message => ({
          meaning: `directive-${key.directive}:${part.unit.code}:submission:${period}`,
          about: { directive: key.directive, unit: key.unit, round: key.round },
          recipient: { type: 'person', id: personId },
          kind: 'reminder',
          body: bodyOf(submissionAsked(part, now)),
        }),
      ),
    );
  }
  return written;
}
