/** One turn: what a person did, decided. Pure: the same values in, the same turn out. */
import type { Context, Need, Saying } from '../../core/conversation/context.ts';
import type { Effect } from '../../core/conversation/effect.ts';
import type { Event } from '../../core/conversation/event.ts';
import { type Body, bodyOf, type Choice } from '../../core/delivery/layout.ts';
import type { MessageKind } from '../../core/delivery/message.ts';
import { readDrillRequest } from '../../core/figures/drill-down.ts';
import { namesPaper } from '../../core/language/paper-number.ts';
import { normalise } from '../../core/language/text.ts';
import { codePattern } from '../../core/roster/people.ts';
import * as help from '../../messages/chat/help.ts';
import { notRegistered } from '../../messages/chat/registration.ts';
import * as staff from '../../messages/chat/staff.ts';
import { commandReplies } from './command-replies.ts';
import { codeAlone, type Intent, peekCommand, readIntent, type Standing } from './intent.ts';
import { readPaperRequest } from './paper-request.ts';
import { askRegistration, isConsent, pendingRoles, start, stepRegistration, takeContact } from './registration.ts';
import { type Reply, saying } from './reply.ts';
import { askReport, isSameStep, obligationOf, stepReport } from './report.ts';
import { askSigned, stepSigned, takeFile } from './signed.ts';
import { idle, type State } from './states.ts';
import { takeUnasked, unread } from './unasked.ts';

export type Conversation = { state: State; turn: number };

/** What a turn comes to; `reply` is the one message that answers the person. */
export type Turn = {
  conversation: Conversation;
  reply: (Body & { kind: MessageKind }) | undefined;
  effects: Effect[];
};

/** What must be read before the turn can be decided, besides the person's own facts and what they were offered last. */
export function needsOf(state: State, event: Event, offered: Choice[]): Need[] {
  if (event.type === 'contact') return [{ type: 'phone', phone: event.phone }];
  const command = peekCommand(event, offered);
  const needs: Need[] = [];
  const code =
    event.type === 'text'
      ? (codeAlone(normalise(event.text)) ?? (command?.name === 'start' ? command.argument : ''))
      : '';
  if (codePattern.test(code)) needs.push({ type: 'invite', code });
  if (state.dialogue === 'issue') needs.push({ type: 'preview', directive: state.directive });
  if (state.dialogue === 'signed' && state.isOnBehalf && state.obligation !== null)
    needs.push({ type: 'obligation', id: state.obligation });
  if (state.dialogue === 'report' && state.isOnBehalf) needs.push({ type: 'obligation', id: state.obligation });
  if (state.dialogue === 'report' && (state.step.at === 'confirm' || state.step.at === 'overtaken'))
    needs.push({ type: 'unit-papers' });
  if (command) needs.push(...needsOfCommand(command.name, command.argument));
  return needs;
}

function needsOfCommand(name: string, argument: string): Need[] {
  const id = /^\d{1,9}$/.test(argument) ? Number(argument) : undefined;
  switch (name) {
    case 'tasks':
      return [{ type: 'tasks' }];
    case 'summary':
      return [{ type: 'summary', ...readDrillRequest(argument) }];
    case 'directives':
      return [{ type: 'directives' }];
    case 'papers':
      return [{ type: 'papers', directive: readPaperRequest(argument).directive }];
    case 'chart':
      return [{ type: 'papers', directive: id }];
    case 'calls':
      return [{ type: 'calls' }];
    case 'groups':
      return [{ type: 'groups' }];
    case 'issue':
      return id === undefined ? [{ type: 'directives' }] : [{ type: 'directives' }, { type: 'preview', directive: id }];
    case 'draft':
      return [...needsOfCommand('change', argument), { type: 'unit-papers' }];
    case 'report':
    case 'change':
      if (id !== undefined) return [{ type: 'obligation', id }];
      return argument ? [{ type: 'units', words: argument }] : [];
    case 'signed':
      if (id !== undefined) return [{ type: 'obligation', id }];
      if (argument === '') return [{ type: 'signed' }];
      return namesPaper(argument) ? [] : [{ type: 'units', words: argument }];
    case 'invite':
      return argument ? [{ type: 'units', words: argument }] : [];
    default:
      return [];
  }
}

