/** An answer to the read-back of a report. */

import { amountAt } from '../../language/amounts/amount-at.ts';
import { countAddressed, readCount } from '../../language/amounts/count.ts';
import { courtesies } from '../../language/answer-words.ts';
import { readAssent } from '../../language/assent/assent.ts';
import { courtesiesBefore } from '../../language/commands/courtesy-words.ts';
import { afterSlip } from '../../language/numbers.ts';
import { phrasesOf } from '../../language/phrases.ts';
import { patternsOf } from '../../language/reading/patterns.ts';
import { tokensIn, written } from '../../language/reading/tokens.ts';
import { fold, lowerCase } from '../../language/text.ts';
import { readCountsTold } from '../counts.ts';
import { labelAt } from '../labels.ts';
import type { Answers, ReportForm } from '../report.ts';
import { readToldFigures } from '../told-figures.ts';
import {
  changingWhat,
  correcting,
  everyFigure,
  goingBack,
  noClass,
  notChanging,
  takingBack,
  toldWrong,
  wrongAtEnd,
  wrongHere,
} from './read-back-words.ts';

export type ReadBackAnswer =
  /** Only this sends. */
  | { type: 'yes' }
  /** Something is wrong, or it must wait; nothing is given up. */
  | { type: 'no'; isHold: boolean }
  | { type: 'cancel'; isSure: boolean }
  /** By the key of an indicator, undefined where its figure is still to be told; `unnamed` is a figure of nobody knows what. */
  | { type: 'change'; figures: ReadonlyMap<string, number | undefined>; unnamed?: number; aside?: string }
  | { type: 'unclear' };

const mostCharacters = 1000;
const change = patternsOf(changingWhat);
const noChange = patternsOf(notChanging, { no: noClass });
const wrong = patternsOf(wrongHere);

/** Reads an answer to the figures that stand. Figures that repeat them change nothing; beside them a "no" is one. */
export function readReadBack(text: string, form: ReportForm, standing: Answers): ReadBackAnswer {
  if (text.length > mostCharacters) return { type: 'unclear' };
  const assent = readAssent(text);
  if (saysAllRight(text, form)) return { type: 'yes' };
  const told = readToldFigures(text, form);
  if (told?.type === 'unnamed') return { type: 'change', figures: new Map(), unnamed: told.value };
  const counts = readCountsTold(text, form);
  if (counts) {
    const figures = new Map(
      [...counts.figures].filter(([key, value]) => value === undefined || standing[key]?.value !== value),
    );
    if (figures.size > 0)
      return {
        type: 'change',
        figures,
        ...(told?.type === 'figures' && told.aside !== undefined && { aside: told.aside }),
      };
    if (assent.type !== 'denial' && assent.type !== 'hold' && assent.type !== 'cancel') return { type: 'yes' };
  }
  const named = namedWrong(text, form);
  if (named.size > 0 && assent.type !== 'hold') return { type: 'change', figures: named };
  const words = tokensIn(written(text));
  const isOpen = assent.type !== 'hold' && assent.type !== 'cancel';
  const alone = isOpen ? readCount(text) : undefined;
  const unnamed = alone?.type === 'count' ? alone.value : isOpen ? countAddressed(text) : undefined;
  if (unnamed !== undefined) return { type: 'change', figures: new Map(), unnamed };
  switch (assent.type) {
    case 'assent':
      return { type: 'yes' };
    case 'denial':
      return change.find(words) && !noChange.find(words)
        ? { type: 'change', figures: new Map() }
        : { type: 'no', isHold: false };
    case 'hold':
      return { type: 'no', isHold: true };
    case 'cancel':
      return { type: 'cancel', isSure: assent.isSure };
    default:
      return { type: 'unclear' };
  }
}

const every = patternsOf(everyFigure);

