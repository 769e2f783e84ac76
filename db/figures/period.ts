/** The rounds of a duty together (core/figures/period.ts), as one statement over the revisions in force. */
import { and, asc, desc, eq, isNotNull, type SQL, sql } from 'drizzle-orm';
import { natureOf, type Period, type PeriodTotal, periodForm } from '../../core/figures/period.ts';
import { roundingOf } from '../../core/reports/computed.ts';
import { exactOf } from '../../core/reports/exact.ts';
import { addsUp, denominatorFor } from '../../core/reports/indicators.ts';
import type { Indicator } from '../../core/reports/obligation.ts';
import type { UnitRef } from '../../core/roster/person.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { rowsOf } from '../engine/rows.ts';
import { expressionSql, formulaSql } from '../reports/expressions.ts';
import { findIndicators } from '../reports/obligations.ts';
import { obligations, reportValues, rounds, units } from '../schema/tables.ts';
import { countWhere, totalOf } from './recount/totals.ts';

/** A round, as the last of its period. */
type LastRound = { id: number; dutyId: number; opensAt: Date };

const upTo = ({ id, dutyId, opensAt }: LastRound): SQL | undefined =>
  and(
    eq(rounds.dutyId, dutyId),
    sql`(${rounds.opensAt}, ${rounds.id}) <= (${opensAt.toISOString()}::timestamptz, ${id}::int)`,
  );

/** Undefined where the round is the first of its duty, or none of its figures goes together with those of another. */
export async function readPeriod(db: Db, last: LastRound): Promise<Period | undefined> {
  if ((await db.$count(rounds, upTo(last))) < 2) return undefined;
  const reading = db
    .select({
      rounds: sql<number>`count(distinct ${rounds.id})::int`,
      from: sql`min(${rounds.due})`.mapWith(rounds.due),
      until: sql`max(${rounds.due})`.mapWith(rounds.due),
      reports: countWhere(sql`${obligations.state} = 'owed'`),
      units: sql<number>`(count(distinct ${obligations.unitId}) filter (where ${obligations.state} = 'owed'))::int`,
    })
    .from(rounds)
    .innerJoin(obligations, eq(obligations.roundId, rounds.id))
    .where(upTo(last));
  const [[counts], forms] = await Promise.all([reading, findIndicators(db, [last.dutyId])]);
  const form = forms.get(last.dutyId) ?? [];
  if (!counts || !periodForm(form).some((one) => !one.isDenominator)) return undefined;
  const { reports, units: owing, ...period } = counts;
  return { ...period, missing: { reports, units: owing }, ...(await totalPeriod(db, last, form)) };
}

const column = (kind: string, { id }: Pick<Indicator, 'id'>): SQL => sql`${sql.identifier(`${kind}${id}`)}`;

/** What is added up of an indicator over the units that have it. */
function summed(form: readonly Indicator[], indicator: Indicator): { number: SQL; of: SQL; has: SQL } {
  const figure = (key: string): SQL => {
    const one = form.find((other) => other.key === key);
    return one ? column('f', one) : sql`null::numeric`;
  };
  const own = (one: Indicator | undefined): SQL => {
    if (!one || !periodForm(form).includes(one)) return sql`null::numeric`;
    return one.formula ? formulaSql(one.formula, figure, roundingOf(one)) : column('f', one);
  };
  if (indicator.formula?.type === 'share') {
    const [part, of] = [indicator.formula.part, indicator.formula.whole].map((side) => expressionSql(side, figure));
    const [number = sql`null`, whole = sql`null`] = [part, of];
    return { number, of: whole, has: sql`(${number} is not null and ${whole} <> 0)` };
  }
  const number = own(indicator);
  const of = own(addsUp(indicator.kind) ? denominatorFor({ indicators: form }, indicator) : undefined);
  return { number, of, has: sql`(${number} is not null)` };
}

async function totalPeriod(db: Db, last: LastRound, form: Indicator[]): Promise<Pick<Period, 'base' | 'indicators'>> {
  const entered = periodForm(form).filter(({ formula }) => !formula);
  const asked = periodForm(form);
  const told = db
    .select({
      unitId: obligations.unitId,
      opensAt: rounds.opensAt,
      roundId: rounds.id,
      indicatorId: reportValues.indicatorId,
      number: reportValues.number,
    })
    .from(obligations)
    .innerJoin(rounds, eq(rounds.id, obligations.roundId))
    .innerJoin(reportValues, eq(reportValues.reportId, obligations.currentReportId))
    .where(
      and(
        upTo(last),
        isNotNull(reportValues.number),
        inArray(
          reportValues.indicatorId,
          entered.map(({ id }) => id),
        ),
      ),
    );
  const byUnit = entered.flatMap((one) => {
    const own = sql`filter (where indicator_id = ${one.id}::int)`;
    const figure =
      natureOf(one) === 'flow'
        ? sql`sum(number) ${own}`
        : // A largest row needs no order, as a list of all rows would: processes of the server can share it.
          sql`(max(array[extract(epoch from opens_at)::numeric, id::numeric, number]) ${own})[3]`;
    return [sql`${figure} as ${column('f', one)}`, sql`bool_or(id = ${last.id}::int) ${own} as ${column('c', one)}`];
  });
  const sums = asked.flatMap((one) => {
    const { number, of, has } = summed(form, one);
    const isOld = one.formula || natureOf(one) === 'flow' ? sql`false` : sql`not ${column('c', one)}`;
    return [
      sql`coalesce(sum(${number}) filter (where ${has}), 0)::text as ${column('t', one)}`,
      sql`coalesce(sum(${of}) filter (where ${has}), 0)::text as ${column('o', one)}`,
      sql`(count(*) filter (where ${has}))::int as ${column('u', one)}`,
      sql`(count(*) filter (where ${has} and ${isOld}))::int as ${column('e', one)}`,
    ];
  });
  const result = await db.execute(sql`with told as (${told}),
    rolled as (select unit_id, ${sql.join(byUnit, sql`, `)} from told group by unit_id)
    select ${sql.join(sums, sql`, `)} from rolled`);
  const [row] = rowsOf<Record<string, string | number>>(result);
  const text = (kind: string, { id }: Indicator): string => String(row?.[`${kind}${id}`] ?? 0);
  const base = asked.find(({ isDenominator }) => isDenominator);
  const totals = asked
    .filter((one) => one !== base)
    .map(
      (one): PeriodTotal => ({
        ...totalOf({
          ...{ key: one.key, label: one.label, kind: one.kind, unit: one.unit ?? null },
          ...{ total: exactOf(text('t', one)), of: exactOf(text('o', one)), units: Number(text('u', one)) },
        }),
        nature: one.formula ? null : natureOf(one),
        earlier: Number(text('e', one)),
      }),
    );
  return { base: base ? exactOf(text('t', base)) : null, indicators: totals };
}

/** The units that owe reports of a period, and how many, those with most first. */
export const listGaps = (db: Db, last: LastRound): Promise<{ unit: UnitRef; owed: number }[]> =>
  db
    .select({ unit: { id: units.id, code: units.code, name: units.name }, owed: sql<number>`count(*)::int` })
    .from(obligations)
    .innerJoin(rounds, eq(rounds.id, obligations.roundId))
    .innerJoin(units, eq(units.id, obligations.unitId))
    .where(and(upTo(last), eq(obligations.state, 'owed')))
    .groupBy(units.id)
    .orderBy(desc(sql`count(*)`), asc(units.position), asc(units.id));
