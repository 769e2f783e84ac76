/** A figure that the unit gave before is offered with its question, and taken by one word. */
import type { Context, Saying } from '../../../core/conversation/context.ts';
import { isAmount, isFigure } from '../../../core/reports/indicators.ts';
import type { Indicator } from '../../../core/reports/obligation.ts';
import { type GivenFigure, saysUnchanged } from '../../../core/reports/past/given.ts';
import { offeringGiven } from '../../../messages/chat/talk/given.ts';
import { readAmountAnswer } from '../report/amount.ts';
import type { Intent } from '../shape/intent.ts';
import { obligationOf } from '../shape/obligations.ts';
import type { ReportState } from '../shape/states.ts';

/** `typed` is the figure as it is typed, with a decimal comma. */
type Offered = { indicator: Indicator; given: GivenFigure; typed: string };

/**
 * What the unit gave before for the figure that is asked for; a correction asks for another figure than before. What could be read in two
 * ways ("12,125") is asked for anew.
 */
function givenFor({ step, base, obligation, answers }: ReportState, context: Context): Offered | undefined {
  const form = step.at === 'value' && base === 0 ? obligationOf(obligation, context) : undefined;
  if (!form || step.at !== 'value') return undefined;
  const indicator = form.indicators.find(({ key, kind }) => key === step.key && isFigure(kind));
  const given = form.given?.[step.key];
  if (!indicator || !given) return undefined;
  const typed = String(given.value.value).replace('.', ',');
  const reading = isAmount(indicator.kind) && readAmountAnswer(form, indicator, typed, answers).type;
  return reading === 'refused' ? undefined : { indicator, given, typed };
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
  const { given, typed } = offered;
  const isMeant =
    (intent.type === 'choice' && intent.id === 'given') ||
    (intent.type === 'answer' && saysUnchanged(intent.text, given));
  return isMeant ? { type: 'answer', text: typed } : intent;
}
