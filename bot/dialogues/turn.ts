/** One turn: what a person did, decided. Pure: the same values in, the same turn out. */
import type { Unread } from '../../core/channels/channel.ts';
import type { Context, Need, Saying } from '../../core/conversation/context.ts';
import type { Effect } from '../../core/conversation/effect.ts';
import type { Event } from '../../core/conversation/event.ts';
import { type Body, bodyOf, type Choice } from '../../core/delivery/layout.ts';
import type { MessageKind } from '../../core/delivery/message.ts';
import { isPaperAlone } from '../../core/language/paper-number.ts';
import { phoneAlone } from '../../core/language/phone.ts';
import { normalise } from '../../core/language/text.ts';
import { codePattern } from '../../core/roster/people.ts';
import * as help from '../../messages/chat/help.ts';
import { stillClaiming } from '../../messages/chat/people/claims.ts';
import { notRegistered } from '../../messages/chat/registration.ts';
import { startCommand } from './commands/registering.ts';
import { codeAlone, peekCommand, readIntent } from './intent.ts';
import { type Heard, takeFile } from './picture/arrival.ts';
import { start, stepNotice, takeContact } from './registration/dialogue.ts';
import type { Intent } from './shape/intent.ts';
import { forOthers, type NotGranted, type Reply, saying } from './shape/reply.ts';
import { isOneOf } from './shape/roles.ts';
import type { State } from './shape/states.ts';
import { dialogueOf } from './table/dialogues.ts';

export type Conversation = { state: State; turn: number };

/** What a turn comes to; `reply` is the one message that answers the person. */
export type Turn = {
  conversation: Conversation;
  reply: (Body & { kind: MessageKind }) | undefined;
  effects: Effect[];
  notGranted: NotGranted | undefined;
};

/** What must be read before the turn can be decided, besides the person's own facts and what they were offered last. */
export function needsOf(state: State, event: Event, offered: Choice[]): Need[] {
  if (event.type === 'contact') return [{ type: 'byPhone', phone: event.phone }];
  const said = peekCommand(event.type === 'file' ? { type: 'text', text: event.text } : event, offered);
  const code =
    event.type === 'text'
      ? (codeAlone(normalise(event.text)) ?? (said?.command === startCommand ? said.argument : ''))
      : '';
  const phone = event.type === 'text' ? phoneAlone(normalise(event.text)) : undefined;
  return [
    ...(phone === undefined ? [] : [{ type: 'byPhone', phone } as const]),
    ...(codePattern.test(code) ? [{ type: 'invite', code } as const] : []),
    ...(dialogueOf(state).needs?.(state) ?? []),
    ...(said?.command.needs?.(said.argument) ?? []),
    ...(event.type === 'file' ? [{ type: 'pictures', album: event.album } as const] : []),
    ...(event.type === 'text' && isPaperAlone(event.text) ? [{ type: 'pictures', album: null } as const] : []),
  ];
}

/** Decides a turn in a private chat. */
export function takeTurn({ state, turn }: Conversation, event: Event, context: Context): Turn {
  const asked = dialogueOf(state).ask(state, context);
  const question = {
    turn,
    choices: asked?.choices ?? context.offered,
    choiceStyle: asked?.choiceStyle ?? 'menu',
  };
  const isCode = context.invite !== undefined || !context.person;
  const hear = (said: Exclude<Event, { type: 'file' }>): Heard => {
    const intent = readIntent(said, question, isCode);
    const reply = decide(state, intent, context, asked);
    const isMeant = intent.type === 'command' || intent.type === 'choice';
    return { reply, isUnderstood: isMeant || changesSomething(reply, state) };
  };
  const reply = event.type === 'file' ? takeFile(state, event, context, hear) : hear(event).reply;
  const next = reply.state ?? state;
  // The same step asks the same question, so that its buttons still hold.
  const isSame = JSON.stringify(state) === JSON.stringify(next);
  const isAnswered = reply.say?.choices?.some((c) => !c.id.startsWith('/')) === true;
  const nextQuestion = isSame ? asked : dialogueOf(next).ask(next, context);
  return {
    conversation: { state: next, turn: isSame ? turn : turn + 1 },
    reply: compose(reply, isAnswered ? undefined : nextQuestion),
    effects: reply.effects ?? [],
    notGranted: reply.notGranted,
  };
}

/** What is said, and below it the question that stands: one message. */
function compose(reply: Reply, question: Saying | undefined): Turn['reply'] {
  const texts = [reply.say?.text, question?.text].filter((text) => text !== undefined);
  const source = question ?? reply.say;
  if (!source) return undefined;
  const attachments = reply.say?.attachments ?? [];
  const body = bodyOf({ ...source, text: texts.join('\n\n'), ...(attachments.length > 0 && { attachments }) });
  return { ...body, kind: reply.kind ?? 'reply' };
}

const unread: Record<Unread, () => string> = {
  media: help.mediaUnread,
  edit: help.editUnread,
  long: help.tooLongToRead,
};

const changesSomething = ({ state, effects = [] }: Reply, before: State): boolean =>
  effects.length > 0 || (state !== undefined && JSON.stringify(state) !== JSON.stringify(before));

function decide(state: State, intent: Intent, context: Context, question: Saying | undefined): Reply {
  if (intent.type === 'contact') return takeContact(context, intent.contact);
  if (!context.person || context.person.roles.length === 0) return decideForStranger(intent, context, state);
  const isKnown = isOneOf('holder', context.person);
  if (intent.type === 'command' && (isKnown || isOneOf(intent.command.for, undefined)))
    return obey(intent, state, context);
  // Where the question itself has gone (issued by another, closed meanwhile), its step says so.
  const isAsked = state.dialogue === 'idle' || question !== undefined;
  if (intent.type === 'stale' && isAsked) return { say: saying(help.staleTap()) };
  if (intent.type === 'unreadable') return { say: saying(unread[intent.what]()) };
  if (!isKnown) return state.dialogue === 'registration' ? stepNotice(intent, context) : reopen(intent, context);
  return dialogueOf(state).step(state, intent, context);
}

function obey({ command, argument }: Extract<Intent, { type: 'command' }>, state: State, context: Context): Reply {
  return isOneOf(command.for, context.person)
    ? command.reply(context, argument, state)
    : { say: saying(help.staffOnly()), notGranted: forOthers };
}

/** A person who refused and writes again: asked whether they changed their mind, or taken at their word. */
function reopen(intent: Intent, context: Context): Reply {
  const answered = stepNotice(intent, context);
  return answered.effects ? answered : { state: { dialogue: 'registration' } };
}

function decideForStranger(intent: Intent, context: Context, state: State): Reply {
  if (intent.type === 'command' && intent.command === startCommand) return start(context, intent.argument);
  if (intent.type === 'command' && intent.command.for === 'everybody') return obey(intent, state, context);
  const phone = intent.type === 'answer' ? phoneAlone(intent.text) : undefined;
  if (phone !== undefined) return takeContact(context, { name: '', phone, isProven: false });
  if (context.isClaiming) return { say: saying(stillClaiming()), kind: 'registration' };
  return { say: notRegistered(context.channel.hasContactForm), kind: 'registration' };
}
