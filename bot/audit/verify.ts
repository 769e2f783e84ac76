/** Checks the audit chain, and the facts against it. Reads only, in pages, beside a service that goes on working. */
import type { AuditRecord } from '../../core/audit/fact.ts';
import { walkChain } from '../../core/audit/walk.ts';
import { findKeyChange, findRecord, readHead, readRecords, type StoredHead } from '../../db/audit/chain.ts';
import type { Db } from '../../db/database.ts';
import { checkFacts } from './facts.ts';
import { type AuditFault, mostFaults } from './fault.ts';
import { readAhead } from './read-ahead.ts';
import type { Seal } from './seal.ts';

export type AuditReport = {
  records: number;
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
 */
export async function verifyAudit(db: Db, seal: Seal, expected?: Expected): Promise<AuditReport> {
  const { head } = await readHead(db);
  if (head && head.keyId !== seal.keyId)
    return { records: 0, head, begunAt: undefined, faults: [otherKey(head.seq)], areMore: false };
  const trustedFrom = Math.max(1, await findKeyChange(db));
  const facts = await checkFacts(db, seal, trustedFrom);
  const chain = await checkChain(db, seal, trustedFrom);
  const faults: AuditFault[] = [
    ...(trustedFrom > 1 ? [otherKey(trustedFrom - 1)] : []),
    ...chain.faults,
    ...(expected ? await findExpected(db, expected) : []),
    ...facts,
  ];
  return { ...chain, faults: faults.slice(0, mostFaults), areMore: faults.length > mostFaults };
}

const otherKey = (seq: number): AuditFault => ({ about: 'key', seq, what: 'other-key' });

async function checkChain(db: Db, seal: Seal, trustedFrom: number): Promise<Omit<AuditReport, 'areMore'>> {
  const { head, newest } = await readHead(db);
  const walk = walkChain((record) => seal.hash(record) === record.hash, trustedFrom);
  let records = 0;
  let begunAt: Date | undefined;
  const pages = readAhead<AuditRecord>((last) => readRecords(db, last?.seq ?? Number.MIN_SAFE_INTEGER, newest, atOnce));
  for await (const page of pages) {
    begunAt ??= page[0]?.at;
    for (const record of page) walk.take(record);
    records += page.length;
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

async function findExpected(db: Db, { seq, hash }: Expected): Promise<AuditFault[]> {
  const record = await findRecord(db, seq);
  if (record?.hash.startsWith(hash)) return [];
  return [{ about: 'printed-head', seq, what: record ? 'changed' : 'removed' }];
}
