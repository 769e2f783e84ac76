/** What issuing a directive comes to. */
import type { TaskText } from '../../../core/directives/assignment.ts';
import { type IssuePlan, planIssue } from '../../../core/directives/issue.ts';
import { isSameDocument } from '../../../core/directives/same-document.ts';
import { civilDate } from '../../../core/time/calendar.ts';
import type { Db } from '../../../db/database.ts';
import { findDuties, findTasks, type IssuableDirective, lockSameDay } from '../../../db/directives/issuing.ts';
import { listUnits, type Unit } from '../../../db/roster/units.ts';

export type IssuingPlan = {
  directive: IssuableDirective;
  duties: Awaited<ReturnType<typeof findDuties>>;
  units: Unit[];
  plan: IssuePlan;
  texts: Map<number, TaskText>;
  /** The directive under which this document was issued already. */
  issuedAs: number | undefined;
};

/** What a directive comes to at `now` (civil time); locks it. Rounds that have closed are left out. */
export async function readPlan(tx: Db, id: number, now: Date): Promise<IssuingPlan | undefined> {
  const sameDay = await lockSameDay(tx, id);
  const directive = sameDay.find((each) => each.id === id);
  if (!directive) return undefined;
  const mark = ({ number, date, issuerId }: IssuableDirective) => ({ number, date, issuer: String(issuerId) });
  const twin = sameDay.find(
    (each) => each.id !== id && each.state === 'issued' && isSameDocument(mark(each), mark(directive)),
  );
  const units = await listUnits(tx, civilDate(now));
  const tasks = await findTasks(tx, id);
  const duties = await findDuties(tx, id);
  const plan = planIssue(tasks, duties, units);
  const open = plan.rounds.filter((round) => !round.times.closesAt || round.times.closesAt > now);
  const issuedAs = directive.state === 'draft' ? twin?.id : undefined;
  return {
    directive,
    issuedAs,
    duties,
    units,
    plan: { ...plan, rounds: open },
    texts: new Map(tasks.map((t) => [t.id, t])),
  };
}
