/** Claims to the role of a unit's head, by a telephone number that somebody typed. None gives a right. */
import { and, asc, eq, isNull, lte, type SQL, sql } from 'drizzle-orm';
import type { AuditFact } from '../../core/audit/fact.ts';
import type { PendingClaim } from '../../core/roster/person.ts';
import { recordedClaim } from '../audit/people.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { accounts, roleClaims, units } from '../schema/tables.ts';
import { isUnderOrOwn } from './rights.ts';

export type NewClaim = { accountId: number; unitId: number; phone: string };

type ClaimFact = Extract<AuditFact, { kind: 'claim' }>;

/** Keeps a claim that waits for staff; returns what is to be recorded. Undefined where the same claim waits already. */
export async function makeClaim(db: Db, claim: NewClaim, now: Date): Promise<ClaimFact | undefined> {
  const [row] = await db
    .insert(roleClaims)
    .values({ ...claim, state: 'pending', askedAt: now })
    .onConflictDoNothing()
    .returning(recordedClaim);
  return row && { kind: 'claim', ...row };
}

const isPending = eq(roleClaims.state, 'pending');

const selectPending = (db: Db, which: SQL | undefined) =>
  db
    .select({
      id: roleClaims.id,
      unit: { id: units.id, code: units.code, name: units.name },
      name: accounts.name,
      phone: sql<string>`coalesce(${roleClaims.phone}, '')`,
      askedAt: roleClaims.askedAt,
      remindedAt: roleClaims.remindedAt,
    })
    .from(roleClaims)
    .innerJoin(accounts, eq(accounts.id, roleClaims.accountId))
    .innerJoin(units, eq(units.id, roleClaims.unitId))
    .where(and(isPending, which))
    .orderBy(asc(roleClaims.id));

/** The claims that wait for the staff of these offices, oldest first. */
export const findPendingClaims = (db: Db, officeIds: readonly number[]): Promise<PendingClaim[]> =>
  officeIds.length === 0 ? Promise.resolve([]) : selectPending(db, isUnderOrOwn(roleClaims.unitId, officeIds));

/** Every claim that waits, oldest first, and when staff were asked once more. */
export const listPendingClaims = (db: Db): Promise<(PendingClaim & { remindedAt: Date | null })[]> =>
  selectPending(db, undefined);

/** Claims that were made at `before` or earlier, of which staff were not reminded yet. */
export const findForgottenClaims = (db: Db, before: Date): Promise<PendingClaim[]> =>
  selectPending(db, and(isNull(roleClaims.remindedAt), lte(roleClaims.askedAt, before)));

/** Notes that staff were asked once more. */
export async function noteReminded(db: Db, id: number, now: Date): Promise<void> {
  await db.update(roleClaims).set({ remindedAt: now }).where(eq(roleClaims.id, id));
}

/** Whether an account waits for staff to say who its owner is. */
export async function isClaiming(db: Db, accountId: number): Promise<boolean> {
  return (await db.$count(roleClaims, and(isPending, eq(roleClaims.accountId, accountId)))) > 0;
}

/**
 * Decides a claim for the staff of these offices, once. Returns whose claim it was, and what is to be recorded; undefined
 * where none waits that they may decide.
 */
export async function settleClaim(
  db: Db,
  id: number,
  { officeIds, state, by }: { officeIds: readonly number[]; state: 'confirmed' | 'refused'; by: number },
  now: Date,
): Promise<{ accountId: number; unitId: number; fact: ClaimFact } | undefined> {
  const [row] = await db
    .update(roleClaims)
    .set({ state, phone: null, decidedAt: now, decidedBy: by })
    .where(and(eq(roleClaims.id, id), isPending, isUnderOrOwn(roleClaims.unitId, officeIds)))
    .returning(recordedClaim);
  return row && { accountId: row.account, unitId: row.unit, fact: { kind: 'claim', ...row } };
}

/** Ends the claims of accounts that still wait; returns what is to be recorded. */
export async function endClaims(db: Db, accountIds: readonly number[], now: Date): Promise<ClaimFact[]> {
  const rows = await db
    .update(roleClaims)
    .set({ state: 'ended', phone: null, decidedAt: now })
    .where(and(isPending, inArray(roleClaims.accountId, [0, ...accountIds])))
    .returning(recordedClaim);
  return rows.map((row) => ({ kind: 'claim', ...row }));
}
