/** What issuing a draft would do: who gets what, and how many requests to platforms it costs now. */
import type { ChannelName } from '../../../core/channels/address.ts';
import { reachOf } from '../../../core/channels/reach.ts';
import type { IssuePreview } from '../../../core/conversation/preview.ts';
import { bodyOf } from '../../../core/delivery/layout.ts';
import { opensElsewhere } from '../../../core/delivery/link.ts';
import type { AssignmentFact, Consolidates, DirectiveRef } from '../../../core/directives/assignment.ts';
import { type MissedTwin, missedTwins } from '../../../core/directives/audience.ts';
import type { DirectiveDraft } from '../../../core/directives/directive.ts';
import { audiencesOf } from '../../../core/directives/draft-check.ts';
import { toldAheadMs } from '../../../core/directives/issue.ts';
import type { OriginalFormat } from '../../../core/directives/original.ts';
import type { Indicator, ObligationFact } from '../../../core/reports/obligation.ts';
import { readIssuingRule } from '../../../db/directives/approvals.ts';
import { describeOriginal } from '../../../db/directives/originals.ts';
import { countGivenBefore } from '../../../db/reports/given.ts';
import { findIndicators } from '../../../db/reports/obligations.ts';
import { findHolders } from '../../../db/roster/people.ts';
import type { Unit } from '../../../db/roster/units.ts';
import { asksForTasks, tasksMessage } from '../../../messages/chat/directive.ts';
import { type DeliveryTerms, readBudgets } from '../../delivery/budgets.ts';
import { requestsOf } from '../../delivery/say.ts';
import { findPersonRoutes, type Route } from '../../delivery/ways.ts';
import type { Reading } from '../../delivery/work.ts';
import { listDirectiveLines } from './directive-lines.ts';
import { type IssuingPlan, readPlan } from './issuing-plan.ts';

/** The preview of a draft of some issuers: of the one with this id, else of the only one that they have. */
export async function previewForStaff(
  reading: Reading,
  issuerIds: number[],
  id: number | undefined,
): Promise<IssuePreview | undefined> {
  const directives = await listDirectiveLines(reading.tx, issuerIds, reading.now);
  const drafts = directives.filter((d) => d.state === 'draft');
  const [chosen, ...others] = id === undefined ? drafts : directives.filter((d) => d.id === id);
  return chosen && others.length === 0 ? previewIssue(reading, chosen.id) : undefined;
}

/** The preview; undefined when there is no such draft. */
async function previewIssue(reading: Reading, id: number): Promise<IssuePreview | undefined> {
  const { tx, now, machineNow, terms, links } = reading;
  const read = await readPlan(tx, id, now);
  if (read?.directive.state !== 'draft') return undefined;
  const { directive, duties, units, plan, texts } = read;
  const issuer = units.find((unit) => unit.id === directive.issuerId);
  if (!issuer) return undefined;
  const { type, basis = null, contact = null, signer = null } = directive.draft;
  const ref: DirectiveRef = { ...directive, type, basis, contact, signer, issuer };
  const original = await describeOriginal(tx, id);
  const assigned = new Map(plan.assignments.map((a) => [a.code, a.taskIds]));
  const receiving = units.filter((unit) => assigned.has(unit.code));
  const routes = await findRoutesOf(
    reading,
    receiving.map((unit) => unit.id),
  );
  const forms = await findIndicators(
    tx,
    duties.map((duty) => duty.id),
  );
  // Nobody is told it: it is as long as the link that people will get.
  const nobody = { type: 'person', id: 0 } as const;
  const link = links.to({ target: { what: 'tasks', assignment: 0 }, holder: nobody });
  const whole = opensElsewhere(link) ? link : asksForTasks;
  const requests = receiving.flatMap((unit) => {
    const tasks = (assigned.get(unit.code) ?? []).flatMap((task) => texts.get(task) ?? []);
    const obligations = obligationsOf(unit, { ...read, ref, forms }, now);
    const saying = tasksMessage(
      assignmentOf(unit, { ...read, ref, original: original?.format }),
      { tasks, obligations, whole: () => whole },
      now,
    );
    const body = bodyOf(saying);
    const told = routes.get(unit.id) ?? [];
    return told.flatMap((route) =>
      requestsOf(reading, { id: 0, kind: 'tasks', recipient: nobody, body, sealed: null }, route),
    );
  });
  const kinds = [...new Set(receiving.map((unit) => unit.kind))];
  const reporting = new Set(plan.rounds.flatMap((round) => round.codes));
  const costOn = (channel: ChannelName): number =>
    requests.filter((r) => r.channel === channel).reduce((sum, r) => sum + (r.cost ?? 0), 0);
  const repliesOn = (channel: ChannelName): number =>
    receiving.reduce((sum, unit) => {
      const people = (routes.get(unit.id) ?? []).filter((route) => route.channel === channel).length;
      return sum + people * costOfReplies(channel, reporting.has(unit.code) ? mostReplies : 1, terms);
    }, 0);
  return {
    id,
    number: directive.number,
    date: directive.date,
    taken: read.taken,
    ...(read.issuedAs !== undefined && { issuedAs: read.issuedAs }),
    missed: [...missedBy(directive.draft, units).values()],
    subject: directive.subject,
    groups: kinds.map((kind) => ({ kind, units: receiving.filter((unit) => unit.kind === kind).length })),
    units: receiving.length,
    reporting: reporting.size,
    messages: requests.length,
    budgets: (await readBudgets(tx, terms.budgets, machineNow)).map(({ channel, left }) => ({
      channel,
      cost: costOn(channel),
      whole: costOn(channel) + repliesOn(channel),
      left,
    })),
    mustBeApproved: (await readIssuingRule(tx, directive.issuerId)) === 'approved',
    unregistered: receiving.filter((unit) => !routes.has(unit.id)).length,
    unreachable: receiving.filter((unit) => routes.get(unit.id)?.length === 0).length,
    due: plan.rounds[0]?.times.due ?? null,
    given: await countGivenBefore(tx, id, idsOf(units, reporting), now),
  };
}

