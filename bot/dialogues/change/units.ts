/** Which units of a directive words mean. */
import type { DirectiveStanding } from '../../../core/directives/life/standing.ts';
import { unitsOf } from '../../../core/directives/life/standing.ts';
import { readWho } from '../../../core/directives/life/words.ts';
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

/** The units that words name, of those that owe or owed a report; undefined where they name none. */
export function findWho(who: string, standing: DirectiveStanding): FoundWho | undefined {
  const said = readWho(who);
  if (said === 'everybody') return { found: 'everybody' };
  if (said.length === 0) return undefined;
  const there = unitsOf(standing);
  const ids = new Set<number>();
  for (const phrase of said) {
    const ofKind = unitsOfKind(there, phrase);
    for (const { id } of ofKind) ids.add(id);
    if (ofKind.length > 0) continue;
    const [first, ...others] = searchUnits(there, phrase);
    if (!first) return { unknown: phrase };
    if (others.length > 0) return { several: [first, ...others], said: phrase };
    ids.add(first.id);
  }
  return { found: [...ids] };
}

/** "các xã", "tất cả các trường": all units of a kind, by the word that people have for it. */
function unitsOfKind<U extends { kind?: string }>(there: readonly U[], phrase: string): U[] {
  const [, said] = /^(?:tat ca |toan bo )?(?:cac|nhung|moi) (.+)$/.exec(fold(phrase)) ?? [];
  if (said === undefined) return [];
  return there.filter(({ kind = '' }) => ` ${fold(kindName(kind))}`.includes(` ${said}`));
}
