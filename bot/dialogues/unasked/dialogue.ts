/** What a person says while nothing is asked: that they have received, figures, thanks, or something else. */
import type { Context } from '../../../core/conversation/context.ts';
import { isAcknowledgement } from '../../../core/language/answers.ts';
import { readAssent } from '../../../core/language/assent/assent.ts';
import { ending, granting } from '../../../core/language/assent/assent-words.ts';
import { readYesNo } from '../../../core/language/assent/yes-no.ts';
import { agrees } from '../../../core/reports/report.ts';
import { alreadyAcknowledged } from '../../../messages/chat/acknowledge.ts';
import { nothingToCancel } from '../../../messages/chat/help.ts';
import { endedNow } from '../../../messages/chat/life/end.ts';
import { decideInWords } from '../../../messages/chat/life/extend.ts';
import { confirmInWords, leftAsItWas } from '../../../messages/chat/people/leaving.ts';
import * as say from '../../../messages/chat/report.ts';
import { groupsUnclear } from '../../../messages/chat/talk/asking-back.ts';
import { answerShown } from '../answering/dialogue.ts';
import { answerAsked } from '../figures/asked.ts';
import { isConsent, pendingRoles, stepNotice } from '../registration/dialogue.ts';
import { areFiguresInGroups, correctAtOnce, figuresAtOnce, reportAtOnce } from '../report/figures.ts';
import type { Dialogue } from '../shape/dialogue.ts';
import type { Intent } from '../shape/intent.ts';
import { hasEnded, owedOf, reportedOf } from '../shape/obligations.ts';
import { type Reply, saying } from '../shape/reply.ts';
import { type IdleState, idleSchema } from '../shape/states.ts';
import { takeNumberAlone } from '../signed/waiting.ts';
import { acknowledgeTasks } from '../tasks/acknowledge.ts';
import { tellTasks } from '../together/progress-in-report.ts';
import { takeFree } from './free.ts';

export const idleDialogue: Dialogue<IdleState> = {
  schema: idleSchema,
  ask: () => undefined,
  step: (state, intent, context) =>
    isConsent(intent) && pendingRoles(context).length > 0
      ? stepNotice(intent, context)
      : takeUnasked(state, intent, context),
  cancel: () => ({ say: saying(nothingToCancel()) }),
};

const takeUnasked = (state: IdleState, intent: Intent, context: Context): Reply =>
  (intent.type === 'answer' ? answerAsked(context, 'overseer') : undefined) ??
  (intent.type === 'answer' ? answerInWord(intent.text, context) : undefined) ??
  readUnasked(intent, context) ??
  takeFree(state, intent, context);

/** "có", "không" right behind a question of a head. */
function answerInWord(text: string, context: Context): Reply | undefined {
  const shown = answerShown(text, context);
  return shown && readYesNo(text) !== undefined ? shown : undefined;
}

/** What words that nobody asked for come to; undefined where they are none of a report, its paper, or what was offered. */
export function readUnasked(intent: Intent, context: Context): Reply | undefined {
  return (
    answerOffered(intent, context) ??
    acknowledgeByWord(intent, context) ??
    tellTasks(intent, context) ??
    report(intent, context) ??
    reportAgain(intent, context) ??
    takeNumberAlone(intent, context)
  );
}

/**
 * Yes or no in other words to what cannot be undone and was offered last. A mere yes is asked for the words of the choice;
 * a no leaves everything as it is.
 */
function answerOffered(intent: Intent, { offered }: Context): Reply | undefined {
  const final = offered.find(({ id }) => id.startsWith('/xacnhan'));
  if (!final && intent.type === 'answer') return answerRequest(intent.text, offered);
  if (!final || intent.type !== 'answer') return undefined;
  const assent = readAssent(intent.text, ending);
  if (assent.type === 'denial' || assent.type === 'hold' || assent.type === 'cancel')
    return assent.isWhole ? { say: saying(leftAsItWas()) } : undefined;
  return assent.type === 'assent' || assent.type === 'ambiguous' ? { say: confirmInWords(final, offered) } : undefined;
}

