/** One figure over the units that are asked about: its total, and the units by it. */
import { and, asc, eq, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { UnitFigure } from '../../../core/figures/asked/answer.ts';
import { unitsOnPage } from '../../../core/figures/drill-down.ts';
import type { IndicatorTotal } from '../../../core/figures/summary.ts';
import { type Decimal, plainDecimal } from '../../../core/language/reading/decimal.ts';
import type { Indicator } from '../../../core/reports/obligation.ts';
import type { Db } from '../../database.ts';
import { obligations, reportValues, targets, units } from '../../schema/tables.ts';
import { exactSum, isWholeIn, readSummed, totalIndicators, totalOf, wholesOf, wholeValue } from '../recount/totals.ts';
import { type AskedAbout, isAsked } from './among.ts';

type AskedFigure = Pick<Indicator, 'id' | 'key' | 'label' | 'kind'> & { unit?: string | null | undefined };
export type AskedRound = AskedAbout & { round: NonNullable<AskedAbout['round']> };

/** The figure added up over the revisions in force, as in a summary. */
export async function totalAsked(db: Db, asked: AskedRound, figure: AskedFigure): Promise<IndicatorTotal> {
  const { number, of } = await readSummed(db, asked.round.dutyId);
  const wholes = wholesOf(db, asked.round.dutyId);
  const [[sum], [plan]] = await Promise.all([
    db
      .select({ total: exactSum(number), of: exactSum(of), units: sql<number>`count(*)::int` })
      .from(obligations)
      .innerJoin(units, eq(units.id, obligations.unitId))
      .innerJoin(
        reportValues,
        and(eq(reportValues.reportId, obligations.currentReportId), eq(reportValues.indicatorId, figure.id)),
      )
      .leftJoin(wholes, eq(wholes.indicatorId, reportValues.indicatorId))
      .leftJoin(wholeValue, isWholeIn(wholes))
      .where(and(eq(obligations.roundId, asked.round.id), isAsked(asked))),
    db
      .select({ target: exactSum(targets.value) })
      .from(targets)
      .innerJoin(obligations, eq(obligations.unitId, targets.unitId))
      .innerJoin(units, eq(units.id, obligations.unitId))
      .where(
        and(
          eq(targets.indicatorId, figure.id),
          eq(obligations.roundId, asked.round.id),
          sql`${obligations.state} <> 'excused'`,
          isAsked(asked),
        ),
      ),
  ]);
  const { key, label, kind, unit = null } = figure;
  return totalOf({
    key,
    label,
    kind,
    unit,
    total: sum?.total,
    of: sum?.of,
    units: sum?.units,
    target: plan?.target ?? null,
  });
}

/** All figures, added up likewise. */
export const totalsAsked = (db: Db, asked: AskedRound): Promise<IndicatorTotal[]> =>
  totalIndicators(db, asked.round, { among: isAsked(asked) });

const whole = alias(reportValues, 'asked_whole');

/** The units with this figure, and what it is a share of. */
const withFigure = (
  db: Db,
  asked: AskedRound,
  { figure, order, is }: { figure: AskedFigure; order: SQL; is?: SQL },
) => {
  const wholes = wholesOf(db, asked.round.dutyId);
  return db
    .select({
      unit: { id: units.id, code: units.code, name: units.name },
      value: sql`${reportValues.number}`.mapWith(reportValues.number),
      of: sql`${whole.number}`.mapWith(reportValues.number),
      all: sql<number>`(count(*) over ())::int`,
    })
    .from(obligations)
    .innerJoin(units, eq(units.id, obligations.unitId))
    .innerJoin(
      reportValues,
      and(eq(reportValues.reportId, obligations.currentReportId), eq(reportValues.indicatorId, figure.id)),
    )
    .leftJoin(wholes, eq(wholes.indicatorId, reportValues.indicatorId))
    .leftJoin(whole, and(eq(whole.reportId, reportValues.reportId), eq(whole.indicatorId, wholes.wholeId)))
    .where(and(eq(obligations.roundId, asked.round.id), isAsked(asked), sql`${reportValues.number} is not null`, is))
    .orderBy(order, asc(units.position), asc(units.id));
};

type FigureRow = { unit: UnitFigure['unit']; value: unknown; of: unknown; all: number };

const figuresOf = (rows: readonly FigureRow[]): { units: UnitFigure[]; count: number } => ({
  units: rows.map(({ unit, value, of }) => ({ unit, value: value as UnitFigure['value'], of: of as UnitFigure['of'] })),
  count: rows[0]?.all ?? 0,
});

const share = sql`${reportValues.number} / nullif(${whole.number}, 0)`;
const mostRanked = 3;

/** The units with the highest or lowest figure, by its share where it has one; of the same those that stand first. */
export async function rankAsked(
  db: Db,
  asked: AskedRound,
  { figure, end, hasWhole }: { figure: AskedFigure; end: 'highest' | 'lowest'; hasWhole: boolean },
): Promise<{ units: UnitFigure[]; count: number }> {
  const by = hasWhole ? share : sql`${reportValues.number}`;
  const order = end === 'highest' ? sql`${by} desc nulls last` : sql`${by} asc nulls last`;
  return figuresOf(await withFigure(db, asked, { figure, order }).limit(mostRanked));
}

const signs = { below: sql`<`, above: sql`>=`, equal: sql`=` } as const;

/** The units whose figure, or its percentage, is below a number, equal to it, or no less. */
export async function boundAsked(
  db: Db,
  asked: AskedRound,
  { figure, side, than, isShare }: { figure: AskedFigure; side: keyof typeof signs; than: Decimal; isShare: boolean },
): Promise<{ units: UnitFigure[]; count: number }> {
  const number = sql`${plainDecimal(than)}::numeric`;
  const is = isShare
    ? sql`${whole.number} <> 0 and ${reportValues.number} * 100 ${signs[side]} ${number} * ${whole.number}`
    : sql`${reportValues.number} ${signs[side]} ${number}`;
  const order = isShare ? share : sql`${reportValues.number}`;
  return figuresOf(await withFigure(db, asked, { figure, order, is }).limit(unitsOnPage));
}
