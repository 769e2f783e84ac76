/**
 * One session on a database: a connection that is set up before it is used, whose every statement has a deadline, and
 * that ends for good when its connection ends.
 *
 * The driver keeps a pool of connections that come back. In postgres 3.4.9 what is still said on a connection that ended
 * throws from a timer and ends the process, or reaches the session that replaced it. A rollback is said so. Therefore
 * each driver here has one connection, and nothing is said on it once it has ended.
 */
import { randomBytes } from 'node:crypto';
import type postgres from 'postgres';
import type { DatabaseAddress } from './address.ts';
import type { Codecs } from './array-types.ts';
import { ConnectionLost, type DatabaseLine, lineToServer, openClient } from './driver.ts';
import { failureReason } from './open-failure.ts';
import { checkedWhileWaiting, lacking, optionalSettings, sessionSettings } from './session-settings.ts';
import { createPlanning } from './statements/plan.ts';
import type { IsRecurring } from './statements/recurring.ts';
import { UnfitSession } from './unfit-session.ts';

/** The rows of a statement, and what it was. */
export type Rows = postgres.RowList<postgres.Row[]>;

export type Session = {
  isOpen(): boolean;
  /**
   * Runs one statement; `isRaw` gives rows as lists. Rejects with `ConnectionLost` when the connection ends meanwhile, and
   * then nobody knows whether the statement was carried out.
   */
  run(text: string, parameters?: readonly unknown[], isRaw?: boolean): Promise<Rows>;
  /** Resolves with the reason when the connection has ended. */
  ended: Promise<string>;
  /** Takes leave of the server; waits half a second at most. */
  end(): Promise<void>;
  /** Ends the connection at once. What is under way rejects. */
  destroy(why: string): void;
};

export type SessionOptions = {
  /** What the session is for, as the server's list of sessions shows it. */
  role: string;
  /** How long the server works on one statement, in seconds; 0: as long as it takes. */
  statementSeconds: number;
  codecs?: Codecs | undefined;
  /** Called at each notification of what the session listens to. */
  onNotify?: (channel: string, payload: string) => void;
  /** Which statements are prepared; absent: none. */
  isRecurring?: IsRecurring;
  /** Called when the server has forgotten the session, or cannot be reached: others of its age may be dead too. */
  onSilent?: () => void;
  /** Called with the session before it is set up, so that it can be ended while it waits for the server. */
  onBegun?: (session: Session) => void;
};

/** Tells the sessions of this process from those of all others, in the server's list. */
const processMark = randomBytes(5).toString('hex');
export const applicationName = (role: string): string => `chidao ${role} ${processMark}`;

/** A tick is counted only while this process runs: a process that was stopped does not take its lines for dead. */
const tickMs = 500;
/** A statement without an answer for so long has the server asked, over another connection, whether it works on it. */
const silentTicks = 5_000 / tickMs;
/** How long that question may take, and how long opening a connection may: all in all less than 10 s. */
const probeTicks = 4_000 / tickMs;
const openTicks = 9_000 / tickMs;
/** Leave is taken for so long at most. */
const leaveMs = 500;

/** Opens a session on a server and sets it up; rejects with the driver's error, `ConnectionLost` or `UnfitSession`. */
export async function openSession(address: DatabaseAddress, options: SessionOptions): Promise<Session> {
  const { session, ready } = beginSession(lineToServer(address), options, openTicks);
  options.onBegun?.(session);
  const pid = await setUp(session, options);
  ready(() => isForgotten(address, pid, options));
  return session;
}

