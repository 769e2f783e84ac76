/** The rows of a round, each unit's and each revision's, as texts (see `paper-rows.ts`) and as lines. */
import { and, eq, ne, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Lines } from '../../core/figures/papers.ts';
import type { Db } from '../database.ts';
import { unreachableReason } from '../delivery/reachability.ts';
import { inArray } from '../engine/lists.ts';
import {
  accounts,
  assignments,
  inbox,
  indicators,
  obligations,
  people,
  reports,
  rounds,
  unitRoles,
  units,
} from '../schema/tables.ts';
import { type IndicatorKeys, keysOf, type LineTexts, parseLines } from './paper-rows.ts';

type RoundOf = { id: number; issuerId: number; directiveId: number };

/**
 * Which lines of a round are read: those of one unit, those of the units below one, or those of these obligations.
 * Without a scope all are.
 */
export type LineScope = { unitId: number } | { parentId: number } | { obligationIds: readonly number[] };

function isWithin(scope: LineScope | undefined): SQL | undefined {
  if (!scope) return undefined;
  if ('unitId' in scope) return eq(obligations.unitId, scope.unitId);
  if ('parentId' in scope)
    return sql`${obligations.unitId} in (select below.id from ${units} below where below.parent_id = ${scope.parentId})`;
  return sql`${obligations.id} = any(${`{${scope.obligationIds.join()}}`}::int[])`;
}

/**
 * Makes the planner look rows up by their keys for the rest of the transaction. By itself it reads whole tables, in
 * parallel, for every few hundred rows of a large round.
 */
export async function lookUpByKey(tx: Db): Promise<void> {
  await tx.execute(
    sql`select set_config('random_page_cost', '1.1', true), set_config('max_parallel_workers_per_gather', '0', true)`,
  );
}

/**
 * Lists the obligations of a round in administrative order of their units. Readers take the rows in pieces of this
 * list.
 */
export async function listObligationIds(db: Db, roundId: number): Promise<number[]> {
  const order = sql`${units.position}, ${units.id}`;
  const [row] = await db
    .select({ ids: sql<string | null>`string_agg(${obligations.id}::text, ',' order by ${order})` })
    .from(obligations)
    .innerJoin(units, eq(units.id, obligations.unitId))
    .where(eq(obligations.roundId, roundId));
  return row?.ids ? row.ids.split(',').map(Number) : [];
}

/** Rows as one JSON text, in an order. */
const jsonOf = (row: SQL, order: SQL) => sql<string>`coalesce(json_agg(${row} order by ${order}), '[]')::text`;

/**
 * The values of a report as one object by the indicator's id; null without values. It spares a join for each row. A figure
 * that JSON's reader would round stands as its text in a list.
 */
const values = sql`(
  select json_object_agg(v.indicator_id, case
    when v.number is null then to_json(v.text)
    when v.number = trunc(v.number) and abs(v.number) < 1e15 then to_json(v.number::bigint)
    else json_build_array(v.number::text) end)
  from report_values v where v.report_id = ${reports.id})`;

/** The keys of a round's indicators by their ids. */
async function readKeys(db: Db, roundId: number): Promise<IndicatorKeys> {
  const rows = await db
    .select({ id: indicators.id, key: indicators.key })
    .from(indicators)
    .innerJoin(rounds, eq(rounds.dutyId, indicators.dutyId))
    .where(eq(rounds.id, roundId));
  return keysOf(rows);
}

/**
 * What a unit's reports of a duty come to up to a round (core/figures/period.ts), in the order of `UnitPeriod`. Null where the
 * round is the first of its duty, or none of its figures goes together with those of other rounds.
 */
const periodOf = ({ id }: RoundOf): SQL => sql`(case when ${isOfSeveral(id)} then (
  select json_build_array(
    (select json_object_agg(told.indicator_id, told.figure::text) from (
      select v.indicator_id, case when i.nature = 'flow' then sum(v.number)
          else (array_agg(v.number order by r.opens_at desc, r.id desc))[1] end as figure
      from ${obligations} o join rounds r on r.id = o.round_id
      join report_values v on v.report_id = o.current_report_id join indicators i on i.id = v.indicator_id
      where o.unit_id = ${units.id} and r.duty_id = last.duty_id and (r.opens_at, r.id) <= (last.opens_at, last.id)
        and i.duty_id = last.duty_id and v.number is not null and i.formula is null
        and i.kind in ('count', 'measure', 'money') and (i.nature is not null or i.is_denominator)
      group by v.indicator_id, i.nature) told),
    count(*) filter (where own.current_report_id is not null), count(*) filter (where own.state = 'owed'))
  from rounds last
  join rounds one on one.duty_id = last.duty_id and (one.opens_at, one.id) <= (last.opens_at, last.id)
  left join ${obligations} own on own.round_id = one.id and own.unit_id = ${units.id}
  where last.id = ${id}::int group by last.id) end)`;

