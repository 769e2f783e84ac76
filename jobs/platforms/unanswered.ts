/** Pictures that somebody was asked about and never said what they are: kept as evidence, and told so once. */
import type { Work } from '../../bot/delivery/work.ts';
import { bodyOf } from '../../core/delivery/layout.ts';
import { isWorkingTime } from '../../core/time/calendar.ts';
import { lockPerson } from '../../db/conversation/conversations.ts';
import { findUnanswered, guessReportOf, settleUnanswered, type Unanswered } from '../../db/reports/unanswered.ts';
import { readCalendarOver } from '../../db/roster/offices.ts';
import { keptUnanswered } from '../../messages/chat/signed.ts';

/** How long a question about pictures waits for its answer (civil milliseconds): a day. */
const patienceMs = 86_400_000;

/**
 * Makes evidence of what nobody has answered for a day, and tells each sender where they sent it. It is not urgent, so it
 * waits for the hours of the office over the sender's unit. Returns how many requests were written.
 */
export async function keepUnanswered(work: Work): Promise<number> {
  const before = new Date(work.now.getTime() - patienceMs);
  let written = 0;
  for (const one of await findUnanswered(work.tx, before)) written += await settle(work, one, before);
  return written;
}

async function settle(
  { tx, now, say }: Work,
  { accountId, personId, since }: Unanswered,
  before: Date,
): Promise<number> {
  // Whoever answers at this moment is heard first, and then nothing is left to settle.
  if (personId !== null) await lockPerson(tx, personId);
  const report = personId === null ? undefined : await guessReportOf(tx, { personId, at: since });
  if (!isWorkingTime(now, report && (await readCalendarOver(tx, report.unit.id)))) return 0;
  const [first] = await settleUnanswered(tx, { accountId, before, obligationId: report?.id ?? null });
  if (first === undefined || !report) return 0;
  return say([
    {
      meaning: `attachment-${first}:unanswered`,
      recipient: { type: 'account', id: accountId },
      kind: 'receipt',
      body: bodyOf({ text: keptUnanswered(report, since) }),
    },
  ]);
}
