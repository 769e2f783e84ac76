/** Questions about the highest and the lowest. */
import type { Word } from '../reading/tokens.ts';
import * as table from './ask-words.ts';
import type { LedgerAsk } from './question.ts';
import { cutOut, kindIn, nameIn, phrases, unitsIn } from './subject.ts';

export const sharesAsked = phrases(table.sharePhrases);

/** Shares are what units are ranked and held against where there are any, so that it need not be said. */
export const nameWithShare = (words: readonly Word[]): string => nameIn(cutOut(sharesAsked, words)?.rest ?? words);

const [highest, lowest] = [phrases(table.highest), phrases(table.lowest)];
const inOrder = phrases(table.rankingWords);

const hasNumber = (words: readonly Word[]): boolean => words.some(({ kind }) => kind === 'number');

/** "xã nào Bluezone cao nhất", "3 xã cao nhất Bluezone", "top 5 QR", "xếp hạng các xã theo QR". */
export function asksRanked(words: readonly Word[]): LedgerAsk | undefined {
  const list = cutOut(inOrder, words);
  const said = withoutHowMany(list?.rest ?? words);
  for (const [end, pattern] of [
    ['highest', highest],
    ['lowest', lowest],
  ] as const) {
    const cut = cutOut(pattern, said);
    if (!cut && !(list && end === 'highest')) continue;
    const rest = cut?.rest ?? said;
    const of = unitsIn(rest) ?? (list || said.length < words.length ? ofKind(rest) : undefined);
    if (of && !hasNumber(of.rest) && !unitsIn(of.rest))
      return { about: 'ranked', end, named: nameWithShare(of.rest), kind: of.units.kind };
  }
  return undefined;
}

/** "3 xã", "top 5": how many are told is not for the question to say. */
function withoutHowMany(words: readonly Word[]): readonly Word[] {
  const at = words.findIndex(({ kind }) => kind === 'number');
  if (at < 0) return words;
  const isBeforeUnits = kindIn(words.slice(at + 1, at + 4)) !== undefined;
  const isFirst = at === 0 || phrases(table.rankingWords).endAt(words, 0) > 0;
  return isBeforeUnits || isFirst ? words.filter((_, i) => i !== at) : words;
}

/** Units that no word of a question stands beside. */
function ofKind(words: readonly Word[]): { units: { kind: string }; rest: readonly Word[] } {
  const found = kindIn(words);
  return found ? { units: { kind: found.kind }, rest: found.rest } : { units: { kind: '' }, rest: words };
}
