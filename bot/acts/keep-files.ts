/** What becomes of pictures and documents that people send. */
import type { FilesFate } from '../../core/conversation/effect.ts';
import { mostFilesADay } from '../../core/intake/scan.ts';
import { civilDate, instantAt } from '../../core/time/calendar.ts';
import { closedErasure, eraseThese, openErasure } from '../../db/access/erasure.ts';
import {
  type AttachmentFate,
  declineFiles,
  findFateOfAlbum,
  type MeantFiles,
  shareFate,
  useFiles,
} from '../../db/reports/attachments.ts';
import { lockObligation } from '../../db/reports/debts.ts';
import { insertSigned } from '../../db/reports/signed-papers.ts';
import { countTaken } from '../../db/reports/unanswered.ts';
import type { Work } from '../delivery/work.ts';
import { inboxOf, type PersonalCause } from './cause.ts';

/** Keeps files as evidence or until their sender says what they are, or lets them go: what is here of these is erased. */
export async function decideFiles(
  work: Work,
  cause: PersonalCause,
  files: MeantFiles,
  { as, obligation }: FilesFate,
): Promise<void> {
  const { tx, now, record } = work;
  if (as !== 'nothing') {
    await useFiles(tx, files, { use: as, obligationId: obligation });
    return;
  }
  const kept = await declineFiles(tx, files);
  if (kept.length === 0) return;
  const open = await openErasure(tx, { why: 'person', personId: cause.by, by: cause.by }, now);
  const erased = await eraseThese(tx, open, kept);
  record(closedErasure(open, { requests: 0, inbound: 0, files: erased }));
}

/**
 * Lets a further file of an album go the way of those before it. False where it is the first, or nothing was decided, or
 * no more is taken of its sender today.
 */
export async function followAlbum(
  work: Work,
  cause: PersonalCause,
  file: { id: number; accountId: number; album: string },
): Promise<boolean> {
  const { tx, now, record } = work;
  const fate = await findFateOfAlbum(tx, file);
  if (!fate || (fate.use !== null && (await isDayFull(work, cause.by)))) return false;
  await shareFate(tx, file.id, fate);
  if (isPage(fate)) {
    await lockObligation(tx, fate.obligationId);
    const page = { obligationId: fate.obligationId, paper: null, files: [file.id], personId: cause.by };
    record(...(await insertSigned(tx, { ...page, inboxId: inboxOf(cause) }, now)));
  }
  return true;
}

async function isDayFull({ tx, now }: Work, personId: number): Promise<boolean> {
  return (await countTaken(tx, personId, instantAt(civilDate(now), '00:00'))) >= mostFilesADay;
}

const isPage = (fate: AttachmentFate): fate is AttachmentFate & { obligationId: number } =>
  fate.use === 'signed' && fate.obligationId !== null && fate.state !== 'erased';
