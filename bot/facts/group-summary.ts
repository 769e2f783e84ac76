import type { GroupFacts } from '../../core/conversation/group.ts';
import { findLatestIssued, readSummary } from '../../db/figures/summary.ts';
import { findOwed } from '../../db/reports/rounds.ts';
import type { Reading } from '../delivery/work.ts';

/** The newest directive of an issuer, with the units below it that still owe; undefined where it has issued none. */
export async function readGroupSummary({ tx, now }: Reading, issuerId: number): Promise<GroupFacts['groupSummary']> {
  const id = await findLatestIssued(tx, [issuerId], undefined);
  if (id === undefined) return undefined;
  const summary = await readSummary(tx, id, now);
  const owed = summary.round ? await findOwed(tx, summary.round.id) : [];
  return { summary, owing: owed.map((o) => o.unit).filter((unit) => unit.parentId === issuerId) };
}
