/** A cut of the proof, and that the proof itself can be trusted: its judge fails what it must, and its book adds up. */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { hasPostgres } from '../harness/database.ts';
import { launch } from './attacks/attack.ts';
import { allAttacks } from './attacks/table.ts';
import { allFaults } from './faults/table.ts';
import { playFault } from './kit/fault.ts';
import { type Ground, openGround } from './kit/ground.ts';
import { compareSent } from './kit/ledger.ts';
import { draw, happens } from './kit/random.ts';
import { createStatementReader } from './kit/statements.ts';
import { judge, strict, type Tally } from './kit/tally.ts';

const clean: Tally = {
  lost: 0,
  givenUp: 0,
  extra: 0,
  doubt: 0,
  wrong: 0,
  recovered: 1,
  faults: [],
  digest: '',
  evidence: [],
};

describe('the judge', () => {
  test.each<[string, Partial<Tally>]>([
    ['1 lost', { lost: 1 }],
    ['1 given up', { givenUp: 1 }],
    ['2 extra, at most 1', { extra: 2, doubt: 1 }],
    ['1 wrong figures', { wrong: 1 }],
    ['not recovered within 30 s', { recovered: undefined }],
    ['the process died', { faults: ['the process died'] }],
  ])('says "%s"', (reason, some) => {
    expect(judge({ ...clean, ...some }, strict)).toEqual([reason]);
  });

  test('passes what was doubled and is listed as doubtful', () => {
    expect(judge({ ...clean, extra: 1, doubt: 1 }, strict)).toEqual([]);
  });
});

describe('the book', () => {
  const request = { chat: '1', kind: 'tasks', text: 'a', state: 'sent', external: '7', reason: '', doubts: 0 };
  const accepted = { chat: '1', id: '7', text: 'a' };
  const refused = { ...request, state: 'uncertain', external: null };

  test.each([
    ['nothing where all is well', [request], [accepted], {}],
    ['a loss: said to be sent, and never accepted', [request], [], { lost: 1 }],
    ['a doubled message', [request], [accepted, { ...accepted, id: '8' }], { extra: 1 }],
    [
      'no doubled message where the text was asked for twice',
      [request, { ...request, external: '8' }],
      [accepted, { ...accepted, id: '8' }],
      {},
    ],
    ['what was given up', [{ ...refused, reason: 'HTTP 502' }], [], { givenUp: 1 }],
    ['nothing given up where the doubtful one arrived', [refused], [accepted], {}],
    [
      'nothing given up where the process was killed meanwhile',
      [{ ...refused, reason: 'the process ended while sending' }],
      [],
      {},
    ],
    ['nothing given up where it was withdrawn', [{ ...refused, state: 'withdrawn' }], [], {}],
    ['nothing given up while it waits', [{ ...refused, state: 'queued' }], [], {}],
  ])('shows %s', (_, requests, book, expected) => {
    const { lost, givenUp, extra } = compareSent(requests, book);
    expect({ lost, givenUp, extra }).toEqual({ lost: 0, givenUp: 0, extra: 0, ...expected });
  });
});

test('what is drawn depends on the seed and on what it is for, not on the order', () => {
  const drawn = (seed: number) => ['a', 'b', 'c'].map((purpose) => draw(seed, purpose, 1, 1_000_000));
  expect(drawn(1)).toEqual(drawn(1));
  expect(drawn(1)).not.toEqual(drawn(2));
  const share = Array.from({ length: 1000 }, (_, at) => happens(3, String(at), 10)).filter(Boolean).length;
  expect(share).toBeGreaterThan(60);
  expect(share).toBeLessThan(140);
});

test('the relay reads simple and prepared statements, however the bytes are cut', () => {
  const message = (type: string, body: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(body.length + 4);
    return Buffer.concat([Buffer.from(type), length, body]);
  };
  const bytes = Buffer.concat([
    message('', Buffer.from('\u0000\u0003\u0000\u0000user\u0000x\u0000\u0000')),
    message('Q', Buffer.from('begin\u0000')),
    message('P', Buffer.from('s1\u0000select 1\u0000\u0000\u0000')),
    message('B', Buffer.from('\u0000s1\u0000\u0000\u0000')),
    message('B', Buffer.from('\u0000s1\u0000\u0000\u0000')),
  ]);
  const heard: string[] = [];
  const read = createStatementReader((statement) => heard.push(statement));
  for (const byte of bytes) read(Buffer.from([byte]));
  expect(heard).toEqual(['begin', 'select 1', 'select 1']);
});

describe.runIf(hasPostgres())('on the real service', () => {
  let ground: Ground;
  beforeAll(() => {
    ground = openGround(inject('postgres')?.url ?? '');
  });
  afterAll(() => ground.close());

  const tap = allFaults.find(({ name }) => name === 'same tap, other number');
  const webhooks = allAttacks.find(({ name }) => name === 'webhooks');

  test('a fault is played twice with one seed, and the ledger is the same', async () => {
    if (!tap) throw new Error('the fault is gone');
    const [first, second] = await Promise.all([1, 1].map((seed) => playFault(ground, tap, seed)));
    expect(first?.tally.lost).toBe(0);
    expect(first?.tally.digest).toBe(second?.tally.digest);
    expect(first?.tally.digest).toMatch(/^[0-9a-f]{12}$/);
  });

  test('an attack finds everything shut', async () => {
    if (!webhooks) throw new Error('the attack is gone');
    const { open, cases } = await launch(webhooks, ground, true);
    expect(open).toEqual([]);
    expect(cases).toBeGreaterThan(50);
  });
});
