/** Of which directive a question is asked, and whose units its asker may see. */

import type { AssignmentFact } from '../../../core/directives/assignment.ts';
import { findDirective, type NamedDirective } from '../../../core/directives/find.ts';
import { findParts } from '../../../db/consolidation/parts.ts';
import { listDirectiveNames } from '../../../db/directives/directives.ts';
import type { Seen } from '../../../db/figures/asked/among.ts';
import { findLatestIssued } from '../../../db/figures/summary.ts';
import type { Reading } from '../../delivery/work.ts';

/** Who asks: the offices for which they follow directives, the units that they answer for, and what those were given. */
export type LedgerAsker = {
  chasedFor: number[];
  answersFor: number[];
  isConsolidator: boolean;
  assignments: readonly AssignmentFact[];
};

/** `roundId`: that one, where it is not simply the latest. `newestOf`: of how many it is the newest; 0 where it was named. */
export type AskedTarget = { directiveId: number; roundId: number | undefined; seen: Seen; newestOf: number };

/**
 * The directive that is named, else the newest that goes on: of the offices that the asker follows, else of what their units
 * consolidate, else of their own. `none`: there is no such thing. Undefined for whoever has no unit.
 */
export async function findTarget(
  reading: Pick<Reading, 'tx' | 'now'>,
  asker: LedgerAsker,
  named: string,
): Promise<AskedTarget | 'none' | undefined> {
  if (asker.chasedFor.length > 0) return followed(reading, asker.chasedFor, named);
  if (asker.isConsolidator) return (await consolidated(reading, asker, named)) ?? ownTarget(asker, named);
  return asker.answersFor.length > 0 ? ownTarget(asker, named) : undefined;
}

async function followed(
  { tx }: Pick<Reading, 'tx'>,
  officeIds: number[],
  named: string,
): Promise<AskedTarget | 'none'> {
  const there = await listDirectiveNames(tx, officeIds);
  const wanted = idNamed(there, named);
  if (wanted === null) return 'none';
  const directiveId = await findLatestIssued(tx, officeIds, wanted);
  if (directiveId === undefined) return 'none';
  const goingOn = there.filter(({ state }) => state === 'issued').length;
  return { directiveId, roundId: undefined, seen: { scope: 'all' }, newestOf: wanted === undefined ? goingOn : 0 };
}

async function consolidated(
  { tx, now }: Pick<Reading, 'tx' | 'now'>,
  { answersFor, assignments }: LedgerAsker,
  named: string,
): Promise<AskedTarget | 'none' | undefined> {
  const parts = await findParts(tx, now, answersFor);
  const directives = assignments
    .map(({ directive }) => directive)
    .filter(({ id }) => parts.some(({ directive }) => directive === id));
  const wanted = idNamed(directives, named);
  const part = parts.find(({ directive }) => wanted === undefined || directive === wanted);
  if (wanted === null || !part) return undefined;
  const { directive: directiveId, round, unit } = part;
  const goingOn = new Set(parts.map(({ directive }) => directive)).size;
  const seen: Seen = { scope: 'below', round, unit };
  return { directiveId, roundId: round, seen, newestOf: wanted === undefined ? goingOn : 0 };
}

function ownTarget({ assignments, answersFor }: LedgerAsker, named: string): AskedTarget | 'none' {
  const directives = assignments.map(({ directive }) => directive).toSorted((a, b) => b.id - a.id);
  const wanted = idNamed(directives, named);
  const directive = directives.find(({ id }) => wanted === undefined || id === wanted);
  if (wanted === null || !directive) return 'none';
  const goingOn = new Set(directives.filter(({ state }) => state === 'issued').map(({ id }) => id)).size;
  const seen: Seen = { scope: 'own', units: answersFor };
  return { directiveId: directive.id, roundId: undefined, seen, newestOf: wanted === undefined ? goingOn : 0 };
}

/** The id of the one that is named; undefined where none is, null where none has the number, or several. */
function idNamed(directives: readonly NamedDirective[], named: string): number | null | undefined {
  if (named === '') return undefined;
  const search = findDirective(
    directives.filter(({ id }, at) => directives.findIndex((other) => other.id === id) === at),
    named,
  );
  return search.type === 'found' ? search.directive.id : null;
}
