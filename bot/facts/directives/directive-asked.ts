/** The directive that somebody names. */
import type { Facts } from '../../../core/conversation/context.ts';
import { findDirective } from '../../../core/directives/find.ts';
import type { Db } from '../../../db/database.ts';
import { listDirectiveNames } from '../../../db/directives/directives.ts';
import { findLatestIssued } from '../../../db/figures/summary.ts';

/** What words say of a directive, among those of some issuers. */
export async function readDirectiveAsked(db: Db, issuerIds: number[], words: string): Promise<Facts['directive']> {
  const there = await listDirectiveNames(db, issuerIds);
  return { search: findDirective(there, words), there };
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
