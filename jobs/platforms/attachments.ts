/** Fetches the files that people sent and that are to be kept. */
import { createHash } from 'node:crypto';
import type { Transact, Work } from '../../bot/delivery/work.ts';
import type { Channel, FetchFailure } from '../../core/channels/channel.ts';
import { bodyOf } from '../../core/delivery/layout.ts';
import { originalFormatOf } from '../../core/directives/original.ts';
import { contentTypeOfScan } from '../../core/intake/scan.ts';
import { fail, type Result } from '../../core/result.ts';
import type { Db } from '../../db/database.ts';
import { fillOriginal, isOriginalOf, type OriginalFile } from '../../db/directives/originals.ts';
import { findQueued, keepAttachment, postponeAttachment, type QueuedAttachment } from '../../db/reports/attachments.ts';
import { findScanned } from '../../db/reports/signed-papers.ts';
import { findStaffOver } from '../../db/roster/rights.ts';
import { originalNotOne } from '../../messages/chat/life/original.ts';
import { fileLost, scanLost } from '../../messages/chat/signed.ts';

/** Waits before the second to the sixth attempt, in seconds of machine time; platforms keep files for days. */
const retryAfterSeconds = [5, 30, 300, 1800, 7200];
const batchSize = 5;

/** Fetches what is due; returns how many files were tried. What was under way when the process ended is fetched again. */
export async function fetchAttachments(
  { db, transact, channels }: { db: Db; transact: Transact; channels: readonly Channel[] },
  machineNow: Date,
): Promise<number> {
  const queued = await findQueued(db, machineNow.getTime(), batchSize);
  for (const file of queued) {
    const fetched = await fetchFrom(channels, file);
    const contentType = fetched.ok ? contentTypeOfScan(fetched.value) : undefined;
    if (fetched.ok && contentType !== undefined) {
      const sha256 = createHash('sha256').update(fetched.value).digest('hex');
      await transact(async (work) => {
        const kept = { bytes: fetched.value, contentType, sha256 };
        work.record(...(await keepAttachment(work.tx, file.id, kept)));
        await keepOriginal(work, file, kept);
      });
      continue;
    }
    const failure = fetched.ok ? { reason: 'neither pdf, jpg, png nor docx', isFinal: true } : fetched.error;
    const wait = failure.isFinal ? undefined : retryAfterSeconds[file.tries];
    const notBefore = wait === undefined ? undefined : machineNow.getTime() + wait * 1000;
    await transact(async (work) => {
      const isWanted = await postponeAttachment(work.tx, file, failure.reason, notBefore);
      if (isWanted && notBefore === undefined) await tellLost(work, file, fetched.ok);
    });
  }
  return queued.length;
}

/** A file that is the signed original of a directive is kept with it; what is neither PDF nor picture is none. */
async function keepOriginal({ tx, say }: Work, file: QueuedAttachment, kept: OriginalFile): Promise<void> {
  if (!(await isOriginalOf(tx, file.id))) return;
  if (originalFormatOf(kept.contentType) !== undefined) {
    await fillOriginal(tx, file.id, kept);
    return;
  }
  const sender = { type: 'account', id: file.accountId } as const;
  const body = bodyOf({ text: originalNotOne() });
  await say([{ meaning: `attachment-${file.id}:no-original`, recipient: sender, kind: 'receipt', body }]);
}

/** Whoever sent a file that cannot be had hears of it, where they sent it; of a signed report staff over the unit do too. */
async function tellLost({ tx, say }: Work, file: QueuedAttachment, isFetched: boolean): Promise<void> {
  const meaning = `attachment-${file.id}:lost`;
  const sender = { type: 'account', id: file.accountId } as const;
  const body = bodyOf({ text: fileLost(file.receivedAt, isFetched ? 'form' : 'unreachable') });
  await say([{ meaning, recipient: sender, kind: 'receipt', body }]);
  const scan = await findScanned(tx, file.id);
  if (!scan) return;
  const { unit, directive } = scan;
  const staff = await findStaffOver(tx, unit.id);
  await say(
    staff.map((person) => ({
      meaning,
      about: { directive: directive.id, unit: unit.id },
      recipient: { type: 'person', id: person },
      kind: 'receipt',
      body: bodyOf({ text: scanLost(unit, directive.number, isFetched) }),
    })),
  );
}

async function fetchFrom(
  channels: readonly Channel[],
  { channel, reference }: { channel: Channel['name']; reference: string },
): Promise<Result<Uint8Array, FetchFailure>> {
  const files = channels.find(({ name }) => name === channel)?.files;
  return files ? files.fetch(reference) : fail({ reason: 'the channel does not run', isFinal: false });
}