/** Decides a turn in a private chat. */
export function takeTurn(conversation: Conversation, event: Event, context: Context): Turn {
  const { state, turn } = conversation;
  const question = ask(state, context);
  const standing: Standing = {
    turn,
    choices: question?.choices ?? context.offered,
    choiceStyle: question?.choiceStyle ?? 'menu',
  };
  const reply = decide(state, readIntent(event, standing, context.invite !== undefined || !context.person), context);
  const next = reply.state ?? state;
  const isSame = isSameStep(state, next);
  const nextTurn = isSame ? turn : turn + 1;
  const nextQuestion = reply.say?.choices?.some((c) => !c.id.startsWith('/')) ? undefined : ask(next, context);
  return {
    conversation: { state: next, turn: nextTurn },
    reply: compose(reply, nextQuestion),
    effects: reply.effects ?? [],
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

/** The question that a state asks; undefined when it asks nothing. */
function ask(state: State, context: Context): Saying | undefined {
  switch (state.dialogue) {
    case 'idle':
      return undefined;
    case 'registration':
      return pendingRoles(context).length > 0 ? askRegistration(context) : undefined;
    case 'report': {
      const form = obligationOf(state, context);
      return form && askReport(state, form);
    }
    case 'signed':
      return askSigned(state, context);
    case 'issue':
      return context.preview?.id === state.directive ? staff.preview(context.preview) : undefined;
  }
}

function decide(state: State, intent: Intent, context: Context): Reply {
  if (intent.type === 'contact') return takeContact(context, intent.name);
  if (!context.person || context.person.roles.length === 0) return decideForStranger(intent, context);
  const isKnown = context.person.roles.some((r) => r.state === 'agreed');
  if (intent.type === 'command' && (isKnown || intent.name === 'start' || intent.name === 'help'))
    return commandReplies[intent.name](context, intent.argument, state);
  // Where the question itself has gone (issued by another, closed meanwhile), its step says so.
  const isAsked = state.dialogue === 'idle' || ask(state, context) !== undefined;
  if (intent.type === 'stale' && isAsked) return { say: saying(help.staleTap()) };
  if (intent.type === 'file' && isKnown && (state.dialogue === 'idle' || state.dialogue === 'signed'))
    return takeFile(state, intent.text, context);
  if (intent.type === 'file') return { say: saying(help.mediaUnread()) };
  if (intent.type === 'unreadable')
    return { say: saying(intent.what === 'edit' ? help.editUnread() : help.mediaUnread()) };
  if (!isKnown) return state.dialogue === 'registration' ? stepRegistration(intent, context) : reopen(intent, context);
  return step(state, intent, context);
}

/** A person who refused and writes again: asked whether they changed their mind, or taken at their word. */
function reopen(intent: Intent, context: Context): Reply {
  const answered = stepRegistration(intent, context);
  return answered.effects ? answered : { state: { dialogue: 'registration' } };
}

function decideForStranger(intent: Intent, context: Context): Reply {
  if (intent.type === 'command' && intent.name === 'start') return start(context, intent.argument);
  return { say: notRegistered(context.hasContactForm), kind: 'registration' };
}

function step(state: State, intent: Intent, context: Context): Reply {
  switch (state.dialogue) {
    case 'registration':
      return pendingRoles(context).length > 0 ? stepRegistration(intent, context) : unread(context);
    case 'report':
      return stepReport(state, intent, context);
    case 'signed':
      return stepSigned(state, intent, context);
    case 'issue':
      return stepIssue(intent, context);
    case 'idle':
      return isConsent(intent) && pendingRoles(context).length > 0
        ? stepRegistration(intent, context)
        : takeUnasked(intent, context);
  }
}

function stepIssue(intent: Intent, context: Context): Reply {
  const { preview } = context;
  if (!preview) return { state: idle, say: saying(staff.alreadyIssued()) };
  if (intent.type !== 'choice') return {};
  if (intent.id !== 'issue') return { state: idle, say: saying(staff.notIssued()) };
  return { state: idle, say: saying(staff.issued(preview)), effects: [{ type: 'issue', directive: preview.id }] };
}
