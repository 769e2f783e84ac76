/** Figures in a sentence: with labels before or behind them, a correction of one, or a whole report in its order. */
import { percentWords } from '../language/amounts/amount-words.ts';
import { aroundFigures } from '../language/figure-words.ts';
import { afterSlip } from '../language/numbers.ts';
import { phrasesOf } from '../language/phrases.ts';
import { pointsAsLines } from '../language/reading/list-marks.ts';
import { patternsOf } from '../language/reading/patterns.ts';
import { tokensIn } from '../language/reading/tokens.ts';
import { lowerCase } from '../language/text.ts';
import { isAsideDoubtful } from './aside.ts';
import { type Token, tokensOf } from './figure-tokens.ts';
import type { Indicator } from './obligation.ts';
import { readQuickReport } from './quick-report.ts';
import { type Answers, countsOnly, denominatorOf, enteredOnly, type ReportForm } from './report.ts';

export type ToldFigures =
  /** At least one figure with its name, or all of the form in its order. `aside` is what stood in brackets behind one. */
  | { type: 'figures'; answers: Answers; aside?: string }
  /** One figure without a name. */
  | { type: 'unnamed'; value: number; aside?: string }
  /** "1 234", "091 234 567": one number parted in groups, or several. */
  | { type: 'groups' };

const mostCharacters = 1000;
/** A stroke or a plus that belongs to the figure behind it; in "qr-40" and "50 - 45" it parts. */
const negative = /(?<![\p{L}\d])[-–—+]\d/u;

/**
 * The figures that a message tells of a form, where every word of it is a figure, a name or known to say nothing of them.
 * Undefined for anything else: no figure is guessed. What a message takes back is left out ("38 thành 39" is 39).
 */
export function readToldFigures(typed: string, asked: ReportForm): ToldFigures | undefined {
  const text = pointsAsLines(typed);
  const whole = enteredOnly(asked);
  const form = countsOnly(whole);
  if (text.length > mostCharacters || negative.test(text)) return undefined;
  const plain = withoutCourtesy(text);
  if (areGroups(plain, form)) return { type: 'groups' };
  const atOnce = form === whole ? (readQuickReport(text, form) ?? readQuickReport(plain, form)) : undefined;
  if (atOnce) return { type: 'figures', answers: atOnce };
  const { said, aside } = partAside(afterSlip(lowerCase(text)));
  // A share is no remark: where its whole is known the two are held against each other.
  if (aside !== undefined && percent.find(tokensIn(aside))) return undefined;
  const told = readClauses(said, form, true) ?? readClauses(said, form, false);
  if (aside === undefined || !told || told.type === 'groups') return told;
  // A remark is kept or the whole is asked again; one that makes the figure doubtful is no remark.
  return form.noteLabel === null || isAsideDoubtful(aside) ? undefined : { ...told, aside };
}

const percent = patternsOf(percentWords);

/**
 * Groups of three digits behind one that is no longer are one number as well as several, up to the thousand millions that
 * are read. A group that begins with a zero is a piece of a telephone number.
 */
function areGroups(text: string, form: ReportForm): boolean {
  if (!/^\d+(?: \d+)+$/.test(text)) return false;
  const groups = text.split(' ');
  const [first = '', ...rest] = groups;
  const isOneNumber = first.length <= 3 && rest.every((group) => group.length === 3) && groups.length <= 3;
  const isTelephone = groups.some((group) => /^0\d\d/.test(group)) || /^0\d{9,10}$/.test(groups.join(''));
  return isTelephone || (isOneNumber && (groups.length < form.indicators.length || first.length < 3));
}

/** The text between the words that only lead to figures or are polite behind them: "báo cáo: 22 20 19 18 ạ". */
function withoutCourtesy(text: string): string {
  const words = lowerCase(text).split(/\s+/);
  const bare = (word: string | undefined) => (word ?? '').replace(/[,.:;!]+$/, '');
  const isIdle = (word: string | undefined) => around.longestAt([bare(word)], 0) > 0 || bare(word) === '';
  const bares = words.map(bare);
  let [from, to] = [0, words.length];
  for (let idle = 1; from < to && idle > 0; from += idle)
    idle = bares[from] === '' ? 1 : around.longestAt(bares.slice(from), 0);
  while (to > from && isIdle(words[to - 1])) to -= 1;
  return words
    .slice(from, to)
    .join(' ')
    .replace(/[.!,]+$/, '');
}

/** What stands in brackets behind a figure is a remark on it: "45 (2 đ/c nghỉ thai sản)". */
function partAside(text: string): { said: string; aside: string | undefined } {
  const found = [...text.matchAll(/(?<=\d[^()]{0,40})\(([^()]*\p{L}[^()]*)\)/gu)];
  const aside = found.map(([, words = '']) => words.trim()).join('; ');
  return { said: found.reduce((rest, [whole]) => rest.replace(whole, ' '), text), aside: aside || undefined };
}

const around = phrasesOf(aroundFigures);

