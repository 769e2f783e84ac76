/** What a forecast is made from: two statements over the round and those before it, whose rows do not grow with the units. */
import { and, eq, lt, ne, or, type SQL, sql } from 'drizzle-orm';
import {
  type ForecastFacts,
  mostAtRisk,
  mostPast,
  type Outcomes,
  type PastRound,
} from '../../core/figures/forecast/forecast.ts';
import type { UnitRef } from '../../core/roster/person.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { rowsOf } from '../engine/rows.ts';
import { directives, duties, rounds } from '../schema/tables.ts';

type CellRow = { owed: number; met: number; acknowledged: boolean; units: number; first: UnitRef[] };
type PastRow = { asked: number; reported: number } & Record<
  'owed_ack' | 'met_ack' | 'owed_silent' | 'met_silent',
  number
>;

/** The rounds of an office whose deadlines are over: those of the same duty first, the newest of them first. */
const earlierRounds = (db: Db, { id, dutyId, issuerId }: AskedRound, now: Date) =>
  db
    .select({ id: rounds.id })
    .from(rounds)
    .innerJoin(duties, eq(duties.id, rounds.dutyId))
    .innerJoin(directives, eq(directives.id, duties.directiveId))
    .where(
      and(
        eq(directives.issuerId, issuerId),
        or(eq(directives.state, 'issued'), eq(directives.state, 'closed')),
        lt(rounds.due, now),
        ne(rounds.id, id),
      ),
    )
    .orderBy(sql`(${rounds.dutyId} = ${dutyId}) desc`, sql`${rounds.due} desc`, rounds.id)
    .limit(mostPast);

/**
 * How each unit stood in the earlier rounds, as long before its deadline as now before this one. It owed or not, it had
 * acknowledged or not, and it reported until the deadline or not. `isOf` is a condition on `o`.
 */
const courses = (ids: readonly number[], leftSeconds: number, isOf: SQL = sql`true`): SQL => sql`(
  select o.unit_id, o.round_id,
    o.first_reported_at is null or o.first_reported_at > d.due - ${leftSeconds} * interval '1 second' as owed,
    coalesce(o.first_reported_at > d.due - ${leftSeconds} * interval '1 second' and o.first_reported_at <= d.due, false) as met,
    coalesce(a.acknowledged_at <= d.due - ${leftSeconds} * interval '1 second', false) as acknowledged
  from obligations o
  join rounds r on r.id = o.round_id
  join duties du on du.id = r.duty_id
  cross join lateral (select coalesce(o.due, r.due) as due) d
  left join assignments a on a.directive_id = du.directive_id and a.unit_id = o.unit_id
  where ${inArray(sql`o.round_id`, ids)} and o.state <> 'excused' and ${isOf})`;

type AskedRound = { id: number; dutyId: number; directiveId: number; issuerId: number; opensAt: Date; due: Date };

/** The facts at `now` (civil time) of a round whose deadline is to come; `asked` and `reported` are those of its summary. */
export async function readForecastFacts(
  db: Db,
  round: AskedRound,
  { asked, reported, now }: { asked: number; reported: number; now: Date },
): Promise<ForecastFacts> {
  const ids = (await earlierRounds(db, round, now)).map(({ id }) => id);
  const left = Math.max(0, Math.round((round.due.getTime() - now.getTime()) / 1000));
  const [past, cells] = await Promise.all([readPast(db, ids, left), readCells(db, round, ids, left)]);
  return { now, opensAt: round.opensAt, due: round.due, asked, reported, past, cells };
}

const outcomes = (owed: number, met: number): Outcomes => ({ owed, met });

async function readPast(db: Db, ids: readonly number[], left: number): Promise<PastRound[]> {
  if (ids.length === 0) return [];
  const count = (is: SQL): SQL => sql`(count(*) filter (where ${is}))::int`;
  const rows = rowsOf<PastRow>(
    await db.execute(sql`
      select count(*)::int as asked, ${count(sql`not owed`)} as reported,
        ${count(sql`owed and acknowledged`)} as owed_ack, ${count(sql`met and acknowledged`)} as met_ack,
        ${count(sql`owed and not acknowledged`)} as owed_silent, ${count(sql`met and not acknowledged`)} as met_silent
      from ${courses(ids, left)} c group by round_id order by round_id desc`),
  );
  return rows.map((row) => ({
    asked: row.asked,
    reported: row.reported,
    acknowledged: outcomes(row.owed_ack, row.met_ack),
    silent: outcomes(row.owed_silent, row.met_silent),
  }));
}

/** Of the others nothing is needed unit by unit. */
const owesNow = (round: number): SQL =>
  sql`o.unit_id in (select n.unit_id from obligations n where n.round_id = ${round} and n.state = 'owed')`;

/** The units that owe by what they did before: a cell for each past, with the names of its first units. */
async function readCells(
  db: Db,
  { id, directiveId }: AskedRound,
  ids: readonly number[],
  left: number,
): Promise<ForecastFacts['cells']> {
  const rows = rowsOf<CellRow>(
    await db.execute(sql`
      select owed, met, acknowledged, count(*)::int as units,
        to_json((array_agg(json_build_object('id', id, 'code', code, 'name', name) order by position, id))[1:${sql.raw(String(mostAtRisk))}]) as first
      from (
        select u.id, u.code, u.name, u.position, coalesce(p.owed, 0) as owed, coalesce(p.met, 0) as met,
          a.acknowledged_at is not null as acknowledged
        from obligations o
        join units u on u.id = o.unit_id
        left join assignments a on a.directive_id = ${directiveId} and a.unit_id = o.unit_id
        left join (select unit_id, (count(*) filter (where owed))::int as owed, (count(*) filter (where met))::int as met
          from ${courses(ids, left, owesNow(id))} c group by unit_id) p on p.unit_id = o.unit_id
        where o.round_id = ${id} and o.state = 'owed') owing
      group by owed, met, acknowledged
      order by owed, met, acknowledged`),
  );
  return rows.map(({ owed, met, acknowledged, units, first }) => ({
    ...{ past: outcomes(owed, met), isAcknowledged: acknowledged, units, first },
  }));
}
