/** Questions that leave out what everybody knows: "còn mấy xã nữa", "trường nào chưa", "được mấy đơn vị rồi". */
import type { Patterns } from '../reading/patterns.ts';
import { isWord, type Word } from '../reading/tokens.ts';
import * as table from './ask-words.ts';
import type { AskedStanding, LedgerAsk } from './question.ts';
import { areOnly, cutOut, phrases, unitsIn } from './subject.ts';

const [beside, got, troubles, left] = [
  table.besideStandings,
  table.gotWords,
  table.troublesAsked,
  table.howManyLeft,
].map(phrases) as [Patterns, Patterns, Patterns, Patterns];
const notSeen = phrases(table.notSeen);
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
  const whether = asksWhetherAll(words);
  if (whether) return whether;
  const unseen = asksUnseen(words);
  if (unseen !== undefined) return asked('owing', unseen);
  const last = words.at(-1);
  const isNotYet = isWord(notYet, last);
  const of = unitsIn(isNotYet ? words.slice(0, -1) : words);
  if (!of || words.some(({ kind }) => kind === 'number')) return undefined;
  const { kind, how } = of.units;
  if (how === 'group' || !areOnly(beside, of.rest)) return undefined;
  if (isNotYet || isWord(still, words[0])) return asked('owing', kind, how === 'many');
  return how === 'many' && (got.endAt(words, 0) > 0 || isWord(table.already, last))
    ? asked('reported', kind, true)
    : undefined;
}

/** "chưa thấy xã nào", "còn những ai chưa thấy": the word for units of which nothing has come. */
function asksUnseen(words: readonly Word[]): string | undefined {
  const end = notSeen.endAt(words, 0);
  const from = words.findIndex((_, at) => at > 0 && notSeen.endAt(words, at) === words.length);
  const of = end > 0 ? unitsIn(words.slice(end)) : from > 0 ? unitsIn(words.slice(0, from)) : undefined;
  const isNamed = of !== undefined && (from > 0 || of.units.kind !== '');
  return isNamed && of.units.how === 'which' && areOnly(beside, of.rest) ? of.units.kind : undefined;
}

const haveAll = phrases(table.haveAllSent);

/** "các trường đã nộp chưa": who has not. */
function asksWhetherAll(words: readonly Word[]): LedgerAsk | undefined {
  const cut = cutOut(haveAll, words);
  const of = cut && unitsIn(cut.rest);
  const isGroup = of?.units.how === 'group' || (of?.units.how === 'many' && isWord(table.several, words[0]));
  const isAll =
    of !== undefined && isGroup && !of.rest.some(({ kind }) => kind === 'number') && areOnly(beside, of.rest);
  return isAll ? { about: 'units', standing: 'owing', kind: of.units.kind, counts: false } : undefined;
}
