/** Several figures of a form in one message, and what it says of a yes or no beside them: "2 ca, chưa tổng vệ sinh". */
import { withoutLetter } from '../language/answers.ts';
import { readYesNo } from '../language/assent/yes-no.ts';
import { besideYesNo, nobodyBeside } from '../language/figure-words.ts';
import { pointsAsLines } from '../language/reading/list-marks.ts';
import { patternsOf } from '../language/reading/patterns.ts';
import { hasKeycaps, tokensIn, type Word, written } from '../language/reading/tokens.ts';
import { fold } from '../language/text.ts';
import { readAllOfEach } from './all-of-each.ts';
import { readLabelledCounts } from './labelled-counts.ts';
import { indicatorNamed, labelAt } from './labels.ts';
import type { Indicator } from './obligation.ts';
import { type Answers, denominatorOf, findExceeding, type ReportForm } from './report.ts';
import { readSameOfEach } from './same-of-each.ts';
import { readToldFigures } from './told-figures.ts';

/**
 * By the key of an indicator; undefined where its figure must be asked for. Where it is not sure (figures without names,
 * digits as pictures, a share of the total) all of them are to be read back with their names before they count.
 */
export type CountsReading = { figures: ReadonlyMap<string, number | undefined>; isSure: boolean };

/** Reads figures with their names or in the order of the form; undefined where nothing is sure or figures contradict. */
export function readCountsTold(typed: string, form: ReportForm): CountsReading | undefined {
  const read = readCounts(typed, form);
  const key = read && sumOfOthers(typed, form, read.figures);
  return key === undefined ? read : read && { ...read, figures: new Map([...read.figures, [key, undefined]]) };
}

/**
 * "bluezone 45, qr 40, smart 38, tổng 123": the key of the number of all, where it stands behind the others and is their sum.
 * Then it is not of whom they are a share.
 */
function sumOfOthers(
  text: string,
  form: ReportForm,
  figures: ReadonlyMap<string, number | undefined>,
): string | undefined {
  const denominator = denominatorOf(form);
  const total = denominator && figures.get(denominator.key);
  const others = [...figures].flatMap(([key, value]) => (key === denominator?.key ? [] : [value ?? Number.NaN]));
  if (!denominator || others.length < 2 || others.reduce((sum, value) => sum + value, 0) !== total) return undefined;
  const words = tokensIn(written(text));
  const named = words.flatMap((_, at) => labelAt(words, at, form)?.indicator ?? []);
  return named.at(-1) === denominator ? denominator.key : undefined;
}

function readCounts(typed: string, form: ReportForm): CountsReading | undefined {
  const text = pointsAsLines(withoutLetter(typed));
  const told = readToldFigures(text, form);
  const isTyped = !hasKeycaps(text);
  if (told?.type === 'figures' && !hasDoubtfulZero(text, told.answers)) {
    if (findExceeding(form, told.answers)) return undefined;
    return { figures: figuresOf(told.answers), isSure: isTyped && isNamed(text, told.answers, form) };
  }
  const ofAll = readAllOfEach(text, form);
  if (ofAll) return { figures: ofAll, isSure: false };
  const labelled = readLabelledCounts(text, form);
  if (!labelled) return undefined;
  const isTold = /\d/.test(text) || [...labelled.figures.values()].some((value) => value !== undefined);
  return isTold ? { figures: labelled.figures, isSure: isTyped && !labelled.isComputed } : undefined;
}

const nobody = patternsOf(nobodyBeside);

/** "QR không": none, or not yet, or a refusal. A 0 and "không có" are none. */
const hasDoubtfulZero = (text: string, answers: Answers): boolean =>
  Object.values(answers).some(({ value }) => value === 0) &&
  !/(?<!\d)0+(?!\d)/.test(text) &&
  !nobody.find(tokensIn(written(text)));

/** What is told of a form, and the keys of what was named without a sure figure. */
export type ToldCounts = { answers: Answers; unsure: string[]; aside?: string };

/**
 * The figures of a message that may be taken with a read-back to come. Undefined where none is told, or none is sure. One
 * figure without a name is none of these. `total`: the number of all, where it is known.
 */
export function countsToldIn(typed: string, form: ReportForm, total?: number): ToldCounts | undefined {
  const told = countsTold(typed, form, total);
  const key = told && sumOfOthers(typed, form, figuresOf(told.answers));
  if (!told || key === undefined) return told;
  const answers = Object.fromEntries(Object.entries(told.answers).filter(([one]) => one !== key));
  return { ...told, answers, unsure: [...told.unsure, key] };
}

function countsTold(typed: string, form: ReportForm, total: number | undefined): ToldCounts | undefined {
  const text = pointsAsLines(withoutLetter(typed));
  const ofAll = readAllOfEach(text, form, total);
  if (ofAll) return { answers: answersOfCounts(ofAll), unsure: [] };
  const ofEach = readSameOfEach(text, form);
  if (ofEach) return { answers: answersOfCounts(ofEach), unsure: [] };
  const parted = partYesNo(text, form);
  const beside = parted && (countsIn(parted.rest, parted.form, total) ?? labelledIn(parted.rest, parted.form, total));
  return beside ? { ...beside, answers: { ...beside.answers, ...parted.answers } } : countsIn(text, form, total);
}

