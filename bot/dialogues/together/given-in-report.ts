/** A figure that the unit gave before is offered with its question, and taken by one word. */
import type { Context, Saying } from '../../../core/conversation/context.ts';
import { isFigure } from '../../../core/reports/indicators.ts';
import type { Indicator } from '../../../core/reports/obligation.ts';
import { type GivenFigure, saysUnchanged } from '../../../core/reports/past/given.ts';
import { offeringGiven } from '../../../messages/chat/talk/given.ts';
import type { Intent } from '../shape/intent.ts';
import { obligationOf } from '../shape/obligations.ts';
import type { ReportState } from '../shape/states.ts';

type Offered = { indicator: Indicator; given: GivenFigure };

/** What the unit gave before for the figure that is asked for; a correction asks for another figure than before. */
function givenFor({ step, base, obligation }: ReportState, context: Context): Offered | undefined {
  const form = step.at === 'value' && base === 0 ? obligationOf(obligation, context) : undefined;
  if (!form || step.at !== 'value') return undefined;
  const indicator = form.indicators.find(({ key, kind }) => key === step.key && isFigure(kind));
  const given = form.given?.[step.key];
  return indicator && given && { indicator, given };
}

export function withOffer(question: Saying | undefined, state: ReportState, context: Context): Saying | undefined {
  const offered = givenFor(state, context);
  const isOffered = question?.choices?.some(({ label }) => label === String(offered?.given.value.value)) === true;
  return question && offered && !isOffered ? offeringGiven(question, offered.indicator, offered.given) : question;
}

/** The choice, or words that say that nothing has changed, as the figure itself, with a decimal comma. */
export function figureMeant(intent: Intent, state: ReportState, context: Context): Intent {
  const offered = givenFor(state, context);
  if (!offered) return intent;
  const { given } = offered;
  const isMeant =
    (intent.type === 'choice' && intent.id === 'given') ||
    (intent.type === 'answer' && saysUnchanged(intent.text, given));
  return isMeant ? { type: 'answer', text: String(given.value.value).replace('.', ',') } : intent;
}
