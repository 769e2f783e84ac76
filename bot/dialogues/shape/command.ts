/** The shape of a chat command: all that there is to know of it, in one record. */
import type { Context } from '../../../core/conversation/context.ts';
import type { GroupContext, GroupNeed } from '../../../core/conversation/group.ts';
import type { Need } from '../../../core/conversation/need.ts';
import type { GroupReply, Reply } from './reply.ts';
import type { For } from './roles.ts';
import type { State } from './states.ts';

type CommandBase = {
  /** What may stand behind the stroke. The first is the name that help and menus give. */
  slash: readonly [string, ...string[]];
  /** The plain words that also mean it, at any step. Marks may be left out in what people type, never differ. */
  words: readonly string[];
  /** Everyday words that mean it only where they can mean nothing else: see `isDue`. */
  everyday?: readonly string[];
  /** Whether an everyday word means it here; without this, wherever nothing is asked. */
  isDue?(context: Context, state: State): boolean;
  /** Words after which a chaser says what it is about ("tổng hợp văn bản 07"), where nothing is asked. */
  leading?: readonly string[];
  /** What a sentence of a chaser that calls it by itself is about ("cho xã An Bình thêm hạn đến 15/9"), where nothing is asked. */
  sentence?(text: string): string | undefined;
  /** What stands behind it begins with a directive. */
  isOfDirective?: true;
  /** A colon behind it is handed on in front of the argument: what follows may be a sentence to be passed on. */
  takesSentence?: boolean;
  /** Its argument is all that was said, the words that call it too. */
  takesAll?: boolean;
  for: For;
  /** It cannot be undone: the number of a choice that stands somewhere above does not call it, only its words or a tap. */
  isFinal?: true;
  /** What must be read before `reply` is asked. */
  needs?(argument: string): Need[];
  /** What it does in a private chat, at whichever step the conversation stands. */
  reply(context: Context, argument: string, state: State): Reply;
};

/** In a group only a stroke calls it, and only by somebody whom it is for; to anybody else the group stays silent. */
type InGroup = { needs(argument: string): GroupNeed[]; reply(context: GroupContext, argument: string): GroupReply };

export type ChatCommand = CommandBase & ({ where: 'private' } | { where: 'both'; inGroup: InGroup });
