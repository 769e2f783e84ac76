import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/harness/longest-first.ts';
import { long, onBoth, outside, played } from './tests/harness/projects.ts';

/**
 * Tests that ask a function and no database: what a change touches of them runs again while it is typed. The others play
 * the whole product, and most changes touch most of them.
 */
const near = {
  include: [
    'tests/core/**/*.test.ts',
    'tests/messages/**/*.test.ts',
    'tests/bot/{channels,dialogues,links,process}/**/*.test.ts',
  ],
  exclude: [...outside, ...long],
};

const shared = {
  // Node loads the modules, which tsx compiles and keeps compiled. Behind Vite's module runner each use of what is imported is a
  // call, and took a tenth of the time.
  experimental: { viteModuleRunner: false, nodeLoader: false },
  pool: 'forks' as const,
  // Files of a worker share its modules and its databases: opening them took longer than most files.
  isolate: false,
  // Tests make much and keep little of it: with a larger nursery it is swept a tenth less of the time.
  execArgv: ['--max-semi-space-size=64', '--import', 'tsx'],
  setupFiles: ['tests/harness/setup.ts'],
  // Guards against what hangs. No test may expect anything of the machine's speed.
  testTimeout: 120_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 60_000 } },
};

/**
 * How many files run at once. A worker and its database take turns, so each pair keeps one core busy; a test from outside waits
 * for its service as well.
 */
const few = Math.max(2, availableParallelism());
const more = few + 2;

/** What `npm test` leaves out runs in one group. */
const rest = { ...shared, maxWorkers: more, sequence: { groupOrder: 1 } };

/**
 * `npm test` runs `quick`; `npm run test:all`, `npm run check` and CI run `long`, `plain`, `embedded` and `outside` after it.
 * `near` is a part of `quick`, for `npm run test:watch`.
 */
export default defineConfig({
  test: {
    globalSetup: ['tests/harness/global-setup.ts'],
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          ...shared,
          name: 'quick',
          include: ['tests/**/*.test.ts'],
          exclude: [...outside, ...long],
          provide: { onDatabase: 'quickest', chats: 'buttons' },
          maxWorkers: few,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...shared,
          ...near,
          name: 'near',
          provide: { onDatabase: 'quickest', chats: 'buttons' },
          maxWorkers: few,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          ...rest,
          name: 'long',
          include: long,
          provide: { onDatabase: 'quickest', chats: 'buttons' },
        },
      },
      {
        test: {
          ...rest,
          name: 'plain',
          include: played,
          // They are played as plain text on the embedded database.
          exclude: onBoth,
          provide: { onDatabase: 'quickest', chats: 'plain' },
        },
      },
      {
        test: {
          ...rest,
          name: 'embedded',
          include: onBoth,
          exclude: outside,
          provide: { onDatabase: 'embedded', chats: 'plain' },
        },
      },
      {
        test: {
          ...rest,
          name: 'outside',
          include: outside,
          provide: { onDatabase: 'both', chats: 'buttons' },
        },
      },
    ],
  },
});
