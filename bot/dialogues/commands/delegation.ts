/** Who acts for a unit beside its head, in their place, or after them. */
import { commandWords } from '../../../core/language/commands/command-words.ts';
import * as say from '../../../messages/chat/people/delegation.ts';
import { revokeWhom } from '../../../messages/chat/people/leaving.ts';
import type { ChatCommand } from '../shape/command.ts';
import { saying } from '../shape/reply.ts';
import { required } from '../shape/required.ts';
import { idle } from '../shape/states.ts';
import { answeringRoles, goAway, inviteDelegate } from '../unasked/delegation.ts';
import { idIn } from './arguments.ts';

export const delegateCommand: ChatCommand = {
  slash: ['uyquyen'],
  words: commandWords.uyquyen,
  for: 'answerer',
  where: 'private',
  needs: () => [{ type: 'newCode' }],
  reply: (context, argument) => {
    const unit = /^u:(\d{1,9})$/.exec(argument)?.[1];
    const name = unit === undefined && argument !== '' ? argument.slice(0, 60) : undefined;
    return inviteDelegate(name, context, unit === undefined ? undefined : Number(unit));
  },
};

export const endDelegationCommand: ChatCommand = {
  slash: ['thoiuyquyen'],
  words: commandWords.thoiuyquyen,
  for: 'answerer',
  where: 'private',
  needs: () => [{ type: 'delegates' }],
  reply: ({ delegates }, argument) => {
    const all = required(delegates, 'delegates');
    const meant = argument === '' ? all : all.filter(({ id }) => id === idIn(argument));
    const [only, ...others] = meant;
    if (!only) return { say: saying(all.length === 0 ? say.noDelegates() : revokeWhom()) };
    if (others.length > 0) return { say: say.endWhichDelegation(meant) };
    return {
      say: saying(say.delegationEnded(only)),
      effects: [{ type: 'revoke-role', role: only.id, person: only.person.id }],
    };
  },
};

export const awayCommand: ChatCommand = {
  slash: ['vangmat'],
  words: commandWords.vangmat,
  for: 'answerer',
  where: 'private',
  reply: (context, argument) => goAway(argument, context) ?? { say: saying(say.awayUntilWhen()) },
};

export const backCommand: ChatCommand = {
  slash: ['dave'],
  words: commandWords.dave,
  for: 'answerer',
  where: 'private',
  reply: () => ({ say: saying(say.isBack()), effects: [{ type: 'set-away', until: null }] }),
};

export const handOverCommand: ChatCommand = {
  slash: ['bangiao'],
  words: commandWords.bangiao,
  for: 'answerer',
  where: 'private',
  reply: (context) => ({ state: idle, say: say.confirmHandOver(answeringRoles(context)) }),
};

export const confirmHandOverCommand: ChatCommand = {
  slash: ['xacnhanbangiao'],
  words: commandWords.xacnhanbangiao,
  for: 'answerer',
  where: 'private',
  isFinal: true,
  reply: (context) => {
    const roles = answeringRoles(context);
    return {
      state: idle,
      say: saying(say.handedOver(roles)),
      effects: [{ type: 'leave-roles', roles: roles.map(({ id }) => id) }],
    };
  },
};
