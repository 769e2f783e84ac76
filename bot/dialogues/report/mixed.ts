/** Figures of several kinds in one message: "diện tích 2,5 ha, 3 triệu, đạt 85%". */

import { behindLabel } from '../../../core/language/numbers.ts';
import { tokensIn, written } from '../../../core/language/reading/tokens.ts';
import { fold } from '../../../core/language/text.ts';
import { countsToldIn, type ToldCounts } from '../../../core/reports/counts.ts';
import { isAmount, isFigure, unitOf } from '../../../core/reports/indicators.ts';
import { labelAt } from '../../../core/reports/labels.ts';
import type { Indicator, ObligationFact, Value } from '../../../core/reports/obligation.ts';
import { type Answers, enteredOnly } from '../../../core/reports/report.ts';
import { readAnswer } from './answer.ts';

const mostClauses = 30;

/**
 * What each clause tells, by the name of its figure or by its unit where only one figure has that. Undefined unless there are
 * several, and each is sure: then the message is read in another way.
 */
export function mixedToldIn(text: string, asked: ObligationFact, answers: Answers): ToldCounts | undefined {
  // What is computed has no name here: "giải ngân 90 triệu" is no share.
  const form = enteredOnly(asked);
  if (!form.indicators.some(({ kind }) => isAmount(kind))) return undefined;
  const clauses = text.split(/[;\n]|,(?=\s)/).filter((clause) => clause.trim() !== '');
  if (clauses.length < 2 || clauses.length > mostClauses) return undefined;
  const told = clauses.map((clause) => clauseToldIn(clause.trim(), form, answers));
  const sure = told.filter((each) => each !== undefined);
  const keys = new Set(sure.map(([key]) => key));
  return keys.size === clauses.length ? { answers: Object.fromEntries(sure), unsure: [] } : undefined;
}

function clauseToldIn(clause: string, form: ObligationFact, answers: Answers): [string, Value] | undefined {
  const said = written(clause);
  const words = tokensIn(said);
  const named = labelAt(words, 0, form);
  const start = named && words.slice(named.end).find(({ text }) => !/^[:=–-]$/.test(text));
  if (named && start) return valueToldIn(behindLabel(said.slice(start.from)), named.indicator, form, answers);
  const [only, ...others] = form.indicators.filter((one) => isSaidIn(one, clause));
  if (only) return others.length === 0 ? valueToldIn(clause, only, form, answers) : undefined;
  return countBefore(clause, form);
}

/** "400 trâu bò": a count before its name. */
function countBefore(clause: string, form: ObligationFact): [string, Value] | undefined {
  const told = countsToldIn(clause, form);
  const [only, ...others] = Object.entries(told?.answers ?? {});
  return others.length === 0 && told?.unsure.length === 0 && told.aside === undefined ? only : undefined;
}

function valueToldIn(
  text: string,
  indicator: Indicator,
  form: ObligationFact,
  answers: Answers,
): [string, Value] | undefined {
  if (!isFigure(indicator.kind)) return undefined;
  const reading = readAnswer(form, indicator, { type: 'answer', text }, answers);
  // Beside other figures a zero in digits is read back with them, "không có" is asked about.
  if (reading.type === 'zero' && isZeroWritten.test(text)) return [indicator.key, { type: 'number', value: 0 }];
  return reading.type === 'value' && reading.aside === undefined ? [indicator.key, reading.value] : undefined;
}

const isZeroWritten = /(?<![\d.,])0(?![\d.,])/;

const moneyWords = /\d\s*(?:dong|nghin|ngan|trieu|tr|ty|ti|d|k)(?![a-z])/;
const percentWords = /\d\s*(?:%|phan tram)/;

/** Whether a clause without a name has the unit of an indicator. */
function isSaidIn(indicator: Indicator, clause: string): boolean {
  const said = fold(clause);
  if (indicator.kind === 'money') return moneyWords.test(said);
  if (indicator.kind === 'percent') return percentWords.test(said);
  const unit = indicator.kind === 'measure' ? unitOf(indicator) : undefined;
  return unit !== undefined && ` ${said.replace(/(\d)(?=[a-z])/g, '$1 ')} `.includes(` ${fold(unit)} `);
}
