/** Holds what the tables say against the audit chain, and against itself. Reads in pages, one statement each. */
import { type AuditEntry, entryOf, type FactKind, subjectOf } from '../../core/audit/fact.ts';
import { type RecountedReport, recount } from '../../core/audit/recount.ts';
import type { StoredFact } from '../../db/audit/fact-table.ts';
import { findKinds, findOrphans, readFacts } from '../../db/audit/facts.ts';
import { readRecounted } from '../../db/audit/figures.ts';
import { findFalseDebts } from '../../db/audit/reports.ts';
import type { Db } from '../../db/database.ts';
import { type AuditFault, mostFaults } from './fault.ts';
import { readAhead } from './read-ahead.ts';
import type { Seal } from './seal.ts';

/**
 * Every fact has its record and says the same; every record has its fact; and what follows from facts does follow. The database
 * looks for what is missing while facts are held against their records here.
 */
export async function checkFacts(db: Db, seal: Seal, trustedFrom: number): Promise<AuditFault[]> {
  const { held, recorded } = await findKinds(db);
  const found = await Promise.all([
    compareFacts(db, held, seal, trustedFrom),
    missingFacts(db, recorded),
    falseDebts(db),
    recountFigures(db),
  ]);
  return found.flat();
}

async function compareFacts(db: Db, held: readonly FactKind[], seal: Seal, trustedFrom: number): Promise<AuditFault[]> {
  const faults: AuditFault[] = [];
  for (const kind of held) {
    const pages = readAhead<StoredFact>(kind === 'directive' ? directivesAtOnce : atOnce, (last, limit) =>
      readFacts(db, kind, last ? subjectOf(last.fact) : '', limit),
    );
    for await (const rows of pages) {
      for (const row of rows) faults.push(...compareFact(row, seal, trustedFrom));
      if (faults.length > mostFaults) return faults;
    }
  }
  return faults;
}

/** Rows read by one statement: some hundred kilobytes. A directive is a fact with all its units. */
const atOnce = 500;
const directivesAtOnce = 10;

function compareFact({ fact, mustBeRecorded, record }: StoredFact, seal: Seal, trustedFrom: number): AuditFault[] {
  if (!record && !mustBeRecorded) return [];
  const { kind } = fact;
  const id = subjectOf(fact);
  if (!record) return [{ about: 'fact', kind, id, what: 'fact-without-record' }];
  return isSame(record, entryOf(fact, seal.digest), seal) || record.seq < trustedFrom
    ? []
    : [{ about: 'fact', kind, id, what: 'fact-differs', seq: record.seq }];
}

/** Of a record that was moved the seal is here: it fits only what the record said. */
const isSame = (record: NonNullable<StoredFact['record']>, entry: AuditEntry, seal: Seal): boolean =>
  'payload' in record ? record.payload === entry.payload : record.hash === seal.hash({ ...entry, ...record });

async function missingFacts(db: Db, recorded: readonly FactKind[]): Promise<AuditFault[]> {
  const faults: AuditFault[] = [];
  for (const kind of recorded)
    for (const { subject, seq } of await findOrphans(db, kind, mostFaults))
      faults.push({ about: 'fact', kind, id: subject, what: 'record-without-fact', seq });
  return faults;
}

async function falseDebts(db: Db): Promise<AuditFault[]> {
  const debts = await findFalseDebts(db, mostFaults);
  return debts.map((id) => ({ about: 'fact', kind: 'obligation', id: String(id), what: 'fact-differs' }));
}

async function recountFigures(db: Db): Promise<AuditFault[]> {
  const faults: AuditFault[] = [];
  const pages = readAhead<RecountedReport>(recountedAtOnce, (last, limit) => readRecounted(db, last?.id ?? 0, limit));
  for await (const page of pages) {
    for (const { figures, id: report, ...of } of page)
      for (const { key: indicator, stored, computed } of recount({ figures }))
        faults.push({ about: 'figure', what: 'differs', report, ...of, indicator, stored, computed });
    if (faults.length > mostFaults) break;
  }
  return faults;
}

const recountedAtOnce = 500;
