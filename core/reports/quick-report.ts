/**
 * A whole report in one message, for channels where every message counts. The figures come in the order of the form
 * ("50 45 40 38", "50 - 45 - 40 - 38"), or each with its label ("Bluezone 45, QR 40, Smart 38/50").
 */

import { readDate } from '../language/answers.ts';
import { readYesNo } from '../language/assent/yes-no.ts';
import { readNumber } from '../language/numbers.ts';
import { pointsAsLines } from '../language/reading/list-marks.ts';
import { fold } from '../language/text.ts';
import { indicatorCalled } from './labels.ts';
import type { Indicator, Value } from './obligation.ts';
import { type Answers, denominatorOf, enteredOnly, type ReportForm } from './report.ts';

/**
 * The answers that a message gives to at least two indicators of a form; what is missing is asked afterwards. A figure
 * is never guessed. Undefined when any part of the message is unclear or can be read in two ways, or when the whole may
 * answer a single question ("45/50", "40-45", a date).
 */
export function readQuickReport(typed: string, whole: ReportForm): Answers | undefined {
  const form = enteredOnly(whole);
  const text = pointsAsLines(typed);
  if (text.length > mostCharacters || mayBeOneAnswer(text.trim())) return undefined;
  return readInOrder(text, form) ?? readLabelled(text, form);
}

const mostCharacters = 1000;

/** A number, a share, a range, a decimal, thousands parted by commas, or a day, also with its year left short. */
const mayBeOneAnswer = (text: string): boolean =>
  readNumber(text).type !== 'unclear' ||
  readDate(text) !== undefined ||
  /^[\d.]+\s*[-–—/]\s*[\d.]+$/.test(text) ||
  /^\d+,\d+$/.test(text) ||
  /^\d{1,3}(,\d{3})+$/.test(text) ||
  isShortDate(text);

function isShortDate(text: string): boolean {
  const [, day, month] = /^(\d{1,2})\s*[-–—/]\s*(\d{1,2})\s*[-–—/]\s*(?:\d{2}|\d{4})$/.exec(text) ?? [];
  return Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12;
}

const isShort = (indicator: Indicator): boolean => indicator.kind === 'count' || indicator.kind === 'yes-no';

/** As many figures as the form has indicators, in its order. */
function readInOrder(text: string, form: ReportForm): Answers | undefined {
  const words = partsInOrder(text.trim());
  if (form.indicators.length < 2 || words.length !== form.indicators.length || !form.indicators.every(isShort))
    return undefined;
  const values = form.indicators.map((indicator, at) => readValue(indicator, words[at] ?? ''));
  return collect(form.indicators.map((indicator, at) => [indicator, values[at]]));
}

/**
 * The figures stand apart by spaces, commas, semicolons or lines, or all of them by the same stroke. In "50 - 40-45 -
 * 38" one stroke makes a range, so these are not four figures.
 */
function partsInOrder(text: string): string[] {
  const strokes = new Set(text.match(/ *[-–—/|] */g));
  const [stroke, ...others] = strokes;
  return stroke !== undefined && others.length === 0 ? text.split(stroke) : text.split(/\s*[,;\n]\s*|\s+/);
}

function readValue(indicator: Indicator, said: string): Value | undefined {
  if (indicator.kind === 'yes-no') {
    const isYes = readYesNo(said);
    return isYes === undefined ? undefined : { type: 'number', value: isYes ? 1 : 0 };
  }
  const reading = readNumber(said);
  if (reading.type === 'count') return { type: 'number', value: reading.value };
  return reading.type === 'none' && !indicator.isDenominator ? { type: 'number', value: 0 } : undefined;
}

function collect(pairs: [Indicator, Value | undefined][]): Answers | undefined {
  const answers: Answers = {};
  for (const [indicator, value] of pairs) {
    if (value === undefined || answers[indicator.key] !== undefined) return undefined;
    answers[indicator.key] = value;
  }
  return answers;
}

/** Between parts that each begin with a label: what stands after a figure and before a word. */
const betweenLabelled = /[,;|\n]+|(?<=\d) *[-–—/.] *(?=\p{L})/u;

/** Every part names an indicator and its figure, or several one after the other; at least two are named. */
function readLabelled(text: string, form: ReportForm): Answers | undefined {
  const parts = text
    .split(betweenLabelled)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const read = parts.map((part) => readPart(part, form));
  const told = read.filter((one) => one !== undefined).flat();
  return told.length > 1 && read.every((one) => one !== undefined) ? mergeAll(told, form) : undefined;
}

/** What a part tells, one label after the other. */
function readPart(part: string, form: ReportForm): Answers[] | undefined {
  const named = nameIn(part, form);
  const only = named && answersOf(named, form);
  return only ? [only] : readRow(part, form);
}

/** All that is told; undefined where one thing is told twice, but for the number that several are shares of. */
function mergeAll(told: Answers[], form: ReportForm): Answers | undefined {
  const denominator = denominatorOf(form)?.key;
  const answers: Answers = {};
  for (const [key, value] of told.flatMap((one) => Object.entries(one))) {
    const known = answers[key];
    if (known !== undefined && (key !== denominator || known.value !== value.value)) return undefined;
    answers[key] = value;
  }
  return answers;
}

type Named = { indicator: Indicator; rest: string };

/** What a label and the words behind it answer; "38/50" also says what the figures are a share of. */
function answersOf({ indicator, rest }: Named, form: ReportForm): Answers | undefined {
  if (!isShort(indicator)) return undefined;
  const denominator = denominatorOf(form);
  const fraction = readNumber(rest);
  if (fraction.type === 'fraction' && denominator && !indicator.isDenominator && indicator.kind === 'count')
    return {
      [denominator.key]: { type: 'number', value: fraction.of },
      [indicator.key]: { type: 'number', value: fraction.value },
    };
  const value = readValue(indicator, rest);
  return value && { [indicator.key]: value };
}

/** "CBCCVC 50 Bluezone 45 QR: 40": labels and figures in turn, where there is only one way to read them so. */
function readRow(part: string, form: ReportForm): Answers[] | undefined {
  const words = part
    .replace(/(?<=\d)\s*\/\s*(?=\d)/g, '/')
    .split(/[\s:=]+/)
    .filter((word) => word !== '');
  const [only, ...others] = words.length > mostWords ? [] : waysToRead(words, form, []);
  return others.length === 0 ? only : undefined;
}

const mostWords = 100;

/** Every way to read words as a row of labels, none of them twice, each with one word behind it as its answer. */
function waysToRead(words: string[], form: ReportForm, seen: Indicator[]): Answers[][] {
  if (words.length === 0) return [[]];
  return words.flatMap((word, at) => {
    const indicator = indicatorCalled(fold(words.slice(0, at).join(' ')), form);
    if (!indicator || seen.includes(indicator) || !isFigure(word, indicator)) return [];
    const own = answersOf({ indicator, rest: word }, form);
    return own ? waysToRead(words.slice(at + 1), form, [...seen, indicator]).map((rest) => [own, ...rest]) : [];
  });
}

const isFigure = (word: string, { kind }: Indicator): boolean =>
  kind === 'yes-no' || /^\d[\d.]*(\/\d[\d.]*)?$/.test(word);

/** The indicator that a part begins with, and what is said of it. */
function nameIn(part: string, form: ReportForm): Named | undefined {
  const [, said = '', rest] = /^(.*?)[\s:=]+(\d.*|\p{L}+)$/su.exec(part) ?? [];
  const indicator = indicatorCalled(fold(said), form);
  return indicator && rest !== undefined ? { indicator, rest } : undefined;
}
