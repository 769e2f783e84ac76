/** What reporting takes of units: counted by civil month. */
import { and, eq, isNotNull, lte, type SQLWrapper, sql } from 'drizzle-orm';
import { type BurdenLine, longestPause } from '../../core/figures/burden.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import {
  accounts,
  assignments,
  directives,
  duties,
  inbox,
  indicators,
  messages,
  obligations,
  rounds,
  unitRoles,
  units,
} from '../schema/tables.ts';

/** The month in Vietnam, "2021-09". */
const monthOf = (instant: SQLWrapper) => sql<string>`to_char(${instant} at time zone interval '7 hours', 'YYYY-MM')`;
const unit = { id: units.id, code: units.code, name: units.name };
const number = sql<number>`count(*)::int`;

type Counted = { unit: BurdenLine['unit']; month: string; n: number };

/** Lines of the units to which these issuers' directives were given, unit by unit in administrative order, the newest month first. */
export async function readBurden(db: Db, issuerIds: number[], now: Date): Promise<BurdenLine[]> {
  if (issuerIds.length === 0) return [];
  const given = db
    .select({ id: assignments.unitId })
    .from(assignments)
    .innerJoin(directives, eq(directives.id, assignments.directiveId))
    .where(inArray(directives.issuerId, issuerIds));
  const [assigned, asked, told, said] = await Promise.all([
    db
      .select({ unit, month: monthOf(directives.issuedAt), n: number })
      .from(assignments)
      .innerJoin(directives, eq(directives.id, assignments.directiveId))
      .innerJoin(units, eq(units.id, assignments.unitId))
      .where(and(inArray(directives.issuerId, issuerIds), isNotNull(directives.issuedAt)))
      .groupBy(units.id, monthOf(directives.issuedAt)),
    db
      .select({ unit, month: monthOf(rounds.opensAt), n: number })
      .from(obligations)
      .innerJoin(rounds, eq(rounds.id, obligations.roundId))
      .innerJoin(duties, eq(duties.id, rounds.dutyId))
      .innerJoin(directives, eq(directives.id, duties.directiveId))
      .innerJoin(indicators, eq(indicators.dutyId, duties.id))
      .innerJoin(units, eq(units.id, obligations.unitId))
      .where(and(inArray(directives.issuerId, issuerIds), lte(rounds.opensAt, now)))
      .groupBy(units.id, monthOf(rounds.opensAt)),
    db
      .select({ unit, month: monthOf(messages.createdAt), n: number })
      .from(messages)
      .innerJoin(directives, eq(directives.id, messages.directiveId))
      .innerJoin(units, eq(units.id, messages.unitId))
      .where(and(inArray(directives.issuerId, issuerIds), eq(messages.recipientType, 'person')))
      .groupBy(units.id, monthOf(messages.createdAt)),
    wordsOf(db, given),
  ]);
  const lines = new Map<string, BurdenLine>();
  const add = (rows: readonly Counted[], what: Exclude<keyof BurdenLine, 'unit' | 'month'>): void => {
    for (const { unit: of, month, n } of rows) {
      const key = `${of.id} ${month}`;
      const line = lines.get(key) ?? {
        unit: of,
        month,
        directives: 0,
        questions: 0,
        received: 0,
        written: 0,
        minutes: 0,
      };
      lines.set(key, { ...line, [what]: n });
    }
  };
  add(assigned, 'directives');
  add(asked, 'questions');
  add(told, 'received');
  add(said, 'written');
  add(
    said.map(({ minutes, ...row }) => ({ ...row, n: minutes })),
    'minutes',
  );
  return [...lines.values()].toSorted((a, b) => a.unit.id - b.unit.id || b.month.localeCompare(a.month));
}

/** What the heads and delegates of units wrote, and the minutes between it; a person of several units counts at each. */
function wordsOf(db: Db, unitIds: SQLWrapper) {
  const said = db
    .select({
      unitId: unitRoles.unitId,
      at: inbox.receivedAt,
      pause: sql<number>`extract(epoch from ${inbox.receivedAt} - lag(${inbox.receivedAt}) over (
        partition by ${unitRoles.unitId}, ${unitRoles.personId} order by ${inbox.receivedAt}, ${inbox.id})) / 60`.as(
        'pause',
      ),
    })
    .from(inbox)
    .innerJoin(accounts, eq(accounts.id, inbox.accountId))
    .innerJoin(unitRoles, eq(unitRoles.personId, accounts.personId))
    .where(and(inArray(unitRoles.role, ['head', 'delegate']), inArray(unitRoles.unitId, unitIds)))
    .as('said');
  return db
    .select({
      unit,
      month: monthOf(said.at),
      n: number,
      minutes: sql<number>`ceil(sum(case when ${said.pause} <= ${longestPause} then ${said.pause} else 1 end))::int`,
    })
    .from(said)
    .innerJoin(units, eq(units.id, said.unitId))
    .groupBy(units.id, monthOf(said.at));
}
