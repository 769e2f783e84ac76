/**
 * Who leads: the process that has the database's lock. Leadership and its sessions are had and lost together. Who lost them
 * takes them again (serve.ts).
 */
import { ok, type Result } from '../../core/result.ts';
import type { OpenFailure } from '../../db/engine/open-failure.ts';
import type { Config } from '../config/environment.ts';
import { type LockedDatabase, openLocked, placeOf } from '../process/database.ts';

export type Leadership = {
  database: LockedDatabase;
  /** Resolves with the reason when this process may lead no longer. */
  lost: Promise<string>;
  /** Gives leadership and the database up. */
  release(): Promise<void>;
};

/** How long to wait for a predecessor that is just ending, in milliseconds. */
const lockWaitMs = 2000;

/** Waits for leadership; fails where another process keeps it, or the database cannot be had. */
export async function takeLeadership(
  config: Pick<Config, 'database' | 'dataDir'>,
): Promise<Result<Leadership, OpenFailure>> {
  const locked = await openLocked(placeOf(config), lockWaitMs);
  if (!locked.ok) return locked;
  const database = locked.value;
  return ok({ database, lost: database.lost, release: () => database.close() });
}