/** A unit with the directive, as it would be told its tasks. */
function assignmentOf(
  unit: Unit,
  read: IssuingPlan & { ref: DirectiveRef; original: OriginalFormat | undefined },
): AssignmentFact {
  const consolidates = consolidatesOf(unit, read);
  const { ref: directive, original } = read;
  return {
    id: 0,
    unit,
    directive,
    acknowledged: null,
    ...(original && { original }),
    ...(consolidates && { consolidates }),
  };
}

/** What a unit would consolidate, as it would be told with its tasks. */
function consolidatesOf(
  unit: Unit,
  { plan, duties, units, ref }: IssuingPlan & { ref: DirectiveRef },
): Consolidates | undefined {
  const lines = plan.rounds.flatMap((round) =>
    [...round.below].flatMap(([code, { by, own }]) => (by === unit.code ? [{ code, own, round }] : [])),
  );
  const [first] = lines;
  if (!first) return undefined;
  const { times, below, dutyId } = first.round;
  const isOnce = lines.every(({ round }) => round === first.round);
  const line = below.get(unit.code);
  const collector = duties.find(({ id }) => id === dutyId)?.reportToId;
  const reportTo = units.find(({ id, code }) => (line ? code === line.by : id === collector));
  return {
    units: new Set(lines.map(({ code }) => code)).size,
    below: isOnce ? new Date(Math.min(...lines.map(({ own }) => (own ?? times).due.getTime()))) : null,
    due: isOnce ? (line?.own ?? times).due : null,
    reportTo: reportTo ?? ref.issuer,
    isConsolidated: line !== undefined,
  };
}

const idsOf = (units: readonly Unit[], codes: ReadonlySet<string>): number[] =>
  units.filter(({ code }) => codes.has(code)).map(({ id }) => id);

/** Each pair of near twins once, in how many tasks and duties it may be. */
const missedBy = (draft: DirectiveDraft, units: readonly Unit[]): Map<string, MissedTwin> =>
  new Map(
    audiencesOf(draft)
      .flatMap(({ audience }) => missedTwins(audience, units))
      .map((twin) => [`${twin.word}\n${twin.near}`, twin]),
  );

/** Besides its tasks a unit that reports gets the answer to its acknowledgement, the read-back and the receipt. */
const mostReplies = 3;

/** What so many answers to a person cost, each of which follows a word of theirs. */
function costOfReplies(
  channel: ChannelName,
  replies: number,
  { freeReplies }: Pick<DeliveryTerms, 'freeReplies'>,
): number {
  const now = new Date(0);
  return Math.max(0, replies - reachOf({ channel, lastWord: now, sentSince: 0 }, now, freeReplies).free);
}

/** Where the people of units would be told, by unit; empty for a unit whose people are registered but cannot be told. */
async function findRoutesOf(reading: Reading, unitIds: number[]): Promise<Map<number, Route[]>> {
  const holders = await findHolders(reading.tx, unitIds, ['head', 'delegate']);
  const people = await findPersonRoutes(
    reading,
    holders.map((holder) => holder.personId),
  );
  const routes = new Map<number, Route[]>();
  for (const { unitId, personId } of holders)
    routes.set(unitId, [...(routes.get(unitId) ?? []), ...(people.get(personId)?.slice(0, 1) ?? [])]);
  return routes;
}

/** What a unit would owe, as it would be told with its tasks. */
function obligationsOf(
  unit: Unit,
  { plan, duties, units, ref: directive, forms }: IssuingPlan & { ref: DirectiveRef; forms: Map<number, Indicator[]> },
  now: Date,
): ObligationFact[] {
  return plan.rounds.flatMap(({ dutyId, times, codes, below }): ObligationFact[] => {
    const duty = duties.find((d) => d.id === dutyId);
    const opensAt = times.opensAt ?? now;
    if (!duty || !codes.includes(unit.code) || opensAt.getTime() > now.getTime() + toldAheadMs) return [];
    const { title, noteLabel, inWriting, deadline } = duty;
    const line = below.get(unit.code);
    const isConsolidated = line !== undefined;
    const reportTo =
      units.find((one) => (line ? one.code === line.by : one.id === duty.reportToId)) ?? directive.issuer;
    const form = { title, noteLabel, inWriting, indicators: forms.get(dutyId) ?? [], quote: deadline.quote };
    const to = { reportTo, isConsolidated, isEarlier: (line?.own ?? null) !== null };
    const until = { ...times, ...line?.own, roundKey: times.key, opensAt };
    return [{ id: 0, directive, unit, ...form, ...to, ...until, state: 'owed', current: null }];
  });
}
