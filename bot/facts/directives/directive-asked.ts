/** The directive that somebody names. */
import type { Facts } from '../../../core/conversation/context.ts';
import type { Need } from '../../../core/conversation/need.ts';
import { findDirective } from '../../../core/directives/find.ts';
import { civilDate } from '../../../core/time/calendar.ts';
import type { Db } from '../../../db/database.ts';
import { listDirectiveNames } from '../../../db/directives/directives.ts';
import { findLatestIssued } from '../../../db/figures/summary.ts';
import { isUnitUnder } from '../../../db/roster/units.ts';
import type { Reading } from '../../delivery/work.ts';

/**
 * What words say of a directive, among those of some issuers. With `orUnit` a number that is none of a directive, but the
 * code of a unit over which they have rights, names no directive.
 */
export async function readDirectiveAsked(
  { tx, now }: Pick<Reading, 'tx' | 'now'>,
  issuerIds: number[],
  { words, orUnit }: Pick<Extract<Need, { type: 'directive' }>, 'words' | 'orUnit'>,
): Promise<Facts['directive']> {
  const there = await listDirectiveNames(tx, issuerIds);
  const search = findDirective(there, words);
  const isUnit =
    orUnit === true &&
    search.type === 'unknown' &&
    (await isUnitUnder(tx, { code: search.said, day: civilDate(now), offices: issuerIds }));
  return { search: isUnit ? { type: 'unnamed', rest: words.trim() } : search, there };
}

/** The id of the directive that was found before; undefined where none was named, or none found. */
export const foundId = ({ directive }: Pick<Facts, 'directive'>): number | undefined =>
  directive?.search.type === 'found' ? directive.search.directive.id : undefined;

/** The issued directive that was found before; where none was named the newest of these issuers. */
export async function issuedAsked(db: Db, issuerIds: number[], before: Facts): Promise<number | undefined> {
  const search = before.directive?.search;
  if (search && search.type !== 'found' && search.type !== 'unnamed') return undefined;
  return findLatestIssued(db, issuerIds, foundId(before));
}
