/** What issuing a draft would do: who gets what, and how many requests to platforms it costs now. Counted page by page of the roster. */
import { setImmediate } from 'node:timers/promises';
import type { ChannelName } from '../../../core/channels/address.ts';
import type { IssuePreview } from '../../../core/conversation/preview.ts';
import { bodyOf } from '../../../core/delivery/layout.ts';
import { opensElsewhere } from '../../../core/delivery/link.ts';
import { type MissedTwin, missedTwins } from '../../../core/directives/audience.ts';
import { audiencesOf, daysOffIn } from '../../../core/directives/draft-check.ts';
import { readIssuingRule } from '../../../db/directives/approvals.ts';
import { describeOriginal } from '../../../db/directives/originals.ts';
import { chunks } from '../../../db/engine/chunks.ts';
import { countGivenBefore } from '../../../db/reports/given.ts';
import { findIndicators } from '../../../db/reports/obligations.ts';
import { listContacts, readUnitRefs } from '../../../db/roster/units.ts';
import { asksForTasks } from '../../../messages/chat/directive.ts';
import { type DeliveryTerms, readBudgets } from '../../delivery/budgets.ts';
import { requestsOf } from '../../delivery/say.ts';
import type { Route } from '../../delivery/ways.ts';
import type { Reading } from '../../delivery/work.ts';
import { listDirectiveLines } from './directive-lines.ts';
import { type Issuing, type PlannedPage, planInPages, readIssuing } from './issuing-plan.ts';
import {
  addConsolidated,
  type Consolidating,
  consolidatesAs,
  type Telling,
  type ToldUnit,
  tellOfDraft,
} from './told-tasks.ts';
import { costOfReplies, findRoutesOf } from './told-ways.ts';

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
  const { tx, now, machineNow, terms } = reading;
  const issuing = await readIssuing(tx, id);
  if (issuing?.directive.state !== 'draft') return undefined;
  const { directive } = issuing;
  const counted = await countInPages(reading, issuing);
  if (!counted) return undefined;
  const { groups, reporting, messages, costs, replies, unregistered, unreachable, due } = counted;
  return {
    id,
    number: directive.number,
    type: directive.draft.type,
    date: directive.date,
    taken: issuing.taken,
    ...(issuing.issuedAs !== undefined && { issuedAs: issuing.issuedAs }),
    missed: [...new Map(counted.missed.flatMap((twins) => [...twins])).values()],
    subject: directive.subject,
    groups: [...groups].map(([kind, units]) => ({ kind, units })),
    units: [...groups.values()].reduce((sum, units) => sum + units, 0),
    reporting: reporting.length,
    messages,
    budgets: (await readBudgets(tx, terms.budgets, machineNow)).map(({ channel, left }) => {
      const cost = costs.get(channel) ?? 0;
      return { channel, cost, whole: cost + (replies.get(channel) ?? 0), left };
    }),
    mustBeApproved: (await readIssuingRule(tx, directive.issuerId)) === 'approved',
    unregistered,
    unreachable,
    due,
    daysOff: daysOffIn(directive.draft),
    given: await countGivenBefore(tx, id, reporting, now),
  };
}

/** What is counted of all units that a draft is for; of who reports, ids are kept. */
type Counted = {
  groups: Map<string, number>;
  reporting: number[];
  messages: number;
  costs: Map<ChannelName, number>;
  replies: Map<ChannelName, number>;
  unregistered: number;
  unreachable: number;
  due: Date | null;
  /** Of each audience of the draft, by the two words. */
  missed: Map<string, MissedTwin>[];
};

/** A unit with where its people would be told; undefined where it has none. */
type Receiving = ToldUnit & { routes: Route[] | undefined };

const add = <K>(sums: Map<K, number>, key: K, more: number): unknown => sums.set(key, (sums.get(key) ?? 0) + more);

/** Goes through the roster; undefined where whoever issues is not in it. */
async function countInPages(reading: Reading, issuing: Issuing): Promise<Counted | undefined> {
  const { tx, now } = reading;
  const { directive } = issuing;
  const audiences = audiencesOf(directive.draft).map(({ audience }) => audience);
  const counted: Counted = {
    groups: new Map(),
    reporting: [],
    messages: 0,
    costs: new Map(),
    replies: new Map(),
    unregistered: 0,
    unreachable: 0,
    due: null,
    missed: audiences.map(() => new Map()),
  };
  // What these would consolidate is known when all units have been seen.
  const later: Receiving[] = [];
  const below = new Map<string, Consolidating>();
  let requests: Requests | undefined;
  let isIssuerThere = false;
  for await (const page of planInPages(tx, issuing, now)) {
    requests ??= createRequests(reading, await readTelling(reading, issuing, page.consolidators));
    isIssuerThere ||= page.units.some(({ id }) => id === directive.issuerId);
    for (const [at, audience] of audiences.entries())
      for (const twin of missedTwins(audience, page.units)) addTwin(counted.missed[at], twin);
    counted.due ??= page.plan.rounds[0]?.times.due ?? null;
    addConsolidated(below, page.plan.rounds);
    const receiving = await readReceiving(reading, page);
    for (const one of receiving) countUnit(counted, one, reading.terms);
    for (const piece of chunks(receiving, wordedAtOnce)) {
      // Others have their turn before the next ones are worded.
      await setImmediate();
      for (const one of piece)
        if (page.consolidators.has(one.unit.code)) later.push(one);
        else countRequests(counted, requests(one, undefined));
    }
  }
  for (const one of later) if (requests) countRequests(counted, requests(one, below.get(one.unit.code)));
  return isIssuerThere ? counted : undefined;
}

