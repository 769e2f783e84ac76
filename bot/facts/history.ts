import type { Facts } from '../../core/conversation/context.ts';
import { mostShown } from '../../core/reports/history.ts';
import { listPastReports } from '../../db/reports/history.ts';
import type { Reading } from '../delivery/work.ts';
import type { Asker } from './asker.ts';
import { findUnitsByWords } from './unit-lookup.ts';

/**
 * The past reports of the units that the asker answers for; with words, of the unit that they name. Of another's unit staff
 * see what it has reported on their own office's directives.
 */
export async function readHistory(
  { tx, now }: Reading,
  { person, staffOf }: Pick<Asker, 'person' | 'staffOf'>,
  words: string,
): Promise<NonNullable<Facts['history']>> {
  // One more than is shown tells whether there are others.
  const most = mostShown + 1;
  if (words !== '') {
    const units = (await findUnitsByWords(tx, words, staffOf, now)).map(({ unit }) => unit);
    const [only, ...others] = units;
    const reports = only && others.length === 0 ? await listPastReports(tx, [only.id], most, staffOf) : [];
    return { units, reports };
  }
  const held = (person?.roles ?? []).filter(
    ({ role, state }) => state === 'agreed' && (role === 'head' || role === 'delegate'),
  );
  const units = held.map(({ unit }) => unit);
  const ids = units.map(({ id }) => id);
  return { units, reports: await listPastReports(tx, ids, most) };
}
