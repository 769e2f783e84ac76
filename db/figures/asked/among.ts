/** Which units a question is about: those that its asker may see, of the kind or the name that they said. */
import { and, asc, eq, isNull, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { AskedCounts } from '../../../core/figures/asked/answer.ts';
import { bare } from '../../../core/language/topics.ts';
import type { UnitRef } from '../../../core/roster/person.ts';
import { searchUnits } from '../../../core/roster/unit-search.ts';
import type { Db } from '../../database.ts';
import { inArray } from '../../engine/lists.ts';
import { isCodeLike, isNamedLike } from '../../roster/named-like.ts';
import { assignments, obligations, people, unitRoles, units } from '../../schema/tables.ts';
import { countWhere } from '../recount/totals.ts';

/** Whose units may be seen: all of a directive, those below a unit in a round, or some that are named. */
export type Seen =
  | { scope: 'all' }
  | { scope: 'below'; round: number; unit: number }
  | { scope: 'own'; units: readonly number[] };

/** Units by their kinds, or by words of their names; of neither all. */
export type OfKind = { kinds: readonly string[] } | { name: string };

/** What a question is about. `round`: null where the directive asks for no report. `unit`: that one alone. */
export type AskedAbout = {
  directiveId: number;
  round: { id: number; dutyId: number } | null;
  seen: Seen;
  of: OfKind | null;
  unit: number | null;
};

/** The units below a unit in a round, at all levels. */
const unitsBelow = (round: number, unit: number): SQL => sql`(
  with recursive below as (
    select o.unit_id from obligations o where o.round_id = ${round} and o.consolidator_id = ${unit}
    union
    select o.unit_id from obligations o join below b on o.consolidator_id = b.unit_id where o.round_id = ${round})
  select unit_id from below)`;

/** Whether a unit is one that may be seen. */
function isSeen(seen: Seen, unit: SQLWrapper): SQL | undefined {
  if (seen.scope === 'all') return undefined;
  return seen.scope === 'below' ? sql`${unit} in ${unitsBelow(seen.round, seen.unit)}` : inArray(unit, seen.units);
}

/** Whether a unit is meant. The query has `units`. */
export const isAsked = ({ seen, of, unit }: AskedAbout): SQL | undefined =>
  and(
    isSeen(seen, units.id),
    of === null ? undefined : 'kinds' in of ? inArray(units.kind, of.kinds) : isNamedLike(of.name),
    unit === null ? undefined : eq(units.id, unit),
  );

/** The same of an id, for queries that have no `units`. */
export function isAskedId(asked: AskedAbout, id: SQL): SQL {
  if (asked.seen.scope === 'all' && asked.of === null && asked.unit === null) return sql`true`;
  return sql`${id} in (select ${units.id} from ${units} where ${isAsked(asked)})`;
}

/** More that may be meant are not looked at. */
const mostAlike = 200;

/** The units that words name, of those that were given tasks under the directive and may be seen: all that they may mean. */
export async function findAskedUnits(db: Db, asked: AskedAbout, said: string): Promise<UnitRef[]> {
  if (bare(said) === '') return [];
  const rows = await db
    .select({ id: units.id, code: units.code, name: units.name, aliases: units.aliases })
    .from(assignments)
    .innerJoin(units, eq(units.id, assignments.unitId))
    .where(
      and(
        eq(assignments.directiveId, asked.directiveId),
        isSeen(asked.seen, units.id),
        or(isNamedLike(said), isCodeLike(said)),
      ),
    )
    .orderBy(asc(units.position), asc(units.id))
    .limit(mostAlike);
  return searchUnits(rows, said).map(({ id, code, name }) => ({ id, code, name }));
}

/** How many of the units that are meant were given tasks, are to report, and have. */
export async function countMeant(db: Db, asked: AskedAbout): Promise<AskedCounts> {
  const { directiveId, round } = asked;
  const [[given], [owed]] = await Promise.all([
    db
      .select({ n: sql<number>`count(*)::int` })
      .from(assignments)
      .innerJoin(units, eq(units.id, assignments.unitId))
      .where(and(eq(assignments.directiveId, directiveId), isAsked(asked))),
    round
      ? db
          .select({
            reporting: countWhere(sql`${obligations.state} <> 'excused'`),
            reported: countWhere(sql`${obligations.state} = 'reported'`),
          })
          .from(obligations)
          .innerJoin(units, eq(units.id, obligations.unitId))
          .where(and(eq(obligations.roundId, round.id), isAsked(asked)))
      : [],
  ]);
  return { assigned: given?.n ?? 0, reporting: owed?.reporting ?? 0, reported: owed?.reported ?? 0 };
}

/** The kinds of the units that were given tasks under a directive. */
export async function listKinds(db: Db, directiveId: number): Promise<string[]> {
  const rows = await db
    .selectDistinct({ kind: units.kind })
    .from(assignments)
    .innerJoin(units, eq(units.id, assignments.unitId))
    .where(eq(assignments.directiveId, directiveId))
    .orderBy(units.kind);
  return rows.map(({ kind }) => kind);
}

/** Whom to phone in a unit: as the roster has it, and who has registered for it. */
export async function findUnitContact(db: Db, unitId: number) {
  const [[unit], registered] = await Promise.all([
    db
      .select({
        unit: { id: units.id, code: units.code, name: units.name },
        headName: units.headName,
        headTitle: units.headTitle,
        phone: units.phone,
      })
      .from(units)
      .where(eq(units.id, unitId)),
    db
      .select({ name: people.name, phone: people.phone })
      .from(unitRoles)
      .innerJoin(people, eq(people.id, unitRoles.personId))
      .where(
        and(
          eq(unitRoles.unitId, unitId),
          inArray(unitRoles.role, ['head', 'delegate']),
          eq(unitRoles.state, 'agreed'),
          isNull(unitRoles.to),
        ),
      )
      .orderBy(asc(unitRoles.id)),
  ]);
  return unit && { ...unit, people: registered };
}
