/** Carries out the slots that are due: reminders to who owes, the group message, the leader's summary. */
import type { Reading, Transact, Work } from '../../bot/delivery/work.ts';
import { countOwed } from '../../db/reports/rounds.ts';
import { recordRun } from '../../db/time/job-runs.ts';
import { type DueSlot, findDueSlots } from './due.ts';
import { findPromisesToSettle, settleEndedPromise } from './promises.ts';
import { remind, remindPiece } from './remind.ts';
import { findDirectivesWithRoundsToMake, makeRoundsOf } from './rounds.ts';
import { summarise } from './summarise.ts';

export type SlotDeps = {
  transact: Transact;
  /** The database as it stands now. */
  reading: () => Reading;
  /** Called after a slot was sent, with the number of platform requests. */
  onSent?: ((slot: DueSlot, messages: number) => void) | undefined;
};

/**
 * Makes the rounds that are due to be made. Then handles every promise that has run out and every slot due now, each in one transaction
 * with the note that it was handled. Returns how many were sent. One that fails holds up no other: it throws when all have had their
 * turn, and what failed is due again.
 */
export async function runDueSlots({ transact, reading, onSent }: SlotDeps): Promise<number> {
  const { tx, now } = reading();
  const failures: unknown[] = [];
  let sent = 0;
  const attempt = async (run: () => Promise<unknown>): Promise<void> => {
    await run().catch((error) => failures.push(error));
  };
  const lacking = await findDirectivesWithRoundsToMake({ reading });
  for (const id of lacking)
    await attempt(async () => {
      sent += await makeRoundsOf({ transact }, id);
    });
  const ended = await findPromisesToSettle(tx, now);
  for (const promise of ended)
    await attempt(async () => {
      if ((await transact((work) => settleEndedPromise(work, promise))) > 0) sent += 1;
    });
  const due = await findDueSlots(tx, now);
  for (const slot of due)
    await attempt(async () => {
      const inPieces = await remindInPieces({ transact, reading }, slot);
      const messages = await transact((work) => handle(work, slot, inPieces));
      if (messages === undefined) return;
      sent += 1;
      onSent?.(slot, messages);
    });
  const all = lacking.length + ended.length + due.length;
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${all} slots failed`);
  return sent;
}

/** Debts whose people are told in one transaction. */
const pieceLength = 500;

/**
 * Tells those who owe of a large round piece by piece, each in a transaction of its own. So nobody waits long for what is
 * locked, and one piece at a time is in memory. The slot is noted when all have been told; where that does not come about,
 * it is due again, and what was said is not said twice. Returns how many requests were written; undefined: it is small.
 */
async function remindInPieces(
  { transact, reading }: Pick<SlotDeps, 'transact' | 'reading'>,
  due: DueSlot,
): Promise<number | undefined> {
  if (due.job !== 'remind' || due.verdict === 'skip') return undefined;
  if ((await countOwed(reading().tx, due.round.id)) <= pieceLength) return undefined;
  let requests = 0;
  for (let after: number | undefined = 0; after !== undefined; ) {
    const from = after;
    after = await transact(async (work) => {
      const piece = await remindPiece(work, due, { after: from, most: pieceLength });
      requests += piece ? await work.say(piece.messages) : 0;
      return piece?.last;
    });
  }
  return requests;
}

async function handle(work: Work, due: DueSlot, inPieces: number | undefined): Promise<number | undefined> {
  const result = due.verdict === 'send' ? 'done' : 'skipped';
  const isFirst = await recordRun(work.tx, { name: due.job, period: due.period, result }, work.now);
  if (!isFirst || due.verdict === 'skip') return undefined;
  const messages = await (due.job === 'remind' ? remind(work, due, inPieces !== undefined) : summarise(work, due));
  // What staff get of those whom nothing reaches comes first, and is not counted as the slot's own.
  await work.say(messages.filter(({ kind }) => kind === 'calls'));
  return (inPieces ?? 0) + (await work.say(messages.filter(({ kind }) => kind !== 'calls')));
}
