/** One turn: what a person did, decided. Pure: the same values in, the same turn out. */
import type { Unread } from '../../core/channels/channel.ts';
import type { Context, Saying } from '../../core/conversation/context.ts';
import type { Effect } from '../../core/conversation/effect.ts';
import type { Event } from '../../core/conversation/event.ts';
import { type Body, bodyOf } from '../../core/delivery/layout.ts';
import type { MessageKind } from '../../core/delivery/message.ts';
import { readPersonName } from '../../core/language/name.ts';
import { phoneGiven } from '../../core/language/phone.ts';
import { readPictureAnswer } from '../../core/language/picture-words.ts';
import { looksLikeCode } from '../../core/roster/invite-code.ts';
import * as help from '../../messages/chat/help.ts';
import { stillClaiming } from '../../messages/chat/people/claims.ts';
import { nameUnclear } from '../../messages/chat/people/naming.ts';
import { notRegistered } from '../../messages/chat/registration.ts';
import { callInstead } from '../../messages/chat/unasked/courtesy.ts';
import { addressIn, bodyAddressedTo } from '../../messages/words/address.ts';
import { startCommand } from './commands/registering.ts';
import { type Hearing, peekCommand, readIntent, tapOf } from './intent.ts';
import { holdTurn, mustBeNamed } from './naming/hold.ts';
import { isFree, isOtherTalk } from './needs.ts';
import { fileAfterwards, type Heard, takeFile } from './picture/arrival.ts';
import { start, stepNotice, takeContact } from './registration/dialogue.ts';
import type { Intent } from './shape/intent.ts';
import { directiveNumbersOf } from './shape/obligations.ts';
import { forOthers, type NotGranted, type Reply, saying } from './shape/reply.ts';
import { isOneOf } from './shape/roles.ts';
import { askingWhat, idle, type NamingState, type State } from './shape/states.ts';
import { withPages } from './shape/with-pages.ts';
import { dialogueOf, readState } from './table/dialogues.ts';
import { askedInstead } from './unasked/asked-instead.ts';
import { answerBeside } from './unasked/beside.ts';
import { asideOf } from './unasked/topics.ts';

export type Conversation = { state: State; turn: number };

/** What a turn comes to; `reply` is the one message that answers the person. */
export type Turn = {
  conversation: Conversation;
  reply: (Body & { kind: MessageKind }) | undefined;
  effects: Effect[];
  notGranted: NotGranted | undefined;
};

/** Decides a turn in a private chat. Its reply addresses the person as the kinds of their units ask for. */
export function takeTurn(conversation: Conversation, event: Event, context: Context): Turn {
  const { reply, ...taken } = takeNamedTurn(conversation, event, context);
  return { ...taken, reply: reply && bodyAddressedTo(reply, addressIn(context.person?.roles ?? [])) };
}

function takeNamedTurn(conversation: Conversation, event: Event, context: Context): Turn {
  const { state, turn } = conversation;
  if (state.dialogue !== 'naming') return decideTurn(conversation, event, context);
  // A command goes on from where the conversation stood.
  return event.type === 'text' && peekCommand(event) === undefined
    ? takeName({ state, turn }, event.text, context)
    : decideTurn({ state: readState(state.held.state), turn: turn + 1 }, event, context);
}

/** The name that was asked for: what was held until then is taken again, in that name. */
function takeName({ state, turn }: Conversation & { state: NamingState }, said: string, context: Context): Turn {
  const name = readPersonName(said);
  const { held } = state;
  if (name === undefined || !context.person) {
    const reply = compose({ say: saying(nameUnclear()) }, dialogueOf(state).ask(state, context));
    return { conversation: { state, turn }, reply, effects: [], notGranted: undefined };
  }
  const named = { ...context, person: { ...context.person, name } };
  const taken = decideTurn({ state: readState(held.state), turn: held.turn }, held.event, named);
  return {
    ...taken,
    conversation: { ...taken.conversation, turn: Math.max(taken.conversation.turn, turn + 1) },
    effects: [{ type: 'name-person', name }, ...taken.effects],
  };
}

