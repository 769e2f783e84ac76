import { eq } from 'drizzle-orm';
import type { AuditFact } from '../../core/audit/fact.ts';
import type { Db } from '../database.ts';
import { revokedLinks } from '../schema/tables.ts';

/** Makes a link worthless before it expires; `hash` is that of its token. Returns what is to be recorded. */
export async function revokeLink(db: Db, hash: string, machineNow: Date): Promise<AuditFact[]> {
  const revoked = await db
    .insert(revokedLinks)
    .values({ hash, revokedAt: machineNow })
    .onConflictDoNothing()
    .returning({ hash: revokedLinks.hash, atMachine: revokedLinks.revokedAt });
  return revoked.map((row) => ({ kind: 'revoked-link', ...row }));
}

/** Whether the link whose token has this hash was revoked. */
export async function isLinkRevoked(db: Db, hash: string): Promise<boolean> {
  const rows = await db.select({ hash: revokedLinks.hash }).from(revokedLinks).where(eq(revokedLinks.hash, hash));
  return rows.length > 0;
}