function countsIn(text: string, form: ReportForm, total: number | undefined): ToldCounts | undefined {
  const told = readToldFigures(text, form);
  const isDoubtful = told?.type === 'figures' && hasDoubtfulZero(text, told.answers);
  if (told?.type === 'figures' && !isDoubtful) return { ...told, unsure: [] };
  return told && !isDoubtful ? undefined : labelledIn(text, form, total);
}

function labelledIn(text: string, form: ReportForm, total: number | undefined): ToldCounts | undefined {
  const labelled = readLabelledCounts(text, form, total);
  const counts = [...(labelled?.figures ?? [])];
  const sure = counts.filter((pair): pair is [string, number] => pair[1] !== undefined);
  if (sure.length === 0) return undefined;
  return {
    answers: answersOfCounts(sure),
    unsure: counts.filter(([, value]) => value === undefined).map(([key]) => key),
  };
}

const answersOfCounts = (counts: Iterable<readonly [string, number]>): Answers =>
  Object.fromEntries([...counts].map(([key, value]) => [key, { type: 'number', value } as const]));

const figuresOf = (answers: Answers): Map<string, number> =>
  new Map(Object.entries(answers).flatMap(([key, { value }]) => (typeof value === 'number' ? [[key, value]] : [])));

/** Whether any figure stands beside a name; in the order of the form none does. */
const isNamed = (text: string, answers: Answers, form: ReportForm): boolean =>
  Object.keys(answers).length < form.indicators.length ||
  form.indicators.some((indicator) => indicator !== denominatorOf(form) && indicatorNamed(text, indicator, form));

/** `rest` is the text without what was told, and `form` the form without what was answered. */
type YesNoTold<Form extends ReportForm> = { answers: Answers; rest: string; form: Form };

const idle = patternsOf(besideYesNo);

/**
 * Clauses that say nothing but whether something asked for is so. Its name in full is a yes, any other part of it needs a word
 * that says so; a question is neither. Undefined where there is no such clause, or one contradicts another.
 */
function partYesNo<Form extends ReportForm>(text: string, form: Form): YesNoTold<Form> | undefined {
  if (!form.indicators.some(({ kind }) => kind === 'yes-no')) return undefined;
  const answers: Answers = {};
  const rest: string[] = [];
  for (const clause of text.split(/[;\n]|,(?=\s)/)) {
    const told = yesNoIn(tokensIn(written(clause)), form);
    if (!told) rest.push(clause);
    else if (answers[told.indicator.key]) return undefined;
    else answers[told.indicator.key] = { type: 'number', value: told.isSo ? 1 : 0 };
  }
  if (Object.keys(answers).length === 0) return undefined;
  const indicators = form.indicators.filter(({ key }) => !answers[key]);
  return { answers, rest: rest.join(', ').trim(), form: { ...form, indicators } };
}

const isSign = ({ kind, text }: Word): boolean => kind === 'sign' && /^[:=.!–-]$/.test(text);

function yesNoIn(said: readonly Word[], form: ReportForm): { indicator: Indicator; isSo: boolean } | undefined {
  const words = withoutIdle(said.filter((word) => !isSign(word)));
  if (words.some(({ kind }) => kind !== 'word')) return undefined;
  for (let at = 0; at < words.length; at += 1) {
    const label = labelAt(words, at, form);
    if (!label) continue;
    if (label.indicator.kind !== 'yes-no') return undefined;
    const [name = '', before = '', behind = ''] = [
      words.slice(at, label.end),
      words.slice(0, at),
      words.slice(label.end),
    ].map(inWords);
    const isWhole = fold(name) === fold(label.indicator.label);
    const isSo = before || behind ? saidAround(before, behind) : isWhole || undefined;
    // "đã tổng vệ sinh chưa" asks.
    const isAsked = isWhole && isSo === false && before === '';
    return isSo === undefined || isAsked ? undefined : { indicator: label.indicator, isSo };
  }
  return undefined;
}

/** "chưa … xong" is one answer; "đã … rồi" is two that agree, and "có … không" asks. */
function saidAround(before: string, behind: string): boolean | undefined {
  const joined = readYesNo(`${before} ${behind}`.trim());
  const [one, ...others] = [before, behind].filter((part) => part !== '').map((part) => readYesNo(part));
  return joined ?? (others.every((other) => other === one) ? one : undefined);
}

const inWords = (words: readonly Word[]): string => words.map(({ text }) => text).join(' ');

function withoutIdle(words: readonly Word[]): Word[] {
  const kept: Word[] = [];
  for (let at = 0; at < words.length; ) {
    const end = idle.endAt(words, at);
    const word = words[at];
    if (end === at && word) kept.push(word);
    at = Math.max(end, at + 1);
  }
  return kept;
}
