/** What the units that somebody answers for consolidate. */
import { newsOf, type PartView } from '../../../core/consolidation/part.ts';
import { findParts, type PartKey, readPartOf, readTerms, unitsOfReports } from '../../../db/consolidation/parts.ts';
import { totalIndicators } from '../../../db/figures/recount/totals.ts';
import { readDirectiveRef } from '../../../db/figures/summary.ts';
import type { Reading } from '../../delivery/work.ts';

/** What one unit consolidates in a round; undefined where it consolidates nobody there. */
export async function readPart({ tx }: Pick<Reading, 'tx'>, key: PartKey): Promise<PartView | undefined> {
  const part = await readPartOf(tx, key);
  if (!part) return undefined;
  const { deadline, ...terms } = await readTerms(tx, key);
  const wentUp = await unitsOfReports(tx, part.submitted?.reports ?? []);
  const inForce = part.below.flatMap(({ report }) => report ?? []);
  return {
    ...part,
    ...terms,
    quote: deadline.quote,
    directive: await readDirectiveRef(tx, key.directive),
    news: newsOf(part, wentUp),
    belowDue: new Date(Math.min(...part.below.map(({ due }) => due.getTime()))),
    indicators: await totalIndicators(tx, { id: key.round, dutyId: key.duty }, { reports: inForce }),
  };
}

/** More are not told at once. */
const mostParts = 5;

/** What these units consolidate in rounds that are open, of each unit and directive the newest round. */
export async function readPartsOfUnits(
  reading: Pick<Reading, 'tx' | 'now'>,
  unitIds: readonly number[],
): Promise<PartView[]> {
  const keys = await findParts(reading.tx, reading.now, unitIds);
  const newest = keys.filter(
    (key, at) =>
      keys.findIndex(
        ({ directive, duty, unit }) => directive === key.directive && duty === key.duty && unit === key.unit,
      ) === at,
  );
  const parts: PartView[] = [];
  for (const key of newest.slice(0, mostParts)) {
    const part = await readPart(reading, key);
    if (part) parts.push(part);
  }
  return parts;
}
