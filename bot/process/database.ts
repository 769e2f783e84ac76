import { ok, type Result } from '../../core/result.ts';
import { type DatabasePlace, type OpenedDatabase, openDatabase } from '../../db/engine/open.ts';
import type { OpenFailure } from '../../db/engine/open-failure.ts';
import { lockService, type ServiceLock } from '../../db/engine/service-lock.ts';
import { databaseSentence as say } from '../../messages/terminal/database.ts';
import type { Config } from '../config/environment.ts';

/** A database that this process may write to as the only service. `lost` resolves with the reason if the lock drops. */
export type LockedDatabase = OpenedDatabase & Pick<ServiceLock, 'lost' | 'onWake'>;

/** Where the configuration says the database is. */
export const placeOf = (config: Pick<Config, 'database' | 'dataDir'>): DatabasePlace => ({
  url: config.database.url,
  dataDir: config.dataDir,
});

/** The sentence for a database that cannot be used. */
export function sayOpenFailure(failure: OpenFailure): string {
  switch (failure.type) {
    case 'encoding':
      return say.encoding(failure.where, failure.encoding);
    case 'settings':
      return say.settings(failure.where, failure.names);
    case 'taken':
    case 'pooler':
      return say[failure.type](failure.where);
    default:
      return say[failure.type](failure.where, failure.why);
  }
}

/**
 * Locks, opens and migrates the database for one process alone; `waitMs` is how long to wait for another to end. Closing
 * it frees the lock last.
 */
export async function openLocked(place: DatabasePlace, waitMs: number): Promise<Result<LockedDatabase, OpenFailure>> {
  const lock = await lockService(place, waitMs);
  return lock.ok ? openUnder(lock.value, place) : lock;
}

/** Opens and migrates the database under a lock that is held; frees the lock when closed, or at once where it fails. */
export async function openUnder(lock: ServiceLock, place: DatabasePlace): Promise<Result<LockedDatabase, OpenFailure>> {
  const opened = await openDatabase(place);
  if (!opened.ok) {
    await lock.release();
    return opened;
  }
  const closeAll = async () => {
    await opened.value.close();
    await lock.release();
  };
  let closing: Promise<void> | undefined;
  const close = () => {
    closing ??= closeAll();
    return closing;
  };
  return ok({ ...opened.value, close, lost: lock.lost, onWake: lock.onWake });
}
