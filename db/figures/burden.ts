/** What reporting takes of units: counted by civil month. */
import { and, asc, desc, eq, isNotNull, lte, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import {
  type BurdenAmounts,
  type BurdenLine,
  type BurdenOfMonth,
  longestPause,
  mostUnitsListed,
} from '../../core/figures/burden.ts';
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

/** Whose burden is counted: of the units to which these issuers' directives were given, or of one of them. */
type Whose = { issuerIds: number[]; unit?: number };

/** How much of each kind a statement counts: one kind, and nothing of the others. */
const amounts = (some: Partial<Record<keyof BurdenAmounts, SQL<number>>>) => {
  const amount = (of: keyof BurdenAmounts) => (some[of] ?? sql<number>`0`).as(of);
  return {
    directives: amount('directives'),
    questions: amount('questions'),
    received: amount('received'),
    written: amount('written'),
    minutes: amount('minutes'),
  };
};
const each = sql<number>`count(*)::int`;

/** What was given and taken, by unit, month and kind; `now` is civil time. */
function countedOf(db: Db, { issuerIds, unit: only }: Whose, now: Date) {
  const isTheirs = inArray(directives.issuerId, issuerIds);
  const isMeant = (unitId: SQLWrapper): SQL | undefined =>
    only === undefined ? undefined : sql`${unitId} = ${only}::int`;
  const assigned = db
    .select({
      unitId: assignments.unitId,
      month: monthOf(directives.issuedAt).as('month'),
      ...amounts({ directives: each }),
    })
    .from(assignments)
    .innerJoin(directives, eq(directives.id, assignments.directiveId))
    .where(and(isTheirs, isNotNull(directives.issuedAt), isMeant(assignments.unitId)))
    .groupBy(assignments.unitId, monthOf(directives.issuedAt));
  const asked = db
    .select({
      unitId: obligations.unitId,
      month: monthOf(rounds.opensAt).as('month'),
      ...amounts({ questions: each }),
    })
    .from(obligations)
    .innerJoin(rounds, eq(rounds.id, obligations.roundId))
    .innerJoin(duties, eq(duties.id, rounds.dutyId))
    .innerJoin(directives, eq(directives.id, duties.directiveId))
    .innerJoin(indicators, eq(indicators.dutyId, duties.id))
    .where(and(isTheirs, lte(rounds.opensAt, now), isMeant(obligations.unitId)))
    .groupBy(obligations.unitId, monthOf(rounds.opensAt));
  const told = db
    .select({
      unitId: sql<number>`${messages.unitId}`.as('unit_id'),
      month: monthOf(messages.createdAt).as('month'),
      ...amounts({ received: each }),
    })
    .from(messages)
    .innerJoin(directives, eq(directives.id, messages.directiveId))
    .where(and(isTheirs, isNotNull(messages.unitId), eq(messages.recipientType, 'person'), isMeant(messages.unitId)))
    .groupBy(messages.unitId, monthOf(messages.createdAt));
  const given = db
    .select({ id: assignments.unitId })
    .from(assignments)
    .innerJoin(directives, eq(directives.id, assignments.directiveId))
    .where(and(isTheirs, isMeant(assignments.unitId)));
  return unionAll(assigned, asked, told, wordsOf(db, given)).as('counted');
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
  const minutes = sql<number>`ceil(sum(case when ${said.pause} <= ${longestPause}::int then ${said.pause} else 1 end))::int`;
  return db
    .select({ unitId: said.unitId, month: monthOf(said.at).as('month'), ...amounts({ written: each, minutes }) })
    .from(said)
    .groupBy(said.unitId, monthOf(said.at));
}

type Counted = ReturnType<typeof countedOf>;

const sumsOf = (counted: Counted) => {
  const sum = (of: SQLWrapper) => sql<number>`sum(${of})::int`;
  return {
    directives: sum(counted.directives),
    questions: sum(counted.questions),
    received: sum(counted.received),
    written: sum(counted.written),
    minutes: sum(counted.minutes),
  };
};

/** The months of a unit to which these issuers gave directives, the newest first. `now` is civil time. */
export async function readBurdenOfUnit(db: Db, issuerIds: number[], unitId: number, now: Date): Promise<BurdenLine[]> {
  const counted = countedOf(db, { issuerIds, unit: unitId }, now);
  return await db
    .select({ unit, month: counted.month, ...sumsOf(counted) })
    .from(counted)
    .innerJoin(units, eq(units.id, counted.unitId))
    .groupBy(units.id, counted.month)
    .orderBy(desc(counted.month));
}

/** A month ("2021-09") of the units to which these issuers gave directives: all of them together, and those that carry most. */
export async function readBurdenOfMonth(db: Db, issuerIds: number[], month: string, now: Date): Promise<BurdenOfMonth> {
  const nothing = { questions: 0, received: 0, written: 0, minutes: 0 };
  if (issuerIds.length === 0) return { units: 0, whole: nothing, lines: [] };
  const counted = countedOf(db, { issuerIds }, now);
  const sums = sumsOf(counted);
  const whole = (of: SQL<number>) => sql<number>`(sum(${of}) over ())::int`;
  const rows = await db
    .select({
      unit,
      month: counted.month,
      ...sums,
      units: sql<number>`(count(*) over ())::int`,
      whole: sql<BurdenOfMonth['whole']>`json_build_object('questions', ${whole(sums.questions)},
        'received', ${whole(sums.received)}, 'written', ${whole(sums.written)}, 'minutes', ${whole(sums.minutes)})`,
    })
    .from(counted)
    .innerJoin(units, eq(units.id, counted.unitId))
    .where(eq(counted.month, month))
    .groupBy(units.id, counted.month)
    .orderBy(desc(sums.minutes), desc(sums.questions), desc(sums.written), asc(units.position), asc(units.id))
    .limit(mostUnitsListed);
  const lines = rows.map(({ units: _, whole: __, ...line }) => line);
  return { units: rows[0]?.units ?? 0, whole: rows[0]?.whole ?? nothing, lines };
}
