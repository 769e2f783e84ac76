import type { Facts } from '../../../core/conversation/context.ts';
import { byBurden, monthSaid } from '../../../core/figures/burden.ts';
import { searchUnits } from '../../../core/roster/unit-search.ts';
import { civilDate } from '../../../core/time/calendar.ts';
import { readBurden } from '../../../db/figures/burden.ts';
import { listUnitsUnder } from '../../../db/roster/units.ts';
import type { Reading } from '../../delivery/work.ts';

/** What reporting takes of the units below these offices: of a month (this one without words), or of a unit that words name. */
export async function readBurdenAsked(
  { tx, now }: Reading,
  issuerIds: number[],
  words: string,
): Promise<NonNullable<Facts['burden']>> {
  const today = civilDate(now);
  const lines = await readBurden(tx, issuerIds, now);
  const month = words === '' ? today.slice(0, 7) : monthSaid(words, today);
  if (month !== undefined)
    return { of: 'month', month, lines: lines.filter((line) => line.month === month).toSorted(byBurden) };
  const found = searchUnits(await listUnitsUnder(tx, today, issuerIds), words);
  const [only, ...others] = found;
  if (!only || others.length > 0)
    return { of: 'units', words, units: found.map(({ id, code, name }) => ({ id, code, name })) };
  return { of: 'unit', name: only.name, lines: lines.filter((line) => line.unit.id === only.id) };
}