/** A longer text tells something else. */
const longestDecision = 60;

/** Yes or no in other words to the request for more time that was shown last: which, is asked. */
function answerRequest(text: string, offered: Context['offered']): Reply | undefined {
  if (!offered[0]?.id.startsWith('/dongygiahan') || offered.length !== 2 || text.length > longestDecision)
    return undefined;
  const { type } = readAssent(text, granting);
  return type === 'nothing' || type === 'hold' ? undefined : { say: decideInWords(offered) };
}

/** "ok", "tôi đã nhận được": everything is acknowledged; where all is, they are told what is left to do. */
function acknowledgeByWord(intent: Intent, context: Context): Reply | undefined {
  if (intent.type !== 'answer' || !isAcknowledgement(intent.text)) return undefined;
  const { assignments } = context.own;
  if (assignments.some((a) => !a.acknowledged)) return acknowledgeTasks(context, '');
  const owed = owedOf(context);
  const asked = assignments.filter((a) =>
    owed.some((o) => o.unit.id === a.unit.id && o.directive.id === a.directive.id),
  );
  return asked.length > 0 ? { say: alreadyAcknowledged(asked, owed) } : reportedAlready(context);
}

/** Figures: a report, where it is plain which one. */
function report(intent: Intent, context: Context): Reply | undefined {
  const fitting = owedOf(context).flatMap((form) => {
    const reply = reportAtOnce(form, intent);
    return reply ? [{ form, reply }] : [];
  });
  const [only, ...others] = fitting;
  const isInGroups = intent.type === 'answer' && owedOf(context).some((form) => areFiguresInGroups(intent.text, form));
  const ended = context.own.obligations.find((o) => o.state === 'owed' && hasEnded(o) && reportAtOnce(o, intent));
  if (!only && ended) return { say: saying(endedNow(ended, context.contacts?.[0])) };
  if (!only) return isInGroups ? { say: saying(groupsUnclear()) } : undefined;
  if (others.length === 0) return only.reply;
  return {
    say: say.pick(
      'baocao',
      fitting.map(({ form }) => form),
    ),
  };
}

/** Figures of a report that is in, from another channel perhaps: the same are no news, others are read back to correct it. */
function reportAgain(intent: Intent, context: Context): Reply | undefined {
  if (intent.type !== 'answer') return undefined;
  const told = reportedOf(context, '').flatMap((form) => {
    const answers = figuresAtOnce(form, intent.text);
    return answers ? [{ form, answers }] : [];
  });
  const same = told.find(({ form, answers }) => agrees(answers, form.current?.values ?? {}));
  if (same) return { say: saying(say.recordedAlready(same.form)) };
  const [only, ...others] = told;
  const ended = context.own.obligations.find(
    (o) => o.state === 'reported' && hasEnded(o) && figuresAtOnce(o, intent.text),
  );
  if (!only && ended) return { say: saying(endedNow(ended, context.contacts?.[0])) };
  if (!only) return isYesOnceMore(intent.text) ? reportedAlready(context) : undefined;
  if (others.length === 0)
    return { state: correctAtOnce(only.form, only.answers), say: saying(say.otherFigures(only.form)) };
  return {
    say: say.pick(
      'sua',
      told.map(({ form }) => form),
    ),
  };
}

/** A yes, or the number of the choice that said it. */
const isYesOnceMore = (text: string): boolean => text.trim() === '1' || readAssent(text).type === 'assent';

/** Who confirms once more when nothing is owed: what is in. */
function reportedAlready(context: Context): Reply | undefined {
  const reported = owedOf(context).length > 0 ? [] : reportedOf(context, '');
  return reported.length > 0
    ? { say: saying(reported.map((form) => say.alreadyReported(form, false)).join('\n')) }
    : undefined;
}
