/** What a person's page lists: the tasks without figures, and what may be reported for other units. */
import type { FormList, ListedTasks } from '../../../core/conversation/form.ts';
import type { AssignmentFact } from '../../../core/directives/assignment.ts';
import type { ObligationFact } from '../../../core/reports/obligation.ts';
import { findAssignmentsToTell } from '../../../db/directives/assignments.ts';
import type { Reading } from '../../delivery/work.ts';
import { isOpen } from '../../dialogues/shape/obligations.ts';
import type { Asker } from '../../facts/asker.ts';
import { findUnitsForOther } from '../../facts/unit-lookup.ts';

/** Of tasks beside figures that are owed the page of the report asks. */
const withoutFigures = (
  assignments: readonly AssignmentFact[],
  obligations: readonly ObligationFact[],
): ListedTasks[] =>
  assignments.filter(
    ({ unit, directive }) =>
      !obligations.some((one) => one.state === 'owed' && one.unit.id === unit.id && one.directive.id === directive.id),
  );

/** The person's own. */
export const tasksAlone = ({ own }: Asker): ListedTasks[] =>
  withoutFigures(
    own.assignments.filter(({ asksProgress, directive }) => asksProgress && directive.state === 'issued'),
    own.obligations,
  );

/** What the units that words name have to report or have reported, in rounds that are open; and their tasks. */
export async function findForOthers(
  reading: Reading,
  asker: Asker,
  words: string,
): Promise<Pick<NonNullable<FormList['others']>, 'found' | 'tasks'>> {
  if (words === '') return { found: [], tasks: [] };
  const units = await findUnitsForOther(reading, asker, { words });
  const found = units
    .flatMap(({ obligations }) => obligations)
    .filter((one) => isOpen(one, reading.now) && one.state !== 'excused');
  const ids = units.map(({ unit }) => unit.id);
  return { found, tasks: withoutFigures(await findAssignmentsToTell(reading.tx, ids, asker), found) };
}
