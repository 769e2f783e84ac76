/** The address of a PostgreSQL database, read from the forms in which `DATABASE_URL` is written. */
import { userInfo } from 'node:os';
import { fail, ok, type Result } from '../../core/result.ts';

/** How a connection is encrypted, in libpq's words: https://www.postgresql.org/docs/current/libpq-ssl.html */
export type SslMode = 'disable' | 'prefer' | 'require' | 'verify-ca' | 'verify-full';

export type DatabaseAddress = {
  /** A name or an IP address; or the folder of a Unix socket, which begins with a stroke. */
  host: string;
  port: number;
  user: string;
  password?: string;
  database: string;
  sslMode: SslMode;
  /** A file of certificates that the server's must lead to; absent: those of the system. */
  sslRootCertificate?: string;
};

/** Why an address is refused. It holds names of options only, because values may be secret. */
export type AddressFault =
  | { type: 'no-address' }
  /** User or password hold a character that stands for something else in an address. */
  | { type: 'unescaped' }
  | { type: 'several-hosts' }
  | { type: 'unknown-option'; option: string }
  | { type: 'unsupported-value'; option: string };

type Parts = { user: string; password: string; host: string; port: string; database: string };
type Draft = Parts & { sslMode: SslMode; sslRootCertificate?: string };

/** What `sslmode` and the older `ssl` may say. */
const sslModes: Record<string, SslMode> = {
  disable: 'disable',
  false: 'disable',
  allow: 'prefer',
  prefer: 'prefer',
  require: 'require',
  true: 'require',
  'verify-ca': 'verify-ca',
  'verify-full': 'verify-full',
};

/** Options that ask for nothing beyond what is done anyway, with the values for which that is so. */
const harmless: Record<string, readonly string[]> = {
  channel_binding: ['disable', 'prefer'],
  gssencmode: ['disable', 'prefer'],
  target_session_attrs: ['any'],
  sslnegotiation: ['postgres'],
  client_encoding: ['UTF8', 'utf8', 'UTF-8', 'utf-8', 'auto'],
};

const withText = (name: keyof Parts) => (draft: Draft, value: string) => ({ ...draft, [name]: value });
const withSsl = (draft: Draft, value: string): Draft | undefined => {
  const sslMode = sslModes[value];
  return sslMode && { ...draft, sslMode };
};

/** What each option does to the address; undefined: not with this value. */
const options = new Map<string, (draft: Draft, value: string) => Draft | undefined>([
  ['host', withText('host')],
  ['port', withText('port')],
  ['user', withText('user')],
  ['password', withText('password')],
  ['dbname', withText('database')],
  ['sslmode', withSsl],
  ['ssl', withSsl],
  ['sslrootcert', (draft, value) => (value === 'system' ? draft : { ...draft, sslRootCertificate: value })],
  // The product sets both itself.
  ['application_name', (draft) => draft],
  ['connect_timeout', (draft) => draft],
  ...Object.entries(harmless).map(([name, values]): [string, (draft: Draft, value: string) => Draft | undefined] => [
    name,
    (draft, value) => (values.includes(value) ? draft : undefined),
  ]),
]);

const shape = /^postgres(?:ql)?:\/\/([^/?]*)(?:\/([^?]*))?(?:\?(.*))?$/i;
/** User and password, a host or an IPv6 address in brackets, a port. */
const authorityShape = /^(?:([^:@]*)(?::([^@]*))?@)?(\[[0-9a-fA-F:.]+\]|[^:[\]]*)(?::(\d*))?$/;

/**
 * Reads an address. An option after the question mark wins over what stands before it, as in libpq. What is not
 * understood is refused: another server than the one that was meant must never be tried.
 */
export function parseAddress(url: string): Result<DatabaseAddress, AddressFault> {
  try {
    return parse(url);
  } catch (error) {
    // What follows a percent sign is no UTF-8.
    if (error instanceof URIError) return fail({ type: 'unescaped' });
    throw error;
  }
}

function parse(url: string): Result<DatabaseAddress, AddressFault> {
  const rest = url.replace(/^[^/]*\/\//, '');
  const [, authority = '', path = '', query = ''] = shape.exec(url) ?? [];
  if (!/^postgres(?:ql)?:\/\//i.test(url) || rest === '') return fail({ type: 'no-address' });
  const isTorn = /[#\s\\]/.test(url) || /%(?![0-9a-fA-F]{2})/.test(url);
  if (isTorn || `${path}?${query}`.includes('@') || authority.split('@').length > 2) return fail({ type: 'unescaped' });
  const found = authorityShape.exec(authority);
  if (authority.split('@').at(-1)?.includes(',')) return fail({ type: 'several-hosts' });
  if (!found) return fail({ type: authority.includes('@') ? 'no-address' : 'unescaped' });
  const [user = '', password = '', host = '', port = ''] = found.slice(1).map((part) => decodeURIComponent(part ?? ''));
  const draft: Draft = { user, password, host, port, database: decodeURIComponent(path), sslMode: 'disable' };
  const complete = withOptions(draft, query);
  return complete.ok ? addressOf(complete.value) : complete;
}

function withOptions(first: Draft, query: string): Result<Draft, AddressFault> {
  let draft = first;
  for (const pair of query.split('&').filter((text) => text !== '')) {
    const [option = '', value = ''] = pair.split(/=(.*)/s).map(decodeURIComponent);
    const apply = options.get(option);
    if (!apply) return fail({ type: 'unknown-option', option });
    const next = apply(draft, value);
    if (!next) return fail({ type: 'unsupported-value', option });
    draft = next;
  }
  return ok(draft);
}

function addressOf(draft: Draft): Result<DatabaseAddress, AddressFault> {
  if (draft.host.includes(',') || draft.port.includes(',')) return fail({ type: 'several-hosts' });
  const port = draft.port === '' ? 5432 : Number(draft.port);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return fail({ type: 'unsupported-value', option: 'port' });
  const user = draft.user || userInfo().username;
  return ok({
    host: draft.host.replace(/^\[(.*)\]$/, '$1') || 'localhost',
    port,
    user,
    ...(draft.password && { password: draft.password }),
    database: draft.database || user,
    sslMode: draft.sslMode,
    ...(draft.sslRootCertificate && { sslRootCertificate: draft.sslRootCertificate }),
  });
}

/** Host, port and name of a database: what may be shown of its address. */
export const shownAddress = ({ host, port, database }: DatabaseAddress): string => `${host}:${port}/${database}`;
