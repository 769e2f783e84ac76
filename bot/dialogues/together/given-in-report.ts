/** A figure that the unit gave before is offered with its question, and taken by one word. */
import type { Context, Saying } from '../../../core/conversation/context.ts';
import { type GivenFigure, saysUnchanged } from '../../../core/reports/past/given.ts';
import { offeringGiven } from '../../../messages/chat/talk/given.ts';
import type { Intent } from '../shape/intent.ts';
import { obligationOf } from '../shape/obligations.ts';
import type { ReportState } from '../shape/states.ts';

/** What the unit gave before for the count that is asked for; a correction asks for another figure than before. */
function givenFor({ step, base, obligation }: ReportState, context: Context): GivenFigure | undefined {
  const form = step.at === 'value' && base === 0 ? obligationOf(obligation, context) : undefined;
  if (!form || step.at !== 'value') return undefined;
  const isCount = form.indicators.some(({ key, kind }) => key === step.key && kind === 'count');
  return isCount ? form.given?.[step.key] : undefined;
}

export function withOffer(question: Saying | undefined, state: ReportState, context: Context): Saying | undefined {
  const given = givenFor(state, context);
  const isOffered = question?.choices?.some(({ label }) => label === String(given?.value.value)) === true;
  return question && given && !isOffered ? offeringGiven(question, given) : question;
}

/** The choice, or words that say that nothing has changed, as the figure itself. */
export function figureMeant(intent: Intent, state: ReportState, context: Context): Intent {
  const given = givenFor(state, context);
  if (!given) return intent;
  const isMeant =
    (intent.type === 'choice' && intent.id === 'given') ||
    (intent.type === 'answer' && saysUnchanged(intent.text, given));
  return isMeant ? { type: 'answer', text: String(given.value.value) } : intent;
}
