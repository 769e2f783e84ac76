/** Free text that is neither a report nor an acknowledgement: a question, a name behind the summary, a courtesy, or unclear. */
import type { Context, Saying } from '../../../core/conversation/context.ts';
import type { Event } from '../../../core/conversation/event.ts';
import type { Need } from '../../../core/conversation/need.ts';
import { readAssent } from '../../../core/language/assent/assent.ts';
import { mayTellProgress } from '../../../core/language/progress/doubt.ts';
import { fold } from '../../../core/language/text.ts';
import { readTopic, type Topic } from '../../../core/language/topics.ts';
import { readWish } from '../../../core/language/wishes.ts';
import { correctionIn } from '../../../core/reports/correction.ts';
import { alreadyReported } from '../../../messages/chat/report.ts';
import { type Aside, nodded, notUnderstoodOf, whichList } from '../../../messages/chat/unasked/courtesy.ts';
import { notYet } from '../../../messages/chat/unasked/not-yet.ts';
import { answerShown } from '../answering/dialogue.ts';
import { beginRequest } from '../extension/dialogue.ts';
import { answerAsked, isLedgerQuestion, needsOfLedger } from '../figures/asked.ts';
import { tellSummary } from '../figures/tell.ts';
import { reportDialogue } from '../report/dialogue.ts';
import { beginReport } from '../report/progress.ts';
import type { Intent } from '../shape/intent.ts';
import { reportedOf } from '../shape/obligations.ts';
import { type Reply, saying } from '../shape/reply.ts';
import { isOneOf } from '../shape/roles.ts';
import type { IdleState } from '../shape/states.ts';
import { isDelegating, takeAbsence } from './delegation.ts';
import { isOpenQuestion, takeQuestion } from './question.ts';
import { answerSpeech } from './speech.ts';
import { answerTopic, asideOf } from './topics.ts';

/** Figures and what stands between them: an answer, about which nothing else need be known. */
const figures = /^[\d\s.,/%+-]*$/;
/** One of them where nothing is asked is none: whom to call is said then. */
const oneFigure = /^\D*\d+\D*$/;

/** What must be read for a text that calls no command. `isAsked`: it may answer a question. */
export function needsOfFree(event: Event, isAsked: boolean): Need[] {
  if (event.type === 'unreadable') return [{ type: 'contacts' }];
  if (event.type !== 'text') return [];
  if (figures.test(event.text)) return isAsked || !oneFigure.test(event.text) ? [] : [{ type: 'contacts' }];
  const topic = readTopic(event.text);
  const tasks: Need[] = mayTellProgress(event.text) ? [{ type: 'progress' }] : [];
  const asked: Need[] = isOpenQuestion(event) ? [{ type: 'inquiry' }] : [];
  // A yes or no to what is asked.
  const ledger = needsOfLedger(event.text);
  if (isAsked && (topic === undefined || topic === 'nod'))
    return [...tasks, ...ledger, ...(asked.length > 0 ? [{ type: 'contacts' } as const, ...asked] : [])];
  if (isAsked) return [...tasks, ...ledger, { type: 'contacts' }, ...needsOfTopic(topic)];
  return [
    ...tasks,
    ...ledger,
    { type: 'contacts' },
    ...needsOfTopic(topic),
    ...asked,
    ...(isDelegating(event.text) ? [{ type: 'newCode' } as const] : []),
    ...(isLedgerQuestion(event.text) ? [] : ([{ type: 'directive', words: event.text, orUnit: true }] as const)),
    ...(isCourtesy(topic) || topic === 'deadline' || isLedgerQuestion(event.text)
      ? []
      : [{ type: 'summary' } as const]),
  ];
}

function needsOfTopic(topic: Topic | undefined): Need[] {
  if (topic === 'paper') return [{ type: 'tasks' }];
  return topic === 'deadline' ? [{ type: 'summary' }] : [];
}

const isCourtesy = (topic: Topic | undefined): boolean => topic === 'thanks' || topic === 'greeting' || topic === 'nod';

/**
 * Nothing is asked: a yes in many words, or a "wait", only tells that they have read. "Gửi đi" is none: who says it
 * believes that something waits to be sent.
 */
