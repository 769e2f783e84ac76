/** What the bot does in a group: it is bound there by staff, and answers them with the summary. Nothing else. */
import type { Inbound } from '../../core/channels/channel.ts';
import { spendInvite } from '../../db/access/invites.ts';
import type { Db } from '../../db/database.ts';
import { findLatestIssued, readSummary } from '../../db/figures/summary.ts';
import { findOwed } from '../../db/reports/rounds.ts';
import { findAccountAt } from '../../db/roster/accounts.ts';
import { bindGroup, findGroupAt } from '../../db/roster/groups.ts';
import { findRoles } from '../../db/roster/people.ts';
import * as registration from '../../messages/chat/registration.ts';
import { groupSummaryMessage, noDirective } from '../../messages/chat/summary.ts';
import type { Clock } from '../clock.ts';
import { answer } from '../delivery/say.ts';
import type { Voice } from '../delivery/voice.ts';
import { answerPlace } from '../delivery/ways.ts';
import { peekCommand } from '../dialogues/intent.ts';
import { readInvite } from '../facts/gather.ts';

type GroupInbound = Extract<Inbound, { kind: 'text' | 'tap' | 'unreadable' }> & {
  group: { address: string; title: string };
};

export async function takeGroupTurn(
  tx: Db,
  inboxId: number,
  inbound: GroupInbound,
  deps: { clock: Clock; voice: Voice },
): Promise<void> {
  const command =
    inbound.kind === 'text' && inbound.text.trim().startsWith('/')
      ? peekCommand({ type: 'text', text: inbound.text })
      : undefined;
  if (command?.name !== 'start' && command?.name !== 'summary') return;
  const account = await findAccountAt(tx, inbound.channel, inbound.from.address);
  if (!account || account.personId === null) return;
  const roles = (await findRoles(tx, account.personId)).filter((r) => r.state === 'agreed');
  const staffOf = roles.filter((r) => r.role === 'staff').map((r) => r.unit.id);
  const chasedFor = roles.filter((r) => r.role === 'staff' || r.role === 'leader').map((r) => r.unit.id);
  const now = deps.clock.civil();
  const say = async (groupId: number, text: string): Promise<void> => {
    const place = {
      channel: inbound.channel,
      address: inbound.group.address,
      isGroup: true,
      free: Number.POSITIVE_INFINITY,
    };
    const body = { text, choices: [], choiceStyle: 'menu' as const };
    await answer(
      tx,
      { meaning: `inbox-${inboxId}:reply`, recipient: { type: 'group', id: groupId }, kind: 'reply', body },
      place,
      deps.voice,
      now,
    );
  };

  if (command.name === 'summary') {
    const group = await findGroupAt(tx, inbound.channel, inbound.group.address);
    if (!group || !chasedFor.includes(group.issuerId)) return;
    const id = await findLatestIssued(tx, [group.issuerId], undefined);
    if (id === undefined) return say(group.id, noDirective());
    const summary = await readSummary(tx, id, now);
    const owed = summary.round ? await findOwed(tx, summary.round.id) : [];
    const listed = owed.map((o) => o.unit).filter((unit) => unit.parentId === group.issuerId);
    return say(group.id, groupSummaryMessage(summary, listed, now));
  }

  const machineNow = deps.clock.machine();
  const invite = await readInvite(tx, command.argument, machineNow);
  const isBinding =
    invite?.state === 'open' && invite.for === 'group' && invite.unit && staffOf.includes(invite.unit.id);
  if (isBinding && invite.unit) {
    await spendInvite(tx, invite.id, account.id, machineNow);
    return say(
      await bindGroup(tx, inbound.channel, inbound.group, invite.unit.id),
      registration.groupBound(invite.unit.name),
    );
  }
  const problem =
    staffOf.length === 0
      ? registration.onlyForStaff()
      : registration.inviteProblem(invite?.state === 'open' ? undefined : invite);
  const body = { text: problem, choices: [], choiceStyle: 'menu' as const };
  const place = answerPlace(account, deps.voice);
  await answer(
    tx,
    { meaning: `inbox-${inboxId}:reply`, recipient: { type: 'account', id: account.id }, kind: 'registration', body },
    place,
    deps.voice,
    now,
  );
}
