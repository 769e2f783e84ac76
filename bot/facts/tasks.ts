import type { Facts } from '../../core/conversation/context.ts';
import { opensElsewhere } from '../../core/delivery/link.ts';
import type { Recipient } from '../../core/delivery/message.ts';
import type { AssignmentFact } from '../../core/directives/assignment.ts';
import { toldAheadMs } from '../../core/directives/issue.ts';
import { groupedBy } from '../../core/roster/grouped.ts';
import { findTaskTexts } from '../../db/directives/assignments.ts';
import { findOpenObligations } from '../../db/reports/obligations.ts';
import type { Reading } from '../delivery/work.ts';

/** The texts of assignments' tasks, what their units owe as they were told of it, and where each assignment's stand in full. */
export async function readTasks(
  { tx, links, now }: Reading,
  assignments: AssignmentFact[],
  holder: Recipient,
): Promise<NonNullable<Facts['tasks']>> {
  const ids = assignments.map((a) => a.id);
  const unitIds = [...new Set(assignments.map(({ unit }) => unit.id))];
  const [texts, obligations] = await Promise.all([
    findTaskTexts(tx, ids),
    findOpenObligations(tx, unitIds, now, new Date(now.getTime() + toldAheadMs)),
  ]);
  const ofUnit = groupedBy(obligations, ({ unit }) => unit.id);
  return new Map(
    assignments.map(({ id, unit }) => {
      const link = links.to({ target: { what: 'tasks', assignment: id }, holder });
      return [
        id,
        {
          texts: texts.get(id) ?? [],
          obligations: ofUnit.get(unit.id) ?? [],
          link: opensElsewhere(link) ? link : undefined,
        },
      ];
    }),
  );
}