function decideTurn({ state, turn }: Conversation, event: Event, context: Context): Turn {
  // The question that stands comes, or came, after these words: nothing is left to say.
  if (context.echo) return { conversation: { state, turn }, reply: undefined, effects: [], notGranted: undefined };
  const asked = dialogueOf(state).ask(state, context);
  if (asked === undefined && isOtherTalk(state, event)) return decideTurn({ state: idle, turn }, event, context);
  const question = {
    turn,
    choices: asked?.choices ?? context.offered,
    choiceStyle: asked?.choiceStyle ?? 'menu',
    isOld: asked?.choices === undefined && context.isOfferOld === true,
  } as const;
  const hear = (said: Exclude<Event, { type: 'file' }>): Heard => {
    const intent = readIntent(said, question, hearingOf(state, said, context));
    const decided = answerBeside(state, intent, context, decide(state, intent, context, asked));
    const hold = mustBeNamed(context.person?.name, decided.effects ?? []) && holdTurn({ state, turn }, said, intent);
    const isMeant = intent.type === 'command' || intent.type === 'choice';
    return { reply: hold ? { state: hold } : decided, isUnderstood: isMeant || changesSomething(decided, state) };
  };
  const reply =
    event.type === 'file'
      ? nameBefore(takeFile(state, event, context, hear), { state, turn }, event, context)
      : hear(event).reply;
  const next = reply.state ?? (state.dialogue === 'idle' ? idle : state);
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

/** What a file says counts as any words do: who has no name is asked for it first, and the file is kept meanwhile. */
function nameBefore(
  reply: Reply,
  { state, turn }: Conversation,
  { text }: Extract<Event, { type: 'file' }>,
  context: Context,
): Reply {
  if (!mustBeNamed(context.person?.name, reply.effects ?? [])) return reply;
  const kept = fileAfterwards(state);
  if (state.dialogue === 'report') return kept;
  const isSaid = readPictureAnswer(text, directiveNumbersOf(context), context.now) === 'signed';
  const answer = isSaid ? ({ type: 'text', text } as const) : ({ type: 'tap', tap: tapOf(turn, 'signed') } as const);
  const held: NamingState = {
    dialogue: 'naming',
    obligation: null,
    held: { state: askingWhat, turn, event: answer },
  };
  return { state: held, effects: kept.effects ?? [] };
}

/** What is said, and below it the question that stands: one message. */
function compose(reply: Reply, question: Saying | undefined): Turn['reply'] {
  const texts = [reply.say?.text, question?.text].filter((text) => text !== undefined);
  const source = question ?? reply.say;
  if (!source) return undefined;
  const attachments = reply.say?.attachments ?? [];
  const body = bodyOf({
    ...source,
    ...withPages(reply.say, question),
    text: texts.join('\n\n'),
    ...(attachments.length > 0 && { attachments }),
  });
  return { ...body, kind: reply.kind ?? 'reply' };
}

const unread: Record<Unread, () => string> = {
  media: help.mediaUnread,
  edit: help.editUnread,
  long: help.tooLongToRead,
};

/** How often nothing was understood is no change. */
const changesSomething = ({ state, effects = [] }: Reply, before: State): boolean =>
  effects.length > 0 ||
  (state !== undefined &&
    !(state.dialogue === 'idle' && before.dialogue === 'idle') &&
    JSON.stringify(state) !== JSON.stringify(before));

/** What is heard of a text: the codes that open something, and the commands that its words may call for this person here. */
function hearingOf(state: State, event: Event, context: Context): Hearing {
  const { person, invites = [] } = context;
  const isIdle = isFree(state);
  return {
    isCode: event.type === 'text' && (invites.length > 0 || (!person && looksLikeCode(event.text))),
    hears: (command, how) => {
      if (!isOneOf(command.for, person)) return false;
      if (how === 'words') return true;
      if (how === 'sentence') return isIdle && isOneOf('chaser', person);
      if (how === 'leading') return isIdle && (isOneOf('overseer', person) || command.for === 'answerer');
      return command.isDue?.(context, state) ?? isIdle;
    },
  };
}

function decide(state: State, intent: Intent, context: Context, question: Saying | undefined): Reply {
  if (intent.type === 'contact') return takeContact(context, intent.contact);
  if (!context.person || context.person.roles.length === 0) return decideForStranger(intent, context, state);
  const isKnown = isOneOf('holder', context.person);
  if (intent.type === 'command' && (isKnown || isOneOf(intent.command.for, undefined)))
    return obey(intent, state, context);
  // Where the question itself has gone (issued by another, closed meanwhile), its step says so.
  const isAsked = state.dialogue === 'idle' || question !== undefined;
  if (intent.type === 'stale' && isAsked) return { say: saying(help.staleTap()) };
  if (intent.type === 'unreadable') return tellUnread(intent.what, state, context);
  if (!isKnown) return state.dialogue === 'registration' ? stepNotice(intent, context) : reopen(intent, context);
  return (question && askedInstead(state, intent, context)) ?? dialogueOf(state).step(state, intent, context);
}

/** What cannot be read; in a row the person to call as well. */
function tellUnread(what: Unread, state: State, context: Context): Reply {
  const said = unread[what]();
  if (state.dialogue !== 'idle') return { say: saying(said) };
  const times = state.asides ?? 0;
  const { affairs } = asideOf(context, times);
  const text = times % 2 === 1 ? `${said} ${callInstead(affairs)}` : said;
  return { say: saying(text), state: { dialogue: 'idle', asides: times + 1 } };
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
  const phone = intent.type === 'answer' && context.byPhone ? phoneGiven(intent.text) : undefined;
  if (phone !== undefined) return takeContact(context, { name: '', phone, isProven: false });
  if (context.isClaiming) return { say: saying(stillClaiming()), kind: 'registration' };
  return { say: notRegistered(context.channel.hasContactForm), kind: 'registration' };
}
