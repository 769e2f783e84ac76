import { inArray } from 'drizzle-orm';
import type { AuditFact } from '../../core/audit/fact.ts';
import type { Db } from '../database.ts';
import { revokedLinks } from '../schema/tables.ts';

/** Makes a link worthless before it expires; `hash` is what it is known by. Returns what is to be recorded. */
export async function revokeLink(db: Db, hash: string, machineNow: Date): Promise<AuditFact[]> {
  const revoked = await db
    .insert(revokedLinks)
    .values({ hash, revokedAt: machineNow })
    .onConflictDoNothing()
    .returning({ hash: revokedLinks.hash, atMachine: revokedLinks.revokedAt });
  return revoked.map((row) => ({ kind: 'revoked-link', ...row }));
}

/** Whether a link was revoked under any of the hashes that it is known by. */
export async function isLinkRevoked(db: Db, hashes: string[]): Promise<boolean> {
  const rows = await db
    .select({ hash: revokedLinks.hash })
    .from(revokedLinks)
    .where(inArray(revokedLinks.hash, hashes));
  return rows.length > 0;
}
