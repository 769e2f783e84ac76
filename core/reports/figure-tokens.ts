/** The words of a message with figures, each as what it is. */
import { beforeNumber, done, peopleWords } from '../language/answer-words.ts';
import {
  aroundFigures,
  beforeLabel,
  beforeShare,
  figureNouns,
  totals,
  turnsToShares,
} from '../language/figure-words.ts';
import { isNumberWord, readNumberWords } from '../language/number-words.ts';
import { inFull, readNumber } from '../language/numbers.ts';
import { phrasesOf } from '../language/phrases.ts';
import { mostSyllables } from '../language/reading/spoken-names.ts';
import { fold, isWordWritten, plainLetters } from '../language/text.ts';
import { indicatorCalled, indicatorShortened } from './labels.ts';
import type { Indicator } from './obligation.ts';
import { denominatorOf, type ReportForm } from './report.ts';

/** `end` parts clauses; `turn` stands between a total and its shares; `noun` says nothing beside a figure with a name. */
export type Token =
  | { type: 'label'; indicator: Indicator }
  | { type: 'number'; value: number; of?: number }
  | { type: 'people' | 'idle' | 'noun' | 'end' | 'turn' };

const idle = phrasesOf([...aroundFigures, ...done, ...beforeNumber]);
const counted = phrasesOf(peopleWords);
const all = phrasesOf(totals);
const nouns = phrasesOf(figureNouns);
const turns = phrasesOf(turnsToShares);
const leads = phrasesOf(beforeLabel);

/** Every word of a text as what it is; undefined where one is not known. `arePeopleNames`: see `told-figures.ts`. */
export function tokensOf(text: string, form: ReportForm, arePeopleNames: boolean): Token[] | undefined {
  const words = inFull(text).match(/\d+(?:[.,]\d+)*|\p{L}[\p{L}\p{M}]*|[\n/]|[^\s\p{L}\d]/gu) ?? [];
  const tokens: Token[] = [];
  for (let at = 0; at < words.length; ) {
    const found = betweenAt(words, at, form, tokens.at(-1)) ?? tokenAt(words, at, form, arePeopleNames);
    if (!found) return undefined;
    tokens.push(found.token);
    at += found.length;
  }
  return tokens;
}

type Found = { token: Token; length: number };

/** No part of a label has more words than the longest of them; a single word may be written apart. */
const longestLabel = (form: ReportForm): number =>
  Math.max(mostSyllables, ...form.indicators.map(({ label }) => label.split(/[\s,/–-]+/).length));

/** Words that say nothing only where they stand: the name of the unit itself, "thì" behind a label, "còn" before one. */
function betweenAt(words: string[], at: number, form: ReportForm, before: Token | undefined): Found | undefined {
  const word = words[at] ?? '';
  const isLeading = isWordWritten(beforeShare, word) && before?.type === 'label';
  if (isLeading) return { token: { type: 'idle' }, length: 1 };
  const lead = leads.longestAt(words, at);
  if (lead > 0 && labelAt(words, at + lead, form)) return { token: { type: 'end' }, length: lead };
  const name = fold(form.unit?.name ?? '').split(' ');
  for (let from = 0; from < name.length - 1; from += 1) {
    const length = name.length - from;
    if (plainLetters(words.slice(at, at + length).join(' ')) === name.slice(from).join(' '))
      return { token: { type: 'noun' }, length };
  }
  return undefined;
}

function tokenAt(words: string[], at: number, form: ReportForm, arePeopleNames: boolean): Found | undefined {
  const word = words[at] ?? '';
  const people = counted.longestAt(words, at);
  const total = all.longestAt(words, at);
  const known = idle.longestAt(words, at);
  const label = labelAt(words, at, form);
  const denominator = denominatorOf(form);
  if (label && label.length > Math.max(known, total) && (arePeopleNames || label.length > people)) return label;
  const turn = turns.longestAt(words, at);
  if (turn > 0) return { token: { type: 'turn' }, length: turn };
  if (total > 0 && denominator) return { token: { type: 'label', indicator: denominator }, length: total };
  if (people > 0) return { token: { type: 'people' }, length: people };
  const noun = nouns.longestAt(words, at);
  if (known > 0) return { token: { type: 'idle' }, length: known };
  if (noun > 0) return { token: { type: 'noun' }, length: noun };
  if (/^[.,;\n|•+*]$/.test(word)) return { token: { type: 'end' }, length: 1 };
  if (/^[:=!–—-]$|^\p{Extended_Pictographic}$|^[\ufe0f"“”()]$/u.test(word))
    return { token: { type: 'idle' }, length: 1 };
  const short = indicatorShortened(plainLetters(word), form);
  if (short) return { token: { type: 'label', indicator: short }, length: 1 };
  return numberAt(words, at);
}

/** The longest label that begins here. */
function labelAt(words: string[], at: number, form: ReportForm): Found | undefined {
  for (let length = Math.min(longestLabel(form), words.length - at); length > 0; length -= 1) {
    const said = words.slice(at, at + length);
    const indicator = said.some((word) => !/[\p{L}\d]/u.test(word))
      ? undefined
      : indicatorCalled(plainLetters(said.join(' ')), form);
    if (indicator && /\p{L}/u.test(said.join(''))) return { token: { type: 'label', indicator }, length };
  }
  return undefined;
}

/** "45", "45/50", "bốn mươi lăm". */
function numberAt(words: string[], at: number): Found | undefined {
  const word = words[at] ?? '';
  if (/^\d/.test(word)) {
    const isShare = words[at + 1] === '/' && /^\d/.test(words[at + 2] ?? '');
    const reading = readNumber(isShare ? `${word}/${words[at + 2]}` : word);
    const length = isShare ? 3 : 1;
    if (reading.type === 'fraction') return { token: { type: 'number', value: reading.value, of: reading.of }, length };
    if (reading.type !== 'count' && reading.type !== 'none') return undefined;
    return { token: { type: 'number', value: reading.type === 'count' ? reading.value : 0 }, length };
  }
  let end = at;
  while (end < words.length && isNumberWord(words[end] ?? '')) end += 1;
  const value = end > at ? readNumberWords(words.slice(at, end)) : undefined;
  return value === undefined ? undefined : { token: { type: 'number', value }, length: end - at };
}
