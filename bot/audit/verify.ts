/** Checks the audit chain, and the facts against it. Reads only, in batches, beside a service that goes on working. */
import { entryOf, type FactKind, subjectOf } from '../../core/audit/fact.ts';
import { recount } from '../../core/audit/recount.ts';
import { type ChainFault, walkChain } from '../../core/audit/walk.ts';
import type { Exact } from '../../core/reports/exact.ts';
import { findKeyChange, findRecord, readHead, readRecords, type StoredHead } from '../../db/audit/chain.ts';
import { factKinds, findOrphans, readFacts } from '../../db/audit/facts.ts';
import { readRecounted } from '../../db/audit/figures.ts';
import { findFalseDebts } from '../../db/audit/reports.ts';
import type { Db } from '../../db/database.ts';
import type { Seal } from './seal.ts';

/** Of the chain itself, or of a fact: `id` is that of its row. */
export type AuditFault =
  | ({ about: 'chain' } & ChainFault)
  /** The row that says where the chain stands. */
  | { about: 'head'; what: 'changed' | 'removed' }
  | {
      about: 'fact';
      kind: FactKind | 'obligation';
      id: string;
      what: 'fact-without-record' | 'record-without-fact' | 'fact-differs';
      /** The record that the fact should agree with. */
      seq?: number;
    }
  /** A stored figure differs from what its formula, or its parts, say of the stored figures; `computed` null: they say nothing. */
  | {
      about: 'figure';
      what: 'differs';
      report: number;
      directive: string;
      unit: string;
      round: string;
      indicator: string;
      stored: Exact;
      computed: Exact | null;
    }
  /** A head that a paper shows is not on the chain. */
  | { about: 'printed-head'; seq: number; what: 'changed' | 'removed' }
  /** Sealed with another key up to this record: neither right nor wrong can be said. */
  | { about: 'key'; seq: number; what: 'other-key' };

export type AuditReport = {
  records: number;
  head: StoredHead | undefined;
  /** When the first record was written, in civil time: what was there before was taken over then. */
  begunAt: Date | undefined;
  faults: AuditFault[];
  /** Whether there are more faults than are listed. */
  areMore: boolean;
};

/** Records and rows read by one statement: some hundred kilobytes. */
const atOnce = 500;
/** More faults than a person reads are not listed. */
const mostFaults = 1000;

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
  const facts = [...(await compareFacts(db, seal, trustedFrom)), ...(await recountFigures(db))];
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
  for (let after = Number.MIN_SAFE_INTEGER; ; ) {
    const batch = await readRecords(db, after, newest, atOnce);
    const last = batch.at(-1);
    if (!last) break;
    begunAt ??= batch[0]?.at;
    for (const record of batch) walk.take(record);
    records += batch.length;
    after = last.seq;
    if (batch.length < atOnce) break;
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

/** Every fact has its record and says the same; every record has its fact. */
async function compareFacts(db: Db, seal: Seal, trustedFrom: number): Promise<AuditFault[]> {
  const faults: AuditFault[] = [];
  for (const kind of factKinds) {
    for (let after = ''; faults.length <= mostFaults; ) {
      const rows = await readFacts(db, kind, after, atOnce);
      const last = rows.at(-1);
      if (!last) break;
      after = subjectOf(last.fact);
      for (const { fact, mustBeRecorded, record } of rows) {
        const entry = entryOf(fact, seal.digest);
        const at = { about: 'fact', kind, id: entry.subject } as const;
        if (!record && mustBeRecorded) faults.push({ ...at, what: 'fact-without-record' });
        if (record && record.seq >= trustedFrom && record.payload !== entry.payload)
          faults.push({ ...at, what: 'fact-differs', seq: record.seq });
      }
      if (rows.length < atOnce) break;
    }
    const orphans = await findOrphans(db, kind, mostFaults);
    for (const { subject, seq } of orphans)
      faults.push({ about: 'fact', kind, id: subject, what: 'record-without-fact', seq });
  }
  for (const id of await findFalseDebts(db, mostFaults))
    faults.push({ about: 'fact', kind: 'obligation', id: String(id), what: 'fact-differs' });
  return faults;
}

/** Reads the reports in batches, one statement each. */
async function recountFigures(db: Db): Promise<AuditFault[]> {
  const faults: AuditFault[] = [];
  for (let after = 0; faults.length <= mostFaults; ) {
    const batch = await readRecounted(db, after, atOnce);
    const last = batch.at(-1);
    if (!last) break;
    after = last.id;
    for (const { figures, id: report, ...of } of batch)
      for (const { key: indicator, stored, computed } of recount({ figures }))
        faults.push({ about: 'figure', what: 'differs', report, ...of, indicator, stored, computed });
    if (batch.length < atOnce) break;
  }
  return faults;
}

async function findExpected(db: Db, { seq, hash }: Expected): Promise<AuditFault[]> {
  const record = await findRecord(db, seq);
  if (record?.hash.startsWith(hash)) return [];
  return [{ about: 'printed-head', seq, what: record ? 'changed' : 'removed' }];
}
