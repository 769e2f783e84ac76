/** A change to a directive in words: what it comes to is shown, and made when it is confirmed. */
import type { AmendmentView } from '../../../core/conversation/amendment.ts';
import type { Context, Saying } from '../../../core/conversation/context.ts';
import { readAssent } from '../../../core/language/assent/assent.ts';
import { amendingWords, doingToDirectives, passingOn } from '../../../core/language/assent/assent-words.ts';
import * as say from '../../../messages/chat/life/amending.ts';
import * as reissue from '../../../messages/chat/life/reissue.ts';
import { readChoiceOfTwo } from '../shape/choice-of-two.ts';
import type { Dialogue } from '../shape/dialogue.ts';
import type { Intent } from '../shape/intent.ts';
import { type Reply, saying } from '../shape/reply.ts';
import { type AmendingState, amendingSchema, idle } from '../shape/states.ts';

export const amendingDialogue: Dialogue<AmendingState> = {
  schema: amendingSchema,
  needs: ({ directive, words, isReissue = false }) => [{ type: 'amendment', directive, words, isReissue }],
  ask: askAmending,
  step: stepAmending,
  cancel: () => notAmended,
};

const notAmended: Reply = { state: idle, say: saying(say.notAmended()) };

function askAmending(_: AmendingState, { amendment }: Context): Saying | undefined {
  if (amendment?.is === 'plan') return say.amendPreview(amendment);
  if (amendment?.is === 'reissue') return reissue.reissuePreview(amendment);
  return amendment?.is === 'which' ? say.amendWhich(amendment.directives) : undefined;
}

/** Where words come to a change, or to several directives, it is asked; else it is said what stands in the way. */
export function beginAmending(words: string, { amendment }: Context, isReissue = false): Reply {
  if (isReissue && (words === '' || !amendment || amendment.is === 'not-understood'))
    return { say: saying(reissue.reissueHow()) };
  if (amendment?.is === 'not-passed') return { say: saying(reissue.reissueRefused(amendment.refusal)) };
  if (words === '' || !amendment || amendment.is === 'not-understood') return { say: saying(say.amendHow()) };
  if (amendment.is === 'none') return { say: saying(say.nothingToAmend()) };
  if (amendment.is === 'refused') return { say: saying(say.amendRefused(amendment.refusal)) };
  const directive = 'directive' in amendment ? amendment.directive.id : null;
  return { state: { dialogue: 'amending', directive, words, ...(isReissue && { isReissue }) } };
}

function stepAmending(state: AmendingState, intent: Intent, context: Context): Reply {
  const { amendment } = context;
  // Another change said meanwhile takes the place of this one.
  if (intent.type === 'answer' && amendment?.words === intent.text)
    return { state: idle, ...beginAmending(intent.text, context, state.isReissue) };
  if (amendment?.is === 'which') return chooseDirective(state, intent);
  if (amendment?.is !== 'plan' && amendment?.is !== 'reissue')
    return {
      state: idle,
      say: saying(amendment?.is === 'refused' ? say.amendRefused(amendment.refusal) : say.amendGone()),
    };
  const answer = readChoiceOfTwo(intent, 'do', [...amendingWords, ...passingOn, ...doingToDirectives]);
  if (answer === undefined) return intent.type === 'answer' ? { say: saying(say.amendNotSure()) } : {};
  if (!answer) return notAmended;
  const { directive } = amendment;
  if (amendment.is === 'reissue') return passOn(amendment);
  return {
    state: idle,
    say: saying(say.amendDone(amendment)),
    effects: [{ type: 'amend', directive: directive.id, words: state.words }],
  };
}

function passOn(plan: Extract<AmendmentView, { is: 'reissue' }>): Reply {
  const { directive, by, units, until } = plan;
  const codes = units.map(({ code }) => code);
  return {
    state: idle,
    say: saying(reissue.reissueDone(plan)),
    effects: [{ type: 'reissue', directive: directive.id, by: by.code, codes, until }],
  };
}

function chooseDirective(state: AmendingState, intent: Intent): Reply {
  if (intent.type === 'choice' && intent.id.startsWith('d:'))
    return { state: { ...state, directive: Number(intent.id.slice(2)) } };
  const isNo = intent.type === 'choice' || (intent.type === 'answer' && readAssent(intent.text, []).type === 'cancel');
  if (isNo) return notAmended;
  return intent.type === 'answer' ? { say: saying(say.amendWhichUnclear()) } : {};
}
