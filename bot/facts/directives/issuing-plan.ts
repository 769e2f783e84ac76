/** What issuing a directive comes to. */
import { consolidatorsOf, linesOf, type ReportingLines } from '../../../core/directives/consolidation.ts';
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
import { type AudienceRow, readAudienceRows, readRosterInPages } from '../../../db/roster/units.ts';

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

/** A page of the roster, and the duties with how its units report in them. */
export type LinedPage = {
  units: AudienceRow[];
  duties: (Issuing['duties'][number] & { lines: ReportingLines })[];
  /** By code, over the whole roster. */
  consolidators: ReadonlyMap<string, number>;
  /** The id of a unit of the page, or of whoever consolidates. */
  unitId(code: string): number;
};

/** The roster of a civil date page by page, as of a large one not all is kept; at least one page. */
export async function* readLinedPages(tx: Db, duties: Issuing['duties'], day: string): AsyncGenerator<LinedPage> {
  const consolidating = await readConsolidating(tx, duties, day);
  const consolidators = new Map(consolidating.flatMap(({ above }) => above.map(({ code, id }) => [code, id])));
  for await (const units of readRosterInPages(tx, day)) {
    const ids = new Map(units.map(({ code, id }) => [code, id]));
    yield {
      units,
      duties: consolidating.map(({ duty, by, above }) => ({
        ...duty,
        lines: { of: linesOf(duty, units, above), by },
      })),
      consolidators,
      unitId: (code) => ids.get(code) ?? consolidators.get(code) ?? 0,
    };
  }
}

/** A page of the roster with what the directive comes to for its units. */
export type PlannedPage = Pick<LinedPage, 'units' | 'consolidators' | 'unitId'> & { plan: IssuePlan };

/** What a directive comes to at `now` (civil time), page by page. Rounds that have closed are left out. */
export async function* planInPages(
  tx: Db,
  { tasks, duties }: Pick<Issuing, 'tasks' | 'duties'>,
  now: Date,
): AsyncGenerator<PlannedPage> {
  for await (const { duties: lined, ...page } of readLinedPages(tx, duties, civilDate(now))) {
    const { assignments, rounds } = planIssue(tasks, lined, page.units, now);
    yield { ...page, plan: { assignments, rounds: openRounds(rounds, duties, now) } };
  }
}

/** Each duty with whoever consolidates under it: whom follows from the whole roster, of which no more is kept. */
async function readConsolidating(tx: Db, duties: Issuing['duties'], day: string) {
  const by = duties.map(() => new Set<string>());
  if (duties.some(({ consolidations }) => consolidations?.length))
    for await (const units of readRosterInPages(tx, day))
      for (const [at, duty] of duties.entries()) for (const code of consolidatorsOf(duty, units)) by[at]?.add(code);
  const rows = await readAudienceRows(tx, day, [...new Set(by.flatMap((codes) => [...codes]))]);
  return duties.map((duty, at) => {
    const codes = by[at] ?? new Set<string>();
    return { duty, by: codes, above: rows.filter(({ code }) => codes.has(code)) };
  });
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
