import { eq } from 'drizzle-orm';
import type { Db } from './database.ts';
import { revokedLinks } from './schema.ts';

/** Makes a link worthless before it expires; `hash` is of its token, the instant machine time. */
export async function revokeLink(db: Db, hash: string, machineNow: Date): Promise<void> {
  await db.insert(revokedLinks).values({ hash, revokedAt: machineNow }).onConflictDoNothing();
}

export async function isLinkRevoked(db: Db, hash: string): Promise<boolean> {
  const rows = await db.select({ hash: revokedLinks.hash }).from(revokedLinks).where(eq(revokedLinks.hash, hash));
  return rows.length > 0;
}
