import type { Facts } from '../../core/conversation/context.ts';
import { opensElsewhere } from '../../core/delivery/link.ts';
import type { Recipient } from '../../core/delivery/message.ts';
import type { AssignmentFact } from '../../core/directives/assignment.ts';
import { findTaskTexts } from '../../db/directives/assignments.ts';
import type { Reading } from '../delivery/work.ts';

/** The texts of assignments' tasks, and where each assignment's stand in full. */
export async function readTasks(
  { tx, links }: Reading,
  assignments: AssignmentFact[],
  holder: Recipient,
): Promise<NonNullable<Facts['tasks']>> {
  const ids = assignments.map((a) => a.id);
  const texts = await findTaskTexts(tx, ids);
  return new Map(
    ids.map((id) => {
      const link = links.to({ target: { what: 'tasks', assignment: id }, holder });
      return [id, { texts: texts.get(id) ?? [], link: opensElsewhere(link) ? link : undefined }];
    }),
  );
}
