import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { ok } from '../../core/result.ts';
import { toIso } from '../../core/time/calendar.ts';
import { makePrivate } from '../../db/engine/folders/private-folder.ts';
import { backupSentence as say } from '../../messages/terminal/backup.ts';
import { stagedName } from '../backup/staged-file.ts';
import { writeBackup } from '../backup/write.ts';
import { command } from './shape/command.ts';

/** `staged` is where the file lies until the command line moves it to where it was asked for. */
type BackedUp = { at: string; rows: number; staged: string; file?: string };

/** Writes a backup of the database; the service goes on meanwhile. */
export default command<BackedUp>({
  async run({ db, clock, config }) {
    const staged = join(makePrivate(config.dataDir), stagedName(randomBytes(6).toString('hex')));
    const { at, rows } = await writeBackup(db, staged, clock.machine());
    return ok({ at: toIso(at), rows, staged });
  },
  print: ({ at, rows, file }) => say.written(file ?? '', at, rows),
});
