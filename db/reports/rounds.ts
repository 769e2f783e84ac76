import { and, asc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Beginning } from '../../core/roster/beginning.ts';
import type { UnitRef } from '../../core/roster/person.ts';
import type { Db } from '../database.ts';
import { rowsOf } from '../engine/rows.ts';
import { byKeys, notByKey } from '../engine/statements/plan.ts';
import { directives, duties, obligations, officeSwitches, rounds, units } from '../schema/tables.ts';

/** `due` is the deadline of the unit alone, where it has one; `consolidator` the unit that consolidates it, where one does. */
export type RoundDebt = {
  id: number;
  due: Date | null;
  isExtended: boolean;
  consolidator: UnitRef | null;
  unit: UnitRef & { kind: string; parentId: number | null };
};

const consolidator = alias(units, 'consolidator');

/** What is still owed in a round, in administrative order. */
export function findOwed(db: Db, roundId: number): Promise<RoundDebt[]> {
  return db
    .select(owedColumns)
    .from(obligations)
    .innerJoin(units, eq(units.id, obligations.unitId))
    .leftJoin(consolidator, eq(consolidator.id, obligations.consolidatorId))
    .where(and(eq(obligations.roundId, roundId), eq(obligations.state, 'owed')))
    .orderBy(units.position, units.id);
}

const owedColumns = {
  id: obligations.id,
  due: obligations.due,
  isExtended: sql<boolean>`(${obligations.extendedAt} is not null)`,
  consolidator: { id: consolidator.id, code: consolidator.code, name: consolidator.name },
  unit: { id: units.id, code: units.code, name: units.name, kind: units.kind, parentId: units.parentId },
};

/** How many units right below a unit owe in a round and answer to nobody else, and the first of them in administrative order. */
export async function findFirstOwedBelow(
  db: Db,
  roundId: number,
  { parentId, most }: { parentId: number; most: number },
): Promise<Beginning<UnitRef>> {
  const rows = await db
    .select({
      unit: { id: units.id, code: units.code, name: units.name },
      count: sql<number>`(count(*) over ())::int`,
    })
    .from(obligations)
    .innerJoin(units, eq(units.id, obligations.unitId))
    .where(
      and(
        eq(obligations.roundId, roundId),
        eq(obligations.state, 'owed'),
        isNull(obligations.consolidatorId),
        eq(units.parentId, parentId),
      ),
    )
    .orderBy(asc(units.position), asc(units.id))
    .limit(most);
  return { count: rows[0]?.count ?? 0, first: rows.map(({ unit }) => unit) };
}

/** Debts of a round between two ids: behind one of them and up to another. */
export type DebtPiece = { after: number; until: number };

/** The debts of a round by id, in pieces of at most so many. */
export async function listOwedPieces(db: Db, roundId: number, most: number): Promise<DebtPiece[]> {
  const rows = rowsOf<DebtPiece>(
    await db.execute(sql`select min(id) - 1 as after, max(id) as until
      from (select o.id, (row_number() over (order by o.id) - 1) / ${most}::int as piece
        from obligations o where o.round_id = ${roundId}::int and o.state = 'owed') owed
      group by piece order by piece`),
  );
  return rows.map(({ after, until }) => ({ after, until }));
}

/** What is still owed in a piece of a round, by id. Each debt is looked at once, whatever other rounds there are. */
export function findOwedPiece(db: Db, roundId: number, { after, until }: DebtPiece): Promise<RoundDebt[]> {
  return db
    .select(owedColumns)
    .from(obligations)
    .innerJoin(units, eq(units.id, obligations.unitId))
    .leftJoin(consolidator, eq(consolidator.id, obligations.consolidatorId))
    .where(
      and(
        eq(notByKey(obligations.roundId), roundId),
        eq(obligations.state, 'owed'),
        gt(obligations.id, after),
        lte(obligations.id, until),
        byKeys,
      ),
    )
    .orderBy(asc(obligations.id));
}

/** The units that have reported in a round, in administrative order. */
export function findReportedUnits(db: Db, roundId: number): Promise<UnitRef[]> {
  return db
    .select({ id: units.id, code: units.code, name: units.name })
    .from(obligations)
    .innerJoin(units, eq(units.id, obligations.unitId))
    .where(and(eq(obligations.roundId, roundId), eq(obligations.state, 'reported')))
    .orderBy(units.position, units.id);
}

/** The unit that collects the reports of a round. */
export async function findCollector(db: Db, roundId: number): Promise<UnitRef> {
  const [row] = await db
    .select({ id: units.id, code: units.code, name: units.name })
    .from(rounds)
    .innerJoin(duties, eq(duties.id, rounds.dutyId))
    .innerJoin(units, eq(units.id, duties.reportToId))
    .where(eq(rounds.id, roundId));
  if (!row) throw new Error(`round ${roundId} is gone`);
  return row;
}

const hasDebts = sql`exists (select 1 from ${obligations} where ${obligations.roundId} = ${rounds.id} and ${obligations.state} = 'owed')`;

/**
 * Finds the rounds of issued directives that are open at `now`. Rounds without a debt are left out a month after their
 * deadline, or after the report that was the last.
 */
export function findOpenRounds(db: Db, now: Date) {
  const lately = new Date(now.getTime() - 30 * 24 * 3600 * 1000);
  const isReportedLately = sql`exists (select 1 from ${obligations} where ${obligations.roundId} = ${rounds.id} and ${obligations.firstReportedAt} > ${lately.toISOString()}::timestamptz)`;
  return db
    .select({
      id: rounds.id,
      dutyId: rounds.dutyId,
      key: rounds.key,
      opensAt: rounds.opensAt,
      due: rounds.due,
      overdueFrom: rounds.overdueFrom,
      closesAt: rounds.closesAt,
      extendedAt: rounds.extendedAt,
      amendedAt: rounds.amendedAt,
      title: duties.title,
      reportTo: { id: units.id, code: units.code, name: units.name },
      deadline: duties.deadline,
      reminders: duties.reminders,
      summaries: duties.summaries,
      directiveId: directives.id,
      issuerId: directives.issuerId,
      office: officeSwitches.calendar,
    })
    .from(rounds)
    .innerJoin(duties, eq(duties.id, rounds.dutyId))
    .innerJoin(directives, eq(directives.id, duties.directiveId))
    .innerJoin(units, eq(units.id, duties.reportToId))
    .leftJoin(officeSwitches, eq(officeSwitches.unitId, directives.issuerId))
    .where(
      and(
        eq(directives.state, 'issued'),
        lte(rounds.opensAt, now),
        or(isNull(rounds.closesAt), gt(rounds.closesAt, now)),
        or(hasDebts, gt(rounds.due, lately), isReportedLately),
      ),
    )
    .orderBy(asc(rounds.due), asc(rounds.id));
}
