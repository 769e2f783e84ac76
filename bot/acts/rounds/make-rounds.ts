/** The rounds of a directive's recurring duties are made ahead, by today's roster; what was missed is made as well, and said. */
import { type PlannedRoundOf, planIssue, planRounds } from '../../../core/directives/issue.ts';
import { roundsToMake } from '../../../core/directives/life/rounds.ts';
import { civilDate } from '../../../core/time/calendar.ts';
import { readDirectiveFact } from '../../../db/audit/directives.ts';
import { endRound, listAssignmentRows } from '../../../db/directives/amending.ts';
import { findDuties, findTasks, insertAssignments, insertRound, lockOfOffice } from '../../../db/directives/issuing.ts';
import { listRecurringDuties } from '../../../db/directives/recurring.ts';
import { findHolders } from '../../../db/roster/people.ts';
import { listUnits, type Unit } from '../../../db/roster/units.ts';
import type { Work } from '../../delivery/work.ts';
import { debtsOf, sendTasks } from '../issue.ts';
import { tellStaffOfRounds } from '../life/tell-of-rounds.ts';

/** Makes what is missing; the same again makes nothing. Returns how many requests were written. */
export async function makeRounds(work: Work, directiveId: number): Promise<number> {
  const { tx, now, record } = work;
  await lockOfOffice(tx, directiveId);
  const made: PlannedRoundOf[] = [];
  const units = await listUnits(tx, civilDate(now));
  const duties = await findDuties(tx, directiveId);
  for (const recurring of await listRecurringDuties(tx, now, directiveId)) {
    const duty = duties.find(({ id }) => id === recurring.id);
    const { missing, moved } = roundsToMake(recurring, now);
    if (!duty) continue;
    // One that is not open yet is made anew: nobody was asked anything.
    for (const { id, times } of moved) await endRound(tx, { id, opensAt: times.opensAt ?? now }, new Date(0));
    const rounds = [...missing, ...moved.map(({ times }) => times)];
    made.push(...planRounds(duty, { rounds, units, now }));
  }
  if (made.length === 0) return 0;
  const ids = new Map(units.map(({ code, id }) => [code, id]));
  const unitId = (code: string): number => ids.get(code) ?? 0;
  for (const round of made)
    await insertRound(tx, round.dutyId, { times: round.times, opensAt: now, debts: debtsOf(round, unitId) });
  const added = await assignNew(work, { directiveId, made, units });
  record(await readDirectiveFact(tx, directiveId));
  const holders = await findHolders(tx, added, ['head', 'delegate']);
  const titleOf = (dutyId: number): string => duties.find(({ id }) => id === dutyId)?.title ?? '';
  const told = made.map(({ dutyId, times }) => ({ title: titleOf(dutyId), times }));
  return (await tellStaffOfRounds(work, directiveId, told)) + (await sendTasks(work, holders, directiveId));
}

/** Units that owe and had nothing of the directive before, as they are new, get its tasks. */
async function assignNew(
  { tx, now }: Work,
  { directiveId, made, units }: { directiveId: number; made: PlannedRoundOf[]; units: Unit[] },
): Promise<number[]> {
  const there = new Set((await listAssignmentRows(tx, directiveId)).map((row) => row.unitId));
  const owing = new Set(made.flatMap(({ codes, below }) => [...codes, ...[...below.values()].map(({ by }) => by)]));
  const added = units.filter(({ code, id }) => owing.has(code) && !there.has(id));
  if (added.length === 0) return [];
  const { assignments } = planIssue(await findTasks(tx, directiveId), [], units, now);
  const tasksOf = new Map(assignments.map(({ code, taskIds }) => [code, taskIds]));
  await insertAssignments(
    tx,
    directiveId,
    added.map(({ id, code }) => ({ unitId: id, taskIds: tasksOf.get(code) ?? [] })),
  );
  return added.map(({ id }) => id);
}
