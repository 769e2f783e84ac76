/** Checks the audit chain, and the facts against it. Reads only, in pages, beside a service that goes on working. */
import { type ArchivedEvent, type ArchivedPart, endOf } from '../../core/audit/archive.ts';
import { walkChain } from '../../core/audit/walk.ts';
import {
  findBeginning,
  findKeyChange,
  findSeal,
  readHead,
  readRecords,
  readSealedLines,
  type SealedLine,
  type StoredHead,
} from '../../db/audit/chain.ts';
import type { Db } from '../../db/database.ts';
import { checkFile, checkKept } from './archive-check.ts';
import { findArchived } from './archive-move.ts';
import { checkFacts } from './facts.ts';
import { type AuditFault, mostFaults } from './fault.ts';
import { followLines } from './follow.ts';
import { readAhead } from './read-ahead.ts';
import type { Seal } from './seal.ts';

/** Records that stand in a file; `isRead`: that file was given, and read. */
export type ReportedPart = ArchivedPart & { isRead: boolean };

export type AuditReport = {
  /** In the database. */
  records: number;
  archived: ReportedPart[];
  head: StoredHead | undefined;
  /** When the first record was written, in civil time: what was there before was taken over then. */
  begunAt: Date | undefined;
  faults: AuditFault[];
  /** Whether there are more faults than are listed. */
  areMore: boolean;
};

/** Records read by one statement: some hundred kilobytes. */
const atOnce = 500;

export type Expected = { seq: number; hash: string };

/**
 * What was done to the chain and to the facts. Facts are read before the chain, so that every record they are compared
 * with is checked afterwards. `expected` is a head as a paper printed it.
 *
 * Where part of the chain was moved to files, the walk begins behind it: where that is, an event on the walked part says. A fact
 * whose newest record was moved is held against the seal that is kept of it. So a fact that was changed is found by its seal, and
 * a seal that was changed, removed or inserted by the digest in the event. None of it needs the files; those that are given
 * are checked too.
 */
export async function verifyAudit(
  db: Db,
  seal: Seal,
  expected?: Expected,
  files: readonly string[] = [],
): Promise<AuditReport> {
  const { head } = await readHead(db);
  if (head && head.keyId !== seal.keyId)
    return { records: 0, archived: [], head, begunAt: undefined, faults: [otherKey(head.seq)], areMore: false };
  const trustedFrom = Math.max(1, await findKeyChange(db));
  const facts = await checkFacts(db, seal, trustedFrom);
  const archived = await findArchived(db, seal, trustedFrom);
  const parts = archived?.parts ?? [];
  const kept = await checkKept(db, parts);
  const chain = await checkChain(db, seal, { trustedFrom, archived });
  const given: Awaited<ReturnType<typeof checkFile>>[] = [];
  for (const file of files) given.push(await checkFile(file, seal, { parts, trustedFrom }));
  // Part of it was moved meanwhile: what was read does not fit together.
  const moved = await findArchived(db, seal, trustedFrom);
  if (moved?.parts.length !== archived?.parts.length) return verifyAudit(db, seal, expected, files);
  const faults: AuditFault[] = [
    ...(trustedFrom > 1 ? [otherKey(trustedFrom - 1)] : []),
    ...chain.faults,
    ...kept,
    ...given.flatMap((file) => file.faults),
    ...(expected ? await findExpected(db, expected) : []),
    ...facts,
  ];
  return {
    ...chain,
    archived: parts.map((part) => ({ ...part, isRead: given.some((file) => file.part === part) })),
    faults: faults.slice(0, mostFaults),
    areMore: faults.length > mostFaults,
  };
}

const otherKey = (seq: number): AuditFault => ({ about: 'key', seq, what: 'other-key' });

/** Walks the chain, from where the database has it. */
async function checkChain(
  db: Db,
  seal: Seal,
  { trustedFrom, archived }: { trustedFrom: number; archived: ArchivedEvent | undefined },
): Promise<Omit<AuditReport, 'areMore' | 'archived'>> {
  const { head, newest } = await readHead(db);
  const walk = walkChain((record) => seal.hash(record) === record.hash, trustedFrom, endOf(archived?.parts ?? []));
  let records = 0;
  const begunAt = archived?.begun ?? (await findBeginning(db));
  let after = Number.MIN_SAFE_INTEGER;
  const pages = readAhead<SealedLine>(atOnce, (last, limit) => readSealedLines(db, last?.seq ?? after, newest, limit));
  for await (const page of pages) {
    const until = page.at(-1)?.seq ?? after;
    const from = walk.soundEnd();
    const followed = from && followLines(page, from, seal);
    if (followed) walk.pass(followed);
    else for (const record of await readRecords(db, after, until, atOnce)) walk.take(record);
    records += page.length;
    after = until;
  }
  const { faults, isHeadFalse } = walk.end(head);
  const ofHead: AuditFault[] = isHeadFalse ? [{ about: 'head', what: head ? 'changed' : 'removed' }] : [];
  return {
    records,
    head,
    begunAt,
    faults: [...faults.map((fault) => ({ about: 'chain' as const, ...fault })), ...ofHead],
  };
}

/** A head that was printed lies on the chain where its seal does; the seals of moved records are kept. */
async function findExpected(db: Db, { seq, hash }: Expected): Promise<AuditFault[]> {
  const found = await findSeal(db, seq);
  if (found?.startsWith(hash)) return [];
  return [{ about: 'printed-head', seq, what: found === undefined ? 'removed' : 'changed' }];
}
