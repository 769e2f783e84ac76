/** A campaign counted anew from its raw rows, in one statement. */
import { sql } from 'drizzle-orm';
import type { Db } from '../../../db/database.ts';

/** Totals by the key of an indicator, units by "section state", and how many units have reported. */
export type Counted = { reported: number; figures: Record<string, number>; sections: Record<string, number> };

/** Reads nothing that the product has added up or points at: of each debt the newest revision, of each task the newest word. */
export async function recountCampaign(db: Db): Promise<Counted> {
  const counted = sql<Counted>`(
    with newest as (
      select distinct on (r.obligation_id) r.id from reports r order by r.obligation_id, r.revision desc),
    figures as (
      select i.key, sum(v.number)::int as total from newest n
        join report_values v on v.report_id = n.id join indicators i on i.id = v.indicator_id
        where v.number is not null group by i.key),
    words as (
      select t.section, coalesce((select p.state from task_progress p
          where p.assignment_id = a.id and p.task_id = t.id order by p.at desc, p.id desc limit 1), 'unsaid') as state
        from assignments a join tasks t on t.id = any(a.task_ids) where t.asks_progress),
    sections as (select section || ' ' || state as key, count(*)::int as units from words group by 1)
    select json_build_object('reported', (select count(*)::int from newest),
      'figures', coalesce((select json_object_agg(key, total) from figures), '{}'),
      'sections', (select json_object_agg(key, units) from sections)))`;
  const [row] = await db.select({ counted }).from(sql`(select 1) as once`);
  if (!row) throw new Error('nothing was counted');
  return row.counted;
}
