import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { InviteFor } from '../../core/roster/people.ts';
import type { Db } from '../database.ts';
import { chunks } from '../engine/chunks.ts';
import { inArray } from '../engine/lists.ts';
import { invites, units } from '../schema/tables.ts';

/** Every instant of an invite is machine time. */
export type NewInvite = {
  hash: string;
  for: InviteFor;
  unitId?: number;
  personId?: number;
  createdAt: Date;
  createdBy?: number;
  expiresAt: Date;
};

/** An invite with the unit it is for. */
export type Invite = typeof invites.$inferSelect & {
  unitName: string | null;
  unitCode: string | null;
  unitKind: string | null;
};

/** Unused, unrevoked, unexpired. */
const isOpen = (machineNow: Date) =>
  and(isNull(invites.usedAt), isNull(invites.revokedAt), gt(invites.expiresAt, machineNow));

/** Adds invites; those that exist stay as they are. */
export async function createInvites(db: Db, rows: readonly NewInvite[]): Promise<void> {
  for (const piece of chunks(rows)) await db.insert(invites).values(piece).onConflictDoNothing();
}

/** The invites of codes' hashes, whatever their state. */
export async function findInvites(db: Db, hashes: string[]): Promise<Invite[]> {
  if (hashes.length === 0) return [];
  const rows = await db
    .select({ invite: invites, unitName: units.name, unitCode: units.code, unitKind: units.kind })
    .from(invites)
    .leftJoin(units, eq(units.id, invites.unitId))
    .where(inArray(invites.hash, hashes));
  return rows.map(({ invite, ...unit }) => ({ ...invite, ...unit }));
}

/** Which of these hashes belong to invites that are there and can no longer be used. */
export async function findSpentHashes(db: Db, hashes: string[], machineNow: Date): Promise<Set<string>> {
  if (hashes.length === 0) return new Set();
  const rows = await db
    .select({ hash: invites.hash })
    .from(invites)
    .where(and(inArray(invites.hash, hashes), sql`not ${isOpen(machineNow)}`));
  return new Set(rows.map(({ hash }) => hash));
}

/** An invite was not open any more when it was to be spent: another had it first, or it was revoked meanwhile. */
export class InviteGone extends Error {
  constructor(id: number) {
    super(`invite ${id} is not open any more`);
    this.name = 'InviteGone';
  }
}

/**
 * Spends an open invite for an account. Of several at once one wins. For the others it throws `InviteGone`, so that
 * nothing of their transaction stays; tried again, they find the invite used.
 */
export async function spendInvite(db: Db, id: number, accountId: number, machineNow: Date): Promise<void> {
  const spent = await db
    .update(invites)
    .set({ usedAt: machineNow, usedBy: accountId })
    .where(and(eq(invites.id, id), isOpen(machineNow)))
    .returning({ id: invites.id });
  if (spent.length === 0) throw new InviteGone(id);
}

/** Revokes the open invites of a unit, those for further accounts of a person, or the one with a code's hash; returns how many. */
export async function revokeInvites(
  db: Db,
  which: { unitId: number } | { personId: number } | { hash: string },
  machineNow: Date,
): Promise<number> {
  const those =
    'hash' in which
      ? eq(invites.hash, which.hash)
      : 'personId' in which
        ? eq(invites.personId, which.personId)
        : eq(invites.unitId, which.unitId);
  const revoked = await db
    .update(invites)
    .set({ revokedAt: machineNow })
    .where(and(those, isOpen(machineNow)))
    .returning({ id: invites.id });
  return revoked.length;
}
