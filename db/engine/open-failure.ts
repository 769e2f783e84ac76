import { parseAddress, shownAddress } from './address.ts';
import { ForeignFolderError } from './folders/private-folder.ts';
import { UnfitSession } from './unfit-session.ts';

/** Why there is no database. `where` never holds a password; `why` is the driver's own words. */
export type OpenFailure =
  | { type: 'unreachable'; where: string; why: string }
  | { type: 'refused'; where: string; why: string }
  | { type: 'encoding'; where: string; encoding: string }
  | { type: 'migration'; where: string; why: string }
  | { type: 'unreadable'; where: string; why: string }
  /** Sessions do not last behind a pooler of connections. */
  | { type: 'pooler'; where: string }
  /** The server does not know settings that the product relies on. */
  | { type: 'settings'; where: string; names: string[] }
  /** The folder belongs to somebody else, or to all. */
  | { type: 'foreign'; where: string; why: string }
  /** Another process has it for itself. */
  | { type: 'taken'; where: string };

/** Host, port and name of a database: what may be shown of its address. */
export function placeName(url: string): string {
  const address = parseAddress(url);
  return address.ok ? shownAddress(address.value) : 'PostgreSQL';
}

/** The innermost cause of an error, in its own words. */
export function failureReason(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return failureReason(error.errors[0]);
  if (error instanceof Error) return error.cause ? failureReason(error.cause) : error.message;
  return String(error);
}

/** SQLSTATE classes with which a server that was reached turns a client away: authorisation, no such database. */
const turnsAway = /^(28|3D)/;

/** What a failed first query means. */
export function connectionFailure(url: string, error: unknown): OpenFailure {
  const where = placeName(url);
  if (error instanceof UnfitSession) return { ...error.fault, where };
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return { type: turnsAway.test(code) ? 'refused' : 'unreachable', where, why: failureReason(error) };
}

/** What it means that a folder could not be used. */
export function folderFailure(where: string, error: unknown): OpenFailure {
  return { type: error instanceof ForeignFolderError ? 'foreign' : 'unreadable', where, why: failureReason(error) };
}
