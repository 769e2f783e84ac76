/** What `audit verify` finds. */
import type { FactKind } from '../../core/audit/fact.ts';
import type { ChainFault } from '../../core/audit/walk.ts';
import type { Exact } from '../../core/reports/exact.ts';

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
  /** What is kept of the records that were moved to a file is not what was kept then. */
  | { about: 'archive'; seq: number; until?: number; what: 'changed' | 'inserted' }
  /**
   * A file that was given. `no-archive`: it is something else; `unknown`: nothing on the chain says that it was made; `cut`: it is
   * not whole; `differs`: its bytes are not those that were written.
   */
  | {
      about: 'archive-file';
      file: string;
      what: 'unreadable' | 'no-archive' | 'unknown' | 'cut' | 'differs' | ChainFault['what'];
      seq?: number;
      until?: number;
      with?: number;
    }
  /** Sealed with another key up to this record: neither right nor wrong can be said. */
  | { about: 'key'; seq: number; what: 'other-key' };

/** More faults than a person reads are not listed. */
export const mostFaults = 1000;
