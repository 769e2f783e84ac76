/** Who must be phoned, with the number and the text to read: the end of the ladder, where no message has arrived. */
import type { UnreachableReason } from '../core/summary.ts';
import { findAssignments, findTaskTexts } from '../db/assignments.ts';
import { findUnreached } from '../db/call-sheet.ts';
import { findDownChannels } from '../db/channel-states.ts';
import type { Db } from '../db/database.ts';
import { findOpenObligations } from '../db/obligations.ts';
import { findOwed } from '../db/open-rounds.ts';
import { findUnreachable } from '../db/reachability.ts';
import { readSummary } from '../db/summary.ts';
import { listContacts } from '../db/units.ts';
import { tasksMessage } from '../messages/directive.ts';
import { reminder } from '../messages/reminder.ts';

export type Call = {
  unit: string;
  name: string;
  headName: string | null;
  headTitle: string | null;
  phone: string | null;
  /** `tasks`: the unit was not told its tasks; `report`: it was, but cannot be reminded. */
  about: 'tasks' | 'report';
  reason: UnreachableReason | 'not-delivered';
  /** The platform's own words, where one refused. */
  detail: string | null;
  /** What to read out. */
  text: string;
};

/** The calls to make for an issued directive at `now` (civil), in administrative order. */
export async function readCallSheet(db: Db, directiveId: number, now: Date, machineNow: Date): Promise<Call[]> {
  const unreachable = new Map((await findUnreachable(db, directiveId)).map(({ unit, reason }) => [unit.id, reason]));
  const unreached = await findUnreached(db, directiveId, await findDownChannels(db, machineNow));
  const told = await readTold(
    db,
    directiveId,
    unreached.map((u) => u.unit.id),
    now,
  );
  const forTasks = unreached.map(
    ({ unit, refusal }): Call => ({
      ...contactOf(unit),
      about: 'tasks',
      reason: unreachable.get(unit.id) ?? 'not-delivered',
      detail: refusal,
      text: told.get(unit.id) ?? '',
    }),
  );
  return [
    ...forTasks,
    ...(await readReminders(db, directiveId, unreachable, new Set(unreached.map((u) => u.unit.id)), now)),
  ];
}

type Contact = { code: string; name: string; headName: string | null; headTitle: string | null; phone: string | null };

const contactOf = ({ code, name, headName, headTitle, phone }: Contact) => ({
  unit: code,
  name,
  headName,
  headTitle,
  phone,
});

async function readTold(db: Db, directiveId: number, unitIds: number[], now: Date): Promise<Map<number, string>> {
  const assigned = (await findAssignments(db, unitIds)).filter((a) => a.directive.id === directiveId);
  const texts = await findTaskTexts(
    db,
    assigned.map((a) => a.id),
  );
  const obligations = await findOpenObligations(db, unitIds, now);
  return new Map(assigned.map((a) => [a.unit.id, tasksMessage(a, texts.get(a.id) ?? [], obligations, now).text]));
}

/** Units that were told, still owe, and cannot be reminded. */
async function readReminders(
  db: Db,
  directiveId: number,
  unreachable: Map<number, UnreachableReason>,
  listed: Set<number>,
  now: Date,
): Promise<Call[]> {
  const { round, directive, indicators } = await readSummary(db, directiveId, now);
  if (!round) return [];
  const labels = indicators.map((i) => i.label);
  const owing = (await findOwed(db, round.id)).filter(({ unit }) => unreachable.has(unit.id) && !listed.has(unit.id));
  const contacts = await listContacts(
    db,
    owing.map(({ unit }) => unit.id),
  );
  return contacts.map(
    (unit): Call => ({
      ...contactOf(unit),
      about: 'report',
      reason: unreachable.get(unit.id) ?? 'not-delivered',
      detail: null,
      text: reminder(unit, directive, labels, round, now),
    }),
  );
}
