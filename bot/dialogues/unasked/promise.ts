/** Somebody says when they will report. */
import type { Context } from '../../../core/conversation/context.ts';
import type { When } from '../../../core/language/speech/moments.ts';
import { promisedAt } from '../../../core/language/speech/promised-time.ts';
import { latestPromise } from '../../../core/reminders/promise.ts';
import { waiting } from '../../../messages/chat/talk/asking-back.ts';
import * as say from '../../../messages/chat/unasked/promise.ts';
import { owedOf } from '../shape/obligations.ts';
import { type Reply, saying } from '../shape/reply.ts';
import { affairsOf, withClosing } from './topics.ts';

/**
 * The time is read back and kept for all that the person's units owe. Where none was named nothing is kept; neither is a time far
 * behind the deadline. `isAsked`: figures are asked for, and stay as they are.
 */
export function takePromise(when: When | undefined, context: Context, isAsked: boolean): Reply | undefined {
  const owed = owedOf(context);
  const affairs = affairsOf(context);
  const until = when && promisedAt(when, context.now);
  const meant = owed.filter((o) => until && until <= latestPromise(o.due, context.now));
  if (owed.length === 0)
    return affairs.reported.length > 0 && !isAsked ? { say: say.newFiguresLater(affairs) } : undefined;
  if (!until)
    return { say: isAsked ? saying(say.waitsForFigures()) : withClosing(say.waitsForReport(affairs), context) };
  if (meant.length === 0) return { say: saying(say.promisedTooLate(until, affairs)) };
  const told = say.promiseTold(until, meant);
  return {
    say: isAsked ? saying(`${told.text} ${waiting()}`) : withClosing(told, context),
    effects: [{ type: 'promise', obligations: meant.map(({ id }) => id), until }],
  };
}
