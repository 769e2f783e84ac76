/** The rows of a directive are written anew as another draft says. */
import { roundsAt } from '../../../core/directives/deadline.ts';
import type { DirectiveDraft } from '../../../core/directives/directive.ts';
import { type PlannedRoundOf, planIssue } from '../../../core/directives/issue.ts';
import { carryOver, type UnitAmendment } from '../../../core/directives/life/amend.ts';
import type { Db } from '../../../db/database.ts';
import * as amending from '../../../db/directives/amending.ts';
import { insertDuty } from '../../../db/directives/directives.ts';
import { findDuties, findTasks, insertAssignments, insertRound } from '../../../db/directives/issuing.ts';
import type { Unit } from '../../../db/roster/units.ts';
import type { Work } from '../../delivery/work.ts';
import { debtsOf } from '../issue.ts';

/** A draft in the place of another, and whom that affects. */
export type Rewriting = {
  id: number;
  before: DirectiveDraft;
  draft: DirectiveDraft;
  roster: Unit[];
  affected: UnitAmendment[];
};

/** The units that are affected, in administrative order. */
export function affectedUnits({ roster, affected }: Pick<Rewriting, 'roster' | 'affected'>): Unit[] {
  const codes = new Set(affected.map(({ code }) => code));
  return roster.filter(({ code }) => codes.has(code));
}

const idsOf = (roster: readonly Unit[]): ((code: string) => number) => {
  const ids = new Map(roster.map((unit) => [unit.code, unit.id]));
  return (code) => ids.get(code) ?? 0;
};

/** Debts, as the change keeps them. */
type DebtsMoved = { dropped: number[]; owedAgain: number[]; reopened: number[] };

/** The units that have the directive only now, the rounds that go on, and the debts that stand otherwise. */
export type Rewritten = { added: number[]; rounds: number[]; debts: DebtsMoved };

/** Writes the rows. */
export async function rewriteDirective(work: Work, rewriting: Rewriting): Promise<Rewritten> {
  const { tx, now } = work;
  const { id, draft, roster } = rewriting;
  await amending.amendTasks(tx, id, draft);
  await amendDuties(tx, rewriting);
  await amending.setDraft(tx, id, draft);
  const duties = await findDuties(tx, id);
  const plan = planIssue(await findTasks(tx, id), duties, roster, now);
  const added = await reassign(tx, rewriting, plan.assignments);
  const there = await amending.listRoundsToCome(
    tx,
    duties.map((duty) => duty.id),
    now,
  );
  const asked = plan.rounds.filter(
    ({ codes, times }) => codes.length > 0 && (times.closesAt === null || times.closesAt > now),
  );
  const isOf = (round: PlannedRoundOf, row: { dutyId: number; key: string }): boolean =>
    round.dutyId === row.dutyId && round.times.key === row.key;
  for (const row of there) if (!asked.some((round) => isOf(round, row))) await amending.endRound(tx, row, now);
  const rounds: number[] = [];
  const debts: DebtsMoved = { dropped: [], owedAgain: [], reopened: [] };
  for (const round of asked) {
    const row = there.find((one) => isOf(round, one));
    const key = duties.find((duty) => duty.id === round.dutyId)?.key ?? '';
    if (row) {
      const moved = await rewriteRound(work, rewriting, { round, id: row.id, duty: key });
      for (const how of ['dropped', 'owedAgain', 'reopened'] as const) debts[how].push(...moved[how]);
      rounds.push(row.id);
    } else if (isToCome(round, now))
      await insertRound(tx, round.dutyId, { times: round.times, opensAt: now, debts: debtsOf(round, idsOf(roster)) });
  }
  return { added, rounds, debts };
}

/** A recurring report is not asked for where its round is due already. */
const isToCome = ({ times }: PlannedRoundOf, now: Date): boolean => times.closesAt === null || times.due > now;

