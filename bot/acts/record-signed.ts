import type { PaperNumber } from '../../core/language/paper-number.ts';
import { takeOffered } from '../../db/reports/attachments.ts';
import { lockObligation } from '../../db/reports/obligations.ts';
import { insertSigned } from '../../db/reports/signed-papers.ts';
import type { Work } from '../delivery/work.ts';
import { inboxOf, type PersonalCause } from './cause.ts';

/** What came of a signed report: its number, the file that an account sent last, or both. */
export type SignedArrival = {
  obligation: number;
  paper: PaperNumber | null;
  /** The account whose newest file is the scan; null where only the number came. */
  fileFrom: number | null;
  isOnBehalf: boolean;
};

/** Records that the signed report of an obligation has come. */
export async function recordSigned(
  { tx, now, record }: Work,
  cause: PersonalCause,
  { obligation, paper, fileFrom, isOnBehalf }: SignedArrival,
): Promise<void> {
  await lockObligation(tx, obligation);
  const scan = fileFrom === null ? undefined : await takeOffered(tx, fileFrom);
  const signed = {
    obligationId: obligation,
    paper,
    attachmentId: scan?.id,
    personId: cause.by,
    isOnBehalf,
    inboxId: inboxOf(cause),
  };
  record(...(scan?.facts ?? []), await insertSigned(tx, signed, now));
}
