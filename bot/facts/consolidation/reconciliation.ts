/** Both sums of a directive: over its units, and over what bodies sent up. */

import {
  type ClaimedTwice,
  type Reconciliation,
  reconcile,
  reconcileBody,
} from '../../../core/consolidation/reconciliation.ts';
import { linesOf } from '../../../core/directives/consolidation.ts';
import type { UnitRef } from '../../../core/roster/person.ts';
import { civilDate } from '../../../core/time/calendar.ts';
import { findPartsOfRound } from '../../../db/consolidation/parts.ts';
import { findReportsOutside } from '../../../db/consolidation/reports-outside.ts';
import { readDirective } from '../../../db/directives/directives.ts';
import { readRound } from '../../../db/figures/papers.ts';
import { totalIndicators } from '../../../db/figures/recount/totals.ts';
import { readSummary } from '../../../db/figures/summary.ts';
import { listUnits } from '../../../db/roster/units.ts';
import type { Reading } from '../../delivery/work.ts';
import { readPart } from './parts.ts';

/** The reconciliation of an issued directive's latest round; undefined where it asks for no report. */
export async function readReconciliation(
  { tx, now }: Pick<Reading, 'tx' | 'now'>,
  directiveId: number,
): Promise<Reconciliation | undefined> {
  const { round, indicators } = await readSummary(tx, directiveId, now);
  if (!round) return undefined;
  const counted = { id: round.id, dutyId: (await readRound(tx, round.id)).dutyId };
  const bodies = [];
  const sent = await findReportsOutside(tx, round.id);
  for (const key of await findPartsOfRound(tx, round.id)) {
    const part = await readPart({ tx }, key);
    if (!part) continue;
    const reports = part.submitted?.reports ?? [];
    if (!part.isConsolidated) sent.push(...reports);
    bodies.push(reconcileBody(part, await totalIndicators(tx, counted, { reports })));
  }
  return {
    totals: reconcile(indicators, await totalIndicators(tx, counted, { reports: sent })),
    bodies,
    claimedTwice: await findClaimedTwice(tx, directiveId, now),
  };
}

/** The units that several bodies claim, by the document and the roster of the day on which it was issued. */
async function findClaimedTwice(tx: Reading['tx'], directiveId: number, now: Date): Promise<ClaimedTwice[]> {
  const directive = await readDirective(tx, directiveId);
  const consolidated = (directive?.draft.duties ?? []).filter(({ consolidations }) => consolidations?.length);
  if (consolidated.length === 0) return [];
  const roster = await listUnits(tx, civilDate(directive?.issuedAt ?? now));
  const refs = new Map(roster.map(({ id, code, name }): [string, UnitRef] => [code, { id, code, name }]));
  return consolidated.flatMap((duty) =>
    [...linesOf(duty, roster)].flatMap(([code, { by, alsoClaimedBy }]): ClaimedTwice[] => {
      const [unit, first] = [refs.get(code), refs.get(by)];
      const also = alsoClaimedBy.flatMap((other) => refs.get(other) ?? []);
      return unit && first && also.length > 0 ? [{ unit, by: first, also }] : [];
    }),
  );
}
