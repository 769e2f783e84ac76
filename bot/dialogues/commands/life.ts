/** What is done to a directive once it is there. */
import type { Context } from '../../../core/conversation/context.ts';
import type { ChangeAct } from '../../../core/directives/life/change.ts';
import { commandWords, leadingWords } from '../../../core/language/commands/command-words.ts';
import { readExtensionOrder, readRefusal } from '../../../core/language/commands/extension-order.ts';
import { readReturnOrder } from '../../../core/language/commands/return-order.ts';
import * as say from '../../../messages/chat/life/extend.ts';
import { beginChange } from '../change/begin.ts';
import { changeDialogue } from '../change/dialogue.ts';
import { beginRequest } from '../extension/dialogue.ts';
import type { ChatCommand } from '../shape/command.ts';
import { type Reply, saying } from '../shape/reply.ts';
import { required } from '../shape/required.ts';
import { isOneOf } from '../shape/roles.ts';
import { idIn } from './arguments.ts';

/** A command of this act. Said once more where it waits for a yes, it is one. */
const change =
  (act: ChangeAct): ChatCommand['reply'] =>
  (context, argument, state) =>
    state.dialogue === 'change' && state.act === act && argument === ''
      ? changeDialogue.step(state, { type: 'choice', id: 'do' }, context)
      : beginChange(act, argument, context);

export const numberCommand: ChatCommand = {
  slash: ['so'],
  words: commandWords.so,
  leading: leadingWords.so,
  for: 'staff',
  where: 'private',
  needs: () => [{ type: 'standings', act: 'number', directive: null }],
  reply: change('number'),
};

/** Who follows a directive gives more time; whoever has to report asks for it. */
export const extendCommand: ChatCommand = {
  slash: ['giahan'],
  words: commandWords.giahan,
  leading: leadingWords.giahan,
  sentence: readExtensionOrder,
  for: 'holder',
  where: 'private',
  needs: () => [{ type: 'standings', act: 'extend', directive: null }, { type: 'extensions' }],
  reply: (context, argument, state) =>
    isOneOf('chaser', context.person)
      ? change('extend')(context, argument, state)
      : (beginRequest(argument, context) ?? { say: saying(say.nothingToExtend()) }),
};

export const excuseCommand: ChatCommand = {
  slash: ['mien'],
  words: commandWords.mien,
  leading: leadingWords.mien,
  for: 'chaser',
  where: 'private',
  needs: () => [{ type: 'standings', act: 'excuse', directive: null }],
  reply: change('excuse'),
};

/** Undoes an excuse. */
export const oweCommand: ChatCommand = {
  slash: ['thoimien', 'bomien'],
  words: commandWords.thoimien,
  leading: leadingWords.thoimien,
  for: 'chaser',
  where: 'private',
  needs: () => [{ type: 'standings', act: 'owe', directive: null }],
  reply: change('owe'),
};

export const chaseCommand: ChatCommand = {
  slash: ['nhac'],
  words: commandWords.nhac,
  leading: leadingWords.nhac,
  takesSentence: true,
  for: 'overseer',
  where: 'private',
  needs: () => [{ type: 'standings', act: 'chase', directive: null }],
  reply: change('chase'),
};

/** Sends reports back to their units, with a comment. */
export const sendBackCommand: ChatCommand = {
  slash: ['tralai'],
  words: commandWords.tralai,
  leading: leadingWords.tralai,
  sentence: readReturnOrder,
  for: 'overseer',
  where: 'private',
  needs: () => [{ type: 'standings', act: 'return', directive: null }],
  reply: change('return'),
};

/** What a unit consolidates goes up. */
export const submitCommand: ChatCommand = {
  slash: ['guitonghop'],
  words: commandWords.guitonghop,
  leading: leadingWords.guitonghop,
  for: 'overseer',
  where: 'private',
  needs: () => [{ type: 'standings', act: 'consolidate', directive: null }],
  reply: change('consolidate'),
};

export const closeCommand: ChatCommand = {
  slash: ['dong', 'ketthuc'],
  words: commandWords.dong,
  leading: leadingWords.dong,
  for: 'chaser',
  where: 'private',
  needs: () => [{ type: 'standings', act: 'close', directive: null }],
  reply: change('close'),
};

export const reopenCommand: ChatCommand = {
  slash: ['molai'],
  words: commandWords.molai,
  leading: leadingWords.molai,
  for: 'chaser',
  where: 'private',
  needs: () => [{ type: 'standings', act: 'reopen', directive: null }],
  reply: change('reopen'),
};

export const recallCommand: ChatCommand = {
  slash: ['thuhoivanban'],
  words: commandWords.thuhoivanban,
  leading: leadingWords.thuhoivanban,
  for: 'chaser',
  where: 'private',
  needs: () => [{ type: 'standings', act: 'recall', directive: null }],
  reply: change('recall'),
};

/** The request of a number, or the only one that waits. */
function decide(context: Context, argument: string, isGranted: boolean): Reply {
  const requests = required(context.extensions, 'extensions');
  const [only, ...others] = argument === '' ? requests : requests.filter(({ id }) => id === idIn(argument));
  if (!only) return { say: saying(argument === '' ? say.noRequests() : say.requestGone()) };
  if (others.length > 0) return { say: say.requestList(requests, isGranted) };
  return {
    say: saying(isGranted ? say.requestGranted(only) : say.requestRefused(only)),
    effects: [{ type: 'decide-extension', request: only.id, isGranted }],
  };
}

export const grantCommand: ChatCommand = {
  slash: ['dongygiahan'],
  words: commandWords.dongygiahan,
  for: 'chaser',
  where: 'private',
  needs: () => [{ type: 'extensions' }],
  reply: (context, argument) => decide(context, argument, true),
};

export const refuseCommand: ChatCommand = {
  slash: ['khonggiahan'],
  words: commandWords.khonggiahan,
  sentence: readRefusal,
  for: 'chaser',
  where: 'private',
  needs: () => [{ type: 'extensions' }],
  reply: (context, argument) => decide(context, argument, false),
};

export const requestsCommand: ChatCommand = {
  slash: ['xingiahan'],
  words: commandWords.xingiahan,
  for: 'chaser',
  where: 'private',
  needs: () => [{ type: 'extensions' }],
  reply: (context) => {
    const requests = required(context.extensions, 'extensions');
    const [only, ...others] = requests;
    if (!only) return { say: saying(say.noRequests()) };
    return { say: others.length === 0 ? say.requestAsked(only) : say.requestList(requests, true) };
  },
};
