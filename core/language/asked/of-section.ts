/** Questions about the sections of a directive. */
import { roman } from '../progress/progress-words.ts';
import type { Word } from '../reading/tokens.ts';
import * as table from './ask-words.ts';
import type { LedgerAsk } from './question.ts';
import { areOnly, cutOut, phrases, unitsIn } from './subject.ts';

const nouns = phrases(
  table.sectionNouns
    .split(' ')
    .map((noun) => noun.replaceAll('_', ' '))
    .join(' | '),
);
const ordinals = phrases(table.ordinalWords);
const beside = phrases(`${table.besideStandings} | ${table.besideSections}`);

const filters = [
  ['blocked', phrases(table.sectionBlocked)],
  ['open', phrases(table.sectionOpen)],
  ['all', phrases(table.sectionHow)],
  ['done', phrases(table.sectionDone)],
] as const;

/** "mục 3", "nhiệm vụ số II", and what stands around it. */
function sectionIn(words: readonly Word[]): { section: string; rest: readonly Word[] } | undefined {
  for (let at = 0; at < words.length; at += 1) {
    const noun = nouns.endAt(words, at);
    if (noun === at) continue;
    const end = ordinals.endAt(words, noun);
    const word = words[end];
    const isNumber = word?.kind === 'number' && /^\d{1,2}$/.test(word.text);
    if (word && (isNumber || roman.has(word.text)))
      return { section: word.text, rest: [...words.slice(0, at), ...words.slice(end + 1)] };
  }
  return undefined;
}

/** "xã nào chưa xong mục 3", "tiến độ mục 2", "ai đang vướng gì". */
export function asksOfSection(words: readonly Word[]): LedgerAsk | undefined {
  const of = sectionIn(words);
  for (const [only, pattern] of filters) {
    const cut = cutOut(pattern, of?.rest ?? words);
    if (!cut || (!of && only !== 'blocked')) continue;
    const who = unitsIn(cut.rest);
    const rest = who?.rest ?? cut.rest;
    const kind = who?.units.kind ?? '';
    if (!areOnly(beside, rest)) continue;
    if (!who && (only === 'open' || only === 'done' || !of)) continue;
    return { about: 'section', only, section: of?.section ?? null, kind };
  }
  return undefined;
}
