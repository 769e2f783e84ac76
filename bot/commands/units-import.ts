import { ok } from '../../core/result.ts';
import { badRows, commandSentence as say } from '../../messages/terminal/command.ts';
import { importRoster, type RosterOutcome } from '../acts/import-roster.ts';
import { command } from './command.ts';

type Outcome = RosterOutcome & { isDryRun: boolean };

/** Brings a CSV file into the roster. Bad rows are all named, nothing is written then, and only a dry run ends well. */
export default command<Outcome>({
  async run({ db, clock }, { options, file }) {
    const isDryRun = options['dry-run'] === true;
    return ok({ ...(await importRoster(db, file?.text ?? '', clock.civil(), { isDryRun })), isDryRun });
  },
  print: ({ added, changed, errors, isDryRun }) =>
    errors.length > 0 ? badRows(errors) : say.rosterDone(added, changed, isDryRun),
  complain: ({ errors, isDryRun }) => (errors.length > 0 && !isDryRun ? say.nothingWritten(errors.length) : undefined),
});
