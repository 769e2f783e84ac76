/** Checks what was moved out of the audit chain: what is kept of it in the database, and the files. */
import { type ArchivedPart, endOf } from '../../core/audit/archive.ts';
import { type ChainFault, walkChain } from '../../core/audit/walk.ts';
import { findKeptBehind } from '../../db/audit/archived.ts';
import type { Db } from '../../db/database.ts';
import { openArchive, readArchiveHeader, readRecordLine } from './archive-format.ts';
import { digestKept } from './archive-move.ts';
import type { AuditFault } from './fault.ts';
import type { Seal } from './seal.ts';

/**
 * Holds what is kept of moved records against the events on the chain. A row that was changed, removed or inserted changes the
 * digest of its part. A row of a record that was never moved belongs to no part, and is told for itself.
 */
export async function checkKept(db: Db, parts: readonly ArchivedPart[]): Promise<AuditFault[]> {
  const faults: AuditFault[] = [];
  for (const part of parts)
    if ((await digestKept(db, part)) !== part.digest)
      faults.push({ about: 'archive', seq: part.from, until: part.to, what: 'changed' });
  const first = await findKeptBehind(db, Number.MIN_SAFE_INTEGER);
  const beyond = first !== undefined && first < 1 ? first : await findKeptBehind(db, endOf(parts).seq);
  if (beyond !== undefined) faults.push({ about: 'archive', seq: beyond, what: 'inserted' });
  return faults;
}

/**
 * Checks one file. Its bytes are held against the event of its part. Its records are walked from the end of the part before to
 * where the next one, or the database, goes on. `part` is the one that the file says it is.
 */
export async function checkFile(
  file: string,
  seal: Seal,
  { parts, trustedFrom }: { parts: readonly ArchivedPart[]; trustedFrom: number },
): Promise<{ part: ArchivedPart | undefined; faults: AuditFault[] }> {
  const about = { about: 'archive-file', file } as const;
  const { lines, digest } = openArchive(file);
  let part: ArchivedPart | undefined;
  try {
    const first = await lines.next();
    const header = first.done ? undefined : readArchiveHeader(first.value);
    if (!header) return { part, faults: [{ ...about, what: 'no-archive' }] };
    const at = parts.findIndex(({ from, to }) => from === header.from && to === header.to);
    part = parts[at];
    if (!part) return { part, faults: [{ ...about, what: 'unknown', seq: header.from, until: header.to }] };
    const start = endOf(parts.slice(0, at));
    const walk = walkChain((record) => seal.hash(record) === record.hash, trustedFrom, start);
    const unread: ChainFault[] = [];
    let seq = start.seq;
    for await (const line of lines) {
      const record = readRecordLine(line);
      seq = record?.seq ?? seq + 1;
      if (record) walk.take(record);
      else unread.push({ seq, what: 'changed' });
    }
    const isOurs = digest() === part.sha256;
    const { faults, isHeadFalse } = walk.end({ seq: part.to, hash: part.hash });
    const found = [...unread, ...faults].map((fault) => ({ ...about, ...fault }));
    const isOther = !isOurs || (isHeadFalse && found.length === 0);
    return {
      part,
      faults: isOther ? [{ ...about, what: 'differs', seq: part.from, until: part.to }, ...found] : found,
    };
  } catch (error) {
    return { part, faults: [{ ...about, what: isMissing(error) ? 'unreadable' : part ? 'cut' : 'no-archive' }] };
  } finally {
    await lines.return(undefined);
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^E[A-Z]+$/.test(String(error.code));
