/** The driver, as one connection over a line of ours that does not come back. */
import { readFileSync } from 'node:fs';
import { connect as connectSocket } from 'node:net';
import type { Duplex } from 'node:stream';
import postgres from 'postgres';
import type { DatabaseAddress } from './address.ts';
import { arrayCodecs, type Codecs } from './array-types.ts';

/** The connection ended under a statement, or before it. */
export class ConnectionLost extends Error {
  readonly code = 'CONNECTION_LOST';
  constructor(why: string, cause?: unknown) {
    super(`the connection to PostgreSQL was lost (${why})`, { cause });
  }
}

/** A connection that is begun, and whose it is at the other end: options of the driver. */
export type DatabaseLine = { socket: Duplex; to: Readonly<Record<string, unknown>> };

/** A line on its way to the server. */
export function lineToServer(address: DatabaseAddress): DatabaseLine {
  const { host, port, user, password, database } = address;
  const path = `${host}/.s.PGSQL.${port}`;
  const isLocal = host.startsWith('/');
  const socket = isLocal ? connectSocket(path) : connectSocket({ host, port });
  return {
    socket: socket.setNoDelay(true).setKeepAlive(true, 10_000),
    to: {
      ...(isLocal ? { path } : { host, port }),
      user,
      database,
      ...(password !== undefined && { password }),
      ssl: sslOf(address),
    },
  };
}

type ClientOptions = {
  name: string;
  codecs?: Codecs | undefined;
  onNotify?: ((channel: string, payload: string) => void) | undefined;
  onClose: () => void;
};

/** A driver of one connection over our line. Asked for another connection, it gets none. */
export function openClient(
  { socket, to }: DatabaseLine,
  { name, codecs, onNotify, onClose }: ClientOptions,
): postgres.Sql {
  const connected = new Promise<Duplex>((resolve, reject) => {
    socket.once('connect', () => resolve(socket)).once('error', reject);
  });
  connected.catch(() => {});
  let isGiven = false;
  const options = {
    ...to,
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: 0,
    keep_alive: null,
    fetch_types: false,
    onnotice: () => {},
    onclose: onClose,
    ...(onNotify && { onnotify: onNotify }),
    connection: { application_name: name },
    socket: () => {
      if (isGiven) throw new ConnectionLost('the server closed it');
      isGiven = true;
      return connected;
    },
  };
  const client = postgres(options as unknown as postgres.Options<Record<string, never>>);
  Object.assign(client.options.parsers, arrayCodecs.parsers, codecs?.parsers);
  Object.assign(client.options.serializers, arrayCodecs.serializers, codecs?.serializers);
  return client;
}

/** What the modes mean: https://www.postgresql.org/docs/current/libpq-ssl.html#LIBPQ-SSL-PROTECTION */
function sslOf({ host, sslMode, sslRootCertificate }: DatabaseAddress): false | 'prefer' | object {
  if (sslMode === 'disable' || sslMode === 'prefer') return sslMode === 'prefer' && 'prefer';
  const ca = sslRootCertificate === undefined ? {} : { ca: readFileSync(sslRootCertificate) };
  if (sslMode === 'require') return { ...ca, rejectUnauthorized: sslRootCertificate !== undefined, ...withAnyName };
  return { ...ca, rejectUnauthorized: true, servername: host, ...(sslMode === 'verify-ca' && withAnyName) };
}

const withAnyName = { checkServerIdentity: () => undefined };
