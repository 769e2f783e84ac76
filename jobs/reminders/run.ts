/** Carries out the slots that are due: reminders to who owes, the group message, the leader's summary. */

import { findMentions } from '../../bot/delivery/mentions.ts';
import { sayAll } from '../../bot/delivery/say.ts';
import type { Voice } from '../../bot/delivery/voice.ts';
import { makeCallSheet } from '../../bot/facts/call-sheet.ts';
import { bodyOf } from '../../core/delivery/layout.ts';
import { opensElsewhere } from '../../core/delivery/link.ts';
import type { Message } from '../../core/delivery/message.ts';
import type { Db } from '../../db/database.ts';
import { readSummary } from '../../db/figures/summary.ts';
import { findIndicators } from '../../db/reports/obligations.ts';
import { findOwed } from '../../db/reports/rounds.ts';
import { findGroupsOf } from '../../db/roster/groups.ts';
import { findHolders } from '../../db/roster/people.ts';
import { noteRun } from '../../db/time/job-runs.ts';
import { callLines, callsBrief } from '../../messages/chat/call-sheet.ts';
import { quickLine, reportChoice } from '../../messages/chat/directive.ts';
import { drillChoices } from '../../messages/chat/drill-down.ts';
import { chartOf } from '../../messages/chat/papers-in-chat.ts';
import { groupReminder, reminder } from '../../messages/chat/reminder.ts';
import { summaryMessage } from '../../messages/chat/summary.ts';
import { type DueSlot, findDueSlots } from './due.ts';

export type SlotDeps = {
  db: Db;
  voice: Voice;
  now: () => Date;
  onSent?: (slot: DueSlot, messages: number) => void;
};

/**
 * Handles every slot due now, each in one transaction with the note that it was handled. Returns how many were sent. One
 * that fails holds up no other: it throws when all have had their turn, and what failed is due again.
 */
export async function runDueSlots(deps: SlotDeps): Promise<number> {
  const due = await findDueSlots(deps.db, deps.now());
  const failures: unknown[] = [];
  let sent = 0;
  for (const slot of due) {
    try {
      const messages = await deps.db.transaction((tx) => handle(tx, slot, deps));
      if (messages === undefined) continue;
      sent += 1;
      deps.onSent?.(slot, messages);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${due.length} slots failed`);
  return sent;
}

async function handle(tx: Db, due: DueSlot, { voice, now: clock }: SlotDeps): Promise<number | undefined> {
  const now = clock();
  const isFirst = await noteRun(tx, due.job, due.period, due.verdict === 'send' ? 'done' : 'skipped', now);
  if (!isFirst || due.verdict === 'skip') return undefined;
  const messages = due.job === 'remind' ? await remind(tx, due, now) : await summarise(tx, due, now);
  if (due.job === 'remind') await sayAll(tx, await listCalls(tx, due, voice, now), voice, now);
  return sayAll(tx, messages, voice, now);
}

async function remind(tx: Db, { round, slot }: DueSlot, now: Date): Promise<Message[]> {
  const owed = await findOwed(tx, round.id);
  if (owed.length === 0) return [];
  const { directive } = await readSummary(tx, round.directiveId, now, round.id);
  const indicators = (await findIndicators(tx, [round.dutyId])).get(round.dutyId) ?? [];
  const labels = indicators.map((i) => i.label);
  const closing = quickLine({ indicators });
  const quoted = { ...round, quote: round.deadline.quote };
  const holders = await findHolders(
    tx,
    owed.map((o) => o.unit.id),
    ['head', 'delegate'],
  );
  const named = `directive-${round.directiveId}`;
  const when = `${round.key}:${slot.key}`;
  const personal = owed.flatMap(({ id, unit }) =>
    holders
      .filter((h) => h.unitId === unit.id)
      .map(
        (h): Message => ({
          meaning: `${named}:${unit.code}:reminder:${when}`,
          recipient: { type: 'person', id: h.personId },
          kind: 'reminder',
          body: bodyOf({
            text: reminder(unit, directive, labels, quoted, now),
            choices: [reportChoice(id)],
            ...(closing !== undefined && { closing }),
          }),
          restsOn: id,
        }),
      ),
  );
  const listed = owed.filter((o) => o.unit.parentId === round.issuerId).map((o) => o.unit);
  const groups = listed.length > 0 ? await findGroupsOf(tx, round.issuerId) : [];
  const toGroups: Message[] = [];
  for (const group of groups) {
    const mentions = await findMentions(
      tx,
      group,
      holders.map((h) => h.personId),
    );
    const owing = listed.map((unit) => ({
      ...unit,
      mentions: holders.flatMap((h) => (h.unitId === unit.id ? (mentions.get(h.personId) ?? []) : [])),
    }));
    toGroups.push({
      meaning: `${named}:group:reminder:${when}`,
      recipient: { type: 'group', id: group.id },
      kind: 'group',
      body: { text: groupReminder(owing, directive, quoted, now), choices: [], choiceStyle: 'menu' },
    });
  }
  return [...personal, ...toGroups];
}

/** Whom reminders do not reach, for the staff who then telephone or hand over a page. */
async function listCalls(tx: Db, { round, slot }: DueSlot, voice: Voice, now: Date): Promise<Message[]> {
  const staff = await findHolders(tx, [round.issuerId], ['staff']);
  const calls = staff.length > 0 ? await makeCallSheet(tx, round.directiveId, voice, now) : [];
  if (calls.length === 0) return [];
  const shown = calls.map((call) => ({ ...call, link: call.link && opensElsewhere(call.link) ? call.link : null }));
  return staff.map(
    ({ personId }): Message => ({
      meaning: `directive-${round.directiveId}:calls:${round.key}:${slot.key}`,
      recipient: { type: 'person', id: personId },
      kind: 'calls',
      body: bodyOf({ ...callLines(shown), brief: callsBrief(calls.length) }),
    }),
  );
}

async function summarise(tx: Db, { round, slot }: DueSlot, now: Date): Promise<Message[]> {
  const leaders = await findHolders(tx, [round.issuerId], ['leader']);
  const summary = await readSummary(tx, round.directiveId, now, round.id);
  return leaders.map(
    (leader): Message => ({
      meaning: `directive-${round.directiveId}:summary:${round.key}:${slot.key}`,
      recipient: { type: 'person', id: leader.personId },
      kind: 'summary',
      body: {
        text: summaryMessage(summary, now),
        choices: drillChoices(summary, false),
        choiceStyle: 'menu',
        attachments: [chartOf(round.directiveId)],
      },
    }),
  );
}
