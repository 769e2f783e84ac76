/** A file that a command made in the data folder, which the service may write to, on its way to where it was asked for. */
import { constants, copyFileSync, linkSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const pattern = /^backup-[0-9a-f]+\.staged$/;

export const stagedName = (mark: string): string => `backup-${mark}.staged`;

/** Moves a staged file, over nothing that is there; throws where it cannot, and then the staged file is gone as well. */
export function moveStaged(staged: string, file: string): void {
  try {
    try {
      linkSync(staged, file);
    } catch (error) {
      // Another disk, or one without links. The copy keeps the mode.
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw error;
      copyFileSync(staged, file, constants.COPYFILE_EXCL);
    }
  } finally {
    rmSync(staged, { force: true });
  }
}

/** Removes what command lines left that were killed. Call it where no command can be under way. */
export function removeStaged(folder: string): void {
  for (const name of readdirSync(folder)) if (pattern.test(name)) rmSync(join(folder, name), { force: true });
}
