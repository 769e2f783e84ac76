import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSeal } from '../../../bot/audit/seal.ts';
import { type AuditRecord, canonical, entryOf, genesis } from '../../../core/audit/fact.ts';
import { readPrintedHead } from '../../../core/audit/head.ts';
import { type ChainFault, walkChain } from '../../../core/audit/walk.ts';

const seal = createSeal(Buffer.alloc(32, 7));
const kinds = ['report', 'request', 'role'];

/** A sound chain of `length` records. */
function chainOf(length: number): AuditRecord[] {
  const records: AuditRecord[] = [];
  let prev = genesis;
  for (let seq = 1; seq <= length; seq++) {
    const entry = { kind: kinds[seq % 3] ?? '', subject: String(seq), payload: canonical({ figure: seq * 10 }) };
    const record = { ...entry, seq, at: new Date(Date.UTC(2021, 8, 6, 1, seq)), prev };
    prev = seal.hash(record);
    records.push({ ...record, hash: prev });
  }
  return records;
}

type Head = { seq: number; hash: string } | undefined;
const headOf = (records: AuditRecord[]): Head => {
  const last = records.at(-1);
  return last && { seq: last.seq, hash: last.hash };
};

function walk(records: AuditRecord[], head: Head, trustedFrom?: number) {
  const found = walkChain((record) => seal.hash(record) === record.hash, trustedFrom);
  for (const record of [...records].sort((a, b) => a.seq - b.seq)) found.take(record);
  return found.end(head);
}

const sound = { faults: [], isHeadFalse: false };

/** What a walk finds once `tamper` was done to a chain of 12. */
function foundAfter(tamper: (records: AuditRecord[]) => AuditRecord[]): ChainFault[] {
  const records = chainOf(12);
  return walk(tamper(structuredClone(records)), headOf(records)).faults;
}

const edit = (records: AuditRecord[], seq: number, fields: Partial<AuditRecord>): AuditRecord[] =>
  records.map((record) => (record.seq === seq ? { ...record, ...fields } : record));
const at = (records: AuditRecord[], seq: number): AuditRecord => {
  const record = records.find((r) => r.seq === seq);
  if (!record) throw new Error(`no record ${seq}`);
  return record;
};

