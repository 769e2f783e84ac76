import { fail, ok, type Result } from '../../core/result.ts';
import { parseAddress } from './address.ts';
import { lockPrivateFolder } from './folders/folder-lock.ts';
import { makePrivate } from './folders/private-folder.ts';
import type { DatabasePlace } from './open.ts';
import { connectionFailure, folderFailure, type OpenFailure, placeName } from './open-failure.ts';
import type { Session } from './session.ts';

/** One process has the database for itself. `lost` resolves with the reason if the lock drops without `release`. */
export type ServiceLock = {
  release(): Promise<void>;
  lost: Promise<string>;
  /** Calls the listener whenever another process says that it has left work (db/conversation/wake.ts). */
  onWake(listener: () => void): void;
};

const advisoryKey = 7_305_061_002;

/** On which other processes say that something was queued or kept; the holder of the lock listens. */
export const wakeChannel = 'chidao_work';

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
const heartbeatMs = 5_000;

/**
 * A session-level lock on a session of its own: it lives exactly as long as that session. One that this process held
 * before, on a line that died unnoticed, is ended: the server would keep it for hours.
 */
async function lockPostgres(url: string, patience?: AbortSignal): Promise<Result<ServiceLock, OpenFailure>> {
  const address = parseAddress(url);
  if (!address.ok) return fail({ type: 'unreachable', where: placeName(url), why: address.error.type });
  const { applicationName, openSession } = await import('./session.ts');
  let session: Session;
  let isHeld = false;
  let wake = (): void => {};
  try {
    session = await openSession(address.value, {
      role: 'lock',
      statementSeconds: patience ? 0 : 10,
      onNotify: () => wake(),
    });
    await session.run(
      `select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and application_name = $1
       and datname = current_database()`,
      [applicationName('lock')],
    );
    isHeld = patience ? await waitIn(session, patience) : await tryIn(session);
    if (isHeld) await session.run(`listen ${wakeChannel}`);
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
  const onWake = (listener: () => void) => {
    wake = listener;
  };
  return ok({ release, lost, onWake });
}

async function tryIn(session: Session): Promise<boolean> {
  const [row] = await session.run(`select pg_try_advisory_lock(${advisoryKey}) as held`);
  return row?.held === true;
}

/** The server tells as soon as the lock is free. False where it is not waited for any longer. */
async function waitIn(session: Session, patience: AbortSignal): Promise<boolean> {
  const giveUp = () => session.destroy('the lock is not waited for any longer');
  if (patience.aborted) return false;
  patience.addEventListener('abort', giveUp, { once: true });
  try {
    await session.run(`select pg_advisory_lock(${advisoryKey})`);
    return true;
  } catch (error) {
    if (patience.aborted) return false;
    throw error;
  } finally {
    patience.removeEventListener('abort', giveUp);
  }
}

/** Waits in the server's own queue until the lock of the service is free; for PostgreSQL alone. Fails once it is aborted. */
export const awaitServiceLock = (url: string, patience: AbortSignal): Promise<Result<ServiceLock, OpenFailure>> =>
  lockPostgres(url, patience);

/**
 * Ends every session of the process that holds the lock of the service: it has been silent for too long. What it was writing
 * is taken back, and it finds its lock lost when it comes to. Returns whether there was one.
 */
export async function endHolder(url: string): Promise<boolean> {
  const address = parseAddress(url);
  if (!address.ok) return false;
  const { openSession } = await import('./session.ts');
  const session = await openSession(address.value, { role: 'takeover', statementSeconds: 10 });
  try {
    const ended = await session.run(`
      with holder as (
        select split_part(a.application_name, ' ', 3) as mark from pg_locks l join pg_stat_activity a on a.pid = l.pid
        where l.locktype = 'advisory' and l.granted and a.datname = current_database()
          and (l.classid::bigint << 32 | l.objid::bigint) = ${advisoryKey})
      select pg_terminate_backend(a.pid) from pg_stat_activity a join holder h
        on a.application_name like 'chidao %' and split_part(a.application_name, ' ', 3) = h.mark
      where a.datname = current_database() and a.pid <> pg_backend_pid()`);
    return ended.length > 0;
  } finally {
    await session.end();
  }
}

/** The lock on the embedded database's folder, which is made private first. */
async function lockFolder(dataDir: string): Promise<Result<ServiceLock, OpenFailure>> {
  try {
    const release = await lockPrivateFolder(makePrivate(dataDir));
    if (!release) return fail({ type: 'taken', where: dataDir });
    return ok({ release, lost: new Promise<string>(() => {}), onWake: () => {} });
  } catch (error) {
    return fail(folderFailure(dataDir, error));
  }
}
