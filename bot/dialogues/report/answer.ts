/** Reads what was answered to one indicator. */

import { type CountReading, readCount } from '../../../core/language/amounts/count.ts';
import { hasScale, saysAllAreSoMany } from '../../../core/language/amounts/count-words.ts';
import { dateNear, readDate } from '../../../core/language/answers.ts';
import { readOption, readYesNo } from '../../../core/language/assent/yes-no.ts';
import { readNumber } from '../../../core/language/numbers.ts';
import { namesPaper } from '../../../core/language/paper-number.ts';
import { type Decimal, plainDecimal, shifted, times, wholeDecimal } from '../../../core/language/reading/decimal.ts';
import { withFigures } from '../../../core/language/reading/english-numbers.ts';
import { inDigits } from '../../../core/language/reading/in-digits.ts';
import { written } from '../../../core/language/reading/tokens.ts';
import type { Exact } from '../../../core/reports/exact.ts';
import { noFile } from '../../../core/reports/file-answer.ts';
import { denominatorFor, isCountOfThings } from '../../../core/reports/indicators.ts';
import type { Indicator, ObligationFact, Value } from '../../../core/reports/obligation.ts';
import { type Answers, figureIn, isWithinBounds } from '../../../core/reports/report.ts';
import { readToldFigures } from '../../../core/reports/told-figures.ts';
import { outsideBounds } from '../../../messages/chat/figures/amounts.ts';
import * as say from '../../../messages/chat/report.ts';
import { shareTold } from '../../../messages/chat/unasked/speech.ts';
import { count } from '../../../messages/words/format.ts';
import type { Intent } from '../shape/intent.ts';
import { readAmountAnswer } from './amount.ts';
import { likelyMeant, likelyOfAll } from './likely.ts';

export type AnswerReading =
  /** `aside` is what stood in brackets behind a figure. */
  | { type: 'value'; value: Value; aside?: string }
  /** Zero is asked about once more: silence, a slip and "none" must not be confused. */
  | { type: 'zero'; aside?: string }
  /** It is likely meant, and asked about before it is taken. */
  | { type: 'sure'; value: Exact; aside?: string }
  /** A day that is likely meant. */
  | { type: 'sure-day'; day: string }
  | { type: 'refused'; why: string };

const number = (value: number): AnswerReading => ({ type: 'value', value: { type: 'number', value } });
const text = (value: string): AnswerReading => ({ type: 'value', value: { type: 'text', value } });
const refused = (why: string): AnswerReading => ({ type: 'refused', why });

const withRemark = ({ value, remark }: { value: number; remark?: string }): AnswerReading => ({
  type: 'value',
  value: { type: 'number', value },
  ...(remark !== undefined && { aside: remark }),
});

/** "90 %" of 50: which number that would be, for the person to say. */
function shareOf(percent: Decimal, total: number | undefined): string | undefined {
  if (total === undefined) return undefined;
  const people = shifted(times(percent, wholeDecimal(total)), -2);
  const written = plainDecimal(people);
  return shareTold(
    plainDecimal(percent).replace('.', ','),
    count(total),
    /\./.test(written) ? undefined : count(Number(written)),
  );
}

/** Reads an answer as its indicator asks for it; a figure beyond its bounds is refused. */
export function readAnswer(
  form: ObligationFact,
  indicator: Indicator,
  intent: Intent,
  answers: Answers,
): AnswerReading {
  const reading = readByKind(form, indicator, intent, answers);
  const value = reading.type === 'zero' ? 0 : reading.type === 'sure' ? reading.value : figureOf(reading);
  return value === undefined || isWithinBounds(indicator, value) ? reading : refused(outsideBounds(indicator, value));
}

const figureOf = (reading: AnswerReading): Exact | undefined =>
  reading.type === 'value' && reading.value.type === 'number' ? reading.value.value : undefined;

function readByKind(form: ObligationFact, indicator: Indicator, intent: Intent, answers: Answers): AnswerReading {
  if (intent.type !== 'answer' && intent.type !== 'choice') return refused(say.unclear(form, indicator));
  switch (indicator.kind) {
    case 'count':
      return intent.type === 'choice'
        ? number(form.unit.staff ?? 0)
        : readCountAnswer(form, indicator, withFigures(intent.text), answers);
    case 'measure':
    case 'money':
    case 'percent':
      return intent.type === 'answer'
        ? readAmountAnswer(form, indicator, intent.text, answers)
        : refused(say.unclear(form, indicator));
    case 'yes-no': {
      const isYes = intent.type === 'choice' ? intent.id === 'yes' : readYesNo(intent.text, indicator.label);
      return isYes === undefined ? refused(say.unclear(form, indicator)) : number(isYes ? 1 : 0);
    }
    case 'choice': {
      const option =
        intent.type === 'choice'
          ? indicator.options[Number(intent.id.slice(1))]
          : readOption(intent.text, indicator.label, indicator.options);
      return option === undefined ? refused(say.unclear(form, indicator)) : text(option);
    }
    case 'date': {
      const said = intent.type === 'answer' ? dayInDigits(intent.text) : '';
      const date = readDate(said);
      if (date !== undefined) return text(date);
      const day = dateNear(said, form.due.toISOString().slice(0, 10));
      return day === undefined ? refused(say.unclear(form, indicator)) : { type: 'sure-day', day };
    }
    case 'file':
      return readFileAnswer(form, indicator, intent);
    case 'text':
      return intent.type === 'answer' ? text(intent.text.slice(0, 1000)) : refused(say.unclear(form, indicator));
  }
}

