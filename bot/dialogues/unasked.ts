/** What a person says while nothing is asked: that they have received, figures, thanks, or something else. */
import type { Context } from '../../core/conversation/context.ts';
import { isAcknowledgement, isThanks } from '../../core/language/numbers.ts';
import { readQuickReport } from '../../core/reports/quick-report.ts';
import { agrees } from '../../core/reports/report.ts';
import { alreadyAcknowledged } from '../../messages/chat/acknowledge.ts';
import { quickLine } from '../../messages/chat/directive.ts';
import { notUnderstood, thanked } from '../../messages/chat/help.ts';
import * as say from '../../messages/chat/report.ts';
import { commandReplies } from './command-replies.ts';
import type { Intent } from './intent.ts';
import { owedOf, reportedOf } from './obligations.ts';
import { agreedRoles } from './registration.ts';
import { type Reply, saying } from './reply.ts';
import { correctAtOnce, isConfirmation, reportAtOnce } from './report.ts';
import { idle } from './states.ts';

export const takeUnasked = (intent: Intent, context: Context): Reply =>
  acknowledge(intent, context) ??
  report(intent, context) ??
  reportAgain(intent, context) ??
  (intent.type === 'answer' && isThanks(intent.text) ? { say: thanked(closingOf(context)) } : unread(context));

/** What is not understood is answered with how to report at once, where one report is owed. */
export function unread(context: Context): Reply {
  return { state: idle, say: notUnderstood(agreedRoles(context.person), closingOf(context)) };
}

function closingOf(context: Context): string | undefined {
  const [only, ...others] = owedOf(context);
  return only && others.length === 0 ? quickLine(only) : undefined;
}

/** "ok", "tôi đã nhận được": everything is acknowledged; where all is, they are told what is left to do. */
function acknowledge(intent: Intent, context: Context): Reply | undefined {
  if (intent.type !== 'answer' || !isAcknowledgement(intent.text)) return undefined;
  if (context.assignments.some((a) => !a.acknowledged)) return commandReplies.acknowledge(context, '', idle);
  const owed = owedOf(context);
  const asked = context.assignments.filter((a) =>
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
  if (!only) return undefined;
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
    const answers = readQuickReport(intent.text, form);
    return answers ? [{ form, answers }] : [];
  });
  const same = told.find(({ form, answers }) => agrees(answers, form.current?.values ?? {}));
  if (same) return { say: saying(say.recordedAlready(same.form)) };
  const [only, ...others] = told;
  if (!only) return isConfirmation(intent.text) ? reportedAlready(context) : undefined;
  if (others.length === 0)
    return { state: correctAtOnce(only.form, only.answers), say: saying(say.otherFigures(only.form)) };
  return {
    say: say.pick(
      'sua',
      told.map(({ form }) => form),
    ),
  };
}

/** Who confirms once more when nothing is owed: what is in. */
function reportedAlready(context: Context): Reply | undefined {
  const reported = owedOf(context).length > 0 ? [] : reportedOf(context, '');
  return reported.length > 0
    ? { say: saying(reported.map((form) => say.alreadyReported(form, false)).join('\n')) }
    : undefined;
}
