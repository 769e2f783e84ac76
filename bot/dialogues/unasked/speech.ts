/** What is answered to a promise, a statement about the paper, a telephone number: words that are no figure. */
import type { Context } from '../../../core/conversation/context.ts';
import { readSpeech } from '../../../core/language/speech/speech.ts';
import { readTopic } from '../../../core/language/topics.ts';
import * as say from '../../../messages/chat/unasked/speech.ts';
import { handoverAnswer, sentAnswer, troubleAnswer } from '../../../messages/chat/unasked/topics.ts';
import { type Reply, saying } from '../shape/reply.ts';
import { agreedRoles } from '../shape/roles.ts';
import { delegateTo } from './delegation.ts';
import { takePromise } from './promise.ts';
import { affairsOf } from './topics.ts';

/**
 * The answer to what words do, for whoever answers for a unit; undefined where they do something else. `isAsked`: figures are
 * asked for, and stay as they are.
 */
export function answerSpeech(text: string, context: Context, isAsked: boolean): Reply | undefined {
  const isHead = agreedRoles(context.person).some((role) => role === 'head' || role === 'delegate');
  const heard = readSpeech(text);
  const speech = isHead || heard?.act === 'complaint' ? heard : undefined;
  const affairs = affairsOf(context);
  switch (speech?.act) {
    case 'promise':
      return takePromise(speech.when, context, isAsked);
    case 'not-ready':
      return takePromise(undefined, context, isAsked);
    case 'paper-sent':
      return { say: saying(say.paperClaimed()) };
    case 'phone':
      return { say: saying(say.phoneTold(affairs)) };
    case 'date':
      return isAsked ? { say: saying(say.dateTold()) } : undefined;
    case 'attachment':
      return { say: saying(say.attachmentNamed()) };
    case 'complaint':
      if (isHead && affairs.owed.length === 0 && affairs.reported.length > 0) return { say: sentAnswer(affairs) };
      return isHead ? { say: troubleAnswer(affairs) } : { say: saying(say.complaintHeard(affairs)) };
    case 'wrong-person':
      // "nhầm số rồi" of a report that is in speaks of its figures.
      return affairs.reported.length > 0 && readTopic(text) === 'mistake'
        ? undefined
        : { say: handoverAnswer(affairs) };
    case 'delegates':
      return delegateTo(speech.name, text, context) ?? { say: handoverAnswer(affairs) };
    default:
      return undefined;
  }
}
