/** The rows of a directive whose draft is put anew. Nothing that people answered or were told is taken away. */
import { and, eq, gt, isNull, or, sql } from 'drizzle-orm';
import type { RoundTimes } from '../../core/directives/deadline.ts';
import type { Audience, DirectiveDraft, DutyDraft } from '../../core/directives/directive.ts';
import { rulesIn } from '../../core/directives/duty-figures.ts';
import { carryOver } from '../../core/directives/life/amend.ts';
import { askedOf } from '../../core/progress/asked.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { assignments, directives, duties, indicators, obligations, reports, rounds, tasks } from '../schema/tables.ts';
import { indicatorsOf } from './directives.ts';
import type { NewDebt } from './issuing.ts';

const nobody: Audience = { kinds: [], tags: [], codes: [], childrenOf: [], except: [] };

/** Puts another draft in the place of a directive's; its number, date and office stay. */
export async function setDraft(db: Db, id: number, draft: DirectiveDraft): Promise<void> {
  await db.update(directives).set({ draft, subject: draft.subject }).where(eq(directives.id, id));
}

/** Whether a directive has exactly this draft. */
export async function hasDraft(db: Db, id: number, draft: DirectiveDraft): Promise<boolean> {
  return (
    (await db.$count(
      directives,
      and(eq(directives.id, id), sql`${directives.draft} = ${JSON.stringify(draft)}::jsonb`),
    )) > 0
  );
}

const notAsked = {
  asksProgress: false,
  progressEvery: null,
  needsProof: false,
  deadline: null,
  due: null,
  overdueFrom: null,
};

/** Writes the tasks of a draft by their keys; those that are gone are for nobody. */
export async function amendTasks(db: Db, directiveId: number, draft: DirectiveDraft): Promise<void> {
  await db.update(tasks).set({ audience: nobody }).where(eq(tasks.directiveId, directiveId));
  for (const [position, task] of draft.tasks.entries()) {
    const { key, section, text, span, audience } = task;
    const words = { section, text, spanFrom: span[0], spanTo: span[1], audience, position };
    const row = { ...notAsked, ...words, ...askedOf(draft, task) };
    await db
      .insert(tasks)
      .values({ directiveId, key, ...row })
      .onConflictDoUpdate({ target: [tasks.directiveId, tasks.key], set: row });
  }
}

/** A duty that is gone is for nobody. */
export async function dropDuty(db: Db, dutyId: number): Promise<void> {
  await db.update(duties).set({ audience: nobody, consolidations: null }).where(eq(duties.id, dutyId));
}

/** A duty as it is stored. */
type DutyRow = typeof duties.$inferSelect;

/**
 * Writes what a duty asks now. Questions that are asked as before keep their answers; what is not asked any more is kept with its
 * answers under a duty of its own that has no rounds.
 */
export async function amendDuty(
  db: Db,
  row: DutyRow,
  { before, after, reportToId }: { before: DutyDraft; after: DutyDraft; reportToId: number },
): Promise<void> {
  const { title, audience, deadline, reminders, summaries } = after;
  const { consolidations = null, noteLabel = null, inWriting = false } = after;
  const asked = { noteLabel, inWriting, reportToId, rules: rulesIn(after) };
  const form = { title, audience, consolidations, deadline, reminders, summaries, ...asked };
  await db.update(duties).set(form).where(eq(duties.id, row.id));
  const { kept, retired } = carryOver(before, after);
  if (retired.length > 0) await retire(db, row, retired);
  const unsaid = {
    fullLabel: null,
    decimals: null,
    min: null,
    max: null,
    nature: null,
    denominator: null,
    formula: null,
  };
  for (const question of indicatorsOf(after)) {
    const { key } = question;
    if (kept.includes(key))
      await db
        .update(indicators)
        .set({ ...unsaid, ...question })
        .where(and(eq(indicators.dutyId, row.id), eq(indicators.key, key)));
    else await db.insert(indicators).values({ dutyId: row.id, ...question });
  }
}

async function retire(db: Db, { id, ...row }: DutyRow, keys: string[]): Promise<void> {
  const count = await db.$count(duties, eq(duties.directiveId, row.directiveId));
  const [kept] = await db
    .insert(duties)
    .values({ ...row, key: `${row.key}~${count}`, audience: nobody, consolidations: null })
    .returning({ id: duties.id });
  if (!kept) throw new Error('an insert returned no row');
  await db
    .update(indicators)
    .set({ dutyId: kept.id })
    .where(and(eq(indicators.dutyId, id), inArray(indicators.key, keys)));
}

