/** Who answers for a unit while somebody is away. Pure. */

/** Somebody who answers for a unit; `awayUntil` (civil) is null while they are there. */
export type AbsentHolder = { unitId: number; personId: number; isHead: boolean; awayUntil: Date | null };

/** Those who are there at `now`. Where all of a unit are away, all of them: nobody's unit is forgotten. */
export function presentAmong(holders: readonly AbsentHolder[], now: Date): Omit<AbsentHolder, 'awayUntil'>[] {
  const isThere = ({ awayUntil }: AbsentHolder): boolean => awayUntil === null || awayUntil <= now;
  const attended = new Set(holders.filter(isThere).map(({ unitId }) => unitId));
  return holders
    .filter((holder) => isThere(holder) || !attended.has(holder.unitId))
    .map(({ unitId, personId, isHead }) => ({ unitId, personId, isHead }));
}
