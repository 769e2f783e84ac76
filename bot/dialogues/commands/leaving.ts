/** A person's own data, and how they leave; and how staff end somebody's role. What cannot be undone is read back first. */

import type { Context } from '../../../core/conversation/context.ts';
import { commandWords, leadingWords } from '../../../core/language/commands/command-words.ts';
import { fold } from '../../../core/language/text.ts';
import type { HeldRole } from '../../../core/roster/person.ts';
import * as say from '../../../messages/chat/people/leaving.ts';
import type { ChatCommand } from '../shape/command.ts';
import { saying } from '../shape/reply.ts';
import { required } from '../shape/required.ts';
import { idle } from '../shape/states.ts';
import { idIn } from './arguments.ts';

const rolesOf = ({ person }: Context) => person?.roles ?? [];

export const ownDataCommand: ChatCommand = {
  slash: ['dulieu'],
  words: commandWords.dulieu,
  for: 'everybody',
  where: 'private',
  needs: () => [{ type: 'ownData' }],
  reply: ({ ownData }) => ({ say: saying(say.ownData(required(ownData, 'ownData'))) }),
};

export const eraseCommand: ChatCommand = {
  slash: ['xoadulieu'],
  words: commandWords.xoadulieu,
  for: 'everybody',
  where: 'private',
  reply: (context) => ({ state: idle, say: say.confirmErase(rolesOf(context)) }),
};

export const confirmEraseCommand: ChatCommand = {
  slash: ['xacnhanxoa'],
  words: commandWords.xacnhanxoa,
  for: 'everybody',
  where: 'private',
  isFinal: true,
  reply: () => ({ state: idle, say: saying(say.erased()), kind: 'registration', effects: [{ type: 'erase' }] }),
};

export const withdrawCommand: ChatCommand = {
  slash: ['rutdongy'],
  words: commandWords.rutdongy,
  for: 'everybody',
  where: 'private',
  reply: (context) => {
    const roles = rolesOf(context);
    return roles.length === 0
      ? { say: saying(say.nothingToWithdraw()) }
      : { state: idle, say: say.confirmWithdraw(roles) };
  },
};

export const confirmWithdrawCommand: ChatCommand = {
  slash: ['xacnhanrut'],
  words: commandWords.xacnhanrut,
  for: 'everybody',
  where: 'private',
  isFinal: true,
  reply: (context) =>
    rolesOf(context).length === 0
      ? { say: saying(say.nothingToWithdraw()) }
      : { state: idle, say: saying(say.withdrawn()), kind: 'registration', effects: [{ type: 'withdraw-consent' }] },
};

export const stopCommand: ChatCommand = {
  slash: ['ngungnhantin', 'stop'],
  words: commandWords.ngungnhantin,
  for: 'everybody',
  where: 'private',
  reply: (context) =>
    rolesOf(context).length === 0
      ? { say: saying(say.nothingToWithdraw()) }
      : { state: idle, say: saying(say.stopped()), kind: 'registration', effects: [{ type: 'stop-telling' }] },
};

export const keepCommand: ChatCommand = {
  slash: ['giunguyen'],
  words: commandWords.giunguyen,
  for: 'everybody',
  where: 'private',
  reply: () => ({ say: saying(say.leftAsItWas()) }),
};

/** The roles that words name: by number, by unit, or by the person. */
function named(roles: HeldRole[], words: string): HeldRole[] {
  const id = idIn(words);
  if (id !== undefined) return roles.filter((held) => held.id === id);
  const folded = fold(words);
  const exact = roles.filter(
    ({ unit, person }) => fold(unit.code) === folded || fold(unit.name) === folded || fold(person.name) === folded,
  );
  if (exact.length > 0) return exact;
  return roles.filter(({ unit, person }) => fold(`${unit.name} ${person.name}`).includes(folded));
}

export const revokeCommand: ChatCommand = {
  slash: ['thuhoi'],
  words: commandWords.thuhoi,
  leading: leadingWords.thuhoi,
  for: 'staff',
  where: 'private',
  needs: () => [{ type: 'rolesToEnd' }],
  reply: ({ rolesToEnd }, words) => {
    if (words === '') return { say: saying(say.revokeWhom()) };
    const found = named(required(rolesToEnd, 'rolesToEnd'), words);
    const [only, ...others] = found;
    if (!only) return { say: saying(say.nobodyToRevoke(words)) };
    return { state: idle, say: others.length > 0 ? say.revokeWhich(found) : say.confirmRevoke(only) };
  },
};

export const confirmRevokeCommand: ChatCommand = {
  slash: ['xacnhanthuhoi'],
  words: [],
  for: 'staff',
  where: 'private',
  isFinal: true,
  needs: () => [{ type: 'rolesToEnd' }],
  reply: ({ rolesToEnd }, words) => {
    const [held] = required(rolesToEnd, 'rolesToEnd').filter(({ id }) => id === idIn(words));
    if (!held) return { say: saying(say.nobodyToRevoke(words)) };
    return {
      say: saying(say.revoked(held)),
      effects: [{ type: 'revoke-role', role: held.id, person: held.person.id }],
    };
  },
};
