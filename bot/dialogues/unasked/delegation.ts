/** Somebody else is to act for a unit: beside its head, or while they are away. */
import type { Context } from '../../../core/conversation/context.ts';
import { deadlineUntil } from '../../../core/directives/life/extend.ts';
import { readDay } from '../../../core/language/day.ts';
import { readSpeech } from '../../../core/language/speech/speech.ts';
import { fold } from '../../../core/language/text.ts';
import type { RoleFact, UnitRef } from '../../../core/roster/person.ts';
import * as say from '../../../messages/chat/people/delegation.ts';
import { type Reply, saying } from '../shape/reply.ts';
import { isOneOf } from '../shape/roles.ts';

const appoints = /\b(?:giao|phan cong|uy ?quyen)\b/;

/** Whether a text plainly gives a unit's work to somebody. */
export const isDelegating = (text: string): boolean =>
  appoints.test(fold(text)) && readSpeech(text)?.act === 'delegates';

const headed = ({ person }: Context): UnitRef[] =>
  (person?.roles ?? []).filter((r) => r.role === 'head' && r.state === 'agreed').map(({ unit }) => unit);

/** The roles in which a person answers for units. */
export const answeringRoles = ({ person }: Context): RoleFact[] =>
  (person?.roles ?? []).filter((r) => (r.role === 'head' || r.role === 'delegate') && r.state === 'agreed');

/** "giao đồng chí Lan phụ trách": an invitation; where it is not so plain it is offered. Undefined for who heads no unit. */
export function delegateTo(name: string | undefined, text: string, context: Context): Reply | undefined {
  if (headed(context).length === 0) return undefined;
  return isDelegating(text) && context.newCode ? inviteDelegate(name, context) : { say: say.offerToDelegate(name) };
}

/** The invitation of a delegate for the one unit that a person heads, or for the one with this id. */
export function inviteDelegate(name: string | undefined, context: Context, unitId?: number): Reply {
  const { newCode } = context;
  const units = headed(context).filter(({ id }) => unitId === undefined || id === unitId);
  const [only, ...others] = units;
  if (!only || !newCode) return { say: saying(say.onlyHeadsDelegate()) };
  if (others.length > 0) return { say: say.delegateForWhich(units) };
  return {
    say: saying(say.delegateInvited(only, name, newCode.code, newCode.links)),
    effects: [{ type: 'invite', for: 'delegate', unit: only.id, code: newCode.code }],
  };
}

const leaves =
  /\b(?:di vang|vang mat|(?:xin |toi |em |anh |chi )nghi phep|nghi phep den|di cong tac|di hoc|di tap huan|nghi om)\b.*\b(?:den|toi|het)\b/;

/** "tôi đi công tác đến 15/9": until then somebody else of the unit is reminded. */
export function takeAbsence(text: string, context: Context): Reply | undefined {
  return leaves.test(fold(text)) && isOneOf('answerer', context.person) ? goAway(text, context) : undefined;
}

/** Away until the day that a text names. */
export function goAway(text: string, context: Context): Reply | undefined {
  const day = readDay(text, context.now);
  if (typeof day !== 'object') return undefined;
  const { due: until } = deadlineUntil(day);
  if (until <= context.now) return undefined;
  return {
    say: saying(say.isAway(until)),
    effects: [{ type: 'set-away', until }],
  };
}
