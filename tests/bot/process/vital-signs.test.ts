import { pino } from 'pino';
import { expect, test } from 'vitest';
import { createVitalSigns } from '../../../bot/process/vital-signs.ts';

/** What PostgreSQL says, as drizzle wraps it. */
const says = (code: string): Error => new Error('Failed query', { cause: Object.assign(new Error(code), { code }) });

function open() {
  const lines: string[] = [];
  let at = 0;
  const log = pino({ level: 'info' }, { write: (line: string) => lines.push(JSON.parse(line).msg) });
  const signs = createVitalSigns(log, () => at);
  const fail = (error: unknown) => signs.watch('receiving', () => Promise.reject(error)).catch(() => {});
  const work = () => signs.watch('receiving', () => Promise.resolve());
  return {
    signs,
    lines,
    fail,
    work,
    pass: (ms: number) => {
      at += ms;
    },
  };
}

test.each([
  ['53100', 'the disk is full'],
  ['25006', 'read-only'],
  ['CONNECTION_CLOSED', 'out of reach'],
])(
  'what comes in and cannot be kept (%s) is a trouble until something is kept again, said once',
  async (code, words) => {
    const { signs, lines, fail, work } = open();
    await fail(says(code));
    await fail(says(code));
    expect(signs.troubles()).toEqual([`receiving: ${words}`]);
    await work();
    expect(signs.troubles()).toEqual([]);
    expect(lines).toEqual(['receiving fails', 'receiving works again']);
  },
);

test('a message whose turn breaks is no trouble of the service', async () => {
  const { signs, fail } = open();
  await fail(new Error('a mistake'));
  await fail(says('22P02'));
  expect(signs.troubles()).toEqual([]);
});

test('a claim that gets no answer is a trouble after 6 s, until it ends', async () => {
  const { signs, pass } = open();
  let answer = (): void => {};
  const claim = signs.watch('claiming', () => new Promise<void>((resolve) => (answer = resolve)));
  pass(6_000);
  expect(signs.troubles()).toEqual([]);
  pass(1);
  expect(signs.troubles()).toEqual(['claiming: no answer']);
  answer();
  await claim;
  expect(signs.troubles()).toEqual([]);
});

test('a failure that nobody repeats is of the past after a minute', async () => {
  const { signs, fail, pass } = open();
  await fail(says('53100'));
  pass(59_999);
  expect(signs.troubles()).toHaveLength(1);
  pass(1);
  expect(signs.troubles()).toEqual([]);
});
