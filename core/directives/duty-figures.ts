/** What a duty asks, in order, with what is computed and what must hold: its expressions read, or why they cannot be. */
import type { Comparison, ExpressionFault, Formula } from '../expressions/expression.ts';
import { figuresOfComparison, figuresOfFormula } from '../expressions/expression.ts';
import { parseComparison, parseFormula } from '../expressions/parse.ts';
import type { DutyDraft } from './directive.ts';

type IndicatorDraft = DutyDraft['indicators'][number];

/** A rule between figures, and the sentence that says it. */
export type FigureRule = { comparison: Comparison; message: string };

/** An indicator as it is asked for; a part of a breakdown stands behind its whole, with its kind and unit. */
export type AskedIndicator = Omit<IndicatorDraft, 'breakdown' | 'formula'> & { partOf?: string; formula?: string };

export const askedBy = (duty: DutyDraft): AskedIndicator[] =>
  duty.indicators.flatMap(({ breakdown, formula, ...whole }) => [
    { ...whole, ...(formula !== undefined && { formula }) },
    ...breakdown.map(
      (part): AskedIndicator => ({
        ...part,
        ...{ kind: whole.kind, options: [], partOf: whole.key },
        ...(whole.unit !== undefined && { unit: whole.unit }),
        ...(whole.decimals !== undefined && { decimals: whole.decimals }),
        ...(whole.nature !== undefined && { nature: whole.nature }),
      }),
    ),
  ]);

const isSummable = ({ kind }: AskedIndicator): boolean => kind === 'count' || kind === 'measure' || kind === 'money';
const isNumber = (indicator: AskedIndicator): boolean => isSummable(indicator) || indicator.kind === 'percent';

/** The figures that formulas and rules may name: those that are entered. */
const enteredKeys = (duty: DutyDraft): string[] => [
  ...(duty.denominator ? [duty.denominator.key] : []),
  ...askedBy(duty)
    .filter((one) => isNumber(one) && one.formula === undefined)
    .map(({ key }) => key),
];

export const formulaIn = (duty: DutyDraft, text: string) => parseFormula(text, enteredKeys(duty));

/** The rules of a duty whose drafts were checked. */
export const rulesIn = (duty: DutyDraft): FigureRule[] =>
  duty.rules.flatMap(({ rule, message }) => {
    const read = parseComparison(rule, ruleKeys(duty));
    return read.ok ? [{ comparison: read.value, message }] : [];
  });

/** Rules may name what is computed, too. */
const ruleKeys = (duty: DutyDraft): string[] => [
  ...enteredKeys(duty),
  ...askedBy(duty).flatMap((one) => (isNumber(one) && one.formula !== undefined ? [one.key] : [])),
];

export type FigureProblem = { path: string } & (
  | { type: 'bad-expression'; text: string; fault: ExpressionFault; keys: string[] }
  /** A share is a percentage, and a percentage that is computed is a share. */
  | { type: 'wrong-formula'; isShare: boolean }
  /** It is a share of nothing that adds up. */
  | { type: 'bad-denominator' }
  /** Only figures that are entered and add up have parts. */
  | { type: 'bad-breakdown' }
);

/** What is wrong with the figures of a duty; `path` is where the duty stands in its draft. */
export function checkFigures(duty: DutyDraft, path: string): FigureProblem[] {
  const asked = askedBy(duty);
  return [
    ...duty.indicators.flatMap((indicator, at) => checkIndicator(duty, indicator, asked, `${path}.indicators[${at}]`)),
    ...duty.rules.flatMap(({ rule }, at): FigureProblem[] => {
      const read = parseComparison(rule, ruleKeys(duty));
      const found = { path: `${path}.rules[${at}].rule`, text: rule, keys: ruleKeys(duty) };
      return read.ok ? [] : [{ type: 'bad-expression', ...found, fault: read.error }];
    }),
  ];
}

function checkIndicator(
  duty: DutyDraft,
  indicator: IndicatorDraft,
  asked: readonly AskedIndicator[],
  path: string,
): FigureProblem[] {
  const problems: FigureProblem[] = [];
  const { formula, denominator, breakdown, kind } = indicator;
  if (formula !== undefined) {
    const read = formulaIn(duty, formula);
    const at = `${path}.formula`;
    if (!read.ok)
      problems.push({ type: 'bad-expression', path: at, text: formula, fault: read.error, keys: enteredKeys(duty) });
    else if (!isNumber({ kind } as AskedIndicator) || (read.value.type === 'share') !== (kind === 'percent'))
      problems.push({ type: 'wrong-formula', path: at, isShare: read.value.type === 'share' });
  }
  const whole = asked.find(({ key }) => key === denominator);
  const isShare = isSummable({ kind } as AskedIndicator) && whole && isSummable(whole) && whole.key !== indicator.key;
  if (denominator !== undefined && !isShare) problems.push({ type: 'bad-denominator', path: `${path}.denominator` });
  if (breakdown.length > 0 && (!isSummable({ kind } as AskedIndicator) || formula !== undefined))
    problems.push({ type: 'bad-breakdown', path: `${path}.breakdown` });
  return problems;
}

/** The keys of what a formula or a rule is about. */
export const keysOfRule = ({ comparison }: FigureRule): string[] => figuresOfComparison(comparison);
export const keysOfFormula = (formula: Formula): string[] => figuresOfFormula(formula);
