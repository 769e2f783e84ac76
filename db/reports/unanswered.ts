/** Files that their sender was asked about and said nothing of, and how many somebody sent. */
import { and, desc, eq, gte, lte, min, sql } from 'drizzle-orm';
import type { UnitRef } from '../../core/roster/person.ts';
import type { Db } from '../database.ts';
import { inArray, notInArray } from '../engine/lists.ts';
import { accounts, attachments, obligations, rounds, unitRoles, units } from '../schema/tables.ts';

/** Whoever did not answer what their files are. `personId` is null where the account is nobody's any more. */
export type Unanswered = { accountId: number; personId: number | null; since: Date };

/** The accounts with files that were asked about and came before `before`; `since`: when the oldest of these came. */
export async function findUnanswered(db: Db, before: Date): Promise<Unanswered[]> {
  const rows = await db
    .select({ accountId: accounts.id, personId: accounts.personId, since: min(attachments.receivedAt) })
    .from(attachments)
    .innerJoin(accounts, eq(accounts.id, attachments.accountId))
    .where(and(eq(attachments.use, 'asked'), lte(attachments.receivedAt, before)))
    .groupBy(accounts.id, accounts.personId)
    .orderBy(accounts.id);
  return rows.flatMap(({ since, ...row }) => (since === null ? [] : [{ ...row, since }]));
}

/** Makes evidence of what an account was asked about and sent before `before`. Returns the ids. Call with its person locked. */
export async function settleUnanswered(
  db: Db,
  { accountId, before, obligationId }: { accountId: number; before: Date; obligationId: number | null },
): Promise<number[]> {
  const rows = await db
    .update(attachments)
    .set({ use: 'evidence', obligationId })
    .where(and(eq(attachments.accountId, accountId), eq(attachments.use, 'asked'), lte(attachments.receivedAt, before)))
    .returning({ id: attachments.id });
  return rows.map(({ id }) => id).sort((a, b) => a - b);
}

/**
 * The report that a file is of, as well as can be told without its sender. Of those that the person answers for, it is the
 * one that was open when the file came, not excused, and asked for last. Undefined where the person answers for none.
 */
export async function guessReportOf(
  db: Db,
  { personId, at }: { personId: number; at: Date },
): Promise<{ id: number; unit: UnitRef } | undefined> {
  const wasOpen = sql`(${rounds.closesAt} is null or ${rounds.closesAt} > ${at.toISOString()}::timestamptz)`;
  const [row] = await db
    .select({ id: obligations.id, unit: { id: units.id, code: units.code, name: units.name } })
    .from(obligations)
    .innerJoin(rounds, eq(rounds.id, obligations.roundId))
    .innerJoin(units, eq(units.id, obligations.unitId))
    .innerJoin(unitRoles, eq(unitRoles.unitId, obligations.unitId))
    .where(
      and(
        eq(unitRoles.personId, personId),
        inArray(unitRoles.role, ['head', 'delegate']),
        eq(unitRoles.state, 'agreed'),
        sql`${unitRoles.to} is null`,
        lte(rounds.opensAt, at),
      ),
    )
    .orderBy(desc(wasOpen), desc(sql`${obligations.state} <> 'excused'`), desc(rounds.opensAt), desc(obligations.id))
    .limit(1);
  return row;
}

/** How many files of a person's came since `since` (civil time) and were taken, whatever became of them later. */
export async function countTaken(db: Db, personId: number, since: Date): Promise<number> {
  const own = db.select({ id: accounts.id }).from(accounts).where(eq(accounts.personId, personId));
  return db.$count(
    attachments,
    and(
      inArray(attachments.accountId, own),
      notInArray(attachments.state, ['offered', 'declined']),
      gte(attachments.receivedAt, since),
    ),
  );
}
