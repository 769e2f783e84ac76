/** The hours of an office by season are brought in. */
import { fail, ok } from '../../../core/result.ts';
import { civilDate } from '../../../core/time/calendar.ts';
import { type OfficeCalendar, officeCalendarSchema } from '../../../core/time/office-calendar.ts';
import { setOfficeCalendar } from '../../../db/roster/offices.ts';
import { listUnits, type Unit } from '../../../db/roster/units.ts';
import { calendarSentence as say } from '../../../messages/terminal/calendar.ts';
import { commandSentence } from '../../../messages/terminal/command.ts';
import { command } from '../shape/command.ts';

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

/** The office that is named, else the only one above all others. */
function officeOf(units: readonly Unit[], code: unknown): Unit | undefined {
  if (typeof code === 'string') return units.find((unit) => unit.code === code);
  const [only, ...others] = units.filter(({ parentId }) => parentId === null);
  return others.length === 0 ? only : undefined;
}

/** Puts the calendar of a file in the place of the office's. A file with a fault changes nothing. */
export const calendarImport = command<OfficeCalendar & { unit: string }>({
  async run({ db, clock }, { options, file }) {
    const read = parseJson(file?.bytes ?? new Uint8Array());
    if (read === undefined) return fail(say.notJson);
    const calendar = officeCalendarSchema.safeParse(read);
    if (!calendar.success)
      return fail(say.faults(calendar.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)));
    const unit = officeOf(await listUnits(db, civilDate(clock.civil())), options.unit);
    if (!unit)
      return fail(typeof options.unit === 'string' ? commandSentence.unknownUnit(options.unit) : say.whichOffice);
    await setOfficeCalendar(db, unit.id, calendar.data);
    return ok({ unit: unit.code, ...calendar.data });
  },
  print: say.kept,
});
