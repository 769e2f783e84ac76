import type { Db } from '../database.ts';
import { civilClock } from '../schema/tables.ts';

/**
 * The anchor of a rehearsal's clock: at the machine instant `real` it was `simulated`. `speed` civil seconds pass in a
 * real one.
 */
type StoredAnchor = { simulated: Date; real: Date; speed: number };

/** The anchor that the service wrote last; undefined in real life. */
export async function readAnchor(db: Db): Promise<StoredAnchor | undefined> {
  const { simulated, real, speed } = civilClock;
  const [row] = await db.select({ simulated, real, speed }).from(civilClock);
  return row;
}

/** Replaces the anchor. Only the service writes it: every process without its own follows it. */
export async function writeAnchor(db: Db, anchor: StoredAnchor): Promise<void> {
  await db
    .insert(civilClock)
    .values({ id: 1, ...anchor })
    .onConflictDoUpdate({ target: civilClock.id, set: anchor });
}
