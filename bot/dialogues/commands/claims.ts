/** Who typed a telephone number, and whether staff say that it is true. */

import type { Context } from '../../../core/conversation/context.ts';
import { commandWords } from '../../../core/language/commands/command-words.ts';
import * as say from '../../../messages/chat/people/claims.ts';
import type { ChatCommand } from '../shape/command.ts';
import { type Reply, saying } from '../shape/reply.ts';
import { required } from '../shape/required.ts';
import { idIn } from './arguments.ts';

/** The claim of a number, or the only one that waits. */
function decide(context: Context, argument: string, isRight: boolean): Reply {
  const claims = required(context.claims, 'claims');
  const [only, ...others] = argument === '' ? claims : claims.filter(({ id }) => id === idIn(argument));
  if (!only) return { say: saying(argument === '' ? say.noClaims() : say.claimGone()) };
  if (others.length > 0) return { say: say.claimList(claims) };
  return {
    say: saying(isRight ? say.claimConfirmed(only) : say.claimRejected(only)),
    effects: [{ type: 'decide-claim', claim: only.id, isRight }],
  };
}

export const confirmClaimCommand: ChatCommand = {
  slash: ['dungnguoi'],
  words: commandWords.dungnguoi,
  for: 'staff',
  where: 'private',
  needs: () => [{ type: 'claims' }],
  reply: (context, argument) => decide(context, argument, true),
};

export const rejectClaimCommand: ChatCommand = {
  slash: ['khongphai'],
  words: commandWords.khongphai,
  for: 'staff',
  where: 'private',
  needs: () => [{ type: 'claims' }],
  reply: (context, argument) => decide(context, argument, false),
};

export const claimsCommand: ChatCommand = {
  slash: ['doichieu'],
  words: commandWords.doichieu,
  for: 'staff',
  where: 'private',
  needs: () => [{ type: 'claims' }],
  reply: ({ claims }) => ({ say: say.claimList(required(claims, 'claims')) }),
};