async function amendDuties(tx: Db, { id, before, draft, roster }: Rewriting): Promise<void> {
  const rows = await findDuties(tx, id);
  const unitId = idsOf(roster);
  for (const row of rows) if (!draft.duties.some(({ key }) => key === row.key)) await amending.dropDuty(tx, row.id);
  for (const after of draft.duties) {
    const row = rows.find(({ key }) => key === after.key);
    const reportToId = unitId(after.reportTo);
    // One that was dropped before comes back with its questions.
    const old = before.duties.find(({ key }) => key === after.key) ?? after;
    if (row) await amending.amendDuty(tx, row, { before: old, after, reportToId });
    else await insertDuty(tx, id, after, reportToId);
  }
}

/** Gives the units that are affected their tasks, and whoever comes to consolidate the directive. Returns those that had nothing before. */
async function reassign(
  tx: Db,
  rewriting: Rewriting,
  planned: { code: string; taskIds: number[] }[],
): Promise<number[]> {
  const there = new Map((await amending.listAssignmentRows(tx, rewriting.id)).map((row) => [row.unitId, row]));
  const has = new Map(planned.map(({ code, taskIds }) => [code, taskIds]));
  for (const { code, id } of affectedUnits(rewriting)) {
    const [row, taskIds = []] = [there.get(id), has.get(code)];
    if (row && row.taskIds.join() !== taskIds.join()) await amending.setTasks(tx, row.id, taskIds);
  }
  const added = rewriting.roster.flatMap(({ code, id }) => {
    const taskIds = has.get(code);
    return taskIds === undefined || there.has(id) ? [] : [{ unitId: id, taskIds }];
  });
  if (added.length > 0) await insertAssignments(tx, rewriting.id, added);
  return added.map(({ unitId }) => unitId);
}

/** A round that goes on: its deadline, who owes in it, to whom and until when, and what is asked anew. */
async function rewriteRound(
  work: Work,
  rewriting: Rewriting,
  { round, id, duty }: { round: PlannedRoundOf; id: number; duty: string },
): Promise<DebtsMoved> {
  const { tx, now } = work;
  const { before, draft } = rewriting;
  const [had, has] = [before, draft].map((each) => each.duties.find(({ key }) => key === duty));
  const times = had && roundsAt(had.deadline, now).find(({ key }) => key === round.times.key);
  const isSame =
    times?.due.getTime() === round.times.due.getTime() &&
    times.overdueFrom.getTime() === round.times.overdueFrom.getTime();
  if (!isSame) await amending.setRoundTimes(tx, id, round.times, now);
  const moved = await rewriteDebts(work, rewriting, { round, id });
  const isMore = had && has && carryOver(had, has).entered.length > 0;
  return { ...moved, reopened: isMore ? await amending.askAgain(tx, id, now) : [] };
}

/** Of the units that are affected: new debts, debts that end, and to whom and until when the others report. */
async function rewriteDebts(
  { tx, now }: Work,
  rewriting: Rewriting,
  { round, id }: { round: PlannedRoundOf; id: number },
): Promise<Omit<DebtsMoved, 'reopened'>> {
  const units = affectedUnits(rewriting);
  const codes = new Set(units.map(({ code }) => code));
  const there = new Map((await amending.listDebtRows(tx, id)).map((row) => [row.unitId, row.id]));
  const debts = debtsOf({ ...round, codes: round.codes.filter((code) => codes.has(code)) }, idsOf(rewriting.roster));
  const owing = new Set(debts.map(({ unitId }) => unitId));
  const ended = units.flatMap((unit) => (owing.has(unit.id) ? [] : (there.get(unit.id) ?? [])));
  await amending.dropDebts(tx, ended, now);
  await amending.addDebts(
    tx,
    id,
    debts.filter(({ unitId }) => !there.has(unitId)),
  );
  const back = rewriting.affected.filter(({ changes }) =>
    changes.some((one) => one.type === 'duty' && one.is === 'new'),
  );
  const owedAgain = back.flatMap(({ code }) => there.get(idsOf(rewriting.roster)(code)) ?? []);
  await amending.reviveDebts(tx, owedAgain);
  for (const debt of debts) {
    const row = there.get(debt.unitId);
    if (row !== undefined) await amending.setLines(tx, [row], debt);
  }
  return { dropped: ended, owedAgain };
}