/** Asked once for all units. */
const isOfSeveral = (id: number): SQL => sql`(
  select count(*) > 1 and exists (select 1 from indicators i where i.duty_id = min(last.duty_id) and i.nature is not null)
  from rounds last join rounds one on one.duty_id = last.duty_id and (one.opens_at, one.id) <= (last.opens_at, last.id)
  where last.id = ${id}::int)`;

/** Units in administrative order. */
async function readUnitTexts(db: Db, round: RoundOf, scope: LineScope | undefined): Promise<string> {
  const parent = alias(units, 'parent');
  const acknowledger = alias(people, 'acknowledger');
  const unreachable = db
    .select({ reason: unreachableReason })
    .from(unitRoles)
    .leftJoin(accounts, eq(accounts.personId, unitRoles.personId))
    .where(
      and(eq(unitRoles.unitId, units.id), inArray(unitRoles.role, ['head', 'delegate']), sql`${unitRoles.to} is null`),
    );
  // In the order of `UnitRow`.
  const row = sql`json_build_array(
    ${units.id}, ${units.code}, ${units.name}, ${units.headName}, ${units.phone}, ${units.kind},
    case when ${parent.id} is not null then json_build_array(${parent.id}, ${parent.code}, ${parent.name}) end,
    ${obligations.state}, ${obligations.firstReportedAt},
    ${assignments.deliveredAt}, ${assignments.acknowledgedAt}, ${acknowledger.name}, ${assignments.acknowledgedIn},
    case when ${obligations.state} = 'owed' then (${unreachable}) end,
    ${obligations.due}, ${obligations.overdueFrom},
    (select json_object_agg(t.indicator_id, t.value::text) from targets t
      join indicators i on i.id = t.indicator_id join rounds r on r.duty_id = i.duty_id
      where t.unit_id = ${units.id} and r.id = ${round.id}),
    ${periodOf(round)})`;
  const [found] = await db
    .select({ text: jsonOf(row, sql`${units.position}, ${units.id}`) })
    .from(obligations)
    .innerJoin(units, eq(units.id, obligations.unitId))
    .leftJoin(parent, and(eq(parent.id, units.parentId), ne(parent.id, round.issuerId)))
    .leftJoin(assignments, and(eq(assignments.unitId, units.id), eq(assignments.directiveId, round.directiveId)))
    .leftJoin(acknowledger, eq(acknowledger.id, assignments.acknowledgedBy))
    .where(and(eq(obligations.roundId, round.id), isWithin(scope)));
  return found?.text ?? '[]';
}

/** Every revision of their reports, by its number. */
async function readRevisionTexts(db: Db, round: RoundOf, scope: LineScope | undefined): Promise<string> {
  // In the order of `RevisionRow`.
  const row = sql`json_build_array(
    ${obligations.unitId}, ${reports.revision}, ${reports.id} = ${obligations.currentReportId},
    ${reports.submittedAt}, ${people.name}, ${reports.isOnBehalf}, ${reports.note}, ${reports.saidNoNote}, ${values},
    ${inbox.id}, ${inbox.channel}, ${inbox.externalId})`;
  const [found] = await db
    .select({ text: jsonOf(row, sql`${reports.revision}`) })
    .from(reports)
    .innerJoin(obligations, eq(obligations.id, reports.obligationId))
    .innerJoin(people, eq(people.id, reports.personId))
    .leftJoin(inbox, eq(inbox.id, reports.inboxId))
    .where(and(eq(obligations.roundId, round.id), isWithin(scope)));
  return found?.text ?? '[]';
}

/** The units of a round, or a part of them, with the revisions of their reports: for `parseLines`. */
export async function readLineTexts(db: Db, round: RoundOf, scope?: LineScope): Promise<LineTexts> {
  const [units, revisions] = await Promise.all([readUnitTexts(db, round, scope), readRevisionTexts(db, round, scope)]);
  return { units, revisions };
}

/** Reads the lines of a round, or those within a scope. */
export const listLines = async (db: Db, round: RoundOf, scope?: LineScope): Promise<Lines> =>
  parseLines(await readLineTexts(db, round, scope), await readKeys(db, round.id));

/** How many revisions the reports of a round have in all. */
export async function countRevisions(db: Db, roundId: number): Promise<number> {
  const [row] = await db
    .select({ n: sql<number>`count(*)::int` })
    .from(reports)
    .innerJoin(obligations, eq(obligations.id, reports.obligationId))
    .where(eq(obligations.roundId, roundId));
  return row?.n ?? 0;
}
