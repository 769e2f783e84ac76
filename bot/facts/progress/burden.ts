import type { Facts } from '../../../core/conversation/context.ts';
import { monthSaid } from '../../../core/figures/burden.ts';
import { searchUnits } from '../../../core/roster/unit-search.ts';
import { civilDate } from '../../../core/time/calendar.ts';
import { readBurdenOfMonth, readBurdenOfUnit } from '../../../db/figures/burden.ts';
import { listUnitsAlikeUnder } from '../../../db/roster/sought.ts';
import type { Reading } from '../../delivery/work.ts';

/** What reporting takes of the units below these offices: of a month (this one without words), or of a unit that words name. */
export async function readBurdenAsked(
  { tx, now }: Reading,
  issuerIds: number[],
  words: string,
): Promise<NonNullable<Facts['burden']>> {
  const today = civilDate(now);
  const month = words === '' ? today.slice(0, 7) : monthSaid(words, today);
  if (month !== undefined) return { of: 'month', month, ...(await readBurdenOfMonth(tx, issuerIds, month, now)) };
  const alike = await listUnitsAlikeUnder(tx, { day: today, offices: issuerIds }, { words });
  const found = searchUnits(alike, words);
  const [only, ...others] = found;
  if (!only || others.length > 0)
    return { of: 'units', words, units: found.map(({ id, code, name }) => ({ id, code, name })) };
  return { of: 'unit', name: only.name, lines: await readBurdenOfUnit(tx, issuerIds, only.id, now) };
}
