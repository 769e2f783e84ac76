/** Carries out what a turn decided, inside its transaction: each effect is the act of its name. */
import type { Effect, WhichFiles } from '../../../core/conversation/effect.ts';
import { type Account, countPhoneTry } from '../../../db/roster/accounts.ts';
import { setAway } from '../../../db/roster/delegates.ts';
import { orderGroup } from '../../../db/roster/group-orders.ts';
import { preferChannel, renamePerson } from '../../../db/roster/people.ts';
import type { Work } from '../../delivery/work.ts';
import { acknowledgeAssignments } from '../acknowledge.ts';
import { claimUnits, decideClaim } from '../claims.ts';
import { endHold } from '../end-hold.ts';
import { endRoles, revokeRole, stopTelling } from '../end-roles.ts';
import { eraseAccount, erasePerson } from '../erase-person.ts';
import { handLinks } from '../hand-links.ts';
import { inviteByChat } from '../invite.ts';
import { decideFiles } from '../keep-files.ts';
import { answerDataNotice } from '../people/answer-notice.ts';
import { recordProgress } from '../progress/record-progress.ts';
import { tellUnit } from '../progress/tell-unit.ts';
import { recordSigned } from '../record-signed.ts';
import { redeemInvite, takeUnits } from '../register.ts';
import { decideExtension, requestExtension } from '../request-extension.ts';
import { submitReport } from '../submit-report.ts';
import { settleDifficulties } from '../talk/difficulties.ts';
import { keepPromise } from '../talk/keep-promise.ts';
import { answerQuestion, askOffice } from '../talk/questions.ts';
import { applyToDirectives, isOfDirectives } from './directives.ts';

/** Whose turn it is: the account that wrote, and the message. */
export type Writer = { account: Account; inbox: number };

/** Applies effects in their order; returns the person that the account belongs to afterwards. */
export async function applyEffects(work: Work, effects: readonly Effect[], writer: Writer): Promise<number | null> {
  let { account } = writer;
  for (const effect of effects) account = { ...account, personId: await apply(work, effect, { ...writer, account }) };
  return account.personId;
}

async function apply(work: Work, effect: Effect, { account, inbox }: Writer): Promise<number | null> {
  if (effect.type === 'redeem') return redeemInvite(work, account, effect.invite);
  if (effect.type === 'take-units') return takeUnits(work, account, { ...effect, inbox });
  if (effect.type === 'erase') {
    if (account.personId === null) await eraseAccount(work, account);
    else await erasePerson(work, { via: 'chat', by: account.personId, inbox }, account.personId);
    return null;
  }
  if (effect.type === 'claim-units') await claimUnits(work, account, effect);
  else if (effect.type === 'count-phone') await countPhoneTry(work.tx, account, work.machineNow);
  else if (account.personId !== null) await applyFor(work, effect, { account, inbox, personId: account.personId });
  return account.personId;
}
type PersonalEffect = Exclude<Effect, { type: 'redeem' | 'take-units' | 'claim-units' | 'count-phone' | 'erase' }>;

async function applyFor(
  work: Work,
  effect: PersonalEffect,
  { account, inbox, personId }: Writer & { personId: number },
): Promise<unknown> {
  const { tx, now } = work;
  const cause = { via: 'chat', by: personId, inbox } as const;
  const filesOf = (which: WhichFiles) => ({ which, accountId: account.id });
  if (isOfDirectives(effect)) return applyToDirectives(work, effect, { cause, accountId: account.id });
  switch (effect.type) {
    case 'answer-notice':
      return answerDataNotice(work, personId, effect);
    case 'leave-roles':
      return endRoles(work, cause, { personId, roles: effect.roles });
    case 'set-away':
      return setAway(tx, personId, effect.until);
    case 'decide-claim':
      return decideClaim(work, cause, effect);
    case 'withdraw-consent':
      return endRoles(work, cause, { personId, state: 'refused' });
    case 'stop-telling':
      return stopTelling(work, personId);
    case 'revoke-role':
      return revokeRole(work, cause, { id: effect.role, personId: effect.person });
    case 'acknowledge':
      return acknowledgeAssignments(work, cause, effect.assignments);
    case 'submit':
      return submitReport(work, cause, effect);
    case 'tell-progress':
      return recordProgress(work, { personId, inboxId: inbox, isOnBehalf: effect.isOnBehalf }, effect);
    case 'tell-unit':
      return tellUnit(work, { ...effect, by: personId, inbox });
    case 'sign':
      return recordSigned(work, cause, { ...effect, files: effect.files && filesOf(effect.files) });
    case 'keep-files':
      return decideFiles(work, cause, filesOf(effect.files), effect);
    case 'name-person':
      return renamePerson(tx, personId, effect.name);
    case 'prefer':
      return preferChannel(tx, personId, effect.channel);
    case 'request-extension':
      return requestExtension(work, cause, effect);
    case 'decide-extension':
      return decideExtension(work, cause, effect);
    case 'ask-office':
      return askOffice(work, { by: personId, inboxId: inbox }, effect);
    case 'settle-difficulties':
      return settleDifficulties(work, personId, effect);
    case 'answer-question':
      return answerQuestion(work, personId, effect);
    case 'promise':
      return keepPromise(work, { by: personId, inboxId: inbox }, effect);
    case 'end-hold':
      return endHold(work, cause, effect.as);
    case 'order-group':
      return orderGroup(tx, { ...effect, issuerId: effect.issuer, askedBy: personId }, now);
    case 'hand-links':
      return handLinks(work, effect.links);
    case 'invite':
      return inviteByChat(work, cause, effect);
  }
}
