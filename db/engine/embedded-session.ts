/** The session on the embedded database: the driver speaks to it in the server's own words, so that both are asked alike. */
import { Duplex } from 'node:stream';
import type { PGlite } from '@electric-sql/pglite';
import type { DatabaseLine } from './driver.ts';
import { beginSession, type Session, type SessionOptions } from './session.ts';
import { embeddedSettings } from './session-settings.ts';

/** The database in this process; what it is told and answers are messages of the server's protocol. */
export type Engine = Pick<PGlite, 'execProtocolRawStream'>;

/**
 * Each write of the driver holds whole messages. What the engine answers is copied: it stands in memory that is used again. It comes
 * when the write is over. At an answer in the middle of it the driver forgets what it says next (postgres 3.4.9).
 */
const lineTo = (engine: Engine): DatabaseLine => {
  const socket = new Duplex({
    read: () => {},
    write: (messages: Buffer, _encoding, done) => {
      const answers: Buffer[] = [];
      engine.execProtocolRawStream(messages, { onRawData: (answer) => answers.push(Buffer.from(answer)) }).then(() => {
        for (const answer of answers) socket.push(answer);
        done();
      }, done);
    },
    final: (done) => {
      socket.push(null);
      done();
    },
  });
  process.nextTick(() => socket.emit('connect'));
  // The driver takes leave of a socket that says so, and of no other.
  Object.assign(socket, { readyState: 'open' });
  return { socket, to: { user: 'postgres', database: 'postgres', ssl: false } };
};

/**
 * Opens the engine's session and sets it up. What a session before it has left behind, as a transaction or as a prepared statement, is
 * thrown away: the engine has one for its whole life.
 */
export async function openEmbeddedSession(
  engine: Engine,
  given: Omit<SessionOptions, 'role' | 'statementSeconds'>,
): Promise<Session> {
  const options = { ...given, role: 'work', statementSeconds: 0 };
  const { session, ready } = beginSession(lineTo(engine), options, Number.POSITIVE_INFINITY);
  options.onBegun?.(session);
  await session.run('rollback');
  await session.run('discard all');
  await session.run(`select set_config(name, value, false) from json_each_text($1::text::json) wanted(name, value)`, [
    JSON.stringify(embeddedSettings),
  ]);
  ready(() => Promise.resolve(false));
  return session;
}
