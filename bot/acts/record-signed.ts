import type { PaperNumber } from '../../core/language/paper-number.ts';
import { type MeantFiles, useFiles } from '../../db/reports/attachments.ts';
import { lockObligation } from '../../db/reports/debts.ts';
import { insertSigned } from '../../db/reports/signed-papers.ts';
import type { Work } from '../delivery/work.ts';
import { inboxOf, type PersonalCause } from './cause.ts';

/** What came of a signed report: its number, its scanned pages, or both. */
export type SignedArrival = {
  obligation: number;
  paper: PaperNumber | null;
  /** The files that are its pages; null where only the number came. */
  files: MeantFiles | null;
  isOnBehalf: boolean;
};

/** Records that the signed report of an obligation has come. Before its figures are in it waits for them. */
export async function recordSigned(
  { tx, now, record }: Work,
  cause: PersonalCause,
  { obligation, paper, files, isOnBehalf }: SignedArrival,
): Promise<void> {
  await lockObligation(tx, obligation);
  const pages = files === null ? [] : await useFiles(tx, files, { use: 'signed', obligationId: obligation });
  // Whoever answered twice has answered already.
  if (paper === null && pages.length === 0) return;
  const signed = { obligationId: obligation, paper, files: pages, personId: cause.by, isOnBehalf };
  record(...(await insertSigned(tx, { ...signed, inboxId: inboxOf(cause) }, now)));
}
