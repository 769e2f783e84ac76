import { expect, test } from 'vitest';
import { createRefusals } from '../../../bot/process/refusals.ts';

test('a refusal is counted each time, and logged once a minute without naming anybody', () => {
  const lines: unknown[] = [];
  let counted = 0;
  let now = 0;
  const refused = createRefusals({
    log: { warn: (...line: unknown[]) => lines.push(line) } as Parameters<typeof createRefusals>[0]['log'],
    metrics: { countRefused: () => (counted += 1) },
    key: Buffer.alloc(32, 1),
    machineNow: () => now,
  });
  for (let at = 0; at < 5000; at += 1) refused('code', 'telegram 0912345678', 'opens nothing');
  refused('code', 'telegram 0987654321', 'opens nothing');
  expect(counted).toBe(5001);
  expect(lines).toHaveLength(2);
  expect(JSON.stringify(lines)).not.toMatch(/0912345678|0987654321/);
  now = 61_000;
  refused('code', 'telegram 0912345678', 'opens nothing');
  expect(JSON.stringify(lines.slice(2))).toMatch(/"more":4999.*opens nothing/);
});

test('a crowd of senders fills no log', () => {
  let lines = 0;
  const refused = createRefusals({
    log: { warn: () => (lines += 1) } as Parameters<typeof createRefusals>[0]['log'],
    metrics: { countRefused: () => {} },
    key: Buffer.alloc(32, 1),
    machineNow: () => 0,
  });
  for (let at = 0; at < 10_000; at += 1) refused('flood', `telegram ${at}`, 'too much');
  expect(lines).toBe(200);
});
