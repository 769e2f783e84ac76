/** What issuing a directive comes to. */
import type { TaskText } from '../../../core/directives/assignment.ts';
import { type IssuePlan, planIssue } from '../../../core/directives/issue.ts';
import { civilDate } from '../../../core/time/calendar.ts';
import type { Db } from '../../../db/database.ts';
import { findDuties, findTasks, type IssuableDirective, lockDirective } from '../../../db/directives/issuing.ts';
import { listUnits, type Unit } from '../../../db/roster/units.ts';

export type IssuingPlan = {
  directive: IssuableDirective;
  duties: Awaited<ReturnType<typeof findDuties>>;
  units: Unit[];
  plan: IssuePlan;
  texts: Map<number, TaskText>;
};

/** People are told what they will owe in rounds that open within this time, in milliseconds. */
export const toldAheadMs = 7 * 24 * 3600 * 1000;

/** What a directive comes to at `now` (civil time); locks it. Rounds that have closed are left out. */
export async function readPlan(tx: Db, id: number, now: Date): Promise<IssuingPlan | undefined> {
  const directive = await lockDirective(tx, id);
  if (!directive) return undefined;
  const units = await listUnits(tx, civilDate(now));
  const tasks = await findTasks(tx, id);
  const duties = await findDuties(tx, id);
  const plan = planIssue(tasks, duties, units);
  const open = plan.rounds.filter((round) => !round.times.closesAt || round.times.closesAt > now);
  return { directive, duties, units, plan: { ...plan, rounds: open }, texts: new Map(tasks.map((t) => [t.id, t])) };
}