describe('a chain of records', () => {
  test('is sound as it was written, whatever its length', () => {
    for (const length of [0, 1, 2, 3, 50]) expect(walk(chainOf(length), headOf(chainOf(length)))).toEqual(sound);
  });

  test('that lost a record has a gap there', () => {
    expect(foundAfter((r) => r.filter(({ seq }) => seq !== 5))).toEqual([{ seq: 5, what: 'removed' }]);
    expect(foundAfter((r) => r.filter(({ seq }) => seq < 4 || seq > 6))).toEqual([
      { seq: 4, until: 6, what: 'removed' },
    ]);
    expect(foundAfter((r) => r.filter(({ seq }) => seq > 1))).toEqual([{ seq: 1, what: 'removed' }]);
  });

  test('that lost its end falls short of its head', () => {
    expect(foundAfter((r) => r.slice(0, 9))).toEqual([{ seq: 10, until: 12, what: 'removed' }]);
    expect(foundAfter(() => [])).toEqual([{ seq: 1, until: 12, what: 'removed' }]);
  });

  test('whose gap was closed by renumbering is told as one removal', () => {
    const closed = foundAfter((r) =>
      r.flatMap((x) => (x.seq === 5 ? [] : [{ ...x, seq: x.seq > 5 ? x.seq - 1 : x.seq }])),
    );
    expect(closed).toContainEqual({ seq: 5, what: 'removed' });
    expect(closed.filter(({ what }) => what === 'changed')).toEqual([]);
  });

  test('into which a copy was pushed is told as one insertion', () => {
    const pushed = foundAfter((r) => {
      const later = r.map((x) => (x.seq >= 5 ? { ...x, seq: x.seq + 1 } : x));
      return [...later, { ...at(r, 2), seq: 5 }];
    });
    expect(pushed).toEqual([{ seq: 5, what: 'inserted' }]);
  });

  test('to which a record was added behind its head', () => {
    expect(foundAfter((r) => [...r, { ...at(r, 3), seq: 13 }])).toEqual([{ seq: 13, what: 'inserted' }]);
  });

  test.each([
    ['next to each other', 6, 7],
    ['far apart', 2, 11],
  ])('two of whose records, %s, changed places', (_, one, other) => {
    const swapped = [
      { seq: one, what: 'swapped', with: other },
      { seq: other, what: 'swapped', with: one },
    ];
    const whole = (r: AuditRecord[]) =>
      edit(edit(r, one, { seq: -1 }), other, { seq: one }).map((x) => (x.seq === -1 ? { ...x, seq: other } : x));
    expect(foundAfter(whole)).toEqual(swapped);
    const content = ({ kind, subject, payload, at: instant }: AuditRecord) => ({ kind, subject, payload, at: instant });
    expect(foundAfter((r) => edit(edit(r, one, content(at(r, other))), other, content(at(r, one))))).toEqual(swapped);
  });

  test('is told by the record that was changed, not by those behind it', () => {
    expect(foundAfter((r) => edit(r, 7, { payload: '{"figure":71}' }))).toEqual([{ seq: 7, what: 'changed' }]);
    expect(foundAfter((r) => edit(r, 7, { hash: genesis }))).toEqual([{ seq: 7, what: 'changed' }]);
    expect(foundAfter((r) => edit(r, 1, { prev: at(r, 2).hash }))).toEqual([{ seq: 1, what: 'changed' }]);
  });

  test('that was sealed again with another key is changed from there on', () => {
    const other = createSeal(Buffer.alloc(32, 8));
    const resealed = foundAfter((r) =>
      edit(r, 12, { payload: '{}', hash: other.hash({ ...at(r, 12), payload: '{}' }) }),
    );
    expect(resealed).toEqual([{ seq: 12, what: 'changed' }]);
  });

  test('whose head alone was set back, put on or lost has a false head', () => {
    const records = chainOf(12);
    expect(walk(records, headOf(chainOf(10))).isHeadFalse).toBe(true);
    expect(walk(records, { seq: 12, hash: genesis }).isHeadFalse).toBe(true);
    expect(walk(records, undefined).isHeadFalse).toBe(true);
  });

  test('of which only the later part was sealed with this key is checked from there; before it, gaps are found', () => {
    const records = edit(chainOf(12), 3, { payload: '{}' });
    expect(walk(records, headOf(records), 6)).toEqual(sound);
    const gap = records.filter(({ seq }) => seq !== 3);
    expect(walk(gap, headOf(records), 6).faults).toEqual([{ seq: 3, what: 'removed' }]);
  });

  test('whose beginning stands elsewhere is walked from there', () => {
    const records = chainOf(12);
    const start = { seq: 5, hash: at(records, 5).hash };
    const from = (left: AuditRecord[], behind = start) => {
      const found = walkChain((record) => seal.hash(record) === record.hash, 1, behind);
      for (const record of left) found.take(record);
      return found.end(headOf(records));
    };
    const left = records.slice(5);
    expect(from(left)).toEqual(sound);
    expect(from(left.slice(1)).faults).toEqual([{ seq: 6, what: 'removed' }]);
    expect(from([]).faults).toEqual([{ seq: 6, until: 12, what: 'removed' }]);
    expect(from([at(records, 3), ...left]).faults).toEqual([{ seq: 3, what: 'inserted' }]);
    expect(from(left, { seq: 5, hash: genesis }).faults).toEqual([{ seq: 6, what: 'changed' }]);
    expect(from(left.slice(0, -2)).faults).toEqual([{ seq: 11, until: 12, what: 'removed' }]);
    expect(from(records.slice(6), { seq: 6, hash: at(records, 6).hash })).toEqual(sound);
  });

  test('shows any single tampering', () => {
    const place = fc.nat();
    const tampering = fc.oneof(
      fc.record({
        do: fc.constant('edit' as const),
        place,
        field: fc.constantFrom(
          'at' as const,
          'kind' as const,
          'subject' as const,
          'payload' as const,
          'prev' as const,
          'hash' as const,
          'seq' as const,
        ),
        by: fc.integer({ min: 1, max: 1000 }),
      }),
      fc.record({ do: fc.constant('delete' as const), place }),
      fc.record({ do: fc.constant('copy' as const), place, to: place, renumbers: fc.boolean() }),
      fc.record({ do: fc.constant('swap' as const), place, to: place }),
      fc.record({ do: fc.constant('truncate' as const), place }),
      fc.record({ do: fc.constant('head' as const), seq: fc.integer({ min: 0, max: 60 }), hash: fc.boolean() }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), tampering, (length, act) => {
        const records = chainOf(length);
        const pick = (n: number): AuditRecord => at(records, (n % length) + 1);
        let head = headOf(records);
        let after = records;
        switch (act.do) {
          case 'edit': {
            const it = pick(act.place);
            const flip = (hex: string): string => `${hex.startsWith('f') ? '0' : 'f'}${hex.slice(1)}`;
            const fields = {
              at: { at: new Date(it.at.getTime() + act.by) },
              kind: { kind: `${it.kind}${act.by}` },
              subject: { subject: `${it.subject}${act.by}` },
              payload: { payload: canonical({ figure: act.by + 1_000_000 }) },
              prev: { prev: flip(it.prev) },
              hash: { hash: flip(it.hash) },
              seq: { seq: length + act.by },
            }[act.field];
            after = edit(records, it.seq, fields);
            break;
          }
          case 'delete':
            after = records.filter((record) => record !== pick(act.place));
            break;
          case 'copy': {
            const to = act.renumbers ? pick(act.to).seq : length + 1 + (act.to % 5);
            const others = act.renumbers ? records.map((x) => (x.seq >= to ? { ...x, seq: x.seq + 1 } : x)) : records;
            after = [...others, { ...pick(act.place), seq: to }];
            break;
          }
          case 'swap': {
            const [a, b] = [pick(act.place), pick(act.to)];
            fc.pre(a !== b);
            after = records.map((x) => (x === a ? { ...x, seq: b.seq } : x === b ? { ...x, seq: a.seq } : x));
            break;
          }
          case 'truncate':
            after = records.slice(0, act.place % length);
            break;
          case 'head':
            head = act.hash
              ? { seq: length, hash: seal.hash({ ...pick(0), payload: 'x' }) }
              : { seq: act.seq, hash: head?.hash ?? '' };
            fc.pre(act.hash || act.seq !== length);
            break;
        }
        const { faults, isHeadFalse } = walk(after, head);
        expect(faults.length > 0 || isHeadFalse).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });
});

describe('a record', () => {
  test('says the same whatever the order in which its fields came', () => {
    expect(canonical({ b: [1, null, 'ê'], a: { d: new Date(0), c: undefined } })).toBe(
      '{"a":{"d":"1970-01-01T00:00:00.000Z"},"b":[1,null,"ê"]}',
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonical(turned)).toBe(canonical(value));
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('holds figures and ids, and of texts the digest alone', () => {
    const { payload } = entryOf(
      {
        kind: 'report',
        id: 1,
        obligation: 2,
        unit: 8,
        round: 9,
        revision: 1,
        person: 3,
        isOnBehalf: false,
        inbox: 4,
        at: new Date(0),
        note: 'Ông Nguyễn Văn A nghỉ ốm',
        values: [
          { indicator: 6, kind: 'given', number: null, text: 'Chị Lê Thị B' },
          { indicator: 5, kind: 'given', number: 45, text: null },
        ],
      },
      seal.digest,
    );
    expect(payload).toContain('"number":45');
    expect(payload).not.toMatch(/Nguyễn|Lê Thị/);
    expect(JSON.parse(payload).values.map((value: { indicator: number }) => value.indicator)).toEqual([5, 6]);
  });

  test('is known by the head as it is printed', () => {
    expect(readPrintedHead('128:9F86d081884c7d65')).toEqual({ seq: 128, hash: '9f86d081884c7d65' });
    for (const bad of ['', '128', '0:9f86d081884c7d65', '1:9f86', '1:9f86d081884c7d6x', '-1:9f86d081884c7d65'])
      expect(readPrintedHead(bad)).toBeUndefined();
  });
});
