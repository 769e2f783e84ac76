/** What was kept long enough goes, in pieces; and what reached people after they were erased. */
import type { RetentionDays } from '../../bot/config/retention.ts';
import type { Transact, Work } from '../../bot/delivery/work.ts';
import { eraseSentMeanwhile, hasLeftovers } from '../../db/access/erased-person.ts';
import { closedErasure, dropErasure, openErasure } from '../../db/access/erasure.ts';
import { eraseOutdated, type Outdated } from '../../db/access/outdated.ts';
import { deleteExpiredSessions } from '../../db/access/web-sessions.ts';
import { forgetQuietSenders } from '../../db/conversation/sender-rates.ts';

/** Rows of each kind that one transaction takes: some hundredths of a second, so that nobody waits. */
const pieceSize = 500;
/** What one run takes at most; the next day takes the rest. */
const mostPieces = 200;

const dayMs = 86_400_000;

/** Days after which it is forgotten how fast somebody wrote: what they may write is full again within minutes. */
const quietDays = 1;

/** Takes what was sent to people who are erased; returns how many requests that were. */
export async function eraseLeftovers({ tx, now, record }: Work): Promise<number> {
  if (!(await hasLeftovers(tx))) return 0;
  const open = await openErasure(tx, { why: 'person', personId: null, by: null }, now);
  const erased = await eraseSentMeanwhile(tx, open, pieceSize);
  record(erased);
  return erased.requests;
}

/** How many rows of each kind went. */
export type Retained = {
  requests: number;
  messages: number;
  inbound: number;
  accounts: number;
  files: number;
  questions: number;
  sessions: number;
  senders: number;
};

/** Takes all that is outdated, one transaction a piece. What is interrupted goes on with the next run. */
export async function eraseOld({ transact }: { transact: Transact }, days: RetentionDays): Promise<Retained> {
  const total: Retained = {
    requests: 0,
    messages: 0,
    inbound: 0,
    accounts: 0,
    files: 0,
    questions: 0,
    sessions: 0,
    senders: 0,
  };
  for (let piece = 0; piece < mostPieces; piece += 1) {
    const taken = await transact((work) => erasePiece(work, days));
    for (const kind of Object.keys(total) as (keyof Retained)[]) total[kind] += taken[kind];
    if (Object.values(taken).every((count) => count === 0)) break;
  }
  return total;
}

async function erasePiece({ tx, now, machineNow, record }: Work, days: RetentionDays): Promise<Retained> {
  const since = (instant: Date, kept: number) => new Date(instant.getTime() - kept * dayMs);
  const before: Outdated = {
    ...(days.inbox > 0 && { inbox: since(now, days.inbox) }),
    ...(days.outbox > 0 && { outbox: since(now, days.outbox) }),
    ...(days.files > 0 && { files: since(now, days.files) }),
  };
  const sessions = days.sessions > 0 ? await deleteExpiredSessions(tx, since(machineNow, days.sessions), pieceSize) : 0;
  const senders = await forgetQuietSenders(tx, since(machineNow, quietDays), pieceSize);
  const open = await openErasure(tx, { why: 'retention', personId: null, by: null }, now);
  const erased = await eraseOutdated(tx, open, before, pieceSize);
  if (Object.values(erased).every((count) => count === 0)) await dropErasure(tx, open);
  else record(closedErasure(open, erased));
  return { ...erased, sessions, senders };
}
