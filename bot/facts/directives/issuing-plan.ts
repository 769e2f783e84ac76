/** What issuing a directive comes to. */
import type { TaskText } from '../../../core/directives/assignment.ts';
import { type IssuePlan, type PlannedRoundOf, planIssue } from '../../../core/directives/issue.ts';
import { isSameDocument } from '../../../core/directives/same-document.ts';
import { civilDate } from '../../../core/time/calendar.ts';
import type { Db } from '../../../db/database.ts';
import {
  findDuties,
  findTasks,
  type IssuableDirective,
  lockDirective,
  lockOfOffice,
  type OfficeDirective,
} from '../../../db/directives/issuing.ts';
import { listUnits, type Unit } from '../../../db/roster/units.ts';

export type IssuingPlan = {
  directive: IssuableDirective;
  duties: Awaited<ReturnType<typeof findDuties>>;
  units: Unit[];
  plan: IssuePlan;
  texts: Map<number, TaskText>;
  /** The directive under which this document was issued already. */
  issuedAs: number | undefined;
  /** The office's other directives that are issued: their numbers are taken. */
  taken: OfficeDirective[];
};

/** What a directive comes to at `now` (civil time); locks it. Rounds that have closed are left out. */
export async function readPlan(tx: Db, id: number, now: Date): Promise<IssuingPlan | undefined> {
  const taken = (await lockOfOffice(tx, id)).filter((each) => each.id !== id && each.state !== 'draft');
  const directive = await lockDirective(tx, id);
  if (!directive) return undefined;
  const mark = ({ number, date, issuerId }: OfficeDirective) => ({ number, date, issuer: String(issuerId) });
  const twin = taken.find((each) => isSameDocument(mark(each), mark(directive)));
  const units = await listUnits(tx, civilDate(now));
  const tasks = await findTasks(tx, id);
  const duties = await findDuties(tx, id);
  const plan = planIssue(tasks, duties, units, now);
  const recurring = new Set(duties.flatMap(({ id, deadline }) => (deadline.rule === 'recurring' ? [id] : [])));
  const open = plan.rounds
    .filter((round) => !round.times.closesAt || round.times.closesAt > now)
    .flatMap((round) => (recurring.has(round.dutyId) ? fromNowOn(round, now) : [round]));
  const issuedAs = directive.state === 'draft' ? twin?.id : undefined;
  return {
    directive,
    issuedAs,
    taken,
    duties,
    units,
    plan: { ...plan, rounds: open },
    texts: new Map(tasks.map((t) => [t.id, t])),
  };
}

/** A recurring report is not asked for where it is due already, and nothing of a round was to be said before it was issued. */
function fromNowOn(round: PlannedRoundOf, now: Date): PlannedRoundOf[] {
  const { times } = round;
  if (times.due <= now) return [];
  return [{ ...round, times: { ...times, opensAt: times.opensAt && times.opensAt > now ? times.opensAt : now } }];
}
