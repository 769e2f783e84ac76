/** The fitting answer to what a person asks by themselves. */
import type { Context, Saying } from '../../../core/conversation/context.ts';
import type { Topic } from '../../../core/language/topics.ts';
import { confirmErase, confirmWithdraw, nothingToWithdraw } from '../../../messages/chat/people/leaving.ts';
import * as courtesy from '../../../messages/chat/unasked/courtesy.ts';
import * as say from '../../../messages/chat/unasked/topics.ts';
import { closingOf } from '../shape/closing.ts';
import { owedOf, reportedOf } from '../shape/obligations.ts';
import { type Reply, saying } from '../shape/reply.ts';
import { agreedRoles, isOneOf } from '../shape/roles.ts';
import { idle } from '../shape/states.ts';
import { showTasks } from '../tasks/show.ts';

/** What the person's units still owe, and whom to call about the first of it. */
export function affairsOf(context: Context): say.Affairs {
  const { contacts = [], now } = context;
  const owed = owedOf(context);
  const reported = reportedOf(context, '');
  const about = (owed[0] ?? reported[0])?.directive.id;
  return { owed, reported, contact: contacts.find(({ directive }) => directive === about) ?? contacts[0], now };
}

/** How a person is answered in passing; `times` counts such answers in a row. */
export const asideOf = (context: Context, times: number): courtesy.Aside => ({
  roles: agreedRoles(context.person),
  affairs: affairsOf(context),
  times,
  closing: closingOf(context),
});

/** What there is to say of a topic; undefined where nothing is known of it for this person. */
export function answerTopic(topic: Topic, context: Context, times: number): Reply | undefined {
  const affairs = affairsOf(context);
  const roles = context.person?.roles ?? [];
  switch (topic) {
    case 'thanks':
      return { say: courtesy.thankedAgain(asideOf(context, times)) };
    case 'greeting':
      return { say: courtesy.greeted(asideOf(context, times)) };
    case 'nod':
      return { say: courtesy.nodded(asideOf(context, times)) };
    case 'stop':
      return { say: say.stopQuestion() };
    case 'erase':
      return { state: idle, say: confirmErase(roles) };
    case 'withdraw':
      return roles.length === 0 ? { say: saying(nothingToWithdraw()) } : { state: idle, say: confirmWithdraw(roles) };
    case 'who':
      return { say: say.whoAnswer(affairs) };
    case 'deadline':
      return deadline(context);
    case 'paper':
      return context.own.assignments.length > 0 ? showTasks(context) : undefined;
    default:
      return answersForUnits(context) ? { say: withClosing(answers[topic](affairs), context) } : undefined;
  }
}

const answersForUnits = ({ person }: Context): boolean =>
  agreedRoles(person).some((r) => r === 'head' || r === 'delegate');

/** Where messages are metered, the way to report in one of them stands below. */
export function withClosing(saying: Saying, context: Context): Saying {
  const closing = closingOf(context);
  return closing === undefined ? saying : { ...saying, closing };
}

const answers = {
  recipient: say.recipientAnswer,
  contact: say.contactAnswer,
  extension: say.extensionAnswer,
  exemption: say.exemptionAnswer,
  mistake: say.mistakeAnswer,
  sent: say.sentAnswer,
  how: say.howAnswer,
  trouble: say.troubleAnswer,
  handover: say.handoverAnswer,
};

/** The deadlines of one's own; for who follows others, that of the directive under way. */
function deadline(context: Context): Reply | undefined {
  const affairs = affairsOf(context);
  const { summary } = context.summary ?? {};
  if (affairs.owed.length === 0 && affairs.reported.length === 0 && isOneOf('chaser', context.person))
    return summary?.round ? { say: saying(say.deadlineOfRound(summary.directive, summary.round)) } : undefined;
  return { say: withClosing(say.deadlineAnswer(affairs), context) };
}
