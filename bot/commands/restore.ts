import { fail, ok } from '../../core/result.ts';
import { toIso } from '../../core/time/calendar.ts';
import { backupSentence as say } from '../../messages/terminal/backup.ts';
import { restoreBackup } from '../backup/restore.ts';
import { command } from './command.ts';

type RestoredDocument = { at: string; rows: number };

/** Puts a backup into the database while no service runs. */
export default command<RestoredDocument>({
  async run({ db }, { args, options }) {
    const file = args[0] ?? '';
    const replaces = options.replace === true;
    const restored = await restoreBackup(db, file, { replaces }, async () => {});
    if (!restored.ok) return fail(say[restored.error](file));
    const { at, rows } = restored.value;
    return ok({ at: toIso(at), rows });
  },
  print: ({ at, rows }) => say.restored(at, rows),
});