/** So many messages are worded in one go, some ten milliseconds. */
const wordedAtOnce = 100;

function addTwin(known: Map<string, MissedTwin> | undefined, twin: MissedTwin): void {
  const key = `${twin.word}\n${twin.near}`;
  const before = known?.get(key);
  if (before) before.codes.push(...twin.codes);
  else known?.set(key, twin);
}

function countUnit(counted: Counted, { unit, owes, routes }: Receiving, terms: DeliveryTerms): void {
  add(counted.groups, unit.kind ?? '', 1);
  if (owes.length > 0) counted.reporting.push(unit.id);
  if (routes === undefined) counted.unregistered += 1;
  if (routes?.length === 0) counted.unreachable += 1;
  for (const { channel } of routes ?? []) add(counted.replies, channel, costOfReplies(channel, owes.length > 0, terms));
}

function countRequests(counted: Counted, told: ReturnType<Requests>): void {
  for (const { channel, parts, cost } of told) {
    counted.messages += parts;
    add(counted.costs, channel, cost);
  }
}

/** The units of a page that a draft is for, in administrative order. */
async function readReceiving(reading: Reading, { units, plan }: PlannedPage): Promise<Receiving[]> {
  const taskIds = new Map(plan.assignments.map((one) => [one.code, one.taskIds]));
  const owing = plan.rounds.map((round) => ({ round, codes: new Set(round.codes) }));
  const ids = units.flatMap(({ code, id }) => (taskIds.has(code) ? id : []));
  const routes = await findRoutesOf(reading, ids);
  return (await listContacts(reading.tx, ids)).map((unit) => ({
    unit,
    taskIds: taskIds.get(unit.code) ?? [],
    owes: owing.flatMap(({ round, codes }) =>
      codes.has(unit.code) ? [{ round, line: round.below.get(unit.code) }] : [],
    ),
    routes: routes.get(unit.id),
  }));
}

/** What is told to all units alike. */
async function readTelling(
  { tx, links }: Reading,
  { directive, tasks, duties }: Issuing,
  consolidators: ReadonlyMap<string, number>,
): Promise<Telling> {
  const { type, basis = null, contact = null, signer = null } = directive.draft;
  const named = [directive.issuerId, ...duties.map(({ reportToId }) => reportToId), ...consolidators.values()];
  const refs = new Map((await readUnitRefs(tx, [...new Set(named)])).map((unit) => [unit.id, unit]));
  const issuer = refs.get(directive.issuerId);
  if (!issuer) throw new Error(`directive ${directive.id} has no issuer`);
  // Nobody is told it: it is as long as the link that people will get.
  const link = links.to({ target: { what: 'tasks', assignment: 0 }, holder: nobody });
  return {
    directive: { ...directive, type, basis, contact, signer, issuer },
    tasks,
    duties,
    original: (await describeOriginal(tx, directive.id))?.format,
    forms: await findIndicators(
      tx,
      duties.map(({ id }) => id),
    ),
    unitOf: (unit) => refs.get(typeof unit === 'number' ? unit : (consolidators.get(unit) ?? 0)),
    whole: opensElsewhere(link) ? link : asksForTasks,
  };
}

const nobody = { type: 'person', id: 0 } as const;

/** How many requests tell a unit its tasks, on each of its people's channels, and what they cost. */
type Requests = (
  told: Receiving,
  below: Consolidating | undefined,
) => { channel: ChannelName; parts: number; cost: number }[];

/** Messages that are told alike but for letters and digits are laid out alike: of each shape one is. */
function createRequests(reading: Reading, telling: Telling): Requests {
  const known = new Map<string, { parts: number; cost: number }>();
  const layOut = (told: Receiving, route: Route, below: Consolidating | undefined) => {
    const consolidates = below && consolidatesAs(below, told, telling);
    const body = bodyOf(tellOfDraft(told, telling, { consolidates, now: reading.now }));
    const rows = requestsOf(reading, { id: 0, kind: 'tasks', recipient: nobody, body, sealed: null }, route);
    return { parts: rows.length, cost: rows.reduce((sum, row) => sum + (row.cost ?? 0), 0) };
  };
  return (told, below) =>
    (told.routes ?? []).map((route) => {
      const shape = `${route.channel} ${route.free} ${shapeOf(told)}`;
      const laidOut = (below ? undefined : known.get(shape)) ?? layOut(told, route, below);
      if (!below && known.size < mostShapes) known.set(shape, laidOut);
      return { channel: route.channel, ...laidOut };
    });
}

const mostShapes = 20_000;

function shapeOf({ unit: { name, kind, headTitle }, taskIds, owes }: Receiving): string {
  const lines = owes.map(({ round: { dutyId, times }, line }) => [dutyId, times.key, line?.by, line?.own?.due]);
  return JSON.stringify([lettersAlike(name), kind, headTitle, taskIds, lines]);
}

const lettersAlike = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\p{Lu}/gu, (letter) => 'X'.repeat(letter.length))
    .replace(/\p{Ll}/gu, (letter) => 'x'.repeat(letter.length))
    .replace(/\d/g, '0');
