/**
 * Walks a chain from its first record to its head and tells what was done to it. Pure and streaming: it keeps the records
 * that it doubts and no others. Every tampering by somebody without the key is found; naming it is as good a guess as
 * the remains allow.
 */
import { type AuditRecord, type ChainHead, genesis } from './fact.ts';

/** `seq` to `until` (where it is a stretch) of the chain as it lies in the table. */
export type ChainFault = {
  seq: number;
  until?: number;
  what: 'changed' | 'removed' | 'inserted' | 'swapped';
  /** The record that this one changed places with. */
  with?: number;
};

/** Whether the record's seal is the one that the key gives it. */
export type IsSealed = (record: AuditRecord) => boolean;

export type ChainWalk = {
  take(record: AuditRecord): void;
  /** All faults, once every record was taken. `head` is what the head's own row says; undefined where it is gone. */
  end(head: Pick<ChainHead, 'seq' | 'hash'> | undefined): { faults: ChainFault[]; isHeadFalse: boolean };
};

/** Records that do not stand where they were sealed are looked for so far away: somebody renumbered them. */
const mostShift = 8;
/** So many records in a row at one distance from their places are a renumbering, and not a swap. */
const sureAfter = 3;
/** So many doubted records are compared with each other; more are merely called changed. */
const mostCompared = 150;

/** `shift` is by how much the record stands too far, where that is known. */
type Doubted = { record: AuditRecord; shift: number | undefined };

/**
 * `trustedFrom`: records before it were sealed with another key; of those only the links and the numbers are checked.
 */
export function walkChain(isSealed: IsSealed, trustedFrom = 1): ChainWalk {
  const faults: ChainFault[] = [];
  const doubted: AuditRecord[] = [];
  let waiting: Doubted[] = [];
  let shift = 0;
  let last: AuditRecord | undefined;
  let isLastSound = true;

  const isAt = (record: AuditRecord, seq: number): boolean => isSealed({ ...record, seq });

  /** How far from its place a record was put; undefined where it was put together anew. */
  function shiftOf(record: AuditRecord): number | undefined {
    for (let away = 1; away <= mostShift; away++)
      for (const by of [shift + away, shift - away]) if (isAt(record, record.seq - by)) return by;
    return undefined;
  }

  /** What waited is either the beginning of a renumbered stretch, or doubted record by record. */
  function judge(): void {
    const run = waiting.slice(-sureAfter);
    const by = run[0]?.shift;
    const isRenumbered = by !== undefined && run.length === sureAfter && run.every((doubt) => doubt.shift === by);
    if (!isRenumbered) return;
    const first = run[0]?.record.seq ?? 0;
    doubted.push(...waiting.slice(0, -sureAfter).map(({ record }) => record));
    if (by > shift) {
      for (let seq = first - (by - shift); seq < first; seq++) {
        const at = doubted.findIndex((record) => record.seq === seq);
        if (at >= 0) doubted.splice(at, 1);
      }
      faults.push({ seq: first - (by - shift), ...(by - shift > 1 && { until: first - 1 }), what: 'inserted' });
    } else faults.push({ seq: first, ...(shift - by > 1 && { until: first + shift - by - 1 }), what: 'removed' });
    shift = by;
    waiting = [];
    isLastSound = true;
  }

  function noteGap(next: number): void {
    const expected = Math.max(last?.seq ?? 0, 0) + 1;
    if (next > expected)
      faults.push({ seq: expected, ...(next - 1 > expected && { until: next - 1 }), what: 'removed' });
  }

  /** A sound record must name the one before it; where that one is doubted or gone, this was said already. */
  function isLinked(record: AuditRecord): boolean {
    const isNext = record.seq === (last?.seq ?? 0) + 1;
    return !isNext || !isLastSound || record.prev === (last?.hash ?? genesis);
  }

  function take(record: AuditRecord): void {
    noteGap(record.seq);
    const isSound = record.seq < trustedFrom || isAt(record, record.seq - shift);
    if (isSound) {
      doubted.push(...waiting.map((doubt) => doubt.record));
      waiting = [];
      if (!isLinked(record)) faults.push({ seq: record.seq, what: 'changed' });
      isLastSound = true;
    } else {
      waiting.push({ record, shift: shiftOf(record) });
      isLastSound = false;
      judge();
    }
    last = record;
  }

  return {
    take,
    end(head) {
      doubted.push(...waiting.map((doubt) => doubt.record));
      const end = last?.seq ?? 0;
      const headAt = head && head.seq + shift;
      if (headAt !== undefined && end < headAt)
        faults.push({ seq: end + 1, ...(headAt > end + 1 && { until: headAt }), what: 'removed' });
      const beyond = doubted.filter(({ seq }) => headAt !== undefined && seq > headAt);
      faults.push(...beyond.map(({ seq }): ChainFault => ({ seq, what: 'inserted' })));
      faults.push(
        ...nameDoubts(
          doubted.filter((record) => !beyond.includes(record)),
          (record, seq) => isAt(record, seq - shift),
        ),
      );
      // Sound records behind the head, or another seal than the sound last record's: the head's row was changed.
      const isBehind = headAt !== undefined && end > headAt && beyond.length < end - headAt;
      const isOther = headAt === end && isLastSound && head?.hash !== (last?.hash ?? genesis);
      return {
        faults: faults.sort((a, b) => a.seq - b.seq),
        isHeadFalse: (head === undefined && last !== undefined) || isBehind || isOther,
      };
    },
  };
}

/** Two records that changed places, whole or in part, prove each other; any other was changed. */
function nameDoubts(
  doubted: readonly AuditRecord[],
  isAt: (record: AuditRecord, seq: number) => boolean,
): ChainFault[] {
  const named = new Map<number, ChainFault>();
  const compared = doubted.slice(0, mostCompared);
  for (const [index, a] of compared.entries()) {
    if (named.has(a.seq)) continue;
    const other = compared.slice(index + 1).find((b) => !named.has(b.seq) && areSwapped(a, b, isAt));
    if (!other) continue;
    named.set(a.seq, { seq: a.seq, what: 'swapped', with: other.seq });
    named.set(other.seq, { seq: other.seq, what: 'swapped', with: a.seq });
  }
  return doubted.map(({ seq }) => named.get(seq) ?? { seq, what: 'changed' });
}

function areSwapped(a: AuditRecord, b: AuditRecord, isAt: (record: AuditRecord, seq: number) => boolean): boolean {
  const isWhole = isAt(a, b.seq) && isAt(b, a.seq);
  const content = ({ at, kind, subject, payload }: AuditRecord) => ({ at, kind, subject, payload });
  const isContent = isAt({ ...a, ...content(b) }, a.seq) && isAt({ ...b, ...content(a) }, b.seq);
  const isAllButHash = isAt({ ...b, hash: a.hash }, a.seq) && isAt({ ...a, hash: b.hash }, b.seq);
  return isWhole || isContent || isAllButHash;
}
