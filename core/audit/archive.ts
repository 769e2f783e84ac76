/** Parts of the audit chain that stand in files of their own. */
import { z } from 'zod';
import { type AuditRecord, genesis } from './fact.ts';

const partSchema = z.object({
  from: z.int().positive(),
  to: z.int().positive(),
  /** The seal of its last record. */
  hash: z.string(),
  /** That of the file's bytes, hex. */
  sha256: z.string(),
  /** Over what stays of its records in the database: SHA-256, hex, of `keptText` of each. */
  digest: z.string(),
});

/** Records that were moved to a file, by their first and their last number. */
export type ArchivedPart = z.infer<typeof partSchema>;

const eventSchema = z.object({
  kind: z.literal('archived'),
  /** When the first record of all was written. */
  begun: z.coerce.date(),
  /** All that was moved so far, in order: the records of earlier moves stand in files themselves. */
  parts: z.array(partSchema).nonempty(),
});

/** Part of the chain was moved to a file, the last of `parts`. */
export type ArchivedEvent = z.infer<typeof eventSchema>;

/** What a record says was moved; undefined where it says no such thing, or says it of records that are not before it. */
export function readArchived({ seq, payload }: Pick<AuditRecord, 'seq' | 'payload'>): ArchivedEvent | undefined {
  const read = eventSchema.safeParse(parseJson(payload));
  return read.success && endOf(read.data.parts).seq < seq ? read.data : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The record behind which the database goes on. */
export function endOf(parts: readonly ArchivedPart[]): { seq: number; hash: string } {
  const last = parts.at(-1);
  return last ? { seq: last.to, hash: last.hash } : { seq: 0, hash: genesis };
}

/** What stays of a moved record, as one line; db/audit/archived.ts writes the same letter by letter. */
export const keptText = ({ seq, at, kind, subject, prev, hash }: Omit<AuditRecord, 'payload'>): string =>
  `[${[seq, at.getTime(), kind, subject, prev, hash].map((value) => JSON.stringify(value)).join(', ')}]\n`;
