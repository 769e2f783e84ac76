/** Questions that leave out what everybody knows: "còn mấy xã nữa", "trường nào chưa", "được mấy đơn vị rồi". */
import type { Patterns } from '../reading/patterns.ts';
import { isWord, type Word } from '../reading/tokens.ts';
import * as table from './ask-words.ts';
import type { AskedStanding, LedgerAsk } from './question.ts';
import { areOnly, phrases, unitsIn } from './subject.ts';

const [beside, got, troubles, left] = [
  table.besideStandings,
  table.gotWords,
  table.troublesAsked,
  table.howManyLeft,
].map(phrases) as [Patterns, Patterns, Patterns, Patterns];
const [still, notYet] = [table.stillWord, table.notYetWord];

const isWhole = (pattern: Patterns, words: readonly Word[]): boolean => pattern.endAt(words, 0) === words.length;

/** What is asked of units in words that say neither that nor what they report. */
export function asksElliptically(words: readonly Word[]): LedgerAsk | undefined {
  const asked = (standing: AskedStanding, kind = '', counts = false): LedgerAsk => ({
    about: 'units',
    standing,
    kind,
    counts,
  });
  if (isWhole(troubles, words)) return asked('remarked');
  if (isWhole(left, words)) return asked('owing', '', true);
  const last = words.at(-1);
  const isNotYet = isWord(notYet, last);
  const of = unitsIn(isNotYet ? words.slice(0, -1) : words);
  if (!of || words.some(({ kind }) => kind === 'number')) return undefined;
  const { kind, how } = of.units;
  if (how === 'group' || !areOnly(beside, of.rest)) return undefined;
  if (isNotYet || isWord(still, words[0])) return asked('owing', kind, how === 'many');
  return how === 'many' && got.endAt(words, 0) > 0 ? asked('reported', kind, true) : undefined;
}
