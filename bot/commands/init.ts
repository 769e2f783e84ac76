import { fail, ok } from '../../core/result.ts';
import { civilDate } from '../../core/time/calendar.ts';
import { listUnits } from '../../db/roster/units.ts';
import { commandSentence as say } from '../../messages/terminal/command.ts';
import { badRows } from '../../messages/terminal/roster.ts';
import { importDirective } from '../acts/import-directive.ts';
import { importRoster } from '../acts/import-roster.ts';
import { readSample } from '../intake/sample.ts';
import { command } from './shape/command.ts';

type Loaded = { units: number; directive: number; isNew: boolean };

/** Loads the sample district and its directive as a draft; where they are there already, gives the same answer. */
export default command<Loaded>({
  async run({ db, clock }, { options }) {
    if (options.sample !== true) return fail(say.sampleOnly);
    const now = clock.civil();
    const before = await listUnits(db, civilDate(now));
    const roster = readSample('units.csv');
    if (before.length > 0 && (await importRoster(db, roster, now, { isDryRun: true })).added > 0)
      return fail(say.otherRoster);
    if (before.length === 0) {
      const { errors } = await importRoster(db, roster, now, { isDryRun: false });
      if (errors.length > 0) return fail(badRows(errors));
    }
    const directive = await importDirective(db, readSample('directive.yaml'), now);
    if (!directive.ok) return directive;
    const { id, isNew } = directive.value;
    return ok({ units: (await listUnits(db, civilDate(now))).length, directive: id, isNew });
  },
  print: ({ units, directive, isNew }) => say.sampleLoaded(units, directive, isNew),
});
