/** Requests for a paper in a sentence: "gửi tôi file excel", "in cho tôi bản báo cáo". */
import { patternsOf } from '../reading/patterns.ts';
import { tokensIn, type Word, written } from '../reading/tokens.ts';
import {
  paperBeside,
  paperFileKinds,
  paperNames,
  paperVerbs,
  printed as printedWords,
  printVerbs,
} from './paper-words.ts';

export type AskedPaper = keyof typeof paperNames;

const [verbs, beside, formats] = [patternsOf(paperVerbs), patternsOf(paperBeside), patternsOf(paperFileKinds)];
const [printing, printed] = [patternsOf(printVerbs), patternsOf(printedWords)];
const names = Object.entries(paperNames).map(([paper, words]) => [paper as AskedPaper, patternsOf(words)] as const);

/** So many words have such a request at most. */
const mostWords = 14;
const silent = (word: Word): boolean => word.kind === 'sign' && /^[.,!?]$/.test(word.text);

/**
 * The paper that a text asks for and nothing else; undefined where a word is not known, or several papers are named. Without a verb only
 * a file's kind asks for it ("excel"): whoever says a bare "báo cáo" wants to report.
 */
export function readPaperAsked(text: string): AskedPaper | undefined {
  const words = tokensIn(written(text)).filter((word) => !silent(word));
  if (words.length > mostWords) return undefined;
  let [paper, isAsked, isPrinted]: [AskedPaper | undefined, boolean, boolean] = [undefined, false, false];
  for (let at = 0; at < words.length; ) {
    const named = names
      .map(([name, pattern]) => ({ name, end: pattern.endAt(words, at) }))
      .reduce((longest, one) => (one.end > longest.end ? one : longest));
    const verb = verbs.endAt(words, at);
    isPrinted ||= printing.endAt(words, at) > at;
    // As much as a report is called, where it is to be printed.
    const plain = isPrinted ? printed.endAt(words, at) : at;
    if (plain > at && named.end <= at) {
      if (paper !== undefined) return undefined;
      paper = 'docx';
      at = plain;
      continue;
    }
    const end = Math.max(verb, beside.endAt(words, at));
    if (named.end > at && named.end >= end) {
      if (paper !== undefined) return undefined;
      paper = named.name;
      at = named.end;
      continue;
    }
    if (end === at) return undefined;
    isAsked ||= verb > at;
    at = end;
  }
  return isAsked || formats.find(words) ? paper : undefined;
}
