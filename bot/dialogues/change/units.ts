/** Which units of a directive words mean. */
import type { DirectiveStanding } from '../../../core/directives/life/standing.ts';
import { unitsOf } from '../../../core/directives/life/standing.ts';
import { readWho } from '../../../core/directives/life/words.ts';
import type { UnitRef } from '../../../core/roster/person.ts';
import { searchUnits } from '../../../core/roster/unit-search.ts';
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
    const [first, ...others] = searchUnits(there, phrase);
    if (!first) return { unknown: phrase };
    if (others.length > 0) return { several: [first, ...others], said: phrase };
    ids.add(first.id);
  }
  return { found: [...ids] };
}