/** "đúng cả 4 số", "cả 4 số đều đúng": a yes, and as many figures as stand there. */
export function saysAllRight(text: string, form: ReportForm): boolean {
  const said = written(text);
  const words = tokensIn(said);
  const found = every.find(words);
  const [first, last] = found ? [words[found.from], words[found.to - 1]] : [];
  if (!found || !first || !last) return false;
  const counts = words
    .slice(found.from, found.to)
    .flatMap((_, at) => amountAt(words, found.from + at, { kind: 'count' })?.value.units ?? []);
  const rest = `${said.slice(0, first.from)} ${said.slice(last.to)}`;
  const isAll = counts.length === 1 && counts[0] === BigInt(form.indicators.length);
  return isAll && !/\d/.test(rest) && readAssent(rest).type === 'assent';
}

const takes = patternsOf(takingBack);
const goes = patternsOf(goingBack);

/**
 * Whether a text corrects an earlier answer, where another one is asked for: "à nhầm, 45". A figure that takes back another within the
 * text ("40 nhầm 41") is of what is asked, unless the other one stands. No part of a name is such a word ("Quảng Nham").
 */
export function takesBack(text: string, form: ReportForm, standing: Answers): boolean {
  if (text.length > mostCharacters) return false;
  const lower = lowerCase(text);
  const kept = afterSlip(lower);
  if (kept !== lower) {
    const taken = (lower.match(/\d+/g) ?? []).filter((figure) => !kept.includes(figure));
    return Object.values(standing).some(({ value }) => taken.includes(String(value)));
  }
  const words = tokensIn(written(text));
  const found = takes.find(words);
  if (!found) return false;
  const said = lowerCase(
    words
      .slice(found.from, found.to)
      .map((word) => word.text)
      .join(' '),
  );
  const isMarked = takingBack.split(' | ').includes(said) || lower === fold(lower);
  return isMarked && !` ${fold(form.unit?.name ?? '')} `.includes(` ${fold(said)} `);
}

const corrects = patternsOf(correcting);

/** Whether a text says that its figure takes the place of another: "… mới đúng", "sửa lại …". */
export const correctsFigure = (text: string): boolean =>
  text.length <= mostCharacters && corrects.find(tokensIn(written(text))) !== undefined;

/** "nhầm, 45": what was told before was a slip. "Sửa lại 45" may as well be the figure that is asked for. */
export const saysSlip = (text: string): boolean => slip.find(tokensIn(written(text))) !== undefined;

const slip = patternsOf(toldWrong);

/** "bluezone 45 đúng, qr 40 sai": the figure that stands and is said to be wrong, by its key; undefined where none is, or several are. */
export function deniedFigure(text: string, form: ReportForm, standing: Answers): string | undefined {
  if (text.length > mostCharacters || !/\d/.test(text)) return undefined;
  const denied = text.split(/[,;.\n]+/).flatMap((clause) => {
    const words = tokensIn(written(clause));
    const named = words.flatMap((_, at) => labelAt(words, at, form)?.indicator ?? []);
    const numbers = words.filter(({ kind }) => kind === 'number');
    const [first] = named;
    const isSame = numbers.length === 1 && String(first && standing[first.key]?.value) === numbers[0]?.text;
    return first && isSame && !first.formula && words.some((_, at) => ends.endAt(words, at) === words.length)
      ? [first.key]
      : [];
  });
  const [only, ...others] = new Set(denied);
  return others.length === 0 ? only : undefined;
}

const ends = patternsOf(wrongAtEnd);

/** Whether a text asks for the question before, and says no more: "quay lại trường" is part of a remark. */
export function goesBack(text: string): boolean {
  if (text.length > mostCharacters || !goes.find(tokensIn(written(text)))) return false;
  return aroundGoing.makeUp(lowerCase(text).match(/\p{L}[\p{L}\p{M}]*|\d+/gu) ?? []);
}

const aroundGoing = phrasesOf([...courtesies, ...courtesiesBefore, ...goingBack.split(' | ')]);

/** "QR sai rồi", "sửa QR": indicators whose figure is wrong, without a new one. */
function namedWrong(text: string, form: ReportForm): ReadonlyMap<string, undefined> {
  const words = tokensIn(written(text));
  const isWrong =
    wrong.find(words) !== undefined && !noChange.find(words) && !words.some(({ kind }) => kind === 'number');
  const named = new Map<string, undefined>();
  if (isWrong)
    words.forEach((_, at) => {
      const found = labelAt(words, at, form);
      if (found) named.set(found.indicator.key, undefined);
    });
  return named;
}
