/** The folder of the embedded database and of what belongs to this installation: nobody else's, whoever made it. */
import { chmodSync, closeSync, constants, lstatSync, mkdirSync, openSync, readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

const hasOwners = process.platform !== 'win32';
const [ofFolder, ofFile] = [0o700, 0o600];

/** The longest path of a socket, in bytes, with some room: sun_path in unix(7) has 108. */
const longestSocketPath = 100;

/** The folder cannot be had for oneself. The message says why; it names no content. */
export class ForeignFolderError extends Error {}

/**
 * Makes a folder where it is missing, and takes it away from everybody but its owner, also one that was there before.
 * Throws `ForeignFolderError` where it belongs to somebody else, or is one that all share, like /tmp. From here on this
 * process makes files that only their owner reads. Returns the folder's real path.
 */
export function makePrivate(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: ofFolder });
  const real = realpathSync(folder);
  if (!hasOwners) return real;
  const { mode, uid } = lstatSync(real);
  if ((mode & constants.S_IFMT) !== constants.S_IFDIR) throw new ForeignFolderError('ENOTDIR');
  if ((mode & 0o1000) !== 0) throw new ForeignFolderError('shared folder');
  if (!isTrusted(uid)) throw new ForeignFolderError(`owner ${uid}`);
  if ((mode & 0o7777) !== ofFolder) chmodSync(real, ofFolder);
  process.umask(0o077);
  return real;
}

const isTrusted = (uid: number): boolean => {
  const self = process.geteuid?.();
  return self === undefined || self === 0 || uid === self;
};

/** Takes everything below a folder away from everybody but its owner. Links are left as they are and not followed. */
export function makeTreePrivate(folder: string): void {
  if (!hasOwners) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      makeTreePrivate(path);
      tighten(path, ofFolder);
    } else if (entry.isFile()) tighten(path, ofFile);
  }
  tighten(folder, ofFolder);
}

function tighten(path: string, mode: number): void {
  if ((lstatSync(path).mode & 0o777) !== mode) chmodSync(path, mode);
}

/** A file of a private folder that holds a secret: only its owner may read it, whatever it was made with. */
export function makeFilePrivate(path: string): void {
  if (hasOwners) tighten(path, ofFile);
}

/** Whether what stands at a path was put there by us or by root; false where nothing is. */
export function isOurs(path: string): boolean {
  if (!hasOwners) return true;
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found !== undefined && (found.uid === 0 || isTrusted(found.uid));
}

/** The path of a socket in a folder. Close it when the socket is no longer needed. */
export type SocketPath = { path: string; close(): void };

/**
 * Where a socket of a folder is bound and reached. A path that is too long for a socket is shortened by way of the open
 * folder, which Linux offers in /proc. Elsewhere it stays too long, and the system refuses it.
 */
export function socketIn(folder: string, name: string): SocketPath {
  const path = join(folder, name);
  if (process.platform !== 'linux' || Buffer.byteLength(path) <= longestSocketPath) return { path, close: () => {} };
  const open = openSync(folder, constants.O_RDONLY | constants.O_DIRECTORY);
  return { path: `/proc/self/fd/${open}/${name}`, close: () => closeSync(open) };
}
