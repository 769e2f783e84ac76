/** What the kinds of indicators have in common: which are figures, which add up, and what each is a share of. */
import type { IndicatorKind } from '../directives/indicator-draft.ts';
import { personWord, plainMoney } from '../language/amounts/unit-words.ts';
import type { Indicator } from './obligation.ts';

type Form = { indicators: readonly Indicator[] };

/** Its answer is an exact figure in a unit. */
export const isAmount = (kind: IndicatorKind): boolean => kind === 'measure' || kind === 'money' || kind === 'percent';

/** Its answers are numbers to be entered. */
export const isFigure = (kind: IndicatorKind): boolean => kind === 'count' || isAmount(kind);

/** Its answers may be added up over units. Shares never are: their total comes from the sums that they are of. */
export const addsUp = (kind: IndicatorKind): boolean => kind === 'count' || kind === 'measure' || kind === 'money';

/** It has a total over units: a sum, or how many said yes. */
export const hasTotal = (kind: IndicatorKind): boolean => addsUp(kind) || kind === 'yes-no';

/** What it is counted in: "ha", "triệu đồng", "%"; undefined where nobody says it. */
export const unitOf = ({
  kind,
  unit,
}: {
  kind: IndicatorKind;
  unit?: string | null | undefined;
}): string | undefined => (kind === 'percent' ? '%' : (unit ?? (kind === 'money' ? plainMoney : undefined)));

/** The unit as a chat says it behind a figure. */
export const spokenUnit = (indicator: { kind: IndicatorKind; unit?: string | null | undefined }): string | undefined =>
  indicator.kind === 'count' ? undefined : unitOf(indicator);

/** Counts of animals, households or things are read with their unit; of people with all the words for people. */
export const isCountOfThings = ({ kind, unit, isDenominator, fromRoster }: Indicator): boolean =>
  kind === 'count' && !isDenominator && !fromRoster && unit !== undefined && unit !== null && unit !== personWord;

/** Places behind the comma that its figures may have. */
export const placesOf = ({ kind, unit, decimals }: Pick<Indicator, 'kind' | 'unit' | 'decimals'>): number => {
  if (kind === 'count') return 0;
  return decimals ?? (kind === 'percent' ? 2 : kind === 'money' && (unit ?? plainMoney) === plainMoney ? 0 : 3);
};

/** What its figures are a share of: its own denominator, of a part its whole, else for a count that of the duty. */
export function denominatorFor({ indicators }: Form, indicator: Indicator): Indicator | undefined {
  if (indicator.isDenominator) return undefined;
  const own = indicator.denominator ?? indicator.partOf;
  if (own) return indicators.find(({ key }) => key === own);
  return indicator.kind === 'count' ? indicators.find(({ isDenominator }) => isDenominator) : undefined;
}

/** Every indicator that is a share of another, with that one. */
export const sharesIn = (form: Form): { indicator: Indicator; of: Indicator }[] =>
  form.indicators.flatMap((indicator) => {
    const of = addsUp(indicator.kind) ? denominatorFor(form, indicator) : undefined;
    return of ? [{ indicator, of }] : [];
  });
