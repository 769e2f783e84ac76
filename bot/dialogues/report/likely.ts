/** What is likely meant where an answer is not surely a number: it is asked about with that reading, and counts after a yes. */
import { readReason } from '../../../core/directives/life/words.ts';
import { countAddressed } from '../../../core/language/amounts/count.ts';
import { isBareNo } from '../../../core/language/amounts/count-words.ts';
import { likelyCount } from '../../../core/language/amounts/likely.ts';
import { saysNothingDone } from '../../../core/language/amounts/nothing-done.ts';
import { readPeopleLeft } from '../../../core/language/amounts/people-left.ts';
import { readAssent } from '../../../core/language/assent/assent.ts';
import { asOnTheRoster } from '../../../core/language/figure-words.ts';
import { readNumber } from '../../../core/language/numbers.ts';
import { patternsOf } from '../../../core/language/reading/patterns.ts';
import { tokensIn, written } from '../../../core/language/reading/tokens.ts';
import { denominatorFor, isCountOfThings } from '../../../core/reports/indicators.ts';
import type { Indicator, ObligationFact } from '../../../core/reports/obligation.ts';
import { type Answers, figureIn } from '../../../core/reports/report.ts';
import type { AnswerReading } from './answer.ts';

type Likely = Extract<AnswerReading, { type: 'sure' | 'zero' }>;

/** The number that is likely meant by an answer to a count of people, or none of them. */
export function likelyMeant(
  form: ObligationFact,
  indicator: Indicator,
  said: string,
  answers: Answers,
): Likely | undefined {
  const limit = figureIn(answers, denominatorFor(form, indicator)?.key);
  const total = typeof limit === 'number' ? limit : undefined;
  return (
    allBut(said, total, form.noteLabel !== null) ??
    noneBecause(said, form) ??
    addressed(said, indicator, total) ??
    (isCountOfThings(indicator) ? undefined : explained(form, said, total))
  );
}

/** "đúng", "như danh sách": as many as the roster says; else a number with what explains it. */
export function likelyOfAll(form: ObligationFact, indicator: Indicator, said: string): Likely | undefined {
  const { staff } = form.unit;
  const isRoster = indicator.fromRoster && typeof staff === 'number' && staff > 0 && meansRoster(said);
  return isRoster ? { type: 'sure', value: staff } : explained(form, said, undefined);
}

const roster = patternsOf(asOnTheRoster);

function meansRoster(said: string): boolean {
  const words = tokensIn(written(said)).filter(({ kind }) => kind !== 'sign');
  if (readAssent(said).type === 'assent') return true;
  return words.length > 0 && roster.endAt(words, 0) === words.length;
}

function explained(form: ObligationFact, said: string, total: number | undefined): Likely | undefined {
  const likely = likelyCount(said, total);
  if (!likely) return undefined;
  const { value, remark } = likely;
  return { type: 'sure', value, ...(remark !== undefined && form.noteLabel !== null && { aside: remark }) };
}

/** "còn 5 người chưa cài": all but five, where it is known how many all are. */
function allBut(said: string, total: number | undefined, hasNote: boolean): Likely | undefined {
  if (total === undefined) return undefined;
  const { rest, reason } = readReason(said);
  const left = readPeopleLeft(said) ?? (reason === undefined ? undefined : readPeopleLeft(rest));
  if (left === undefined || left >= total) return undefined;
  return { type: 'sure', value: total - left, ...(reason !== undefined && hasNote && { aside: said }) };
}

/** "chưa ai cài vì máy cũ", "chưa làm được": none, and why. */
function noneBecause(said: string, form: ObligationFact): Likely | undefined {
  const { rest, reason } = readReason(said);
  const isNone = reason !== undefined && form.noteLabel !== null && readNumber(rest).type === 'none';
  if (isNone && !isBareNo(rest)) return { type: 'zero', aside: said };
  if (!saysNothingDone(said)) return undefined;
  return { type: 'zero', ...(form.noteLabel !== null && { aside: said }) };
}

/** "46 cháu ạ": rather said to somebody than counted. */
function addressed(said: string, indicator: Indicator, total: number | undefined): Likely | undefined {
  const value = isCountOfThings(indicator) ? undefined : countAddressed(said, total);
  return value === undefined || value === 0 ? undefined : { type: 'sure', value };
}
