/** What stands in brackets beside a figure. */
import { slipWords } from '../language/amounts/amount-words.ts';
import { doubts } from '../language/figure-words.ts';
import { phrasesOf } from '../language/phrases.ts';
import { patternsOf } from '../language/reading/patterns.ts';
import { tokensIn, written } from '../language/reading/tokens.ts';
import { lowerCase } from '../language/text.ts';

const doubtful = phrasesOf(doubts);
const slips = patternsOf(slipWords);

/** "(dự kiến)", "(nhầm, 46)": it is no remark, but leaves open whether the figure is right. */
export function isAsideDoubtful(aside: string): boolean {
  const words = lowerCase(aside).match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  if (words.some((_, at) => doubtful.longestAt(words, at) > 0)) return true;
  return slips.endAt(tokensIn(written(aside)), 0) > 0;
}
