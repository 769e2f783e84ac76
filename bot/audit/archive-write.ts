/** Writes a part of the audit chain to a file. */
import { createHash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type ArchivedPart, keptText } from '../../core/audit/archive.ts';
import type { AuditRecord } from '../../core/audit/fact.ts';
import type { ChainHead } from '../../core/audit/head.ts';
import { walkChain } from '../../core/audit/walk.ts';
import { readRecords } from '../../db/audit/chain.ts';
import type { Db } from '../../db/database.ts';
import { archiveFormat, archiveHeaderLine, recordLine } from './archive-format.ts';
import { readAhead } from './read-ahead.ts';
import type { Seal } from './seal.ts';

/** What is to be written: the records behind `start` and up to `to`. Those before `trustedFrom` have seals of another key. */
export type WantedPart = { start: Pick<ChainHead, 'seq' | 'hash'>; to: number; trustedFrom: number };

/** Records read by one statement: some hundred kilobytes. */
const atOnce = 500;

/**
 * Writes the records to a file that must not be there, one by one as they are read, and walks them meanwhile. It is on the disk
 * when this resolves, and only its owner may read it. Undefined, and no file, where the records are not as they were sealed.
 */
export async function writeArchive(
  db: Db,
  seal: Seal,
  { start, to, trustedFrom }: WantedPart,
  file: string,
): Promise<(ArchivedPart & { begunAt: Date }) | undefined> {
  const walk = walkChain((record) => seal.hash(record) === record.hash, trustedFrom, start);
  const digest = createHash('sha256');
  const sha256 = createHash('sha256');
  let begunAt: Date | undefined;
  let hash = start.hash;
  async function* lines(): AsyncGenerator<string> {
    yield archiveHeaderLine({
      chidao: 'audit-archive',
      format: archiveFormat,
      from: start.seq + 1,
      to,
      keyId: seal.keyId,
    });
    const pages = readAhead<AuditRecord>(atOnce, (last, limit) => readRecords(db, last?.seq ?? start.seq, to, limit));
    for await (const page of pages) {
      for (const record of page) {
        begunAt ??= record.at;
        walk.take(record);
        digest.update(keptText(record));
        hash = record.hash;
      }
      yield page.map(recordLine).join('');
    }
  }
  async function* hashed(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      sha256.update(chunk);
      yield chunk;
    }
  }
  const handle = await open(file, 'wx', 0o600);
  const target = handle.createWriteStream({ flush: true });
  try {
    await pipeline(Readable.from(lines()), createGzip(), hashed, target);
  } catch (error) {
    target.destroy();
    await rm(file, { force: true });
    throw error;
  }
  const { faults, isHeadFalse } = walk.end({ seq: to, hash });
  if (begunAt && faults.length === 0 && !isHeadFalse)
    return { from: start.seq + 1, to, hash, sha256: sha256.digest('hex'), digest: digest.digest('hex'), begunAt };
  await rm(file, { force: true });
  return undefined;
}
