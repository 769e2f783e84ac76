/** A telephone number that somebody typed: a claim that staff decide, and what comes of it. */
import { bodyOf } from '../../core/delivery/layout.ts';
import type { Message } from '../../core/delivery/message.ts';
import { outsideName } from '../../core/language/name.ts';
import type { PendingClaim, UnitRef } from '../../core/roster/person.ts';
import { lockPerson, saveConversation } from '../../db/conversation/conversations.ts';
import { type Account, assignAccount, findAccount } from '../../db/roster/accounts.ts';
import { makeClaim, settleClaim } from '../../db/roster/claims.ts';
import { nameNameless } from '../../db/roster/names.ts';
import { askRole, createPerson, findRoles, findStaffUnits } from '../../db/roster/people.ts';
import { findStaffOver } from '../../db/roster/rights.ts';
import { askOfClaim, claimRefused } from '../../messages/chat/people/claims.ts';
import { notice } from '../../messages/chat/registration.ts';
import type { Work } from '../delivery/work.ts';
import { tapOf } from '../dialogues/intent.ts';
import type { RegistrationState } from '../dialogues/shape/states.ts';
import { readState } from '../dialogues/table/dialogues.ts';
import { readDataNotice } from '../facts/registration/data-notice.ts';
import type { PersonalCause } from './cause.ts';

/** Somebody says by a typed number that they head units: staff over each unit are asked, once a claim. */
export async function claimUnits(
  { tx, now, record, say }: Work,
  account: Account,
  { units, phone, name }: { units: UnitRef[]; phone: string; name: string },
): Promise<void> {
  const named = account.name || outsideName(name);
  if (account.name === '' && named !== '') await nameNameless(tx, account.id, named);
  for (const unit of units) {
    const fact = await makeClaim(tx, { accountId: account.id, unitId: unit.id, phone }, now);
    if (!fact) continue;
    record(fact);
    const claim: PendingClaim = { id: fact.id, unit, name: named, phone, askedAt: now };
    await say(asking(claim, await findStaffOver(tx, unit.id), `claim-${fact.id}`));
  }
}

/** What staff are asked about a claim; `words` where they are not asked for the first time. */
export const asking = (
  claim: PendingClaim,
  staff: readonly number[],
  meaning: string,
  words: typeof askOfClaim = askOfClaim,
): Message[] =>
  staff.map((id) => ({
    meaning,
    about: { unit: claim.unit.id },
    recipient: { type: 'person', id },
    kind: 'receipt',
    body: bodyOf(words(claim)),
  }));

/**
 * Decides a claim. Who is confirmed is asked for consent, as by a code; who is not is told so. Nothing happens where the
 * claim no longer waits, or is not for this person to decide.
 */
export async function decideClaim(
  work: Work,
  cause: PersonalCause,
  { claim: id, isRight }: { claim: number; isRight: boolean },
): Promise<void> {
  const { tx, now, record, say } = work;
  const officeIds = await findStaffUnits(tx, cause.by);
  const decision = { officeIds, state: isRight ? 'confirmed' : 'refused', by: cause.by } as const;
  const settled = await settleClaim(tx, id, decision, now);
  if (!settled) return;
  record(settled.fact);
  const recipient = { type: 'account', id: settled.accountId } as const;
  if (!isRight) {
    const body = bodyOf({ text: claimRefused() });
    await say([{ meaning: `claim-${id}:refused`, recipient, kind: 'registration', body }]);
    return;
  }
  const account = await findAccount(tx, settled.accountId);
  const owner = account.personId ?? (await createPerson(tx, account.name, now));
  if (account.personId === null) await assignAccount(tx, account.id, owner);
  record(...(await askRole(tx, { personId: owner, unitId: settled.unitId, role: 'head' }, now)));
  await say([{ meaning: `claim-${id}:notice`, recipient, kind: 'registration', body: await askConsent(work, owner) }]);
}

/** Puts the data notice as the question of a person's conversation, unless they are in the middle of something else. */
async function askConsent(work: Work, personId: number) {
  const { tx, now } = work;
  const { state, turn } = await lockPerson(tx, personId);
  const asked = (await findRoles(tx, personId)).filter((r) => r.state === 'asked');
  const { choices = [], ...said } = notice(asked, await readDataNotice(work, asked));
  const { dialogue } = readState(state);
  if (dialogue !== 'idle' && dialogue !== 'registration') return bodyOf(said);
  const question: RegistrationState = { dialogue: 'registration' };
  await saveConversation(tx, personId, { state: question, turn: turn + 1 }, now);
  return bodyOf({ ...said, choices: choices.map(({ id, label }) => ({ id: tapOf(turn + 1, id), label })) });
}