/** A session that is not set up. Until it is `ready` it ends when nobody has answered for `patience` ticks. */
export function beginSession(line: DatabaseLine, options: SessionOptions, patience: number) {
  const { socket } = line;
  let why: string | undefined;
  let isForgottenByServer: (() => Promise<boolean>) | undefined;
  const pending = new Set<(error: Error) => void>();
  let end = (_reason: string): void => {};
  const ended = new Promise<string>((resolve) => {
    end = resolve;
  });
  const lose = (reason: string, cause?: unknown) => {
    if (why !== undefined) return;
    why = reason;
    clearInterval(watch);
    socket.destroy();
    for (const reject of pending) reject(new ConnectionLost(reason, cause));
    end(reason);
  };
  const { role, codecs, onNotify } = options;
  const onClose = () => lose('the server closed it');
  const client = openClient(line, { name: applicationName(role), codecs, onNotify, onClose });
  socket.once('error', (error) => lose(failureReason(error), error)).once('close', onClose);

  let silent = 0;
  const watch = setInterval(() => {
    silent = pending.size === 0 ? 0 : silent + 1;
    if (!isForgottenByServer && silent >= patience) lose('no answer');
    if (!isForgottenByServer || silent !== silentTicks) return;
    isForgottenByServer().then((isForgotten) => {
      // An answer that came meanwhile has set the count back.
      if (silent < silentTicks) return;
      silent = 0;
      if (!isForgotten) return;
      lose('no answer');
      options.onSilent?.();
    });
  }, tickMs).unref();

  const planning = createPlanning();
  const run = (text: string, parameters: readonly unknown[] = [], isRaw = false): Promise<Rows> => {
    if (why !== undefined) return Promise.reject(new ConnectionLost(why));
    const prepare = options.isRecurring?.(text, parameters.length) === true;
    const setting = planning.before(text);
    // In one breath with the statement, which fails as well where this fails.
    if (setting !== undefined) client.unsafe(setting).catch(() => {});
    const query = client.unsafe(text, [...parameters] as never[], { prepare });
    return new Promise<Rows>((resolve, reject) => {
      pending.add(reject);
      const settled = () => {
        silent = 0;
        pending.delete(reject);
      };
      (isRaw ? query.values() : query).then(
        (rows) => {
          settled();
          resolve(rows as Rows);
        },
        (error: unknown) => {
          settled();
          reject(error);
        },
      );
    });
  };
  const session: Session = {
    isOpen: () => why === undefined,
    run,
    ended,
    destroy: (reason) => lose(reason),
    end: async () => {
      if (why === undefined) await Promise.race([client.end({ timeout: leaveMs / 1000 }), ended]);
      lose('ended');
    },
  };
  const ready = (ask: () => Promise<boolean>) => {
    isForgottenByServer = ask;
  };
  return { session, ready };
}

/** Sets what the product relies on, and refuses a session on which that does not last. Returns its process. */
async function setUp(session: Session, { statementSeconds }: SessionOptions): Promise<number> {
  const wanted = sessionSettings(statementSeconds);
  try {
    const [about, set] = await Promise.all([
      session.run(`select pg_backend_pid() as pid, current_setting('server_encoding') as encoding`),
      session.run(
        `select s.name, set_config(s.name, w.value, false) from json_each_text($1::text::json) w(name, value)
         join pg_settings s on lower(s.name) = lower(w.name)`,
        [JSON.stringify({ ...wanted, ...optionalSettings })],
      ),
      session.run(checkedWhileWaiting).catch(() => undefined),
    ]);
    const pid = Number(about[0]?.pid);
    // The driver learns the process when it connects. A pooler gives a number of its own.
    if ((about as { state?: { pid?: number } }).state?.pid !== pid) throw new UnfitSession({ type: 'pooler' });
    const encoding = String(about[0]?.encoding);
    if (encoding !== 'UTF8') throw new UnfitSession({ type: 'encoding', encoding });
    const names = lacking(
      wanted,
      set.map((row) => String(row.name)),
    );
    if (names.length > 0) throw new UnfitSession({ type: 'settings', names });
    return pid;
  } catch (error) {
    await session.end();
    throw error;
  }
}

/**
 * Asks over another connection whether the server still works for the process. One that waits for us while we wait for it
 * is ended there too, so that its locks are free. No answer counts as forgotten.
 */
async function isForgotten(address: DatabaseAddress, pid: number, { role, statementSeconds }: SessionOptions) {
  const { session } = beginSession(lineToServer(address), { role: `probe ${role}`, statementSeconds }, probeTicks);
  try {
    const rows = await session.run(
      `select state = 'active' as works, state <> 'active' and pg_terminate_backend(pid) as is_ended
       from pg_stat_activity where pid = $1 and application_name = $2`,
      [pid, applicationName(role)],
    );
    return rows[0]?.works !== true;
  } catch {
    return true;
  } finally {
    session.destroy('asked');
  }
}
