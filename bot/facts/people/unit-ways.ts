/** How the people of units can be told something now. */
import type { UnitWays } from '../../../core/conversation/preview.ts';
import { groupedBy } from '../../../core/roster/grouped.ts';
import { findHolders } from '../../../db/roster/people.ts';
import { findPersonRoutes } from '../../delivery/ways.ts';
import type { Reading } from '../../delivery/work.ts';

/** The ways of each unit, in this order. Who has no open way is left out. */
export async function readUnitWays(reading: Reading, units: number[]): Promise<UnitWays[]> {
  const holders = await findHolders(reading.tx, units, ['head', 'delegate']);
  const routes = await findPersonRoutes(
    reading,
    holders.map(({ personId }) => personId),
  );
  const holdersOf = groupedBy(holders, ({ unitId }) => unitId);
  return units.map((unit) => ({
    unit,
    people: (holdersOf.get(unit) ?? []).flatMap(({ personId: person }) =>
      (routes.get(person)?.slice(0, 1) ?? []).map(({ channel, free }) => ({
        person,
        channel,
        cost: free > 0 ? 0 : 1,
      })),
    ),
  }));
}
