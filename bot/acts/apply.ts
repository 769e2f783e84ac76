/** Carries out what a turn decided, inside its transaction. */
import type { Note } from '../../core/audit/fact.ts';
import type { Context } from '../../core/conversation/context.ts';
import type { Effect } from '../../core/conversation/effect.ts';
import { bodyOf } from '../../core/delivery/layout.ts';
import type { Message } from '../../core/delivery/message.ts';
import { roleOf } from '../../core/roster/people.ts';
import { createInvites, spendInvite } from '../../db/access/invites.ts';
import type { Db } from '../../db/database.ts';
import { withdrawResting } from '../../db/delivery/outbox.ts';
import { acknowledge } from '../../db/directives/assignments.ts';
import { takeOffered } from '../../db/reports/attachments.ts';
import { lockObligation } from '../../db/reports/obligations.ts';
import { insertReport } from '../../db/reports/reports.ts';
import { insertSigned } from '../../db/reports/signed-papers.ts';
import { type Account, assignAccount } from '../../db/roster/accounts.ts';
import { orderGroup } from '../../db/roster/group-orders.ts';
import { answerNotice, askRole, createPerson, findStaff, preferChannel } from '../../db/roster/people.ts';
import { registeredByPhone } from '../../messages/chat/registration.ts';
import { sayAll } from '../delivery/say.ts';
import type { Voice } from '../delivery/voice.ts';
import { hashCode } from '../links/codes.ts';
import { issueDirective } from './issue.ts';

export type ApplyDeps = {
  voice: Voice;
  machineNow: Date;
  inboxId: number;
  context: Context;
  account: Account;
  note: Note;
};

/** How long a code that was made in the chat can be used; machine time. */
const inviteDays = 7;

/** Applies one effect; returns the person the account belongs to afterwards. */
export async function applyEffect(
  tx: Db,
  effect: Effect,
  personId: number | null,
  deps: ApplyDeps,
): Promise<number | null> {
  const { now } = deps.context;
  switch (effect.type) {
    case 'redeem':
      return redeem(tx, effect.invite, personId, deps);
    case 'take-units':
      return takeUnits(tx, effect, personId, deps);
    case 'answer-notice':
      deps.note(...(await answerNotice(tx, effect.roles, effect.agreed ? 'agreed' : 'refused')));
      return personId;
    case 'acknowledge':
      if (personId !== null) deps.note(...(await acknowledge(tx, effect.assignments, personId, deps.inboxId, now)));
      return personId;
    case 'submit':
      if (personId !== null) await submit(tx, effect, personId, deps);
      return personId;
    case 'sign':
      if (personId !== null) await sign(tx, effect, personId, deps);
      return personId;
    case 'prefer':
      if (personId !== null) await preferChannel(tx, personId, effect.channel);
      return personId;
    case 'issue':
      await issueDirective(tx, effect.directive, deps.voice, now, deps.note);
      return personId;
    case 'order-group':
      if (personId !== null)
        await orderGroup(
          tx,
          { channel: effect.channel, issuerId: effect.issuer, title: effect.title, askedBy: personId },
          now,
        );
      return personId;
    case 'invite':
      await createInvites(tx, [
        {
          hash: hashCode(effect.code),
          for: effect.for,
          ...(effect.unit === null ? {} : { unitId: effect.unit }),
          ...(effect.for === 'person' && personId !== null ? { personId } : {}),
          createdAt: deps.machineNow,
          expiresAt: new Date(deps.machineNow.getTime() + inviteDays * 24 * 3600 * 1000),
        },
      ]);
      return personId;
  }
}

async function redeem(
  tx: Db,
  invite: Extract<Effect, { type: 'redeem' }>['invite'],
  personId: number | null,
  deps: ApplyDeps,
): Promise<number> {
  const { account, context, machineNow } = deps;
  const isSpent = await spendInvite(tx, invite.id, account.id, machineNow);
  if (!isSpent) throw new Error('the invite was spent by another at the same moment');
  const owner = personId ?? invite.personId ?? (await createPerson(tx, account.name, context.now));
  if (personId === null) await assignAccount(tx, account.id, owner);
  const role = roleOf(invite.for);
  if (role && invite.unit) deps.note(...(await askRole(tx, owner, invite.unit.id, role, context.now)));
  return owner;
}

async function takeUnits(
  tx: Db,
  { units, name }: Extract<Effect, { type: 'take-units' }>,
  personId: number | null,
  deps: ApplyDeps,
): Promise<number> {
  const { account, context, inboxId, voice } = deps;
  const owner = personId ?? (await createPerson(tx, account.name || name, context.now));
  if (personId === null) await assignAccount(tx, account.id, owner);
  for (const unit of units) deps.note(...(await askRole(tx, owner, unit.id, 'head', context.now)));
  const told = (await findStaff(tx)).map(
    (id): Message => ({
      meaning: `inbox-${inboxId}:registered-by-phone`,
      recipient: { type: 'person', id },
      kind: 'receipt',
      body: bodyOf({ text: registeredByPhone(account.name || name, units) }),
    }),
  );
  await sayAll(tx, told, voice, context.now);
  return owner;
}

async function sign(
  tx: Db,
  { obligation, paper, withFile, isOnBehalf }: Extract<Effect, { type: 'sign' }>,
  personId: number,
  { account, context, inboxId, note }: ApplyDeps,
): Promise<void> {
  await lockObligation(tx, obligation);
  const scan = withFile ? await takeOffered(tx, account.id) : undefined;
  const signed = { obligationId: obligation, paper, attachmentId: scan?.id, personId, isOnBehalf, inboxId };
  note(...(scan?.facts ?? []), await insertSigned(tx, signed, context.now));
}

async function submit(
  tx: Db,
  effect: Extract<Effect, { type: 'submit' }>,
  personId: number,
  deps: ApplyDeps,
): Promise<void> {
  const { context, inboxId } = deps;
  const { obligation, base, answers, note, isOnBehalf } = effect;
  const submission = { obligationId: obligation, base, answers, note, isOnBehalf, personId, inboxId };
  deps.note(await insertReport(tx, submission, context.now));
  await withdrawResting(tx, obligation, context.now);
  const reported = context.obligations.find((o) => o.id === obligation);
  const implied = context.assignments.filter(
    (a) => !a.acknowledged && a.unit.id === reported?.unit.id && a.directive.id === reported.directive.id,
  );
  const ids = implied.map((a) => a.id);
  deps.note(...(await acknowledge(tx, ids, personId, inboxId, context.now)));
}
