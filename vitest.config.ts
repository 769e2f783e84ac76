import { defineConfig } from 'vitest/config';

/** Tests that start whole processes: `npm run check` and `.ci/run` run them, `npm test` does not. */
const outside = ['tests/**/*.outside.test.ts'];

const shared = {
  pool: 'forks' as const,
  maxWorkers: 2,
  // Files of a worker share its modules and its databases: opening them took longer than most files.
  isolate: false,
  // Guards against what hangs. No test may expect anything of the machine's speed.
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 60_000 } },
};

export default defineConfig({
  test: {
    globalSetup: ['tests/harness/global-setup.ts'],
    projects: [
      {
        test: {
          ...shared,
          name: 'quick',
          include: ['tests/**/*.test.ts'],
          exclude: outside,
          sequence: { groupOrder: 0 },
        },
      },
      { test: { ...shared, name: 'outside', include: outside, sequence: { groupOrder: 1 } } },
    ],
  },
});
