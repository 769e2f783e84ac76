/** Sessions on one database, shared among whoever has a statement or a transaction to run. */
import type postgres from 'postgres';
import type { DatabaseAddress } from './address.ts';
import type { Codecs } from './array-types.ts';
import { ConnectionLost } from './driver.ts';
import { type Engine, openEmbeddedSession } from './embedded-session.ts';
import { openSession, type Rows, type Session, type SessionOptions } from './session.ts';
import { createRecurring } from './statements/recurring.ts';

export type Pool = {
  /** What drizzle takes for the driver's client. */
  client: postgres.Sql;
  /** Gives what is under way a second to end, and ends every session. */
  close(): Promise<void>;
};

/** What a pool gives to each of its sessions. */
type Given = Required<Pick<SessionOptions, 'codecs' | 'isRecurring' | 'onSilent' | 'onBegun'>>;
type OpenSession = (given: Given) => Promise<Session>;

export type PoolOptions = Omit<SessionOptions, keyof Given> & { most: number };

/** What is said on a session: at once, or as rows that are lists. */
type Statement = Promise<Rows> & { values(): Promise<Rows> };
type Scope = {
  unsafe(text: string, parameters?: readonly unknown[]): Statement;
  savepoint<T>(work: (scope: Scope) => Promise<T>): Promise<T>;
};

/** Work under way gets so long to end when the pool closes, in milliseconds. */
const graceMs = 1000;

/** The pool of a server. It opens no session yet. */
export const createPool = (address: DatabaseAddress, { most, ...options }: PoolOptions): Pool =>
  poolOf((given) => openSession(address, { ...options, ...given }), most);

/** The pool of the embedded database, which has one session. */
export const createEmbeddedPool = (engine: Engine): Pool => poolOf((given) => openEmbeddedSession(engine, given), 1);

/** A session that ended is never used again: the next in need opens another. */
function poolOf(open: OpenSession, most: number): Pool {
  const codecs: Codecs = { parsers: {}, serializers: {} };
  const sessions = createSessions(open, most, codecs);
  const client = {
    options: codecs,
    unsafe: (text: string, parameters?: readonly unknown[]) =>
      statement((isRaw) => sessions.use((session) => session.run(text, parameters, isRaw))),
    begin: <T>(work: (scope: Scope) => Promise<T>) => sessions.use((session) => transaction(session, work)),
  };
  // Of the driver's client drizzle uses no more than this: node_modules/drizzle-orm/postgres-js/session.js.
  return { client: client as unknown as postgres.Sql, close: sessions.close };
}

/** A statement that runs once it is known whether its rows are wanted as lists. */
function statement(run: (isRaw: boolean) => Promise<Rows>): Statement {
  let isRaw = false;
  const rows = Promise.resolve().then(() => run(isRaw));
  const values = () => {
    isRaw = true;
    return rows;
  };
  return Object.assign(rows, { values });
}

/**
 * Runs work in a transaction. It is committed when the work resolves and no statement of it failed, even where the work
 * caught that failure: the server commits nothing then.
 */
async function transaction<T>(session: Session, work: (scope: Scope) => Promise<T>): Promise<T> {
  // Said in one breath with the first statement, which fails as well where this fails.
  const begun = session.run('begin');
  begun.catch(() => {});
  let savepoints = 0;
  const inScope = async <U>(task: (scope: Scope) => Promise<U>): Promise<U> => {
    let failure: { error: unknown } | undefined;
    let isOver = false;
    const scope: Scope = {
      unsafe: (text, parameters) => {
        const said = statement((isRaw) =>
          isOver
            ? Promise.reject(new Error('the transaction is over'))
            : session.run(text, parameters, isRaw).catch((error: unknown) => {
                failure ??= { error };
                throw error;
              }),
        );
        said.catch(() => {});
        return said;
      },
      savepoint: (part) => within(part, `s${savepoints++}`),
    };
    try {
      const result = await task(scope);
      if (failure) throw failure.error;
      return result;
    } finally {
      isOver = true;
    }
  };
  const within = async <U>(part: (scope: Scope) => Promise<U>, name: string): Promise<U> => {
    await session.run(`savepoint ${name}`);
    try {
      return await inScope(part);
    } catch (error) {
      await session.run(`rollback to ${name}`);
      throw error;
    }
  };
  try {
    const result = await inScope(work);
    await begun;
    await session.run('commit');
    return result;
  } catch (error) {
    // A session that cannot even go back is not used again.
    if (session.isOpen()) await session.run('rollback').catch(() => session.destroy('no rollback'));
    throw error;
  }
}

/** Lends sessions out, one to each piece of work, in the order in which they are asked for. */
function createSessions(open: OpenSession, most: number, codecs: Codecs) {
  const idle: Session[] = [];
  const lent = new Set<Session>();
  const isRecurring = createRecurring();
  /** Whoever waits because as many work as may. */
  const waiting: { goOn(): void; giveUp(error: Error): void }[] = [];
  let working = 0;
  let isClosing = false;
  let onLeave = (): void => {};

  /** What one line lost in silence, its idle neighbours have probably lost too: the next in need does not find out. */
  const dropIdle = () => {
    for (const session of idle.splice(0)) session.destroy('its neighbour was dead');
  };

  async function enter(): Promise<void> {
    if (isClosing) throw new ConnectionLost('the pool is closed');
    if (working >= most) return new Promise((goOn, giveUp) => waiting.push({ goOn, giveUp }));
    working += 1;
  }

  /** Leaves the place to who waits longest. */
  function leave(): void {
    const next = waiting.shift();
    if (!next) working -= 1;
    next?.goOn();
    onLeave();
  }

  async function take(): Promise<Session> {
    for (let session = idle.pop(); session; session = idle.pop()) if (session.isOpen()) return session;
    let begun: Session | undefined;
    const onBegun = (session: Session) => {
      begun = session;
      lent.add(session);
    };
    try {
      return await open({ codecs, isRecurring, onSilent: dropIdle, onBegun });
    } catch (error) {
      if (begun) lent.delete(begun);
      throw error;
    }
  }

  async function use<T>(work: (session: Session) => Promise<T>): Promise<T> {
    await enter();
    try {
      const session = await take();
      lent.add(session);
      try {
        return await work(session);
      } finally {
        lent.delete(session);
        if (isClosing) await session.end();
        else if (session.isOpen()) idle.push(session);
      }
    } finally {
      leave();
    }
  }

  async function close(): Promise<void> {
    isClosing = true;
    for (const { giveUp } of waiting.splice(0)) giveUp(new ConnectionLost('the pool is closed'));
    const ending = Promise.all(idle.splice(0).map((session) => session.end()));
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, graceMs);
      onLeave = () => {
        if (working > 0) return;
        clearTimeout(timer);
        resolve();
      };
      onLeave();
    });
    for (const session of lent) session.destroy('the pool is closed');
    await ending;
  }

  return { use, close };
}
