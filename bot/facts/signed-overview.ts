/** How the signed reports of a directive stand: what came, and what is still to come on paper. */
import type { SignedOverview } from '../../core/conversation/scans.ts';
import type { Recipient } from '../../core/delivery/message.ts';
import { readSummary } from '../../db/figures/summary.ts';
import { findReportedUnits } from '../../db/reports/rounds.ts';
import { findUnitsSignedEarly, listSigned } from '../../db/reports/signed-papers.ts';
import type { Reading } from '../delivery/work.ts';

/** Of the directive's present round; undefined where it asks for no report. */
export async function readSignedOverview(
  { tx: db, now, links }: Pick<Reading, 'tx' | 'now' | 'links'>,
  directiveId: number,
  holder: Recipient,
): Promise<SignedOverview | undefined> {
  const { round } = await readSummary(db, directiveId, now);
  if (!round) return undefined;
  const signed = await listSigned(db, round.id);
  const came = new Set(signed.filter((s) => s.isCurrent).map((s) => s.unit.id));
  return {
    received: signed.map(({ unit, number, date, scans, isCurrent }) => ({
      name: unit.name,
      number,
      date,
      isCurrent,
      links: scans.map((attachment) => links.to({ target: { what: 'scan', attachment }, holder })),
    })),
    missing: (await findReportedUnits(db, round.id)).filter((unit) => !came.has(unit.id)).map((unit) => unit.name),
    early: await findUnitsSignedEarly(db, round.id),
  };
}