/** `arePeopleNames`: whether "50 cbccvc" names the indicator of staff, or only says that people are counted. */
function readClauses(text: string, form: ReportForm, arePeopleNames: boolean): ToldFigures | undefined {
  const tokens = tokensOf(text, form, arePeopleNames);
  if (!tokens) return undefined;
  const clauses: Token[][] = [[]];
  for (const token of tokens) {
    if (token.type !== 'idle' && token.type !== 'noun') clauses.at(-1)?.push(token);
    if (token.type === 'end' || token.type === 'turn') clauses.push([]);
  }
  const spoken = clauses.filter((clause) => clause.some(({ type }) => type === 'label' || type === 'number'));
  return (
    inOrder(tokens, form) ??
    alone(tokens) ??
    collect(spoken.map((clause, at) => readClause(clause, form, at === 0))) ??
    collect([readClause(tokens, form, false)])
  );
}

const numbersOf = (tokens: Token[]) => tokens.filter((token) => token.type === 'number');
const hasLabel = (tokens: Token[]): boolean => tokens.some(({ type }) => type === 'label');

/** As many figures as the form has, and no label. */
function inOrder(tokens: Token[], form: ReportForm): ToldFigures | undefined {
  const numbers = numbersOf(tokens);
  const isForm = numbers.length > 1 && numbers.length === form.indicators.length && !hasLabel(tokens);
  if (!isForm || numbers.some(({ of }) => of !== undefined)) return undefined;
  if (form.indicators.some(({ kind }) => kind !== 'count')) return undefined;
  return collect([form.indicators.map((indicator, at) => [indicator, numbers[at]?.value ?? 0])]);
}

function alone(tokens: Token[]): ToldFigures | undefined {
  const [only, ...others] = numbersOf(tokens);
  if (!only || others.length > 0 || only.of !== undefined || hasLabel(tokens)) return undefined;
  if (tokens.some(({ type }) => type === 'noun')) return undefined;
  return { type: 'unnamed', value: only.value };
}

type Pair = [Indicator, number];

/** Labels and figures in turn; before them, the number of all. Undefined where a figure has no label or two. */
function readClause(clause: Token[], form: ReportForm, isFirst: boolean): Pair[] | undefined {
  const parts = clause.filter((token) => token.type === 'label' || token.type === 'number');
  const merged = parts.filter((part, at) => {
    const before = parts[at - 1];
    return !(part.type === 'label' && before?.type === 'label' && before.indicator === part.indicator);
  });
  const total = denominatorOf(form);
  const [first] = merged;
  const isTotal = clause.some(({ type }) => type === 'people' || type === 'turn');
  if (isFirst && total && merged.length === 1 && first?.type === 'number' && first.of === undefined && isTotal)
    return [[total, first.value]];
  const beside = isFirst && total && isTotalBefore(clause) ? readClause(behindTotal(clause), form, false) : undefined;
  if (beside && total && first?.type === 'number')
    return beside.every(([, value]) => value <= first.value) ? [[total, first.value], ...beside] : undefined;
  if (merged.length === 0 || merged.length % 2 === 1) return undefined;
  const pairs: Pair[] = [];
  for (let at = 0; at < merged.length; at += 2) {
    const two = [merged[at], merged[at + 1]];
    const label = two.find((part) => part?.type === 'label');
    const number = two.find((part) => part?.type === 'number');
    if (label?.type !== 'label' || number?.type !== 'number' || label.indicator.kind !== 'count') return undefined;
    if (merged[at]?.type !== first?.type) return undefined;
    pairs.push([label.indicator, number.value]);
    if (number.of === undefined) continue;
    if (!total || label.indicator.isDenominator) return undefined;
    pairs.push([total, number.of]);
  }
  return pairs;
}

/** "50 người bluezone 45 qr 40": without a pause, a number of people before the first label is that of all where the last label has its own. */
function isTotalBefore(clause: readonly Token[]): boolean {
  const parts = clause.filter(({ type }) => type === 'label' || type === 'number');
  const label = clause.findIndex(({ type }) => type === 'label');
  const isPeople = clause.slice(0, label).some(({ type }) => type === 'people');
  return isPeople && parts.length > 3 && parts.length % 2 === 1 && parts.at(-1)?.type === 'number';
}

const behindTotal = (clause: readonly Token[]): Token[] =>
  clause.slice(clause.findIndex(({ type }) => type === 'label'));

/** All pairs; undefined where one is missing, or an indicator has two figures. */
function collect(told: (Pair[] | undefined)[]): ToldFigures | undefined {
  if (told.length === 0) return undefined;
  const answers: Answers = {};
  for (const pairs of told) {
    if (pairs === undefined) return undefined;
    for (const [indicator, value] of pairs) {
      const known = answers[indicator.key];
      if (known !== undefined && (!indicator.isDenominator || known.value !== value)) return undefined;
      if (indicator.isDenominator && value === 0) return undefined;
      answers[indicator.key] = { type: 'number', value };
    }
  }
  return { type: 'figures', answers };
}
