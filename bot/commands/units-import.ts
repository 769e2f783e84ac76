import { ok } from '../../core/result.ts';
import { commandSentence as say } from '../../messages/terminal/command.ts';
import { rosterPage } from '../../messages/terminal/roster.ts';
import { importRoster, type RosterOutcome } from '../acts/import-roster.ts';
import { command } from './shape/command.ts';

type Outcome = RosterOutcome & { isDryRun: boolean };

/** Brings a file into the roster. Bad rows are all named, nothing is written then, and only a dry run ends well. */
export default command<Outcome>({
  async run({ db, clock }, { options, file }) {
    const isDryRun = options['dry-run'] === true;
    const allowTwins = options['allow-twins'] === true;
    const sheet = typeof options.sheet === 'string' ? options.sheet : undefined;
    const outcome = await importRoster(db, file?.bytes ?? '', clock.civil(), { isDryRun, allowTwins, sheet });
    return ok({ ...outcome, isDryRun });
  },
  print: rosterPage,
  complain: ({ errors, isDryRun }) => (errors.length > 0 && !isDryRun ? say.nothingWritten(errors.length) : undefined),
});
