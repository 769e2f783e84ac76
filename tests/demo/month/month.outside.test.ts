import { expect, test } from 'vitest';
import { type Ended, runScript } from '../../harness/child.ts';

test('the first days of the simulated month end with every check held', async () => {
  const ended: Ended = await runScript(
    'tests/demo/main.ts',
    ['--month', '--small', '--units', '24', '--seed', '7'],
    {},
  );
  expect(ended.stderr).toBe('');
  expect(ended.code).toBe(0);
  expect(ended.stdout).toMatch(/Mô phỏng 10 ngày: 24 đơn vị, ba văn bản, hạt giống 7/);
  expect(ended.stdout).toMatch(/103\/UBND-NN +2 +8 /);
  const checks = /Phép kiểm: ([\d.]+); sai lệch: 0\./.exec(ended.stdout)?.[1]?.replaceAll('.', '');
  expect(Number(checks)).toBeGreaterThan(3000);
}, 900_000);
