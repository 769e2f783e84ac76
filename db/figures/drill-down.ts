/** What stands behind the totals of a round: pages of units. */
import { and, asc, eq, isNull, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { type Page, type UnitStanding, unitsOnPage } from '../../core/figures/drill-down.ts';
import type { GroupKey } from '../../core/figures/papers.ts';
import type { Exact } from '../../core/reports/exact.ts';
import type { Value } from '../../core/reports/obligation.ts';
import type { UnitRef } from '../../core/roster/person.ts';
import type { Db } from '../database.ts';
import { indicators, obligations, reportValues, units } from '../schema/tables.ts';
import { isCodeLike, isNamedLike } from './named-like.ts';
import { type CountedRound, wholesOf } from './recount/totals.ts';

const unitRef = { id: units.id, code: units.code, name: units.name };

/**
 * Which units of a round are listed. `issuerId` tells the groups of consolidators from those of kinds (see `GroupKey`).
 */
type Listed =
  | { type: 'group'; key: GroupKey; issuerId: number }
  /**
   * The units that answered the indicator, the smallest share first. Without a denominator they stand in administrative
   * order.
   */
  | { type: 'indicator'; key: string };

/** Reads one page of a round's units. A number behind the last page gives the first. A page may be empty. */
export async function pageUnits(
  db: Db,
  round: CountedRound,
  listed: Listed,
  page: number,
): Promise<Page<UnitStanding>> {
  const [value, of] = [alias(reportValues, 'value'), alias(reportValues, 'of')];
  const isAsked = listed.type === 'indicator' ? eq(indicators.key, listed.key) : sql`false`;
  const asked = db.$with('asked').as(
    db
      .select({ id: indicators.id })
      .from(indicators)
      .where(and(eq(indicators.dutyId, round.dutyId), isAsked)),
  );
  const wholes = wholesOf(db, round.dutyId);
  const base = db.$with('base').as(
    db
      .select({ id: sql<number>`${wholes.wholeId}`.as('id') })
      .from(wholes)
      .innerJoin(asked, eq(asked.id, wholes.indicatorId)),
  );
  const among =
    listed.type === 'indicator' ? sql`${value.reportId} is not null` : isInGroup(listed.key, listed.issuerId);
  const rows = await db
    .with(asked, base)
    .select({
      unit: unitRef,
      state: obligations.state,
      firstReportedAt: obligations.firstReportedAt,
      due: obligations.due,
      overdueFrom: obligations.overdueFrom,
      number: value.number,
      text: value.text,
      of: of.number,
      all: sql<number>`(count(*) over ())::int`,
    })
    .from(obligations)
    .innerJoin(units, eq(units.id, obligations.unitId))
    .leftJoin(
      value,
      and(eq(value.reportId, obligations.currentReportId), sql`${value.indicatorId} = (select id from asked)`),
    )
    .leftJoin(of, and(eq(of.reportId, obligations.currentReportId), sql`${of.indicatorId} = (select id from base)`))
    .where(and(eq(obligations.roundId, round.id), among))
    .orderBy(
      ...(listed.type === 'indicator' ? [sql`${value.number} / nullif(${of.number}, 0) nulls last`] : []),
      asc(units.position),
      asc(units.id),
    )
    .limit(unitsOnPage)
    .offset((page - 1) * unitsOnPage);
  // A page behind the last: a choice of an old message, or a number that somebody typed.
  if (rows.length === 0 && page > 1) return pageUnits(db, round, listed, 1);
  const all = rows[0]?.all ?? 0;
  return {
    rows: rows.map(({ all: _, number, text, due, overdueFrom, ...row }) => ({
      ...row,
      own: due && overdueFrom ? { due, overdueFrom } : null,
      value: readValue(number, text),
    })),
    page,
    pages: Math.max(1, Math.ceil(all / unitsOnPage)),
  };
}

function readValue(number: Exact | null, text: string | null): Value | null {
  if (number !== null) return { type: 'number', value: number };
  return text === null ? null : { type: 'text', value: text };
}

function isInGroup(key: GroupKey, issuerId: number): SQL | undefined {
  if (key.type === 'below') return eq(units.parentId, key.unit.id);
  return and(eq(units.kind, key.kind), or(isNull(units.parentId), eq(units.parentId, issuerId)));
}

/**
 * The units of a round that `searchUnits` may find for any of these words, in administrative order: all whose names have letters alike. So
 * of many units few are looked at word by word.
 */
export const listUnitsAlike = (
  db: Db,
  roundId: number,
  said: readonly string[],
): Promise<(UnitRef & { aliases: string[] })[]> =>
  db
    .select({ ...unitRef, aliases: units.aliases })
    .from(obligations)
    .innerJoin(units, eq(units.id, obligations.unitId))
    .where(
      and(eq(obligations.roundId, roundId), or(...said.flatMap((words) => [isNamedLike(words), isCodeLike(words)]))),
    )
    .orderBy(asc(units.position), asc(units.id));
