/** The units that somebody's units consolidate, and what these have to report there. */
import type { FoundUnit } from '../../../core/conversation/context.ts';
import type { ObligationFact } from '../../../core/reports/obligation.ts';
import { type UnitSought, unitsSought } from '../../../core/roster/unit-search.ts';
import { findBelow, findParts } from '../../../db/consolidation/parts.ts';
import { findOpenObligations } from '../../../db/reports/obligations.ts';
import type { Reading } from '../../delivery/work.ts';

type Asked = Pick<Reading, 'tx' | 'now'>;

async function listBelow({ tx, now }: Asked, unitIds: readonly number[]) {
  const below = [];
  for (const key of await findParts(tx, now, unitIds)) below.push(...(await findBelow(tx, key)));
  return below;
}

/** Of those that are sought: of any other unit whoever consolidates learns no more than of one that does not exist. */
export async function findUnitsBelow(
  reading: Asked,
  sought: UnitSought,
  unitIds: readonly number[],
): Promise<FoundUnit[]> {
  const below = await listBelow(reading, unitIds);
  const there = [...new Map(below.map(({ unit }) => [unit.id, unit])).values()];
  const chosen = unitsSought(there, sought);
  const debts = new Set(below.map(({ debt }) => debt));
  const obligations = await findOpenObligations(
    reading.tx,
    chosen.map(({ id }) => id),
    reading.now,
  );
  return chosen.map(({ id, code, name }) => ({
    unit: { id, code, name },
    obligations: obligations.filter((o) => o.unit.id === id && debts.has(o.id)),
  }));
}

/** One debt, where it is of a unit below. */
export async function findObligationBelow(
  reading: Asked,
  id: number,
  unitIds: readonly number[],
): Promise<ObligationFact | undefined> {
  const found = (await listBelow(reading, unitIds)).find(({ debt }) => debt === id);
  if (!found) return undefined;
  return (await findOpenObligations(reading.tx, [found.unit.id], reading.now)).find((o) => o.id === id);
}
