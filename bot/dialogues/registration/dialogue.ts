/** From an invite code to a person who acts for a unit: one notice, one answer. */
import type { Context, Saying } from '../../../core/conversation/context.ts';
import type { Effect } from '../../../core/conversation/effect.ts';
import { readAssent } from '../../../core/language/assent/assent.ts';
import { readYesNo } from '../../../core/language/assent/yes-no.ts';
import { normalisePhone } from '../../../core/language/phone.ts';
import { fold } from '../../../core/language/text.ts';
import { codesIn } from '../../../core/roster/invite-code.ts';
import { roleOf } from '../../../core/roster/people.ts';
import type { InviteFact, RoleFact } from '../../../core/roster/person.ts';
import { nothingToCancel } from '../../../messages/chat/help.ts';
import { claimed, tooManyPhones } from '../../../messages/chat/people/claims.ts';
import * as say from '../../../messages/chat/registration.ts';
import type { Dialogue } from '../shape/dialogue.ts';
import type { Intent, ToldContact } from '../shape/intent.ts';
import { type NotGranted, opensNothing, type Reply, saying } from '../shape/reply.ts';
import { required } from '../shape/required.ts';
import { idle, type RegistrationState, registrationSchema } from '../shape/states.ts';

export const registrationDialogue: Dialogue<RegistrationState> = {
  schema: registrationSchema,
  ask: (_state, context) => (pendingRoles(context).length > 0 ? askRegistration(context) : undefined),
  step: (_state, intent, context) =>
    pendingRoles(context).length > 0 ? stepNotice(intent, context) : { state: idle, say: saying(nothingToCancel()) },
  cancel: () => ({ say: saying(nothingToCancel()) }),
};

/** The roles that the data notice is asked about: those not answered yet; where there are none, those refused. */
export function pendingRoles(context: Context): RoleFact[] {
  const roles = context.person?.roles ?? [];
  const asked = roles.filter((r) => r.state === 'asked');
  return asked.length > 0 ? asked : roles.filter((r) => r.state === 'refused');
}

/** `/start CODE`, however the code came: alone, in a sentence, in a link. Two that could both be used are asked about. */
export function start(context: Context, said: string): Reply {
  const { invites = [] } = context;
  const open = invites.filter(({ state }) => state === 'open');
  if (open.length > 1) return { say: saying(say.whichCode(open)), kind: 'registration' };
  if (invites.length === 0 && codesIn(said).length === 0)
    return { say: saying(say.startWithoutCode()), kind: 'registration' };
  return startBy(context, open[0] ?? invites[0]);
}

function startBy(context: Context, invite: InviteFact | undefined): Reply {
  const { person } = context;
  const held = invite && heldRole(context, invite);
  if (held?.state === 'agreed') return { say: saying(say.alreadyRegistered(held)), kind: 'registration' };
  if (held && invite?.state === 'used') return { state: { dialogue: 'registration' }, kind: 'registration' };
  if (invite?.state !== 'open')
    return { say: saying(say.inviteProblem(invite)), kind: 'registration', notGranted: opensNothing };
  if (invite.for === 'group') return { say: saying(say.groupCodeInPrivate()), kind: 'registration' };
  if (invite.for === 'person') {
    if (person && person.id !== invite.personId)
      return { say: saying(say.accountBelongsToAnother()), kind: 'registration' };
    return { say: saying(say.accountAdded()), kind: 'registration', effects: [{ type: 'redeem', invite }] };
  }
  const role = roleOf(invite.for);
  if (!role || !invite.unit) return { say: saying(say.inviteProblem(undefined)), kind: 'registration' };
  const others = pendingRoles(context).filter((r) => r.state === 'asked' && r !== held);
  return {
    state: { dialogue: 'registration' },
    say: say.notice([...others, { role, unit: invite.unit }], required(context.notice, 'notice')),
    kind: 'registration',
    effects: [{ type: 'redeem', invite }],
  };
}

/** The role that an invite opens, where the person has it already: links are opened more than once. */
const heldRole = (context: Context, invite: InviteFact): RoleFact | undefined =>
  context.person?.roles.find((r) => r.role === roleOf(invite.for) && r.unit.id === invite.unit?.id);

const unknownNumber: NotGranted = { what: 'phone', why: 'no unit without a head has the number' };
const tooManyTries: NotGranted = { what: 'phone', why: 'too many numbers were tried' };

/**
 * A phone number of the roster. Where the platform says that it is the person's own, they become the head of those units,
 * as long as nobody is. A number that they typed is a claim, which staff decide: until then no unit is named. A person who
 * is known stays who they are.
 */
export function takeContact({ person, byPhone, notice }: Context, { name, phone, isProven }: ToldContact): Reply {
  const held = person?.roles[0];
  if (held) return { say: saying(say.alreadyRegistered(held)), kind: 'registration' };
  const { units: listed, areTriesUsedUp } = required(byPhone, 'byPhone');
  if (!isProven && areTriesUsedUp)
    return { say: saying(tooManyPhones()), kind: 'registration', notGranted: tooManyTries };
  const units = listed.filter(({ isTaken }) => !isTaken).map(({ unit }) => unit);
  const counted: Effect[] = isProven ? [] : [{ type: 'count-phone' }];
  if (units.length === 0)
    return { say: saying(say.phoneUnknown()), kind: 'registration', effects: counted, notGranted: unknownNumber };
  if (!isProven)
    return {
      say: saying(claimed()),
      kind: 'registration',
      effects: [...counted, { type: 'claim-units', units, phone: normalisePhone(phone) ?? '', name }],
    };
  return {
    state: { dialogue: 'registration' },
    say: say.notice(
      units.map((unit) => ({ role: 'head', unit })),
      required(notice, 'notice'),
    ),
    kind: 'registration',
    effects: [{ type: 'take-units', units, name }],
  };
}

function askRegistration(context: Context): Saying {
  const pending = pendingRoles(context);
  return pending.every((r) => r.state === 'refused')
    ? say.changeOfMind(pending)
    : say.notice(pending, required(context.notice, 'notice'));
}

/** The answer to the data notice; no reply at all where it is none. */
export function stepNotice(intent: Intent, context: Context): Reply {
  const answer = readNotice(intent);
  const pending = pendingRoles(context);
  if (answer === undefined) return intent.type === 'answer' ? { say: saying(say.noticeUnclear(pending)) } : {};
  const roles = pending.map((r) => r.id);
  if (!answer)
    return {
      state: idle,
      say: saying(say.refused(pending)),
      kind: 'registration',
      effects: [{ type: 'answer-notice', agreed: false, roles }],
    };
  return {
    state: idle,
    say: saying(say.agreed(pending)),
    kind: 'registration',
    effects: [{ type: 'answer-notice', agreed: true, roles }],
  };
}

/** Consent in so many words, to a notice that no longer stands as the question. */
export const isConsent = (intent: Intent): boolean =>
  intent.type === 'answer' && /^(toi )?dong y$/.test(fold(intent.text));

function readNotice(intent: Intent): boolean | undefined {
  if (intent.type === 'choice') return intent.id === 'agree';
  if (intent.type !== 'answer') return undefined;
  const assent = readAssent(intent.text, []);
  if (assent.type === 'assent') return true;
  // "nhầm rồi", "không phải tôi" deny who they are taken for, and refuse nothing.
  const isRefusal = /^(?:da )?(?:khong|ko|tu choi|toi tu choi|toi khong)(?! phai)/.test(fold(intent.text));
  return assent.type === 'denial' && assent.isWhole && isRefusal ? false : readYesNo(intent.text);
}
