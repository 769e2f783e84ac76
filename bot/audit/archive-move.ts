/** Takes a part of the audit chain out of the database, once it is in a file. */
import { createHash } from 'node:crypto';
import type { ArchivedEvent, ArchivedPart } from '../../core/audit/archive.ts';
import { readArchived } from '../../core/audit/archive.ts';
import { keepArchived, listArchivedEvents, readKeptText } from '../../db/audit/archived.ts';
import type { Db } from '../../db/database.ts';
import type { Seal } from './seal.ts';

/** What was moved so far, as the newest record of it says that is sealed, or too old to be judged; undefined: nothing. */
export async function findArchived(db: Db, seal: Seal, trustedFrom: number): Promise<ArchivedEvent | undefined> {
  for (const record of await listArchivedEvents(db)) {
    const isSealed = record.seq < trustedFrom || seal.hash(record) === record.hash;
    const event = isSealed ? readArchived(record) : undefined;
    if (event) return event;
  }
  return undefined;
}

/** Records moved by one statement: it ends long before the deadline of statements. */
const atOnce = 20_000;

/**
 * Moves a part that was written: takes its records out of the chain and keeps what facts are held against. Call it in a
 * transaction that records what it returns as the last thing that it does: the chain's end is locked only then. Throws where
 * the records are not those of the file any more, as when another command was first.
 */
export async function moveArchived(
  tx: Db,
  before: ArchivedEvent | undefined,
  { begunAt, ...part }: ArchivedPart & { begunAt: Date },
): Promise<ArchivedEvent> {
  let moved = 0;
  for (let after = part.from - 1; after < part.to; after += atOnce)
    moved += await keepArchived(tx, after, Math.min(after + atOnce, part.to));
  if (moved !== part.to - part.from + 1 || (await digestKept(tx, part)) !== part.digest)
    throw new Error('the records are not those of the file any more');
  return {
    kind: 'archived',
    begun: before?.begun ?? begunAt,
    parts: [...(before?.parts ?? []), part] as ArchivedEvent['parts'],
  };
}

const textAtOnce = 5000;

/** The digest of what is kept of a part, as its event has it. */
export async function digestKept(db: Db, { from, to }: Pick<ArchivedPart, 'from' | 'to'>): Promise<string> {
  const digest = createHash('sha256');
  for (let after: number | null = from - 1; after !== null; ) {
    const { last, text } = await readKeptText(db, { after, until: to, limit: textAtOnce });
    digest.update(text);
    after = last;
  }
  return digest.digest('hex');
}