/** "mùng tám tháng chín". A longer text is no day. */
const dayInDigits = (text: string): string =>
  /\d/.test(text) || text.length > longestDay ? text : inDigits(written(text));

const longestDay = 60;

/** A file itself comes as a file (bot/dialogues/picture/arrival.ts). Typed is the number of a paper, or that there is none. */
function readFileAnswer(form: ObligationFact, indicator: Indicator, intent: Intent): AnswerReading {
  if (intent.type === 'choice') return text(noFile);
  const said = intent.type === 'answer' ? intent.text.trim() : '';
  if (readNumber(said).type === 'none') return text(noFile);
  return namesPaper(said) ? text(said.slice(0, longestPaper)) : refused(say.unclear(form, indicator));
}

/** Characters of a paper's number with the words around it. */
const longestPaper = 200;

/** Of animals, households or things a count may come with its unit: "120 con". */
function readCountAnswer(form: ObligationFact, indicator: Indicator, said: string, answers: Answers): AnswerReading {
  const reading = readPeopleAnswer(form, indicator, said, answers);
  if (reading.type !== 'refused' || !isCountOfThings(indicator)) return reading;
  const counted = readAmountAnswer(form, indicator, said, answers);
  return counted.type === 'refused' ? reading : counted;
}

/** A figure with the name of what is asked, or with something in brackets behind it: "bluezone 20", "45 (2 nghỉ ốm)". */
function readTold(
  form: ObligationFact,
  indicator: Indicator,
  said: string,
  limit: number | undefined,
): AnswerReading | undefined {
  const told = readToldFigures(said, form);
  if (!told || told.type === 'groups') return undefined;
  const isOther = told.type === 'figures' && Object.keys(told.answers).some((key) => key !== indicator.key);
  const value = told.type === 'unnamed' ? told.value : told.answers[indicator.key]?.value;
  if (isOther || typeof value !== 'number') return undefined;
  // "cài cả 3" of fifty: rather all three things than three people.
  if (limit !== undefined && value < limit && saysAllAreSoMany(said)) return undefined;
  if (value === 0) return indicator.isDenominator ? undefined : { type: 'zero' };
  return { type: 'value', value: { type: 'number', value }, ...(told.aside !== undefined && { aside: told.aside }) };
}

/** A reading without its explanation where the form keeps no remarks: what cannot be kept is asked about. */
function readPeople(said: string, form: ObligationFact, limit: number | undefined): CountReading {
  const reading = readCount(said, limit);
  // A figure above the total is asked about by its own question, which says both; "43tr" of fifty is a slip of the finger.
  const plain = reading.type === 'unclear' && limit !== undefined ? readCount(said) : reading;
  const isAbove =
    plain.type === 'count' &&
    limit !== undefined &&
    plain.value > limit &&
    plain.remark === undefined &&
    !hasScale(said);
  const isPlain = plain === reading || plain.type === 'fraction' || isAbove;
  const isKept = plain.type !== 'count' || plain.remark === undefined || form.noteLabel !== null;
  return isPlain && isKept ? plain : { type: 'unclear' };
}

/** The number of which a count is a share, where that is known. */
function limitOf(form: ObligationFact, indicator: Indicator, answers: Answers): number | undefined {
  const limit = figureIn(answers, denominatorFor(form, indicator)?.key);
  return typeof limit === 'number' ? limit : undefined;
}

function readPeopleAnswer(form: ObligationFact, indicator: Indicator, said: string, answers: Answers): AnswerReading {
  const limit = limitOf(form, indicator, answers);
  // "không" alone may be none as well as a refusal: the question for zero asks which.
  const reading = readNumber(said).type === 'none' ? ({ type: 'none' } as const) : readPeople(said, form, limit);
  if (indicator.isDenominator) {
    if (reading.type === 'count' && reading.value > 0) return withRemark(reading);
    const isZero = reading.type === 'none' || reading.type === 'count';
    if (!isZero)
      return (
        readTold(form, indicator, said, limit) ??
        likelyOfAll(form, indicator, said) ??
        refused(say.unclear(form, indicator))
      );
    return refused(isZero ? say.denominatorMustBePositive(form, indicator) : say.unclear(form, indicator));
  }
  switch (reading.type) {
    case 'count':
      return reading.value === 0 ? { type: 'zero' } : withRemark(reading);
    case 'none':
      return { type: 'zero' };
    case 'all':
      return limit === undefined ? refused(say.denominatorUnknown(form, indicator)) : number(limit);
    case 'fraction':
      if (limit !== undefined && reading.of !== limit) return refused(say.otherDenominator(form, answers, reading.of));
      return reading.value === 0 ? { type: 'zero' } : number(reading.value);
    case 'percent':
      if (limit !== undefined && plainDecimal(reading.value) === '100') return number(limit);
      return refused(shareOf(reading.value, limit) ?? say.denominatorUnknown(form, indicator));
    case 'unclear':
    case 'other':
      return (
        readTold(form, indicator, said, limit) ??
        likelyMeant(form, indicator, said, answers) ??
        refused(say.unclear(form, indicator))
      );
  }
}
