/** Who must be phoned, with the number and the text to read: the end of the ladder, where no message has arrived. */
import type { Closure } from '../../core/channels/reach.ts';
import type { HandedLink } from '../../core/conversation/context.ts';
import type { UnreachableReason } from '../../core/figures/summary.ts';
import { groupedBy } from '../../core/roster/grouped.ts';
import type { Db } from '../../db/database.ts';
import { findUnreachable } from '../../db/delivery/reachability.ts';
import { findUnreached, type Unreached } from '../../db/delivery/unreached.ts';
import { findAssignments, findTaskTexts } from '../../db/directives/assignments.ts';
import { readSummary } from '../../db/figures/summary.ts';
import { findDownChannels } from '../../db/platforms/channel-states.ts';
import { findOpenObligations } from '../../db/reports/obligations.ts';
import { findCollector, findOwed } from '../../db/reports/rounds.ts';
import { findHolders } from '../../db/roster/people.ts';
import { listContacts } from '../../db/roster/units.ts';
import { tasksMessage } from '../../messages/chat/directive.ts';
import { reminder } from '../../messages/chat/reminder.ts';
import { findClosures } from '../delivery/ways.ts';
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

/** The calls to make now for an issued directive. */
export async function makeCallSheet(reading: Reading, directiveId: number): Promise<CallSheet> {
  const { tx: db, now, machineNow } = reading;
  const reasons = new Map<number, CallReason>(
    (await findUnreachable(db, directiveId)).map(({ unit, reason }) => [unit.id, reason]),
  );
  const untold = await findUnreached(db, directiveId, await findDownChannels(db, machineNow));
  const { round, directive, indicators } = await readSummary(db, directiveId, now);
  const owing = round ? (await findOwed(db, round.id)).map(({ unit }) => unit.id) : [];
  const concerned = [...new Set([...untold.map(({ unit }) => unit.id), ...owing])];
  const heads = await findHolders(db, concerned, ['head', 'delegate']);
  for (const [unitId, closure] of await closedUnits(reading, heads))
    if ((reasons.get(unitId) ?? 'not-delivered') === 'not-delivered') reasons.set(unitId, closure);

  const untoldIds = new Set(untold.map(({ unit }) => unit.id));
  const owingIds = owing.filter((id) => reasons.has(id) && !untoldIds.has(id));
  const told = await readTold(db, directiveId, [...untoldIds], now);
  const labels = indicators.map((indicator) => indicator.label);
  const concerning = [...untoldIds, ...owingIds].filter((id) => reasons.get(id) !== 'refused');
  const headsOf = groupedBy(heads, (head) => head.unitId);
  const pages = await readHandedLinks(
    reading,
    concerning.map((unitId) => ({ unitId, personId: headsOf.get(unitId)?.[0]?.personId })),
  );
  const call = (unit: OfficeContact, about: Call['about'], detail: string | null, text: string): Call => ({
    ...contactOf(unit),
    about,
    reason: reasons.get(unit.id) ?? 'not-delivered',
    detail,
    text,
    link: pages.get(unit.id)?.link ?? null,
  });
  const collector = round ? await findCollector(db, round.id) : directive.issuer;
  const toldOf = (unit: OfficeContact, of: NonNullable<typeof round>) =>
    reminder({ unit, directive, labels, round: of, collector }, { at: now, turn: 0 });
  const calls = [
    ...untold.map(({ unit, refusal }) => call(unit, 'tasks', refusal, told.get(unit.id) ?? '')),
    ...(round ? (await listContacts(db, owingIds)).map((unit) => call(unit, 'report', null, toldOf(unit, round))) : []),
  ];
  return { calls, handed: [...pages.values()].map(({ invite }) => invite) };
}

type OfficeContact = Unreached['unit'];

const contactOf = ({ code, name, headName, headTitle, phone }: OfficeContact) => ({
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
  const obligations = groupedBy(await findOpenObligations(db, unitIds, now), ({ unit }) => unit.id);
  return new Map(
    assigned.map((a) => {
      const told = { tasks: texts.get(a.id) ?? [], obligations: obligations.get(a.unit.id) ?? [] };
      return [a.unit.id, tasksMessage(a, told, now).text];
    }),
  );
}
