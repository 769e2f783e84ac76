/** Who must be phoned, with the number and the text to read: the end of the ladder, where no message has arrived. */
import type { Closure } from '../../core/channels/reach.ts';
import { callsInChat, type HandedLink } from '../../core/conversation/context.ts';
import { toldAheadMs } from '../../core/directives/issue.ts';
import type { Summary, UnreachableReason } from '../../core/figures/summary.ts';
import { groupedBy } from '../../core/roster/grouped.ts';
import type { Db } from '../../db/database.ts';
import { findReasons } from '../../db/delivery/reachability.ts';
import { findRefusals, listPerhapsClosed, listUnreached, nameUnits } from '../../db/delivery/unreached.ts';
import { findAssignments, findTaskTexts } from '../../db/directives/assignments.ts';
import { chunks } from '../../db/engine/chunks.ts';
import { readSummary } from '../../db/figures/summary.ts';
import { findDownChannels } from '../../db/platforms/channel-states.ts';
import { findOpenObligations } from '../../db/reports/obligations.ts';
import { findCollector } from '../../db/reports/rounds.ts';
import { findHolders } from '../../db/roster/people.ts';
import { listContacts } from '../../db/roster/units.ts';
import { tasksMessage } from '../../messages/chat/directive.ts';
import { reminder } from '../../messages/chat/reminder.ts';
import { findClosures, findOpenChannels } from '../delivery/ways.ts';
import type { Reading } from '../delivery/work.ts';
import { readHandedLinks } from './handed-links.ts';

export type CallReason = UnreachableReason | Closure;

export type Call = {
  unit: string;
  name: string;
  headName: string | null;
  headTitle: string | null;
  phone: string | null;
  /** `tasks`: the unit was not told its tasks; `report`: it was, but cannot be reminded. */
  about: 'tasks' | 'report';
  reason: CallReason;
  /** The platform's own words, where one refused. */
  detail: string | null;
  /** What to read out. */
  text: string;
  /** The page to hand to the unit's head instead, who can do everything there; null for who refused to be told anything. */
  link: string | null;
};

/** The calls to make, in administrative order, and the invites that must stand behind the pages that they name. */
export type CallSheet = { calls: Call[]; handed: HandedLink[] };

/** A unit to call, and whoever registered first for it. */
type Called = Pick<Call, 'about' | 'reason'> & { unitId: number; head: number | undefined };

/** The calls to make now for an issued directive. */
export async function makeCallSheet(reading: Reading, directiveId: number): Promise<CallSheet> {
  const summary = await readSummary(reading.tx, directiveId, reading.now);
  const whole: CallSheet = { calls: [], handed: [] };
  for await (const called of findCalled(reading, summary)) {
    const piece = await describe(reading, summary, called);
    whole.calls.push(...piece.calls);
    whole.handed.push(...piece.handed);
  }
  return whole;
}

/** A page of the calls (from 1) with how many there are, and the invites behind its pages. */
export type CallPage = { count: number; calls: CallOnPage[]; handed: HandedLink[] };
type CallOnPage = Pick<Call, 'name' | 'phone' | 'reason' | 'link'>;

/** The same in the chat. People who registered and were not reached need a call sooner than people who never registered. */
export async function readCallPage(reading: Reading, directiveId: number, page: number): Promise<CallPage> {
  const until = page * callsInChat;
  const sooner: Called[] = [];
  const later: Called[] = [];
  let count = 0;
  for await (const called of findCalled(reading, await readSummary(reading.tx, directiveId, reading.now))) {
    count += called.length;
    for (const one of called) {
      const list = one.reason === 'unregistered' ? later : sooner;
      if (list.length < until) list.push(one);
    }
  }
  const shown = [...sooner, ...later].slice(until - callsInChat, until);
  const unitIds = shown.map(({ unitId }) => unitId);
  const contacts = new Map((await listContacts(reading.tx, unitIds)).map((unit) => [unit.id, unit]));
  const pages = await readPages(reading, shown);
  const calls = shown.flatMap(({ unitId, reason }) => {
    const unit = contacts.get(unitId);
    return unit ? [{ name: unit.name, phone: unit.phone, reason, link: pages.get(unitId)?.link ?? null }] : [];
  });
  return { count, calls, handed: [...pages.values()].map(({ invite }) => invite) };
}

/** What names the list of calls to make now, whatever its order; undefined where there is none. */
export async function nameCalls(reading: Reading, directiveId: number): Promise<string | undefined> {
  const ids: number[] = [];
  for await (const called of findCalled(reading, await readSummary(reading.tx, directiveId, reading.now)))
    ids.push(...called.map(({ unitId }) => unitId));
  return ids.length > 0 ? nameUnits(reading.tx, ids) : undefined;
}

