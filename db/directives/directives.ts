import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { ListedDirective } from '../../core/conversation/directive-line.ts';
import type { DirectiveDraft, DutyDraft } from '../../core/directives/directive.ts';
import { askedBy, formulaIn, rulesIn } from '../../core/directives/duty-figures.ts';
import type { Formula } from '../../core/expressions/expression.ts';
import { askedOf } from '../../core/progress/asked.ts';
import { exactOf } from '../../core/reports/exact.ts';
import { unitOf } from '../../core/reports/indicators.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { assignments, directives, duties, indicators, obligations, rounds, tasks, units } from '../schema/tables.ts';

/** A directive with its issuer's code; `draft` is the reviewed draft it was imported from. */
export type Directive = typeof directives.$inferSelect & { issuerCode: string };

/** The directive; undefined when there is none with this id. */
export async function readDirective(db: Db, id: number): Promise<Directive | undefined> {
  const [row] = await db
    .select({ directive: directives, issuerCode: units.code })
    .from(directives)
    .innerJoin(units, eq(units.id, directives.issuerId))
    .where(eq(directives.id, id));
  return row && { ...row.directive, issuerCode: row.issuerCode };
}

/** All directives, the oldest first. */
export async function listDirectives(db: Db): Promise<Directive[]> {
  const rows = await db
    .select({ directive: directives, issuerCode: units.code })
    .from(directives)
    .innerJoin(units, eq(units.id, directives.issuerId))
    .orderBy(asc(directives.id));
  return rows.map((row) => ({ ...row.directive, issuerCode: row.issuerCode }));
}

/** The names of some issuers' directives, the newest first. */
export function listDirectiveNames(db: Db, issuerIds: number[]): Promise<ListedDirective[]> {
  if (issuerIds.length === 0) return Promise.resolve([]);
  const { id, number, date, subject, state } = directives;
  return db
    .select({ id, number, date, subject, state })
    .from(directives)
    .where(inArray(directives.issuerId, issuerIds))
    .orderBy(desc(directives.id));
}

/** The id of a directive with exactly this content; undefined when there is none. */
export async function findSameDirective(db: Db, draft: DirectiveDraft): Promise<number | undefined> {
  const [row] = await db
    .select({ id: directives.id })
    .from(directives)
    .where(
      and(
        // The directive may have got its number since.
        sql`${directives.draft} ->> 'number' = ${draft.number}`,
        sql`${directives.draft} = ${JSON.stringify(draft)}::jsonb`,
      ),
    )
    .orderBy(asc(directives.id))
    .limit(1);
  return row?.id;
}

/** The directives of a day, the oldest first; `issuer` is a code. */
export function findDirectivesOf(db: Db, date: string) {
  const { id, number, state } = directives;
  return db
    .select({ id, number, date: directives.date, state, issuer: units.code })
    .from(directives)
    .innerJoin(units, eq(units.id, directives.issuerId))
    .where(eq(directives.date, date))
    .orderBy(asc(id));
}

/** Stores a checked draft with its tasks, duties and indicators inside the transaction `tx`; `unitIds` by code. Returns its id. */
export async function insertDraft(
  tx: Db,
  draft: DirectiveDraft,
  unitIds: ReadonlyMap<string, number>,
  now: Date,
): Promise<number> {
  const { number, date, subject } = draft;
  const row = { number, date, subject, issuerId: idOf(unitIds, draft.issuer), draft, importedAt: now };
  const [directive] = await tx.insert(directives).values(row).returning({ id: directives.id });
  if (!directive) throw new Error('no directive inserted');
  const directiveId = directive.id;
  if (draft.tasks.length > 0) {
    const rows = draft.tasks.map((task, position) => {
      const { key, section, text, span, audience } = task;
      const asked = askedOf(draft, task);
      return { directiveId, key, section, text, spanFrom: span[0], spanTo: span[1], audience, position, ...asked };
    });
    await tx.insert(tasks).values(rows);
  }
  for (const duty of draft.duties) await insertDuty(tx, directiveId, duty, idOf(unitIds, duty.reportTo));
  return directiveId;
}

/** Stores a duty and what it asks. */
export async function insertDuty(tx: Db, directiveId: number, duty: DutyDraft, reportToId: number): Promise<void> {
  const { key, title, audience, deadline, reminders, summaries, noteLabel = null, inWriting = false } = duty;
  const { consolidations = null } = duty;
  const form = { audience, consolidations, deadline, reminders, summaries, noteLabel, inWriting };
  const row = { directiveId, key, title, reportToId, ...form, rules: rulesIn(duty) };
  const [inserted] = await tx.insert(duties).values(row).returning({ id: duties.id });
  if (!inserted) throw new Error('no duty inserted');
  const dutyId = inserted.id;
  await tx.insert(indicators).values(indicatorsOf(duty).map((row) => ({ dutyId, ...row })));
}

/** What a duty asks, as it is stored, in the order in which it is asked. */
export function indicatorsOf(duty: DutyDraft): Omit<typeof indicators.$inferInsert, 'dutyId'>[] {
  const asked = askedBy(duty).map(({ min, max, formula, ...indicator }, index) => ({
    ...{ ...indicator, position: index + 1 },
    unit: unitOf(indicator) ?? null,
    ...(formula !== undefined && { formula: readFormula(duty, formula) }),
    ...(min !== undefined && { min: exactOf(min) }),
    ...(max !== undefined && { max: exactOf(max) }),
  }));
  const { denominator } = duty;
  const base = denominator && { ...denominator, kind: 'count' as const, isDenominator: true, position: 0 };
  return base ? [base, ...asked] : asked;
}

/** A draft was checked before. */
function readFormula(duty: DutyDraft, text: string): Formula {
  const read = formulaIn(duty, text);
  if (!read.ok) throw new Error(`the formula "${text}" cannot be read`);
  return read.value;
}

function idOf(ids: ReadonlyMap<string, number>, code: string): number {
  const id = ids.get(code);
  if (id === undefined) throw new Error(`unit ${code} is not in the roster`);
  return id;
}

/** Codes of the units that an issued directive's task went to, in administrative order. */
export async function unitsOfTask(db: Db, directiveId: number, key: string): Promise<string[]> {
  const rows = await db
    .select({ code: units.code })
    .from(tasks)
    .innerJoin(
      assignments,
      and(eq(assignments.directiveId, tasks.directiveId), sql`${tasks.id} = any(${assignments.taskIds})`),
    )
    .innerJoin(units, eq(units.id, assignments.unitId))
    .where(and(eq(tasks.directiveId, directiveId), eq(tasks.key, key)))
    .orderBy(asc(units.position), asc(units.id));
  return rows.map((row) => row.code);
}

/** Codes of the units that owe or owed the report of an issued directive's duty, in administrative order. */
export async function unitsOfDuty(db: Db, directiveId: number, key: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ code: units.code, position: units.position, id: units.id })
    .from(duties)
    .innerJoin(rounds, eq(rounds.dutyId, duties.id))
    .innerJoin(obligations, eq(obligations.roundId, rounds.id))
    .innerJoin(units, eq(units.id, obligations.unitId))
    .where(and(eq(duties.directiveId, directiveId), eq(duties.key, key)))
    .orderBy(asc(units.position), asc(units.id));
  return rows.map((row) => row.code);
}
