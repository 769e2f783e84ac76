/** The step behind the figures at which a remark is asked for. */
import { readRemark } from '../../../core/language/assent/remark.ts';
import { inDigits } from '../../../core/language/reading/in-digits.ts';
import { written } from '../../../core/language/reading/tokens.ts';
import { asksPlainly } from '../../../core/language/speech/plainly-asked.ts';
import { fold } from '../../../core/language/text.ts';
import { indicatorsNamedIn } from '../../../core/reports/labels.ts';
import type { ObligationFact } from '../../../core/reports/obligation.ts';
import { correctsFigure, takesBack } from '../../../core/reports/read-back/read-back.ts';
import { dropsRemark, remarkNamed } from '../../../core/reports/remarks/remark-named.ts';
import * as ask from '../../../messages/chat/talk/asking-back.ts';
import type { Intent } from '../shape/intent.ts';
import { type Reply, saying } from '../shape/reply.ts';
import type { ReportState } from '../shape/states.ts';
import { backFromNote } from './earlier.ts';
import { stopOrWait, tellFigures } from './figures.ts';
import { at, proceed } from './progress.ts';
import { remarkOf } from './submit.ts';

export function stepNote(state: ReportState, form: ObligationFact, intent: Intent): Reply {
  const noted = (remark: string | null): Reply => ({
    state: proceed({ ...state, note: remarkOf(state.aside, remark), aside: undefined }, form),
  });
  if (intent.type === 'choice') return noted(null);
  const back = backFromNote(state, form, intent);
  if (back) return back;
  if (intent.type !== 'answer') return {};
  if (dropsRemark(intent.text, form)) return noted(null);
  const told = tellFigures(state, form, intent) ?? correctBeforeRemark(state, form, intent.text);
  if (told) return told;
  const named = remarkNamed(intent.text, form);
  if (named === undefined && isMereQuestion(intent.text)) return { say: saying(ask.noteUnclear()) };
  const text = named ?? intent.text;
  const reading = readRemark(text);
  switch (reading.type) {
    case 'remark':
      return noted(text);
    case 'none':
      return noted(null);
    case 'passed':
      return { state: proceed({ ...passedOver(state), isNoteLeftOut: true }, form) };
    case 'unclear':
      return { say: saying(ask.noteUnclear()) };
    case 'other':
      return reading.assent.type === 'denial'
        ? { state: at(state, { at: 'change' }) }
        : (stopOrWait(state, intent) ?? { say: saying(ask.noteUnclear()) });
  }
}

/** "có phải nộp bản giấy nữa ko": one short clause that asks, and requests nothing. */
const isMereQuestion = (text: string): boolean =>
  asksPlainly(text) && !/[,;.\n]\s*\p{L}/u.test(text) && !requests.test(fold(text));

const requests = /\b(?:de nghi|kien nghi|de xuat|mong|xin|can duoc|thieu|yeu|hong|kho)\b/;

/** Whoever passes the question over has still said what stood in brackets. */
const passedOver = (state: ReportState): ReportState =>
  state.aside === undefined ? state : { ...state, note: remarkOf(state.aside, state.note ?? null), aside: undefined };

/** "qr bác nói nhầm bốn mốt": figures that are named and taken back, in words that are no remark. */
function correctBeforeRemark(state: ReportState, form: ObligationFact, text: string): Reply | undefined {
  if (text.length > longestCorrection || !/\d/.test(inDigits(written(text)))) return undefined;
  if (!correctsFigure(text) || !takesBack(text, form, state.answers)) return undefined;
  const [only, ...others] = indicatorsNamedIn(text, form);
  return only && others.length === 0 && !only.formula
    ? { state: at(state, { at: 'value', key: only.key }) }
    : undefined;
}

/** A longer text tells something else. */
const longestCorrection = 80;
