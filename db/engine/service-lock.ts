import { fail, ok, type Result } from '../../core/result.ts';
import { parseAddress } from './address.ts';
import { lockPrivateFolder } from './folder-lock.ts';
import type { DatabasePlace } from './open.ts';
import { connectionFailure, folderFailure, type OpenFailure, placeName } from './open-failure.ts';
import { makePrivate } from './private-folder.ts';
import type { Session } from './session.ts';

/** One process has the database for itself. `lost` resolves with the reason if the lock drops without `release`. */
export type ServiceLock = { release(): Promise<void>; lost: Promise<string> };

const advisoryKey = 7_305_061_002;

/**
 * Takes the lock of the service, waiting at most `waitMs` for a holder that is about to end. The operating system or the
 * database server frees it when the process dies, also by kill -9. The embedded database must not be opened without it:
 * two processes on one folder destroy each other's rows without a word.
 */
export async function lockService(place: DatabasePlace, waitMs = 0): Promise<Result<ServiceLock, OpenFailure>> {
  for (let waited = 0; ; waited += 100) {
    const lock = await (place.url ? lockPostgres(place.url) : lockFolder(place.dataDir));
    if (lock.ok || lock.error.type !== 'taken' || waited >= waitMs) return lock;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The lock's session is asked so often whether it lives, in milliseconds. Its own deadline tells where no answer comes. */
const heartbeatMs = 2_000;

/**
 * A session-level lock on a session of its own: it lives exactly as long as that session. One that this process held
 * before, on a line that died unnoticed, is ended: the server would keep it for hours.
 */
async function lockPostgres(url: string): Promise<Result<ServiceLock, OpenFailure>> {
  const address = parseAddress(url);
  if (!address.ok) return fail({ type: 'unreachable', where: placeName(url), why: address.error.type });
  const { applicationName, openSession } = await import('./session.ts');
  let session: Session;
  let isHeld = false;
  try {
    session = await openSession(address.value, { role: 'lock', statementSeconds: 10 });
    await session.run(
      `select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and application_name = $1
       and datname = current_database()`,
      [applicationName('lock')],
    );
    const [row] = await session.run(`select pg_try_advisory_lock(${advisoryKey}) as held`);
    isHeld = row?.held === true;
  } catch (error) {
    return fail(connectionFailure(url, error));
  }
  if (!isHeld) {
    await session.end();
    return fail({ type: 'taken', where: placeName(url) });
  }
  const heartbeat = setInterval(() => void session.run('select 1').catch(() => {}), heartbeatMs).unref();
  let isReleased = false;
  const lost = session.ended.then((why) => {
    clearInterval(heartbeat);
    return isReleased ? new Promise<string>(() => {}) : why;
  });
  const release = async () => {
    isReleased = true;
    await session.end();
  };
  return ok({ release, lost });
}

/** The lock on the embedded database's folder, which is made private first. */
async function lockFolder(dataDir: string): Promise<Result<ServiceLock, OpenFailure>> {
  try {
    const release = await lockPrivateFolder(makePrivate(dataDir));
    if (!release) return fail({ type: 'taken', where: dataDir });
    return ok({ release, lost: new Promise<string>(() => {}) });
  } catch (error) {
    return fail(folderFailure(dataDir, error));
  }
}
