import { and, asc, eq, isNull, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { AuditFact } from '../../core/audit/fact.ts';
import type { AssignmentFact, Consolidates, DirectiveState, TaskText } from '../../core/directives/assignment.ts';
import { originalFormatOf } from '../../core/directives/original.ts';
import { groupedBy } from '../../core/roster/grouped.ts';
import { recordedAcknowledgement } from '../audit/directives.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { compiled, type Given } from '../engine/statements/compiled.ts';
import { byKey } from '../engine/statements/plan.ts';
import { directiveColumns } from '../schema/directive-columns.ts';
import { assignments, directives, duties, obligations, people, rounds, tasks, units } from '../schema/tables.ts';
import { unitsOfWriter, type WriterAddress } from '../writer/owner.ts';
import { originalTypeOf } from './originals.ts';

const issuer = alias(units, 'issuer');

/** What was assigned to units, oldest directive first; of directives that go on, or were closed, unless other states are named. */
export async function findAssignments(
  db: Db,
  unitIds: number[],
  states: readonly DirectiveState[] = notRecalled,
): Promise<AssignmentFact[]> {
  return unitIds.length === 0 ? [] : assignmentFacts(await selectAssignments(db, isOfUnits(unitIds, states)));
}

const notRecalled: readonly DirectiveState[] = ['issued', 'closed'];

const isOfUnits = (unitIds: number[] | SQLWrapper, states: readonly DirectiveState[]) =>
  and(inArray(assignments.unitId, unitIds), inArray(directives.state, states));

const ofWriter = compiled((db, writer: Given<WriterAddress>) =>
  selectAssignments(db, isOfUnits(unitsOfWriter(db, writer), notRecalled)),
);

/** What was assigned to the units for which whoever has an address answers, by directives that go on or were closed. */
export const findAssignmentsOfWriter = async (db: Db, writer: WriterAddress): Promise<AssignmentFact[]> =>
  assignmentFacts(await ofWriter(db, writer));

/** For whom progress may be told: the staff of these offices, and whoever answers for these units, which consolidate others. */
export type Tellers = { staffOf: readonly number[]; answersFor: readonly number[] };

/**
 * What was assigned to units by directives that go on and ask for progress, where these people may tell it for the unit. Those are
 * the staff of the office that issued it, and whoever consolidates the unit at any level.
 */
export async function findAssignmentsToTell(
  db: Db,
  unitIds: readonly number[],
  { staffOf, answersFor }: Tellers,
): Promise<AssignmentFact[]> {
  if (unitIds.length === 0 || staffOf.length + answersFor.length === 0) return [];
  const isBelow = sql`exists (
    with recursive above as (
      select o.round_id, o.consolidator_id from obligations o join rounds r on r.id = o.round_id
        join duties d on d.id = r.duty_id
        where d.directive_id = ${assignments.directiveId} and o.unit_id = ${assignments.unitId}
      union
      select o.round_id, o.consolidator_id from obligations o
        join above a on o.round_id = a.round_id and o.unit_id = a.consolidator_id)
    select 1 from above where ${inArray(sql`above.consolidator_id`, [...answersFor])})`;
  const isToTell = and(
    inArray(assignments.unitId, [...unitIds]),
    eq(directives.state, 'issued'),
    or(inArray(directives.issuerId, [...staffOf]), isBelow),
    asksForProgress,
  );
  return assignmentFacts(await selectAssignments(db, isToTell));
}

const asksForProgress = sql<boolean>`exists (select 1 from tasks t where t.directive_id = ${assignments.directiveId}
        and t.asks_progress and t.id = any(${assignments.taskIds}))`;

/** What a unit consolidates under a directive, as JSON; null: nobody. */
const consolidatesOf = sql<ConsolidatesRow | null>`(
  select case when count(*) > 0 then json_build_object(
    'units', count(distinct o.unit_id), 'rounds', count(distinct r.id),
    'below', min(coalesce(o.due, r.due)), 'due', min(coalesce(own.due, r.due)),
    'to', (select json_build_array(t.id, t.code, t.name) from units t
      where t.id = min(coalesce(own.consolidator_id, d.report_to_id))),
    'isConsolidated', bool_or(own.consolidator_id is not null)) end
  from obligations o join rounds r on r.id = o.round_id join duties d on d.id = r.duty_id
  left join obligations own on own.round_id = o.round_id and own.unit_id = o.consolidator_id
  where o.consolidator_id = ${assignments.unitId} and d.directive_id = ${assignments.directiveId})`;

type ConsolidatesRow = {
  units: number;
  rounds: number;
  below: string;
  due: string;
  to: [id: number, code: string, name: string];
  isConsolidated: boolean;
};

function readConsolidates({ units: n, rounds: all, below, due, to, isConsolidated }: ConsolidatesRow): Consolidates {
  const [id, code, name] = to;
  const isOnce = all === 1;
  return {
    units: n,
    below: isOnce ? new Date(below) : null,
    due: isOnce ? new Date(due) : null,
    reportTo: { id, code, name },
    isConsolidated,
  };
}

/** One assignment; undefined when there is none with this id. */
export async function findAssignment(db: Db, id: number): Promise<AssignmentFact | undefined> {
  const [found] = assignmentFacts(await selectAssignments(db, eq(assignments.id, id)));
  return found;
}

const selectAssignments = (db: Db, where: SQL | undefined) =>
  db
    .select({
      id: assignments.id,
      at: assignments.acknowledgedAt,
      by: people.name,
      unit: { id: units.id, code: units.code, name: units.name, kind: units.kind, headTitle: units.headTitle },
      directive: directiveColumns,
      issuer: { id: issuer.id, code: issuer.code, name: issuer.name },
      asksProgress: asksForProgress,
      consolidates: consolidatesOf,
      originalType: originalTypeOf(assignments.directiveId),
    })
    .from(assignments)
    .innerJoin(units, eq(units.id, assignments.unitId))
    .innerJoin(directives, eq(directives.id, assignments.directiveId))
    .innerJoin(issuer, eq(issuer.id, directives.issuerId))
    .leftJoin(people, eq(people.id, assignments.acknowledgedBy))
    .where(and(where, byKey))
    .orderBy(asc(directives.id), asc(units.position));

const assignmentFacts = (rows: Awaited<ReturnType<typeof selectAssignments>>): AssignmentFact[] =>
  rows.map(({ at, by, issuer: issuedBy, directive, consolidates, originalType, ...row }) => ({
    ...row,
    ...originalIn(originalType),
    ...(consolidates && { consolidates: readConsolidates(consolidates) }),
    directive: { ...directive, issuer: issuedBy },
    acknowledged: at && { at, by: by ?? '' },
  }));

function originalIn(contentType: string | null): Pick<AssignmentFact, 'original'> {
  const original = originalFormatOf(contentType ?? undefined);
  return original ? { original } : {};
}

/** The texts of assignments' tasks in the order of the document. */
export async function findTaskTexts(db: Db, assignmentIds: number[]): Promise<Map<number, TaskText[]>> {
  if (assignmentIds.length === 0) return new Map();
  const rows = await db
    .select({ id: assignments.id, taskIds: assignments.taskIds, directiveId: assignments.directiveId })
    .from(assignments)
    .where(inArray(assignments.id, assignmentIds));
  const texts = await db
    .select({ id: tasks.id, section: tasks.section, text: tasks.text, directiveId: tasks.directiveId })
    .from(tasks)
    .where(inArray(tasks.directiveId, [...new Set(rows.map((r) => r.directiveId))]))
    .orderBy(tasks.directiveId, tasks.position);
  const textsOf = groupedBy(texts, ({ directiveId }) => directiveId);
  return new Map(
    rows.map(({ id, taskIds, directiveId }) => [
      id,
      (textsOf.get(directiveId) ?? []).flatMap((t) =>
        taskIds.includes(t.id) ? [{ section: t.section, text: t.text }] : [],
      ),
    ]),
  );
}

/**
 * Records that a person acknowledged assignments, and in which message; the first time counts. Acknowledged tasks also
 * count as delivered: the platform's own answer may have been lost. Returns what is to be recorded.
 */
export async function acknowledge(db: Db, ids: number[], by: Acknowledging, now: Date): Promise<AuditFact[]> {
  return ids.length === 0 ? [] : acknowledgeThose(db, ids, by, now);
}

/** Who acknowledges, and in which message. */
type Acknowledging = { personId: number; inboxId: number | null };

async function acknowledgeThose(
  db: Db,
  ids: number[] | SQLWrapper,
  { personId, inboxId }: Acknowledging,
  now: Date,
): Promise<AuditFact[]> {
  const acknowledged = await db
    .update(assignments)
    .set({
      acknowledgedAt: now,
      acknowledgedBy: personId,
      acknowledgedIn: inboxId,
      deliveredAt: sql`coalesce(${assignments.deliveredAt}, ${now.toISOString()}::timestamptz)`,
    })
    .where(and(inArray(assignments.id, ids), isNull(assignments.acknowledgedAt)))
    .returning(recordedAcknowledgement);
  return acknowledged.map((row) => ({ kind: 'acknowledgement', ...row }));
}

/**
 * Records that whoever reports an obligation has received the tasks of its directive and its unit, where nobody has
 * acknowledged them. Returns what is to be recorded.
 */
export function acknowledgeImplied(db: Db, obligationId: number, by: Acknowledging, now: Date): Promise<AuditFact[]> {
  const implied = db
    .select({ id: assignments.id })
    .from(obligations)
    .innerJoin(rounds, eq(rounds.id, obligations.roundId))
    .innerJoin(duties, eq(duties.id, rounds.dutyId))
    .innerJoin(
      assignments,
      and(eq(assignments.directiveId, duties.directiveId), eq(assignments.unitId, obligations.unitId)),
    )
    .where(eq(obligations.id, obligationId));
  return acknowledgeThose(db, implied, by, now);
}

/** The unit with this code that a directive was given to; undefined when there is none. */
export async function findAssignedUnit(db: Db, directiveId: number, code: string): Promise<number | undefined> {
  const [row] = await db
    .select({ id: units.id })
    .from(assignments)
    .innerJoin(units, eq(units.id, assignments.unitId))
    .where(and(eq(assignments.directiveId, directiveId), eq(units.code, code)))
    .limit(1);
  return row?.id;
}

/** The units that a directive was given to, in administrative order. */
export function listAssignedUnits(db: Db, directiveId: number): Promise<{ id: number; code: string }[]> {
  return db
    .select({ id: units.id, code: units.code })
    .from(assignments)
    .innerJoin(units, eq(units.id, assignments.unitId))
    .where(eq(assignments.directiveId, directiveId))
    .orderBy(asc(units.position), asc(units.id));
}
