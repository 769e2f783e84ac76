/** What is taken when a person is erased, and what is sent to them meanwhile. */
import { and, eq, isNotNull, isNull, not, or, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import {
  accounts,
  attachments,
  conversations,
  groupMembers,
  inbox,
  messages,
  outbox,
  people,
} from '../schema/tables.ts';
import { eraseQuestionsOf } from './erased-questions.ts';
import {
  closedErasure,
  type ErasureFact,
  eraseFiles,
  eraseInbound,
  eraseMessages,
  eraseRequests,
  isPendingMessage,
  isScan,
  type OpenErasure,
} from './erasure.ts';

/** Whose data is erased: a person with all their accounts, or an account alone. */
export type Erased = { personId: number | null; accounts: { id: number; channel: string; address: string }[] };

const idsOf = ({ accounts: all }: Erased): number[] => all.map(({ id }) => id);

/** The messages to somebody. */
const isTo = (whose: Erased): SQL | undefined =>
  or(
    and(eq(messages.recipientType, 'account'), inArray(messages.recipientId, [0, ...idsOf(whose)])),
    whose.personId === null
      ? undefined
      : and(eq(messages.recipientType, 'person'), eq(messages.recipientId, whose.personId)),
  );

/** Requests that say what was said to somebody alone. */
const isRequestTo = (db: Db, whose: Erased): SQL | undefined =>
  inArray(outbox.messageId, db.select({ id: messages.id }).from(messages).where(isTo(whose)));

/** What somebody wrote, in a chat of their own or in a group. */
const isBy = (whose: Erased): SQL | undefined =>
  or(
    inArray(inbox.accountId, [0, ...idsOf(whose)]),
    ...whose.accounts.map(({ channel, address }) =>
      and(sql`${inbox.channel} = ${channel}`, sql`${inbox.inbound} -> 'from' ->> 'address' = ${address}`),
    ),
  );

/** All at once: one person has some thousands of rows at most. */
const all = 1_000_000;

/**
 * Takes all that was said by and to somebody, and their names and addresses. Requests that are under way are left to
 * `eraseSentMeanwhile`. Reports and scans stay with their unit.
 */
export async function erasePersonalData(db: Db, open: OpenErasure, whose: Erased, now: Date): Promise<ErasureFact> {
  const ids = [0, ...idsOf(whose)];
  const requests = await eraseRequests(db, open, isRequestTo(db, whose), all);
  await eraseMessages(db, open, isTo(whose), all);
  const inbound = await eraseInbound(db, open, isBy(whose), all);
  const own = inArray(attachments.accountId, ids);
  const files = await eraseFiles(db, open, and(own, not(isScan(db))), all);
  await db.update(attachments).set({ name: null, reference: '' }).where(own);
  for (const { address } of whose.accounts) await db.delete(groupMembers).where(eq(groupMembers.address, address));
  await db
    .update(accounts)
    .set({ address: sql`'erased-' || ${accounts.id}`, name: '', personId: null, state: 'blocked', erasedIn: open.id })
    .where(inArray(accounts.id, ids));
  if (whose.personId !== null) {
    await eraseQuestionsOf(db, whose.personId);
    await db.delete(conversations).where(eq(conversations.personId, whose.personId));
    await db
      .update(people)
      .set({ name: '', phone: null, preferredChannel: null, erasedAt: now })
      .where(eq(people.id, whose.personId));
  }
  return closedErasure(open, { requests, inbound, files });
}

/** Messages to people and accounts that are erased: they were under way, or told of the erasure itself. */
const isToErased = (db: Db): SQL | undefined =>
  or(
    and(
      eq(messages.recipientType, 'account'),
      inArray(messages.recipientId, db.select({ id: accounts.id }).from(accounts).where(isNotNull(accounts.erasedIn))),
    ),
    and(
      eq(messages.recipientType, 'person'),
      inArray(messages.recipientId, db.select({ id: people.id }).from(people).where(isNotNull(people.erasedAt))),
    ),
  );

/** Whether something waits for `eraseSentMeanwhile`. */
export async function hasLeftovers(db: Db): Promise<boolean> {
  const rows = await db
    .select({ id: messages.id })
    .from(messages)
    .where(and(isNull(messages.erasedIn), isToErased(db), not(isPendingMessage)))
    .limit(1);
  return rows.length > 0;
}

/** Takes what has been sent meanwhile to people who are erased; returns what is to be recorded. */
export async function eraseSentMeanwhile(db: Db, open: OpenErasure, limit: number): Promise<ErasureFact> {
  const those = db.select({ id: messages.id }).from(messages).where(isToErased(db));
  const requests = await eraseRequests(db, open, inArray(outbox.messageId, those), limit);
  await eraseMessages(db, open, and(isToErased(db), not(isPendingMessage)), limit);
  return closedErasure(open, { requests, inbound: 0, files: 0 });
}
