/** Writes the audit chain: what a transaction records is appended as the last thing that it does. */
import { setImmediate as nextTick } from 'node:timers/promises';
import {
  type AuditEntry,
  type AuditFact,
  type AuditRecord,
  type ChainEvent,
  entryOf,
  type Recorded,
  type RecordFacts,
  subjectOf,
} from '../../core/audit/fact.ts';
import { type ChainEnd, insertHead, insertRecords, lockChainEnd } from '../../db/audit/chain.ts';
import { factKinds, readFacts } from '../../db/audit/facts.ts';
import type { Db } from '../../db/database.ts';
import { isTransient } from '../../db/engine/transient.ts';
import { isLong, shortened } from './long-fact.ts';
import type { Seal } from './seal.ts';

export type Auditor = {
  /**
   * Runs a transaction, and once more when the database ended it for reasons of its own (deadlock, serialisation). The
   * facts that it records are appended at its end, in two statements for up to a thousand facts. So the end of the chain
   * is locked only while they run, and the transaction takes no other lock after it. What the work leaves is said in one breath
   * with the commit: when it fails, nothing is committed, and the transaction rejects.
   */
  transact<T>(db: Db, work: RecordedWork<T>): Promise<T>;
  /** Begins the chain where none has begun, over all that the database holds already. */
  begin(db: Db): Promise<void>;
};

/** Leaves a statement that is under way, whose outcome decides nothing, to end with the transaction. */
export type Leave = (statement: Promise<unknown>) => void;

type RecordedWork<T> = (tx: Db, record: RecordFacts, leave: Leave) => Promise<T>;

/** One transaction: what it records is appended as the last thing that it does, and what it leaves ends with it. */
async function transactOnce<T>(
  db: Db,
  work: RecordedWork<T>,
  append: (tx: Db, facts: readonly Recorded[], leave: Leave) => Promise<void>,
): Promise<T> {
  const left: Promise<unknown>[] = [];
  const leave: Leave = (statement) => {
    // Whoever waits for it hears of its failure.
    statement.catch(() => {});
    left.push(statement);
  };
  const outcome = await db.transaction(async (tx) => {
    const facts: Recorded[] = [];
    const record: RecordFacts = (...recorded) => {
      for (const each of recorded) if (each instanceof Promise) leave(each);
      facts.push(...recorded);
    };
    const outcome = await work(tx, record, leave);
    // What was left is under way only when the tasks before this one have run.
    if (left.length > 0) await nextTick();
    if (facts.length > 0) await append(tx, facts, leave).then(() => nextTick());
    return outcome;
  });
  await Promise.all(left);
  return outcome;
}

/** Facts of before are read and recorded so many at a time. */
const takenAtOnce = 1000;

/** `now` is civil time: the instant of record. */
export function createAuditor(seal: Seal, now: () => Date): Auditor {
  /** Appends entries behind `end`; returns where the chain ends now, and the statement that is under way. */
  function append(tx: Db, end: ChainEnd, entries: readonly AuditEntry[]): { end: ChainEnd; written: Promise<void> } {
    const at = now();
    const records: AuditRecord[] = [];
    let { seq, hash: prev } = end;
    for (const entry of entries) {
      seq += 1;
      const record = { ...entry, seq, at, prev };
      prev = seal.hash(record);
      records.push({ ...record, hash: prev });
    }
    const written = insertRecords(tx, records, seal.keyId);
    return { end: { seq, hash: prev, keyId: seal.keyId }, written };
  }

  const entriesOf = (facts: readonly (AuditFact | ChainEvent)[]): AuditEntry[] =>
    facts.map((fact) => entryOf(fact, seal.digest));

  /** The facts of a kind that are there and need a record, piece by piece. */
  async function* readAll(tx: Db, kind: (typeof factKinds)[number]): AsyncGenerator<AuditEntry[]> {
    for (let after = ''; ; ) {
      const rows = await readFacts(tx, kind, after, takenAtOnce);
      const last = rows.at(-1);
      if (!last) return;
      after = subjectOf(last.fact);
      yield entriesOf(rows.filter((row) => row.mustBeRecorded).map((row) => row.fact));
    }
  }

  /** False where another transaction has begun it meanwhile. */
  async function beginIn(tx: Db): Promise<boolean> {
    if (!(await insertHead(tx, seal.keyId))) return false;
    const begun = await lockChainEnd(tx);
    if (!begun) throw new Error('the head of the chain was inserted and is gone');
    let end = begun;
    const appended = async (entries: readonly AuditEntry[]) => {
      const { written, ...next } = append(tx, end, entries);
      await written;
      end = next.end;
    };
    await appended(entriesOf([{ kind: 'chain-begins' }]));
    const { seq } = end;
    for (const kind of factKinds) for await (const entries of readAll(tx, kind)) await appended(entries);
    const facts = end.seq - seq;
    if (facts > 0) await appended(entriesOf([{ kind: 'taken-over', facts }]));
    return true;
  }

  async function appendFacts(tx: Db, given: readonly Recorded[], leave: Leave): Promise<void> {
    // What takes long to write down is written down before the end is locked.
    const recorded = given.some(isLong) ? await Promise.all(given.map((fact) => shortened(fact, seal))) : given;
    // The end is asked for behind the statements under way, and comes with what they come to.
    const [locked, ...come] = await Promise.all([lockChainEnd(tx), ...recorded]);
    const facts = come.flat();
    if (facts.length === 0) return;
    const end = locked ?? ((await beginIn(tx)) ? undefined : await lockChainEnd(tx));
    // A chain that begins here has taken over what this transaction did as well.
    if (!end) return;
    const change: ChainEvent[] =
      end.keyId === seal.keyId ? [] : [{ kind: 'key-changed', before: end.keyId, after: seal.keyId }];
    leave(append(tx, end, entriesOf([...change, ...facts])).written);
  }

  return {
    async transact(db, work) {
      const attempt = () => transactOnce(db, work, appendFacts);
      try {
        return await attempt();
      } catch (error) {
        if (!isTransient(error)) throw error;
        return await attempt();
      }
    },
    begin: (db) =>
      db.transaction(async (tx) => {
        if (!(await lockChainEnd(tx))) await beginIn(tx);
      }),
  };
}
