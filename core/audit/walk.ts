/**
 * Walks a chain from its first record to its head and tells what was done to it. Pure and streaming: it keeps the
 * records that it doubts and no others. Every tampering by somebody without the key is found; naming it is as good a
 * guess as the remains allow.
 */
import { type AuditRecord, genesis } from './fact.ts';
import type { ChainHead } from './head.ts';

/** A fault at `seq`, or from `seq` to `until`, counted as the records lie in the table. */
export type ChainFault = {
  seq: number;
  until?: number;
  what: 'changed' | 'removed' | 'inserted' | 'swapped';
  /** The record that this one changed places with. */
  with?: number;
};

/** Whether the key gives the record the seal that it carries. */
export type IsSealed = (record: AuditRecord) => boolean;

/** A record by its number and its seal. */
export type ChainPlace = Pick<ChainHead, 'seq' | 'hash'>;

export type ChainWalk = {
  take(record: AuditRecord): void;
  /** The last record that was taken, or the one behind which the walk begins; undefined while something there is in doubt. */
  soundEnd(): ChainPlace | undefined;
  /** Takes records that follow the sound end without a gap, each sealed in its place and naming the one before it. */
  pass(last: ChainPlace): void;
  /**
   * All faults, once every record was taken. `head` is what the head's own row says; undefined when that row is gone.
   */
  end(head: Pick<ChainHead, 'seq' | 'hash'> | undefined): { faults: ChainFault[]; isHeadFalse: boolean };
};

/** Records that do not stand where they were sealed are looked for so far away: somebody renumbered them. */
const mostShift = 8;
/** So many records in a row at one distance from their places are a renumbering, and not a swap. */
const sureAfter = 3;
/** So many doubted records are compared with each other; any further ones are called changed. */
const mostCompared = 150;

/** `shift` is by how much the record stands too far, where that is known. */
type Doubted = { record: AuditRecord; shift: number | undefined };

/** What is known of the chain up to the last record that was taken. */
type Walked = {
  isSealed: IsSealed;
  /** Behind which record the walk begins. */
  start: ChainPlace;
  faults: ChainFault[];
  doubted: AuditRecord[];
  /** Records in a row that do not stand where they were sealed, not judged yet. */
  waiting: Doubted[];
  /** By how much the records stand too far here. */
  shift: number;
  last: ChainPlace | undefined;
  isLastSound: boolean;
};

/**
 * `trustedFrom`: records before it were sealed with another key; of those only the links and the numbers are checked. `start`
 * is the record behind which the walk begins, where those up to it stand elsewhere.
 */
export function walkChain(
  isSealed: IsSealed,
  trustedFrom = 1,
  start: ChainPlace = { seq: 0, hash: genesis },
): ChainWalk {
  const walked: Walked = {
    isSealed,
    start,
    faults: [],
    doubted: [],
    waiting: [],
    shift: 0,
    last: undefined,
    isLastSound: true,
  };
  return {
    take(record) {
      if (start.seq > 0 && record.seq <= start.seq) {
        walked.faults.push({ seq: record.seq, what: 'inserted' });
        return;
      }
      noteGap(walked, record.seq);
      const isSound = record.seq < trustedFrom || isAt(walked, record, record.seq - walked.shift);
      if (isSound) takeSound(walked, record);
      else takeDoubted(walked, record);
      walked.last = record;
    },
    soundEnd() {
      const { shift, waiting, isLastSound, last } = walked;
      return shift === 0 && waiting.length === 0 && isLastSound ? (last ?? start) : undefined;
    },
    pass(last) {
      walked.last = last;
    },
    end: (head) => endOf(walked, head),
  };
}

const isAt = ({ isSealed }: Walked, record: AuditRecord, seq: number): boolean =>
  isSealed(seq === record.seq ? record : { ...record, seq });

function noteGap({ faults, last, start }: Walked, next: number): void {
  const expected = Math.max(last?.seq ?? 0, start.seq) + 1;
  if (next > expected) faults.push({ seq: expected, ...(next - 1 > expected && { until: next - 1 }), what: 'removed' });
}

function doubtWaiting(walked: Walked): void {
  walked.doubted.push(...walked.waiting.map(({ record }) => record));
  walked.waiting = [];
}

function takeSound(walked: Walked, record: AuditRecord): void {
  doubtWaiting(walked);
  if (!isLinked(walked, record)) walked.faults.push({ seq: record.seq, what: 'changed' });
  walked.isLastSound = true;
}

/** A sound record must name the one before it. When that one is doubted or gone, the walk has said so already. */
function isLinked({ last, start, isLastSound }: Walked, record: AuditRecord): boolean {
  const before = last ?? start;
  return record.seq !== before.seq + 1 || !isLastSound || record.prev === before.hash;
}

function takeDoubted(walked: Walked, record: AuditRecord): void {
  walked.waiting.push({ record, shift: shiftOf(walked, record) });
  walked.isLastSound = false;
  judgeWaiting(walked);
}

/** How far from its place a record was put; undefined where it was put together anew. */
function shiftOf(walked: Walked, record: AuditRecord): number | undefined {
  for (let away = 1; away <= mostShift; away++)
    for (const by of [walked.shift + away, walked.shift - away]) if (isAt(walked, record, record.seq - by)) return by;
  return undefined;
}

/** What waited is either the beginning of a renumbered stretch, or doubted record by record. */
function judgeWaiting(walked: Walked): void {
  const { waiting, shift, faults, doubted } = walked;
  const run = waiting.slice(-sureAfter);
  const by = run[0]?.shift;
  const isRenumbered = by !== undefined && run.length === sureAfter && run.every((doubt) => doubt.shift === by);
  if (!isRenumbered) return;
  const first = run[0]?.record.seq ?? 0;
  doubted.push(...waiting.slice(0, -sureAfter).map(({ record }) => record));
  if (by > shift) {
    const from = first - (by - shift);
    walked.doubted = doubted.filter(({ seq }) => seq < from || seq >= first);
    faults.push({ seq: from, ...(by - shift > 1 && { until: first - 1 }), what: 'inserted' });
  } else faults.push({ seq: first, ...(shift - by > 1 && { until: first + shift - by - 1 }), what: 'removed' });
  walked.shift = by;
  walked.waiting = [];
  walked.isLastSound = true;
}

function endOf(walked: Walked, head: Pick<ChainHead, 'seq' | 'hash'> | undefined): ReturnType<ChainWalk['end']> {
  doubtWaiting(walked);
  const { faults, doubted, shift, last, start, isLastSound } = walked;
  const end = last?.seq ?? start.seq;
  const headAt = head && head.seq + shift;
  if (headAt !== undefined && end < headAt)
    faults.push({ seq: end + 1, ...(headAt > end + 1 && { until: headAt }), what: 'removed' });
  const beyond = doubted.filter(({ seq }) => headAt !== undefined && seq > headAt);
  faults.push(...beyond.map(({ seq }): ChainFault => ({ seq, what: 'inserted' })));
  faults.push(
    ...nameDoubts(
      doubted.filter((record) => !beyond.includes(record)),
      (record, seq) => isAt(walked, record, seq - shift),
    ),
  );
  // Sound records behind the head, or another seal than the sound last record's: the head's row was changed.
  const isBehind = headAt !== undefined && end > headAt && beyond.length < end - headAt;
  const isOther = headAt === end && isLastSound && head?.hash !== (last ?? start).hash;
  return {
    faults: faults.sort((a, b) => a.seq - b.seq),
    isHeadFalse: (head === undefined && last !== undefined) || isBehind || isOther,
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
