/** Lists of units page by page, and from all debts and reports at once. */
import { and, asc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { expect } from 'vitest';
import type { Db } from '../../../../db/database.ts';
import { pageByShare, pageGroup } from '../../../../db/figures/drill-down.ts';
import { totalGroups } from '../../../../db/figures/papers.ts';
import { wholesOf } from '../../../../db/figures/recount/totals.ts';
import { indicators, obligations, reportValues, units } from '../../../../db/schema/tables.ts';

type Round = { id: number; dutyId: number };

async function recountByShare(db: Db, round: Round, indicatorId: number) {
  const wholes = wholesOf(db, round.dutyId);
  const whole = alias(reportValues, 'whole');
  const share = sql`${reportValues.number} / nullif(${whole.number}, 0)`;
  const rows = await db
    .select({ id: units.id, number: reportValues.number, of: whole.number })
    .from(obligations)
    .innerJoin(units, eq(units.id, obligations.unitId))
    .innerJoin(reportValues, eq(reportValues.reportId, obligations.currentReportId))
    .leftJoin(wholes, eq(wholes.indicatorId, reportValues.indicatorId))
    .leftJoin(whole, and(eq(whole.reportId, reportValues.reportId), eq(whole.indicatorId, wholes.wholeId)))
    .where(and(eq(obligations.roundId, round.id), eq(reportValues.indicatorId, indicatorId)))
    .orderBy(sql`${share} nulls last`, asc(units.position), asc(units.id));
  return rows;
}

/** Every page of every indicator holds what a recount gives. */
export async function expectPagesByShare(db: Db, round: Round): Promise<void> {
  for (const { id, key } of await db.select().from(indicators).where(eq(indicators.dutyId, round.dutyId))) {
    const expected = await recountByShare(db, round, id);
    const found: object[] = [];
    for (let page = 1, pages = 1; page <= pages; page += 1) {
      const read = await pageByShare(db, round, { key, all: expected.length }, page);
      ({ pages } = read);
      for (const { unit, value, of } of read.rows)
        found.push({ id: unit.id, number: value?.type === 'number' ? value.value : null, of });
    }
    expect(found, key).toEqual(expected);
  }
}

/** Every page of every group holds the units of its kind, or those below its unit, in administrative order. */
export async function expectPagesOfGroups(db: Db, round: Round & { issuerId: number }): Promise<void> {
  const debts = await db
    .select({ id: units.id, kind: units.kind, parentId: units.parentId, state: obligations.state })
    .from(obligations)
    .innerJoin(units, eq(units.id, obligations.unitId))
    .where(eq(obligations.roundId, round.id))
    .orderBy(asc(units.position), asc(units.id));
  const isDirect = ({ parentId }: { parentId: number | null }) => parentId === null || parentId === round.issuerId;
  for (const { key, progress } of await totalGroups(db, round)) {
    const expected = debts.filter((debt) =>
      key.type === 'below' ? debt.parentId === key.unit.id : debt.kind === key.kind && isDirect(debt),
    );
    const found: object[] = [];
    for (let page = 1, pages = 1; page <= pages; page += 1) {
      const read = await pageGroup(db, round, { key, issuerId: round.issuerId, all: progress.reporting }, page);
      ({ pages } = read);
      for (const { unit, state } of read.rows) found.push({ id: unit.id, state });
    }
    expect(found).toEqual(expected.map(({ id, state }) => ({ id, state })));
  }
}
