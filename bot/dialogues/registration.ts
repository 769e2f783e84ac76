/** From an invite code to a person who acts for a unit: one notice, one answer. */
import type { Context, Saying } from '../../core/dialogue.ts';
import type { RoleFact } from '../../core/facts.ts';
import { readYesNo } from '../../core/numbers.ts';
import { roleOf } from '../../core/people.ts';
import { fold } from '../../core/text.ts';
import * as say from '../../messages/registration.ts';
import type { Intent } from './intent.ts';
import { type Reply, saying } from './reply.ts';
import { idle } from './states.ts';

/** Roles whose data notice has not been agreed to. */
export const pendingRoles = (context: Context): RoleFact[] =>
  context.person?.roles.filter((r) => r.state !== 'agreed') ?? [];

/** `/start CODE`, however the code came. */
export function start(context: Context, code: string): Reply {
  const { invite, person } = context;
  if (!code) return { say: saying(say.startWithoutCode()), kind: 'registration' };
  if (invite?.state !== 'open') return { say: saying(say.inviteProblem(invite)), kind: 'registration' };
  if (invite.for === 'group') return { say: saying(say.groupCodeInPrivate()), kind: 'registration' };
  if (invite.for === 'person') {
    if (person && person.id !== invite.personId)
      return { say: saying(say.accountBelongsToAnother()), kind: 'registration' };
    return { say: saying(say.accountAdded()), kind: 'registration', effects: [{ type: 'redeem', invite }] };
  }
  const role = roleOf(invite.for);
  if (!role || !invite.unit) return { say: saying(say.inviteProblem(undefined)), kind: 'registration' };
  const others = pendingRoles(context).filter((r) => r.state === 'asked');
  return {
    state: { dialogue: 'registration' },
    say: say.notice([...others, { role, unit: invite.unit }]),
    kind: 'registration',
    effects: [{ type: 'redeem', invite }],
  };
}

export function askRegistration(context: Context): Saying {
  const pending = pendingRoles(context);
  return pending.every((r) => r.state === 'refused') ? say.changeOfMind(pending) : say.notice(pending);
}

export function stepRegistration(intent: Intent, context: Context): Reply {
  const answer = readNotice(intent);
  const pending = pendingRoles(context);
  if (answer === undefined) return {};
  const roles = pending.map((r) => r.id);
  if (!answer)
    return {
      state: idle,
      say: saying(say.refused()),
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

function readNotice(intent: Intent): boolean | undefined {
  if (intent.type === 'choice') return intent.id === 'agree';
  if (intent.type !== 'answer') return undefined;
  if (/^(dong y|toi dong y|nhat tri|ok)$/.test(fold(intent.text))) return true;
  if (/^(khong dong y|tu choi)$/.test(fold(intent.text))) return false;
  return readYesNo(intent.text);
}
