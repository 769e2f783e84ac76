/** What issuing a directive comes to. */
import type { TaskText } from '../../../core/directives/assignment.ts';
import { reportingLines } from '../../../core/directives/consolidation.ts';
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
import { type AudienceRow, listUnits, readRosterInPages, type Unit } from '../../../db/roster/units.ts';

/** What is to be issued, before it is known to whom. */
export type Issuing = {
  directive: IssuableDirective;
  tasks: Awaited<ReturnType<typeof findTasks>>;
  duties: Awaited<ReturnType<typeof findDuties>>;
  /** The directive under which this document was issued already. */
  issuedAs: number | undefined;
  /** The office's other directives that are issued: their numbers are taken. */
  taken: OfficeDirective[];
};

export type IssuingPlan = Issuing & { units: Unit[]; plan: IssuePlan; texts: Map<number, TaskText> };

/** A directive with its tasks and duties; locks it. */
export async function readIssuing(tx: Db, id: number): Promise<Issuing | undefined> {
  const taken = (await lockOfOffice(tx, id)).filter((each) => each.id !== id && each.state !== 'draft');
  const directive = await lockDirective(tx, id);
  if (!directive) return undefined;
  const mark = ({ number, date, issuerId }: OfficeDirective) => ({ number, date, issuer: String(issuerId) });
  const twin = taken.find((each) => isSameDocument(mark(each), mark(directive)));
  const issuedAs = directive.state === 'draft' ? twin?.id : undefined;
  return { directive, issuedAs, taken, tasks: await findTasks(tx, id), duties: await findDuties(tx, id) };
}

/** What a directive comes to at `now` (civil time); locks it. Rounds that have closed are left out. */
export async function readPlan(tx: Db, id: number, now: Date): Promise<IssuingPlan | undefined> {
  const issuing = await readIssuing(tx, id);
  if (!issuing) return undefined;
  const { tasks, duties } = issuing;
  const units = await listUnits(tx, civilDate(now));
  const plan = planIssue(tasks, duties, units, now);
  return {
    ...issuing,
    units,
    plan: { ...plan, rounds: openRounds(plan.rounds, duties, now) },
    texts: new Map(tasks.map((t) => [t.id, t])),
  };
}

/** A page of the roster with what the directive comes to for its units. The ids are theirs, and those of whoever consolidates. */
export type PlannedPage = { plan: IssuePlan; unitId(code: string): number };

/** The same plan page by page, as of a large roster not all is kept; at least one page. */
export async function* planInPages(
  tx: Db,
  { tasks, duties }: Pick<Issuing, 'tasks' | 'duties'>,
  now: Date,
): AsyncGenerator<PlannedPage> {
  const day = civilDate(now);
  const consolidated = duties.some(({ consolidations }) => consolidations?.length)
    ? await readLines(tx, duties, day)
    : { duties, ids: new Map<string, number>() };
  for await (const units of readRosterInPages(tx, day)) {
    const { assignments, rounds } = planIssue(tasks, consolidated.duties, units, now);
    const ids = new Map(units.map((unit) => [unit.code, unit.id]));
    yield {
      plan: { assignments, rounds: openRounds(rounds, duties, now) },
      unitId: (code) => ids.get(code) ?? consolidated.ids.get(code) ?? 0,
    };
  }
}

/** Who reports to whom follows from the whole roster. Kept of it are the lines, and the ids of whoever consolidates. */
async function readLines(tx: Db, duties: Issuing['duties'], day: string) {
  const roster: AudienceRow[] = [];
  for await (const units of readRosterInPages(tx, day)) roster.push(...units);
  const lined = duties.map((duty) => ({ ...duty, lines: reportingLines(duty, roster) }));
  const ids = roster.flatMap(({ code, id }) =>
    lined.some(({ lines }) => lines.by.has(code)) ? [[code, id] as const] : [],
  );
  return { duties: lined, ids: new Map(ids) };
}

/** The rounds that have not closed; of what recurs those that are due yet. */
function openRounds(rounds: readonly PlannedRoundOf[], duties: Issuing['duties'], now: Date): PlannedRoundOf[] {
  const recurring = new Set(duties.flatMap(({ id, deadline }) => (deadline.rule === 'recurring' ? [id] : [])));
  return rounds
    .filter((round) => !round.times.closesAt || round.times.closesAt > now)
    .flatMap((round) => (recurring.has(round.dutyId) ? fromNowOn(round, now) : [round]));
}

/** A recurring report is not asked for where it is due already, and nothing of a round was to be said before it was issued. */
function fromNowOn(round: PlannedRoundOf, now: Date): PlannedRoundOf[] {
  const { times } = round;
  if (times.due <= now) return [];
  return [{ ...round, times: { ...times, opensAt: times.opensAt && times.opensAt > now ? times.opensAt : now } }];
}