/** Whom to call, piece by piece: first whom the tasks did not reach, then who owes; both in administrative order. */
async function* findCalled(reading: Reading, { directive, round }: Summary): AsyncGenerator<Called[]> {
  const { tx: db, machineNow } = reading;
  const untold = await listUnreached(db, directive.id, await findDownChannels(db, machineNow));
  for (const piece of chunks(untold)) {
    const { reasonOf, headOf } = await readReasons(reading, directive.id, piece);
    yield piece.map((unitId) => ({
      unitId,
      about: 'tasks',
      reason: reasonOf(unitId) ?? 'not-delivered',
      head: headOf(unitId),
    }));
  }
  if (!round) return;
  const isUntold = new Set(untold);
  const owing = await listPerhapsClosed(db, round.id, await findOpenChannels(reading));
  for (const piece of chunks(owing.filter((id) => !isUntold.has(id)))) {
    const { reasonOf, headOf } = await readReasons(reading, directive.id, piece);
    yield piece.flatMap((unitId) => {
      const reason = reasonOf(unitId);
      return reason ? [{ unitId, about: 'report', reason, head: headOf(unitId) }] : [];
    });
  }
}

/** Why nobody of these units can be told anything now, where that is so. */
async function readReasons(reading: Reading, directiveId: number, unitIds: number[]) {
  const reasons = await findReasons(reading.tx, directiveId, unitIds);
  const heads = await findHolders(reading.tx, unitIds, ['head', 'delegate']);
  const closed = await closedUnits(reading, heads);
  const headsOf = groupedBy(heads, (head) => head.unitId);
  const reasonOf = (unitId: number): CallReason | undefined => {
    const reason = reasons.get(unitId);
    return (reason ?? 'not-delivered') === 'not-delivered' ? (closed.get(unitId) ?? reason) : reason;
  };
  return { reasonOf, headOf: (unitId: number) => headsOf.get(unitId)?.[0]?.personId };
}

/** The pages to hand over, by unit; to who refused to be told anything, none. */
const readPages = (reading: Reading, called: readonly Called[]) =>
  readHandedLinks(
    reading,
    called.flatMap(({ unitId, reason, head }) => (reason === 'refused' ? [] : [{ unitId, personId: head }])),
  );

/** A piece of the calls with all that is said in them. */
async function describe(
  reading: Reading,
  { round, directive, indicators }: Summary,
  called: readonly Called[],
): Promise<CallSheet> {
  const { tx: db, now } = reading;
  const unitIds = called.map(({ unitId }) => unitId);
  const untold = called.flatMap(({ unitId, about }) => (about === 'tasks' ? unitId : []));
  const told = await readTold(db, directive.id, untold, now);
  const refusals = await findRefusals(db, directive.id, untold);
  const pages = await readPages(reading, called);
  const labels = indicators.map((indicator) => indicator.label);
  const collector = round ? await findCollector(db, round.id) : directive.issuer;
  const contacts = new Map((await listContacts(db, unitIds)).map((unit) => [unit.id, unit]));
  const calls = called.flatMap(({ unitId, about, reason }): Call[] => {
    const unit = contacts.get(unitId);
    if (!unit) return [];
    const owes = about === 'report' && round;
    const text = owes
      ? reminder({ unit, directive, labels, round, collector }, { at: now, turn: 0 })
      : (told.get(unitId) ?? '');
    const detail = (about === 'tasks' && refusals.get(unitId)) || null;
    return [{ ...contactOf(unit), about, reason, detail, text, link: pages.get(unitId)?.link ?? null }];
  });
  return { calls, handed: [...pages.values()].map(({ invite }) => invite) };
}

const contactOf = ({ code, name, headName, headTitle, phone }: Awaited<ReturnType<typeof listContacts>>[number]) => ({
  unit: code,
  name,
  headName,
  headTitle,
  phone,
});

/** Units none of whose people can be told anything now, and why: of the first. */
async function closedUnits(
  reading: Reading,
  heads: { unitId: number; personId: number }[],
): Promise<Map<number, Closure>> {
  const closures = await findClosures(
    reading,
    heads.map(({ personId }) => personId),
  );
  const closed = new Map<number, Closure>();
  for (const [unitId, ofUnit] of groupedBy(heads, (head) => head.unitId)) {
    const own = ofUnit.map(({ personId }) => closures.get(personId));
    if (own[0] && own.every((closure) => closure !== undefined)) closed.set(unitId, own[0]);
  }
  return closed;
}

async function readTold(db: Db, directiveId: number, unitIds: number[], now: Date): Promise<Map<number, string>> {
  const assigned = (await findAssignments(db, unitIds)).filter((a) => a.directive.id === directiveId);
  const texts = await findTaskTexts(
    db,
    assigned.map((a) => a.id),
  );
  // As a message with tasks has it: also what opens within days, and what recurs.
  const until = new Date(now.getTime() + toldAheadMs);
  const obligations = groupedBy(await findOpenObligations(db, unitIds, now, until), ({ unit }) => unit.id);
  return new Map(
    assigned.map((a) => {
      const told = { tasks: texts.get(a.id) ?? [], obligations: obligations.get(a.unit.id) ?? [] };
      return [a.unit.id, tasksMessage(a, told, now).text];
    }),
  );
}
