import { resolveAudience } from '../../core/directives/audience.ts';
import { ok } from '../../core/result.ts';
import { civilDate } from '../../core/time/calendar.ts';
import { listDirectives, unitsOfDuty } from '../../db/directives/directives.ts';
import { listUnits } from '../../db/roster/units.ts';
import { commandSentence, unitTable } from '../../messages/terminal/command.ts';
import { command } from './shape/command.ts';

type Line = { code: string; name: string; kind: string; parent: string | null; reports: boolean };

/** The roster of today; `reports` tells which units are asked for their own figures by any directive, draft or issued. */
export default command<Line[]>({
  async run({ db, clock }) {
    const units = await listUnits(db, civilDate(clock.civil()));
    const reporting = new Set<string>();
    for (const { id, state, draft } of await listDirectives(db)) {
      for (const { key, audience } of draft.duties) {
        const codes = state === 'draft' ? resolveAudience(audience, units) : await unitsOfDuty(db, id, key);
        for (const code of codes) reporting.add(code);
      }
    }
    return ok(
      units.map(({ code, name, kind, parentCode }) => ({
        code,
        name,
        kind,
        parent: parentCode,
        reports: reporting.has(code),
      })),
    );
  },
  print: (units) => (units.length === 0 ? commandSentence.noUnits : unitTable(units)),
});
