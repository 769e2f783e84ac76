/** The rounds of a directive's recurring duties are made ahead, by today's roster; what was missed is made as well, and said. */
import type { RoundTimes } from '../../../core/directives/deadline.ts';
import { planIssue, planRounds } from '../../../core/directives/issue.ts';
import { roundsToMake } from '../../../core/directives/life/rounds.ts';
import { civilDate } from '../../../core/time/calendar.ts';
import { readDirectiveFact } from '../../../db/audit/directives.ts';
import { endRound } from '../../../db/directives/amending.ts';
import {
  findAssignedAmong,
  findDuties,
  findTasks,
  insertAssignments,
  insertDebts,
  insertRound,
  lockOfOffice,
} from '../../../db/directives/issuing.ts';
import { listRecurringDuties } from '../../../db/directives/recurring.ts';
import { chunks } from '../../../db/engine/chunks.ts';
import { findHolders } from '../../../db/roster/people.ts';
import type { Work } from '../../delivery/work.ts';
import { type Issuing, type LinedPage, readLinedPages } from '../../facts/directives/issuing-plan.ts';
import { debtsOf, sendTasks } from '../issue.ts';
import { tellStaffOfRounds } from '../life/tell-of-rounds.ts';

type Duty = Issuing['duties'][number];

/** A duty with its new rounds and their ids, by their keys. */
type Made = { duty: Duty; rounds: RoundTimes[]; ids: Map<string, number> };

/** Makes what is missing; the same again makes nothing. Returns how many requests were written. */
export async function makeRounds(work: Work, directiveId: number): Promise<number> {
  const { tx, now, record } = work;
  await lockOfOffice(tx, directiveId);
  const made = await insertRounds(work, directiveId);
  if (made.length === 0) return 0;
  const tasks = await findTasks(tx, directiveId);
  const added: number[] = [];
  for await (const page of readLinedPages(
    tx,
    made.map(({ duty }) => duty),
    civilDate(now),
  ))
    added.push(...(await askPage(work, made, { directiveId, tasks, page })));
  record(await readDirectiveFact(tx, directiveId));
  const told = made.flatMap(({ duty, rounds }) => rounds.map((times) => ({ title: duty.title, times })));
  let requests = await tellStaffOfRounds(work, directiveId, told);
  for (const units of chunks(added))
    requests += await sendTasks(work, await findHolders(tx, units, ['head', 'delegate']), directiveId);
  return requests;
}

/** The rounds themselves, of each duty that lacks some; who owes in them comes page by page. */
async function insertRounds({ tx, now }: Work, directiveId: number): Promise<Made[]> {
  const made: Made[] = [];
  const duties = await findDuties(tx, directiveId);
  for (const recurring of await listRecurringDuties(tx, now, directiveId)) {
    const duty = duties.find(({ id }) => id === recurring.id);
    const { missing, moved } = roundsToMake(recurring, now);
    if (!duty) continue;
    // One that is not open yet is made anew: nobody was asked anything.
    for (const { id, times } of moved) await endRound(tx, { id, opensAt: times.opensAt ?? now }, new Date(0));
    const rounds = [...missing, ...moved.map(({ times }) => times)];
    const ids = new Map<string, number>();
    for (const times of rounds) ids.set(times.key, await insertRound(tx, duty.id, { times, opensAt: now, debts: [] }));
    if (rounds.length > 0) made.push({ duty, rounds, ids });
  }
  return made;
}

/**
 * What the units of a page owe in the new rounds. Those that owe and had nothing of the directive before, as they are new, get its
 * tasks, and are returned.
 */
async function askPage(
  { tx, now }: Work,
  made: readonly Made[],
  { directiveId, tasks, page }: { directiveId: number; tasks: Issuing['tasks']; page: LinedPage },
): Promise<number[]> {
  const owing = new Set<string>();
  for (const [at, duty] of page.duties.entries()) {
    const { rounds = [], ids } = made[at] ?? {};
    for (const planned of planRounds(duty, { rounds, units: page.units, now })) {
      await insertDebts(tx, ids?.get(planned.times.key) ?? 0, debtsOf(planned, page.unitId));
      for (const code of planned.codes) owing.add(code);
    }
    for (const code of duty.lines.by) owing.add(code);
  }
  const asked = page.units.filter(({ code }) => owing.has(code));
  const there = await findAssignedAmong(
    tx,
    directiveId,
    asked.map(({ id }) => id),
  );
  const added = asked.filter(({ id }) => !there.has(id));
  const { assignments } = planIssue(tasks, [], added, now);
  const tasksOf = new Map(assignments.map(({ code, taskIds }) => [code, taskIds]));
  await insertAssignments(
    tx,
    directiveId,
    added.map(({ id, code }) => ({ unitId: id, taskIds: tasksOf.get(code) ?? [] })),
  );
  return added.map(({ id }) => id);
}
