/** Which units of a directive words mean. */
import type { DirectiveStanding } from '../../../core/directives/life/standing.ts';
import { unitsOf } from '../../../core/directives/life/standing.ts';
import { readWho } from '../../../core/directives/life/words.ts';
import { beginsSentence, besideUnits, excepting } from '../../../core/language/commands/extension-words.ts';
import { patternsOf } from '../../../core/language/reading/patterns.ts';
import { tokensIn, written } from '../../../core/language/reading/tokens.ts';
import { fold } from '../../../core/language/text.ts';
import type { UnitRef } from '../../../core/roster/person.ts';
import { searchUnits } from '../../../core/roster/unit-search.ts';
import { kindName } from '../../../messages/words/unit-kinds.ts';
import type { ChangeState } from '../shape/change-state.ts';

export type FoundWho =
  | { found: NonNullable<ChangeState['units']> }
  | { unknown: string }
  /** Words that fit several. */
  | { several: UnitRef[]; said: string };

/** The units that words name, of those that owe or owed a report; undefined where they name none. "Trừ xã An Bình" is all others. */
export function findWho(who: string, standing: DirectiveStanding): FoundWho | undefined {
  const text = written(who);
  const words = tokensIn(text);
  const cut = except.find(words);
  if (!cut) return findNamed(who, standing);
  const before = text.slice(0, words[cut.from]?.from).trim();
  const whole: FoundWho | undefined = before === '' ? { found: 'everybody' } : findNamed(before, standing);
  const left = findNamed(text.slice(words[cut.to - 1]?.to).trim(), standing);
  if (!whole || !left || !('found' in whole) || !('found' in left)) return left && 'found' in left ? whole : left;
  const ids = whole.found === 'everybody' ? unitsOf(standing).map(({ id }) => id) : whole.found;
  return { found: ids.filter((id) => left.found !== 'everybody' && !left.found.includes(id)) };
}

function findNamed(who: string, standing: DirectiveStanding): FoundWho | undefined {
  const said = readWho(who);
  if (said === 'everybody') return { found: 'everybody' };
  if (said.length === 0) return undefined;
  const there = unitsOf(standing);
  const ids = new Set<number>();
  for (const phrase of said) {
    const whole = unitsOfKind(there, phrase);
    const ofKind = whole.length > 0 ? whole : unitsOfKind(there, nameAlone(phrase));
    for (const { id } of ofKind) ids.add(id);
    if (ofKind.length > 0) continue;
    const [first, ...others] = searchPlainly(there, phrase);
    if (!first) return { unknown: phrase };
    if (others.length > 0) return { several: [first, ...others], said: phrase };
    ids.add(first.id);
  }
  return { found: [...ids] };
}

const [beside, sentence, except] = [patternsOf(besideUnits), patternsOf(beginsSentence), patternsOf(excepting)];

/** By the words as they are, else without those that stand around a name in an order. */
function searchPlainly<U extends Parameters<typeof searchUnits>[0][number]>(there: readonly U[], phrase: string): U[] {
  const found = searchUnits(there, phrase);
  return found.length > 0 ? found : searchUnits(there, nameAlone(phrase));
}

/** The words without those around a name: "đợt này cho xã An Bình", "xã An Bình nộp gấp". */
export function nameAlone(phrase: string): string {
  const text = written(phrase);
  let words = tokensIn(text);
  for (;;) {
    const from = beside.endAt(words, 0);
    const to = words.findIndex((_, at) => at >= from && beside.endAt(words, at) === words.length);
    if (from === 0 && to < 0) break;
    words = words.slice(from, to < 0 ? words.length : to);
  }
  const [first, last] = [words[0], words.at(-1)];
  return first && last ? text.slice(first.from, last.to) : '';
}

/**
 * A unit and the sender's own words behind it: "xã An Bình nộp trước 16h", "trường An Bình, số thấp quá". Undefined where nothing in front
 * names a unit.
 */
export function unitBeforeWords(
  who: string,
  standing: DirectiveStanding,
): { units: NonNullable<ChangeState['units']>; behind: string } | undefined {
  const text = written(who);
  const words = tokensIn(text);
  for (const [at, word] of words.entries()) {
    const isCut = word.text === ',' || sentence.endAt(words, at) > at;
    if (at === 0 || !isCut) continue;
    const read = findWho(text.slice(0, word.from), standing);
    const behind = text.slice(word.text === ',' ? word.to : word.from).trim();
    if (read && 'found' in read && behind !== '') return { units: read.found, behind };
  }
  return undefined;
}

/** "các xã", "tất cả các trường", "xã" alone: all units of a kind, by the word that people have for it. */
function unitsOfKind<U extends { kind?: string }>(there: readonly U[], phrase: string): U[] {
  const [, said] = /^(?:tat ca |toan bo )?(?:cac|nhung|moi) (.+)$/.exec(fold(phrase)) ?? [];
  if (said === undefined) return there.filter(({ kind = '' }) => fold(kindName(kind)).split(' ')[0] === fold(phrase));
  return there.filter(({ kind = '' }) => ` ${fold(kindName(kind))}`.includes(` ${said}`));
}
