/** What stands behind the totals of a round: pages of units. */
import { and, asc, eq, isNull, or, type SQL, sql } from 'drizzle-orm';
import { type Page, pageAmong, type UnitStanding, unitsOnPage } from '../../core/figures/drill-down.ts';
import type { GroupKey } from '../../core/figures/papers.ts';
import type { Exact } from '../../core/reports/exact.ts';
import type { Value } from '../../core/reports/obligation.ts';
import type { UnitRef } from '../../core/roster/person.ts';
import type { Db } from '../database.ts';
import { isCodeLike, isNamedLike } from '../roster/named-like.ts';
import { indicators, obligations, reportValues, units } from '../schema/tables.ts';
import { findGroupParts } from './parts/counts.ts';
import { firstIn } from './parts/first-units.ts';
import { findChangedParts, isOfPart, obligationsIn } from './parts/parts.ts';
import { findLeastShares, type LeastShare, shareSql } from './parts/shares.ts';
import { type CountedRound, isWholeIn, wholesOf, wholeValue } from './recount/totals.ts';

const unitRef = { id: units.id, code: units.code, name: units.name };

/**
 * One page of the `all` units of a group, in administrative order. `issuerId` tells the groups of consolidators from those of kinds
 * (see `GroupKey`).
 */
export async function pageGroup(
  db: Db,
  round: CountedRound,
  { all, ...group }: { key: GroupKey; issuerId: number; all: number },
  asked: number,
): Promise<Page<UnitStanding>> {
  const { page, pages } = pageAmong(all, asked);
  const most = page * unitsOnPage;
  const parts = await findGroupParts(db, round.id, group, { changed: await findChangedParts(db, round.id), most });
  const first = await firstIn(parts, most, (some) =>
    db
      .select({ ...standing, position: units.position })
      .from(obligationsIn(some, round.id))
      .innerJoin(obligations, isOfPart(obligations.id))
      .innerJoin(units, eq(units.id, obligations.unitId))
      .where(isInGroup(group.key, group.issuerId))
      .orderBy(asc(units.position), asc(units.id))
      .limit(most),
  );
  const rows = first.slice(most - unitsOnPage).map(({ position: _, ...row }) => row);
  return { rows: rows.map((row) => standingOf({ ...row, of: null, number: null, text: null })), page, pages };
}

/** In so many parts a page mostly is, for each page up to it. */
const fewParts = 3;

/**
 * One page of the `all` units that answered an indicator, the smallest share first. Without a denominator they stand in
 * administrative order. It reads the parts with the smallest shares alone.
 */
export async function pageByShare(
  db: Db,
  round: CountedRound,
  indicator: { key: string; all: number },
  asked: number,
): Promise<Page<UnitStanding>> {
  const { page, pages } = pageAmong(indicator.all, asked);
  const [one] = await db
    .select({ id: indicators.id })
    .from(indicators)
    .where(and(eq(indicators.dutyId, round.dutyId), eq(indicators.key, indicator.key)));
  if (!one) return { rows: [], page, pages };
  const changed = await findChangedParts(db, round.id);
  const parts = await findLeastShares(db, round, one.id, { changed, most: page * unitsOnPage });
  const few = fewParts * page;
  const next = parts[few];
  const found = await listByShare(db, round, one.id, { parts: parts.slice(0, few), next, page });
  const isSure = !next || (found.length === unitsOnPage && found.at(-1)?.isBefore);
  const rows = isSure ? found : await listByShare(db, round, one.id, { parts, next: undefined, page });
  return { rows: rows.map(({ isBefore: _, ...row }) => standingOf(row)), page, pages };
}

/** A page of the units of some parts; `isBefore`: the unit stands before all those of the part `next`. */
function listByShare(
  db: Db,
  round: CountedRound,
  indicatorId: number,
  { parts, next, page }: { parts: readonly LeastShare[]; next: LeastShare | undefined; page: number },
) {
  const wholes = wholesOf(db, round.dutyId);
  return db
    .select({
      ...standing,
      number: reportValues.number,
      text: reportValues.text,
      of: wholeValue.number,
      isBefore: next
        ? sql<boolean>`(${shareSql}, ${units.position}) < (${next.share}::numeric, ${next.firstAt}::int)`
        : sql<boolean>`true`,
    })
    .from(
      obligationsIn(
        parts.map(({ part }) => part),
        round.id,
      ),
    )
    .innerJoin(obligations, isOfPart(obligations.id))
    .innerJoin(units, eq(units.id, obligations.unitId))
    .innerJoin(
      reportValues,
      and(eq(reportValues.reportId, obligations.currentReportId), eq(reportValues.indicatorId, indicatorId)),
    )
    .leftJoin(wholes, eq(wholes.indicatorId, reportValues.indicatorId))
    .leftJoin(wholeValue, isWholeIn(wholes))
    .orderBy(shareSql, asc(units.position), asc(units.id))
    .limit(unitsOnPage)
    .offset((page - 1) * unitsOnPage);
}

const standing = {
  unit: unitRef,
  state: obligations.state,
  firstReportedAt: obligations.firstReportedAt,
  due: obligations.due,
  overdueFrom: obligations.overdueFrom,
};

type Listed = Omit<UnitStanding, 'own' | 'value'> & {
  due: Date | null;
  overdueFrom: Date | null;
  number: Exact | null;
  text: string | null;
};

const standingOf = ({ number, text, due, overdueFrom, ...row }: Listed): UnitStanding => ({
  ...row,
  own: due && overdueFrom ? { due, overdueFrom } : null,
  value: readValue(number, text),
});

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
