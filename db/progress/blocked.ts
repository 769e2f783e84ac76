import { sql } from 'drizzle-orm';
import type { BlockedTask } from '../../core/progress/blocked.ts';
import type { Db } from '../database.ts';
import { rowsOf } from '../engine/rows.ts';

/** The sections of a directive that units say are blocked, in administrative order; of several such tasks of a section the newest. */
export async function findBlockedTasks(db: Db, directiveId: number): Promise<BlockedTask[]> {
  const rows = rowsOf<Omit<BlockedTask, 'unit'> & { id: number; code: string; name: string }>(
    await db.execute(sql`
      select id, code, name, section, reason, person, "inboxId" from (
        select distinct on (u.id, t.section) u.id, u.code, u.name, u.position as place, t.section, t.position,
          coalesce(p.reason, '') as reason, p.person_id as person, p.inbox_id as "inboxId"
        from assignments a
        join units u on u.id = a.unit_id
        join tasks t on t.directive_id = a.directive_id and t.asks_progress and t.id = any(a.task_ids)
        join lateral (select tp.* from task_progress tp
          where tp.assignment_id = a.id and tp.task_id = t.id order by tp.id desc limit 1) p on p.state = 'blocked'
        where a.directive_id = ${directiveId}
        order by u.id, t.section, p.id desc) newest
      order by place, id, position`),
  );
  return rows.map(({ id, code, name, ...task }) => ({ unit: { id, code, name }, ...task }));
}
