/** What a report that is about to be whole is compared with. */
import { sql } from 'drizzle-orm';
import { type Exact, exactOf } from '../../core/reports/exact.ts';
import type { Beside } from '../../core/reports/obligation.ts';
import type { Db } from '../database.ts';
import { rowsOf } from '../engine/rows.ts';
import { compiledSql, type Given } from '../engine/statements/compiled.ts';
import { byKey } from '../engine/statements/plan.ts';
import { ownerOf, unitsOfWriter, type WriterAddress } from '../writer/owner.ts';

type Texts = Record<string, string> | null;
type Row = { asked: number; is_own: boolean; staff: number | null; figures: Texts; before: Texts; targets: Texts };

/** The roster's neighbours of a unit on either side that are looked at: so many, however large the round is. */
const neighbours = 60;

/** The figures of a report, by the keys of their indicators. */
const figuresOf = (report: string) =>
  sql.raw(`(select json_object_agg(i.key, v.number::text) from report_values v join indicators i on i.id = v.indicator_id
    where v.report_id = ${report} and v.number is not null and i.formula is null and i.kind in ('count', 'measure', 'money'))`);

/** Who writes, when, and how many numbers their message may hold. */
type Writing = WriterAddress & { numbers: number; now: Date };

const debtsBeside = compiledSql((db, given: Given<Writing>) => {
  const instant = sql`${given.now}::timestamptz`;
  return sql`
    with asked as materialized (
      select o.id, o.unit_id, o.round_id, r.duty_id, r.opens_at, u.kind
      from obligations o join rounds r on r.id = o.round_id join units u on u.id = o.unit_id
      where o.unit_id in ${unitsOfWriter(db, given)} and o.state <> 'excused'
        and r.opens_at <= ${instant} and (r.closes_at is null or r.closes_at > ${instant})
        and (select count(*) from indicators i where i.duty_id = r.duty_id and i.formula is null) <= ${given.numbers}::int + (
          select count(*) from conversations c
          cross join lateral jsonb_path_query(c.state, '$.answers.keyvalue().key', '{}', true) told
          join indicators i on i.key = told #>> '{}' and i.duty_id = r.duty_id and i.formula is null
          where c.person_id = ${ownerOf(db, given)} and c.state ->> 'dialogue' = 'report' and c.state ->> 'obligation' = o.id::text)),
    beside as (
      select a.id as asked, a.unit_id = p.unit_id as is_own, a.duty_id, a.opens_at, p.unit_id, p.current_report_id, u.staff
      from asked a
      cross join lateral (
        (select o.unit_id, o.current_report_id from obligations o
          where o.round_id = a.round_id and o.unit_id >= a.unit_id order by o.unit_id limit ${neighbours + 1}::int)
        union all
        (select o.unit_id, o.current_report_id from obligations o
          where o.round_id = a.round_id and o.unit_id < a.unit_id order by o.unit_id desc limit ${neighbours}::int)) p
      join units u on u.id = p.unit_id
      where p.unit_id = a.unit_id or (p.current_report_id is not null and u.kind = a.kind))
    select b.asked, b.is_own, b.staff, ${figuresOf('b.current_report_id')} as figures,
      (select ${figuresOf('e.id')} from (
        select o.current_report_id as id from obligations o join rounds r on r.id = o.round_id
        where o.unit_id = b.unit_id and r.duty_id = b.duty_id and r.opens_at < b.opens_at and o.current_report_id is not null
        order by r.opens_at desc limit 1) e) as before,
      (select json_object_agg(i.key, t.value::text) from targets t join indicators i on i.id = t.indicator_id
        where t.unit_id = b.unit_id and i.duty_id = b.duty_id) as targets
    from beside b where ${byKey} order by b.asked, b.unit_id`;
});

/**
 * For each debt of a writer's units that the message may complete: the unit's report of the round before, and its neighbours'
 * of the same kind in this one. One statement. Where figures are still lacking, it reads a few rows and finds nothing.
 */
export async function findBeside(db: Db, writing: Writing): Promise<Map<number, Beside>> {
  const result = await debtsBeside(db, writing);
  const found = new Map<number, Beside>();
  for (const { asked, is_own, staff, figures, before, targets } of rowsOf<Row>(result)) {
    const beside = found.get(asked) ?? { before: {}, peers: [] };
    if (is_own) beside.before = exact(before);
    else beside.peers.push({ figures: exact(figures), before: exact(before), targets: exact(targets), staff });
    found.set(asked, beside);
  }
  return found;
}

const exact = (texts: Texts): Record<string, Exact> =>
  Object.fromEntries(Object.entries(texts ?? {}).map(([key, text]) => [key, exactOf(text)]));