const isNod = (text: string): boolean => {
  const assent = readAssent(text, []);
  return assent.type === 'assent' || (assent.type === 'hold' && (assent.isWhole || !asksToSee.test(fold(text))));
};

/** "cho xem lại số liệu" is no "wait". */
const asksToSee = /\bcho (?:\S+ )?(?:xem|coi)\b/;

const unclearOf = (text: string, aside: Aside): Saying => (isNod(text) ? nodded(aside) : notUnderstoodOf(text, aside));

/** Answers what nothing else has taken. */
export function takeFree(state: IdleState, intent: Intent, context: Context): Reply {
  const times = state.asides ?? 0;
  const text = intent.type === 'answer' ? intent.text : '';
  const topic = readTopic(text);
  if (context.isOfferOld && /^\d{1,2}$/.test(text) && context.offered.length > 0)
    return { say: { text: whichList(), choices: context.offered } };
  const answered =
    (isCourtesy(topic)
      ? undefined
      : (takeAbsence(text, context) ??
        askForTime(topic, text, context) ??
        takeWish(text, context) ??
        correct(text, context) ??
        drill(topic, context) ??
        (topic === undefined || asksOfOthers(topic, context) ? answerAsked(context, 'everybody') : undefined) ??
        answerSpeech(text, context, false))) ??
    (topic && answerTopic(topic, context, times)) ??
    (isOpenQuestion({ type: 'text', text }) ? takeQuestion(text, context, false) : undefined);
  if (answered && !isCourtesy(topic)) return answered;
  const shown = answered ? undefined : answerShown(text, context);
  if (shown) return shown;
  return {
    ...(answered ?? { say: unclearOf(text, asideOf(context, times)) }),
    state: { dialogue: 'idle', asides: times + 1 },
  };
}

/** "mấy xã nộp rồi" asks of more than one's own report. */
const asksOfOthers = (topic: Topic, { ledger }: Context): boolean =>
  topic === 'sent' && ledger?.directive != null && ledger.fact.type === 'units';

/** "xin gia hạn đến 15/9 vì mất điện": whoever owes a report asks for more time. That they are late alone asks for none. */
export function askForTime(topic: Topic | undefined, text: string, context: Context): Reply | undefined {
  if (topic !== 'extension' || isOneOf('chaser', context.person)) return undefined;
  return asksForTime.test(fold(text)) ? beginRequest(text, context) : undefined;
}

const asksForTime = /gia ?han|(?:xin|cho) (?:\S+ ){0,3}(?:lui|them|hoan|keo dai|khat|nop sau|gui sau|bao cao sau)/;

/** What cannot be done here yet; "nhóm" alone of staff has two meanings, which are both offered. */
function takeWish(text: string, context: Context): Reply | undefined {
  const wish = isOneOf('chaser', context.person) ? readWish(text) : undefined;
  return wish && { say: notYet(wish) };
}

/** "bluezone 20" while nothing is asked: the correction of the one report that is in and has such a figure. */
function correct(text: string, context: Context): Reply | undefined {
  const said = correctionIn(text);
  if (!said) return undefined;
  const fitting = reportedOf(context, '').flatMap((form) => {
    const begun = beginReport(form, 'change', false);
    const taken = reportDialogue.step(begun, { type: 'answer', text: said.text }, context);
    return taken.state ? [{ form, taken }] : [];
  });
  const [only, ...others] = fitting;
  if (!only || others.length > 0) return undefined;
  return { ...only.taken, say: only.taken.say ?? saying(alreadyReported(only.form, false)) };
}

/** What the words open behind the summary of the newest directive. */
function drill(topic: Topic | undefined, context: Context): Reply | undefined {
  const { summary: read, directive } = context;
  if (!read || !isOneOf('chaser', context.person) || directive?.search.type === 'unknown') return undefined;
  if (read.request.to === 'words' && (topic !== undefined || !opens(read.view))) return undefined;
  return tellSummary(context);
}

const opens = (view: NonNullable<Context['summary']>['view']): boolean =>
  view !== undefined && (view.to !== 'units' || view.units.length > 0);
