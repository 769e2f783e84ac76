/** A file that a command made in the data folder, which the service may write to, on its way to where it was asked for. */
import { closeSync, constants, copyFileSync, fsyncSync, linkSync, openSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

const pattern = /^backup-[0-9a-f]+\.staged$/;

export const stagedName = (mark: string): string => `backup-${mark}.staged`;

/** Moves a staged file, over nothing that is there; throws where it cannot, and then the staged file is gone as well. */
export function moveStaged(staged: string, file: string): void {
  try {
    place(staged, file);
  } finally {
    rmSync(staged, { force: true });
  }
}

/**
 * Moves a file that is the only one of its kind, over nothing that is there. It stays where it is until it is on the disk in the
 * other place; false where it cannot be moved.
 */
export function moveKept(kept: string, file: string): boolean {
  try {
    place(kept, file);
    sync(file);
    sync(dirname(file));
  } catch {
    return false;
  }
  rmSync(kept, { force: true });
  return true;
}

function place(from: string, file: string): void {
  try {
    linkSync(from, file);
  } catch (error) {
    // Another disk, or one without links. The copy keeps the mode.
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw error;
    copyFileSync(from, file, constants.COPYFILE_EXCL);
  }
}

/** Waits until a file, or what a folder lists, is on the disk. */
export function sync(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Removes what command lines left that were killed. Call it where no command can be under way. */
export function removeStaged(folder: string): void {
  for (const name of readdirSync(folder)) if (pattern.test(name)) rmSync(join(folder, name), { force: true });
}
