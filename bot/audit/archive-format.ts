/**
 * The file of an archive: gzipped lines of JSON. The first says which records it holds, each of the next is one record as it
 * stood on the chain.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import type { AuditRecord } from '../../core/audit/fact.ts';

/** Counts changes of this form. */
export const archiveFormat = 1;

const headerSchema = z.object({
  /** Says that this is such a file. */
  chidao: z.literal('audit-archive'),
  format: z.literal(archiveFormat),
  from: z.int().positive(),
  to: z.int().positive(),
  /** The fingerprint of the key that sealed last when it was written. */
  keyId: z.string(),
});

export type ArchiveHeader = z.infer<typeof headerSchema>;

const recordSchema = z.object({
  seq: z.int(),
  at: z.iso.datetime().transform((text) => new Date(text)),
  kind: z.string(),
  subject: z.string(),
  payload: z.string(),
  prev: z.string(),
  hash: z.string(),
});

export const archiveHeaderLine = (header: ArchiveHeader): string => `${JSON.stringify(header)}\n`;

export const recordLine = ({ seq, at, kind, subject, payload, prev, hash }: AuditRecord): string =>
  `${JSON.stringify({ seq, at, kind, subject, payload, prev, hash })}\n`;

/** Undefined where the line is no such header. */
export const readArchiveHeader = (line: string): ArchiveHeader | undefined => readLine(headerSchema, line);

/** Undefined where the line is no record. */
export const readRecordLine = (line: string): AuditRecord | undefined => readLine(recordSchema, line);

function readLine<T>(schema: z.ZodType<T>, line: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

/** The lines of a file, one by one; `digest` is that of all its bytes, once they were read. Rejects where it is not whole. */
export function openArchive(file: string): { lines: AsyncGenerator<string>; digest(): string } {
  const sha256 = createHash('sha256');
  async function* lines(): AsyncGenerator<string> {
    const source = createReadStream(file);
    const unzipped = createGunzip();
    source.on('data', (chunk) => sha256.update(chunk));
    source.once('error', (error) => unzipped.destroy(error)).pipe(unzipped);
    let parts: Buffer[] = [];
    try {
      for await (const chunk of unzipped as AsyncIterable<Buffer>) {
        let from = 0;
        for (let to = chunk.indexOf(10); to >= 0; to = chunk.indexOf(10, from)) {
          yield Buffer.concat([...parts, chunk.subarray(from, to)]).toString('utf8');
          parts = [];
          from = to + 1;
        }
        parts.push(chunk.subarray(from));
      }
    } finally {
      source.destroy();
    }
    if (Buffer.concat(parts).length > 0) throw new Error('the last line has no end');
  }
  return { lines: lines(), digest: () => sha256.digest('hex') };
}
