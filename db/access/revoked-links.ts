import type { AuditFact } from '../../core/audit/fact.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { directiveLinkRevocations, revokedLinks } from '../schema/tables.ts';

/** Makes a link worthless before it expires; `hash` is what it is known by. Returns what is to be recorded. */
export async function revokeLink(db: Db, hash: string, machineNow: Date): Promise<AuditFact[]> {
  const revoked = await db
    .insert(revokedLinks)
    .values({ hash, revokedAt: machineNow })
    .onConflictDoNothing()
    .returning({ hash: revokedLinks.hash, atMachine: revokedLinks.revokedAt });
  return revoked.map((row) => ({ kind: 'revoked-link', ...row }));
}

/** Makes all links to a directive's content worthless that were made up to now. Returns what is to be recorded. */
export async function revokeLinksOf(db: Db, directiveId: number, machineNow: Date): Promise<AuditFact> {
  const revokedAt = machineNow;
  const [row] = await db
    .insert(directiveLinkRevocations)
    .values({ directiveId, revokedAt })
    .onConflictDoUpdate({ target: directiveLinkRevocations.directiveId, set: { revokedAt } })
    .returning({ id: directiveLinkRevocations.directiveId, atMachine: directiveLinkRevocations.revokedAt });
  if (!row) throw new Error('an upsert returned no row');
  return { kind: 'revoked-links', ...row };
}

/** Whether a link was revoked under any of the hashes that it is known by. */
export async function isLinkRevoked(db: Db, hashes: string[]): Promise<boolean> {
  const rows = await db
    .select({ hash: revokedLinks.hash })
    .from(revokedLinks)
    .where(inArray(revokedLinks.hash, hashes));
  return rows.length > 0;
}