/** The assignments of a directive: of which unit, with which tasks, and when they were delivered. */
export const listAssignmentRows = (db: Db, directiveId: number) =>
  db
    .select({
      id: assignments.id,
      unitId: assignments.unitId,
      taskIds: assignments.taskIds,
      deliveredAt: assignments.deliveredAt,
    })
    .from(assignments)
    .where(eq(assignments.directiveId, directiveId));

/** Gives an assignment other tasks. */
export async function setTasks(db: Db, assignmentId: number, taskIds: number[]): Promise<void> {
  await db.update(assignments).set({ taskIds }).where(eq(assignments.id, assignmentId));
}

/** The rounds of duties that are open at `now` (civil time), or open later. */
export const listRoundsToCome = (db: Db, dutyIds: number[], now: Date) =>
  db
    .select()
    .from(rounds)
    .where(and(inArray(rounds.dutyId, dutyIds), or(isNull(rounds.closesAt), gt(rounds.closesAt, now))));

/** Gives a round the deadline of an amendment; what single units had of their own ends. */
export async function setRoundTimes(db: Db, roundId: number, times: RoundTimes, now: Date): Promise<void> {
  const { due, overdueFrom, closesAt } = times;
  await db
    .update(rounds)
    .set({ due, overdueFrom, closesAt, extendedAt: null, amendedAt: now })
    .where(eq(rounds.id, roundId));
  await db
    .update(obligations)
    .set({ due: null, overdueFrom: null, extendedAt: null })
    .where(eq(obligations.roundId, roundId));
}

/** A round that is asked for no more ends at `now`; one that has not opened yet never was. */
export async function endRound(db: Db, { id, opensAt }: { id: number; opensAt: Date }, now: Date): Promise<void> {
  if (opensAt <= now) {
    await db.update(rounds).set({ closesAt: now }).where(eq(rounds.id, id));
    return;
  }
  await db.delete(obligations).where(eq(obligations.roundId, id));
  await db.delete(rounds).where(eq(rounds.id, id));
}

/** The debts of a round, by unit. */
export const listDebtRows = (db: Db, roundId: number) =>
  db
    .select({ id: obligations.id, unitId: obligations.unitId })
    .from(obligations)
    .where(eq(obligations.roundId, roundId));

/** Adds debts to a round that is there. */
export async function addDebts(db: Db, roundId: number, debts: NewDebt[]): Promise<void> {
  if (debts.length === 0) return;
  await db.insert(obligations).values(debts.map(({ own, ...debt }) => ({ roundId, ...debt, ...own })));
}

/** Debts that are owed no more: they end, and their figures count no more from `now` on. */
export async function dropDebts(db: Db, ids: number[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  await db
    .update(reports)
    .set({ returnedAt: now })
    .where(and(inArray(reports.obligationId, ids), isNull(reports.returnedAt)));
  await db
    .update(obligations)
    .set({ state: 'excused', currentReportId: null, firstReportedAt: null })
    .where(inArray(obligations.id, ids));
}

/** Debts of units that had been left out are owed again. */
export async function reviveDebts(db: Db, ids: number[]): Promise<void> {
  if (ids.length > 0) await db.update(obligations).set({ state: 'owed' }).where(inArray(obligations.id, ids));
}

/** To whom debts report, and until when; a deadline that was moved for one unit stays. */
export async function setLines(db: Db, ids: number[], { consolidatorId, leads, own }: NewDebt): Promise<void> {
  if (ids.length === 0) return;
  const to = { consolidatorId: consolidatorId ?? null, leads: leads ?? null };
  await db.update(obligations).set(to).where(inArray(obligations.id, ids));
  await db
    .update(obligations)
    .set({ due: own?.due ?? null, overdueFrom: own?.overdueFrom ?? null })
    .where(and(inArray(obligations.id, ids), isNull(obligations.extendedAt)));
}

/** Who has reported in a round owes from `now` on what is asked anew; what was answered stays. Returns their debts. */
export async function askAgain(db: Db, roundId: number, now: Date): Promise<number[]> {
  const rows = await db
    .update(obligations)
    .set({ state: 'owed', firstReportedAt: null })
    .where(and(eq(obligations.roundId, roundId), eq(obligations.state, 'reported')))
    .returning({ id: obligations.id });
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0)
    await db
      .update(reports)
      .set({ reopenedAt: now })
      .where(and(inArray(reports.obligationId, ids), isNull(reports.returnedAt), isNull(reports.reopenedAt)));
  return ids;
}

/** How many of these units have a report in force in these rounds. */
export async function countReportsOf(db: Db, roundIds: number[], unitIds: number[]): Promise<number> {
  if (roundIds.length === 0 || unitIds.length === 0) return 0;
  return db.$count(
    obligations,
    and(
      inArray(obligations.roundId, roundIds),
      inArray(obligations.unitId, unitIds),
      sql`${obligations.currentReportId} is not null`,
    ),
  );
}
