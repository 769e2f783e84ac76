/** What an answer to "anything to add?" says: a remark, that there is none, or neither. */
import { courtesies } from '../answer-words.ts';
import { isThanks, withoutLetter } from '../answers.ts';
import { inStandard } from '../dialect.ts';
import { phrasesOf } from '../phrases.ts';
import { patternsOf } from '../reading/patterns.ts';
import { tokensIn, written } from '../reading/tokens.ts';
import { fold, isWordWritten, lowerCase } from '../text.ts';
import { type Assent, readAssent } from './assent.ts';
import { difficultyWords, negations, nothingMore, nothingToAdd, notSaidYet, somethingToAdd } from './remark-words.ts';

export type RemarkReading =
  | { type: 'remark' }
  /** Said: there is none. */
  | { type: 'none' }
  /** Courtesy, a yes, a go-ahead: no remark, and nothing is said of whether there is one. */
  | { type: 'passed' }
  /** "có", "?", a bare number: what is to be added, or the question, is not clear. */
  | { type: 'unclear' }
  /** It answers something else: that the figures are wrong, to wait, or to give up. */
  | { type: 'other'; assent: Assent };

const passed: RemarkReading = { type: 'passed' };

/**
 * Reads such an answer. Whatever holds a word beyond the known ones is a remark, as "không có mạng" is. With
 * "không có gì ạ" there is none. Courtesies, "ok", "gửi đi" and thanks pass the question over. Never throws.
 */
export function readRemark(said: string): RemarkReading {
  if (/\s/.test(said.trim()) && isUnsaid(said)) return { type: 'unclear' };
  const text = withoutLetter(said) || said;
  const lower = inStandard(lowerCase(text));
  const words = lower.match(/\p{L}[\p{L}\p{M}]*|\d+/gu) ?? [];
  const isQuestion = lower.includes('?');
  if (words.length === 0) return /\p{Extended_Pictographic}/u.test(lower) ? passed : silent(lower);
  if (words.every((word) => /^\d+$/.test(word)))
    return !isQuestion && words.every((word) => /^0+$/.test(word)) ? { type: 'none' } : { type: 'unclear' };
  if (noneToAdd.makeUp(words)) {
    const isNone = words.some((word) => negations.some((negation) => isWordWritten(negation, word)));
    const isThere = words.some((word) => isWordWritten(somethingToAdd, word));
    if (isNone) return isQuestion ? { type: 'unclear' } : { type: 'none' };
    if (isThere) return { type: 'unclear' };
  }
  if (noMore.makeUp(words) || isThanks(text)) return passed;
  return readYes(text);
}

const unsaid = patternsOf(notSaidYet);

/** "có nhưng để nói sau": what there is to say is not said. */
function isUnsaid(text: string): boolean {
  const words = tokensIn(written(text)).filter(({ kind }) => kind !== 'sign');
  return words.length > 0 && unsaid.endAt(words, 0) === words.length;
}

/** "không có ạ" to a read-back that shows no remark yet. "Không" alone denies what was read back. */
export const saysNoRemark = (text: string): boolean =>
  /\b(?:co|gi)\b/.test(fold(inStandard(lowerCase(text)))) && readRemark(text).type === 'none';

/** The same with the thing itself, "không vướng gì cả": "không có gì" may mean what is asked for. */
export const saysNoDifficulty = (text: string): boolean =>
  readRemark(text).type === 'none' && folded.some((one) => ` ${fold(text)} `.includes(` ${one} `));

const folded = difficultyWords.map(fold);

const noneToAdd = phrasesOf([...nothingToAdd, ...negations]);
const noMore = phrasesOf([...nothingMore, ...courtesies]);

/** Dashes mean none, as on forms; other signs say nothing. */
const silent = (text: string): RemarkReading => (/^[-–—/\s]+$/.test(text) ? { type: 'none' } : { type: 'unclear' });

function readYes(text: string): RemarkReading {
  const assent = readAssent(text);
  if (assent.type === 'assent') return passed;
  if (!assent.isWhole) return { type: 'remark' };
  switch (assent.type) {
    case 'nothing':
      return passed;
    case 'ambiguous':
      return { type: 'unclear' };
    case 'cancel':
      return assent.isSure ? { type: 'other', assent } : passed;
    default:
      return { type: 'other', assent };
  }
}

/**
 * Whether a note that is kept says anything: false for "không ạ", "dạ không có gì", "ok", "-", "?". One decision for what
 * is taken and for what is printed.
 */
export const isRemark = (text: string): boolean => readRemark(text).type === 'remark';
