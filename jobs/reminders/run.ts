/** Carries out the slots that are due: reminders to who owes, one message a person, the group message, the leader's summary. */
import type { Reading, Transact, Work } from '../../bot/delivery/work.ts';
import type { Superior } from '../../core/reminders/ladder.ts';
import { listOwedPieces } from '../../db/reports/rounds.ts';
import { keepGroupPost } from '../../db/talk/group-posts.ts';
import { writeNudges } from '../../db/talk/nudges.ts';
import { recordRun } from '../../db/time/job-runs.ts';
import { askForSubmissions } from '../consolidation/ask.ts';
import { type DueSlot, findDueSlots } from './due.ts';
import { inTurns } from './in-turns.ts';
import { sayNudges } from './nudges.ts';
import { findPromisesToSettle, settleEndedPromise } from './promises.ts';
import { listAbove, remind, remindAbove, remindPiece } from './remind.ts';
import { findDirectivesWithRoundsToMake, makeRoundsOf } from './rounds.ts';
import { summarise } from './summarise.ts';

export type SlotDeps = {
  transact: Transact;
  /** The database as it stands now. */
  reading: () => Reading;
  /** Called after a slot was sent, with the number of platform requests. */
  onSent?: ((slot: DueSlot, messages: number) => void) | undefined;
  /** When this process looked last (civil); absent: it has not yet. */
  lookedAt?: Date | undefined;
};

/** Requests that were written for slots, by round and slot. */
const keyOf = ({ round, slot }: { round: number; slot: string | null }): string => `${round} ${slot}`;

/**
 * Makes the rounds that are due to be made. Then it handles every promise that has run out and every slot due now, each in one
 * transaction with the note that it was handled. Last it tells each person in one message what all of them come to. Returns how
 * many were sent, at least 1 where anything was said. One that fails holds up no other: it throws when all have had their turn,
 * and what failed is due again.
 */
export async function runDueSlots({ transact, reading, onSent, lookedAt }: SlotDeps): Promise<number> {
  const { tx, now } = reading();
  const failures: unknown[] = [];
  const handled: Handled[] = [];
  let kept = 0;
  const attempt = async (run: () => Promise<unknown>): Promise<void> => {
    await run().catch((error) => failures.push(error));
  };
  const lacking = await findDirectivesWithRoundsToMake({ reading });
  for (const id of lacking)
    await attempt(async () => {
      kept += await makeRoundsOf({ transact }, id);
    });
  const ended = await findPromisesToSettle(tx, now);
  for (const promise of ended)
    await attempt(async () => {
      if ((await transact((work) => settleEndedPromise(work, promise))) > 0) kept += 1;
    });
  const due = await findDueSlots(tx, now, lookedAt);
  const isSummary = ({ job, verdict }: DueSlot): boolean => job === 'summarise' && verdict === 'send';
  for (const slot of due.filter((one) => !isSummary(one)))
    await attempt(async () => {
      const inPieces = await remindInPieces({ transact, reading }, slot);
      const messages = await transact((work) => handle(work, slot, inPieces));
      if (messages !== undefined) handled.push({ slot, messages });
    });
  await attempt(async () => handled.push(...(await sendSummaries(transact, due.filter(isSummary)))));
  // Whoever consolidates is asked in the morning, as others are reminded: in one message.
  if (due.some(({ job }) => job === 'remind')) await attempt(() => transact(askForSubmissions));
  const said = new Map<string, number>();
  await attempt(() => sayNudges(transact, (about, n) => said.set(keyOf(about), (said.get(keyOf(about)) ?? 0) + n)));
  for (const { slot, messages } of handled) {
    const own = slot.job === 'remind' ? (said.get(keyOf({ round: slot.round.id, slot: slot.slot.key })) ?? 0) : 0;
    onSent?.(slot, messages + own);
  }
  const all = lacking.length + ended.length + due.length;
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${all} slots failed`);
  return Math.max(handled.length + kept, said.size > 0 ? 1 : 0);
}

type Handled = { slot: DueSlot; messages: number };

/** Summaries that fall together are one message a leader. Where they fail together, each is tried alone: one holds up no other. */
async function sendSummaries(transact: Transact, due: readonly DueSlot[]): Promise<Handled[]> {
  if (due.length === 0) return [];
  const send = (slots: readonly DueSlot[]): Promise<Handled[]> =>
    transact(async (work) => {
      const first: DueSlot[] = [];
      for (const slot of slots) {
        const run = { name: slot.job, period: slot.period, result: 'done' } as const;
        if (await recordRun(work.tx, run, work.now)) first.push(slot);
      }
      const messages = await summarise(work, first);
      return first.map((slot, at) => ({ slot, messages: at === 0 ? messages : 0 }));
    });
  try {
    return await send(due);
  } catch (error) {
    if (due.length === 1) throw error;
  }
  const alone = await Promise.allSettled(due.map((slot) => send([slot])));
  const failures = alone.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  if (failures.length === due.length) throw new AggregateError(failures, 'no summary could be sent');
  return alone.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
}

/** Debts whose people are seen to in one transaction. */
const pieceLength = 500;

/**
 * Keeps what those are to be reminded of who owe of a large round, piece by piece, each in a transaction of its own. So nobody
 * waits long for what is locked, and two pieces at most are in memory. The slot is noted when all are kept; where that does not
 * come about, it is due again, and nothing is kept twice. Returns whether it was done: a small round is not.
 */
async function remindInPieces(
  { transact, reading }: Pick<SlotDeps, 'transact' | 'reading'>,
  due: DueSlot,
): Promise<boolean> {
  if (due.job !== 'remind' || due.verdict === 'skip') return false;
  const pieces = await listOwedPieces(reading().tx, due.round.id, pieceLength);
  if (pieces.length <= 1) return false;
  await inTurns(pieces, (piece, turn) =>
    transact(async (work) => {
      const nudges = await remindPiece(work, due, piece);
      await turn();
      await writeNudges(work.tx, nudges, work.now);
    }),
  );
  for (const told of inLots(await listAbove(reading(), due)))
    await transact((work) => remindAbove(work, due, told, false));
  return true;
}

/** Those above in lots with about as many debts as a piece has: all that one person is told is written at once. */
function inLots(above: readonly Superior[]): Superior[][] {
  const lots: Superior[][] = [];
  let room = 0;
  for (const one of above) {
    if (room <= 0) {
      lots.push([]);
      room = pieceLength;
    }
    lots.at(-1)?.push(one);
    room -= one.debts.length;
  }
  return lots;
}

async function handle(work: Work, due: DueSlot, isInPieces: boolean): Promise<number | undefined> {
  const result = due.verdict === 'send' ? 'done' : 'skipped';
  const isFirst = await recordRun(work.tx, { name: due.job, period: due.period, result }, work.now);
  if (!isFirst || due.verdict === 'skip') return undefined;
  const { messages, nudges, posts } = await remind(work, due, isInPieces);
  await writeNudges(work.tx, nudges, work.now);
  if (!isInPieces) await remindAbove(work, due, await listAbove(work, due), true);
  const written = await work.say(messages);
  for (const { meaning, post } of posts) await keepGroupPost(work.tx, meaning, post);
  return written;
}
