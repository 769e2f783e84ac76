import { fail, ok } from '../../core/result.ts';
import { toIso } from '../../core/time/calendar.ts';
import { beginRestoredEpoch, readEpoch } from '../../db/time/epochs.ts';
import { backupSentence as say } from '../../messages/terminal/backup.ts';
import { restoreBackup } from '../backup/restore.ts';
import { rememberEpoch } from '../process/epoch-memory.ts';
import { command } from './shape/command.ts';

/** `held`: how many requests waited then. They do not go out before staff say so. */
type RestoredDocument = { at: string; rows: number; held: number };

/** Puts a backup into the database while no service runs. */
export default command<RestoredDocument>({
  async run({ db, clock, config }, { args, options }) {
    const file = args[0] ?? '';
    const replaces = options.replace === true;
    let held = 0;
    const restored = await restoreBackup(db, file, { replaces }, async (tx, { at }) => {
      held = await beginRestoredEpoch(tx, at, clock.machine());
    });
    if (!restored.ok) return fail(say[restored.error](file));
    const { at, rows } = restored.value;
    const epoch = await readEpoch(db);
    if (epoch) rememberEpoch(config, epoch);
    return ok({ at: toIso(at), rows, held });
  },
  print: ({ at, rows, held }) => say.restored(at, rows, held),
});
