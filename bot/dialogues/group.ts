/** What the bot does in a group: what its commands say there, and nothing else. Pure. */
import type { GroupContext, GroupNeed } from '../../core/conversation/group.ts';
import { peekCommand } from './intent.ts';
import type { ChatCommand } from './shape/command.ts';
import { forOthers, type GroupReply } from './shape/reply.ts';
import { isOneOf } from './shape/roles.ts';

export type GroupCommand = { command: Extract<ChatCommand, { where: 'both' }>; argument: string };

/** The command that a text in a group calls; undefined for all other talk. Only a stroke calls one there. */
export function readGroupCommand(text: string): GroupCommand | undefined {
  if (!text.trim().startsWith('/')) return undefined;
  const said = peekCommand({ type: 'text', text });
  return said?.command.where === 'both' ? { command: said.command, argument: said.argument } : undefined;
}

/** Whether a text in a group calls a command that is answered in private only. */
export function isPrivateCommand(text: string): boolean {
  return text.trim().startsWith('/') && peekCommand({ type: 'text', text })?.command.where === 'private';
}

/** What must be read before the group's turn can be decided. */
export const needsInGroup = ({ command, argument }: GroupCommand): GroupNeed[] => command.inGroup.needs(argument);

/** Decides a turn in a group. Whom a command is not for is not answered, so that nobody's talk is disturbed. */
export function takeGroupTurn({ command, argument }: GroupCommand, context: GroupContext): GroupReply {
  const isForThem = isOneOf(command.for, context.person);
  return isForThem ? command.inGroup.reply(context, argument) : { effects: [], say: undefined, notGranted: forOthers };
}
