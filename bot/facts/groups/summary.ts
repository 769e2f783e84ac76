import type { GroupFacts } from '../../../core/conversation/group.ts';
import { findLatestIssued, readSummary } from '../../../db/figures/summary.ts';
import { findFirstOwedBelow } from '../../../db/reports/rounds.ts';
import type { Reading } from '../../delivery/work.ts';
import { foundId, readDirectiveAsked } from '../directives/directive-asked.ts';

/** As many units as a message may name. */
const mostNamed = 20;

/**
 * The directive of an issuer that words name, else its newest, with the units below it that still owe and report to nobody else; undefined where it
 * has issued none.
 */
export async function readGroupSummary(
  reading: Reading,
  issuerId: number,
  words: string,
): Promise<GroupFacts['groupSummary']> {
  const { tx, now } = reading;
  const directive = await readDirectiveAsked(reading, [issuerId], { words });
  const found = foundId({ directive });
  const id = await findLatestIssued(tx, [issuerId], found);
  const search = directive?.search;
  if (search && search.type !== 'unnamed' && (found === undefined || id === undefined))
    return { unknown: search.type === 'unknown' ? search.said : words };
  if (id === undefined) return undefined;
  const summary = await readSummary(tx, id, now);
  const owing = summary.round
    ? await findFirstOwedBelow(tx, summary.round.id, { parentId: issuerId, most: mostNamed })
    : { count: 0, first: [] };
  return { summary, owing };
}
