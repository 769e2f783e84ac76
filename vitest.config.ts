import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './tests/harness/longest-first.ts';

/**
 * Tests that start whole processes, weigh long texts, build many papers, play campaigns at random, or fill databases of earlier
 * versions.
 */
const outside = [
  'tests/**/*.outside.test.ts',
  'tests/db/engine/{message-subjects,exact-figures}.test.ts',
  'tests/db/figures/{asked/recount,parts/parts}.test.ts',
  'tests/bot/dialogues/properties.test.ts',
  'tests/bot/facts/consolidation.test.ts',
  'tests/transcripts/province-papers.test.ts',
  'tests/proof/proof.test.ts',
  'tests/messages/papers/{cells,figures,large-table,ledger,picture}.test.ts',
  'tests/transcripts/papers.test.ts',
];
/**
 * What is played on the embedded database too, as the databases might differ there: queries, the parts of the service that
 * read and write, and the transcripts of what is added up, sorted and compared in SQL.
 */
const onBoth = [
  'tests/db/{access/invites,delivery/messages,delivery/standing,directives/figures-in-full,directives/{issuing{,-pages},named}}.test.ts',
  'tests/db/{engine/values,figures/{forecast,period,summary},progress/sections,reports/{beside,expressions,owing},roster/import,roster/offices,roster/rights}.test.ts',
  'tests/harness/database.test.ts',
  'tests/bot/acts/{bind-group,progress/record-progress,resend}.test.ts',
  'tests/bot/audit/{archive,chain,command,figures}.test.ts',
  'tests/bot/channels/zalo-oa/tokens.test.ts',
  'tests/bot/commands/{commands,imports,life,person}.test.ts',
  'tests/bot/delivery/{alert,answered,batches,deliverer,fence,pass-on,reroute,too-long,transact,ways}.test.ts',
  'tests/bot/{facts/call-sheet,links/open,process/fault,web/chat}.test.ts',
  'tests/bot/inbound/{fairness,processes,receive}.test.ts',
  'tests/jobs/platforms/{alerts,groups,retention}.test.ts',
  'tests/transcripts/{burden,difficulties,drill-down,formulas,kinds,papers,promises,questions,recurring}.test.ts',
  'tests/transcripts/{registering,report,signed,staff,zalo}.test.ts',
  'tests/jobs/reminders/{digest,pieces,reminders,steps}.test.ts',
];

/** Transcripts that are played with buttons and as plain text: `describeTranscripts` in tests/harness/world.ts. */
const played = [
  'tests/transcripts/{amend,answers,approval,asked-once,burden,commands,consolidation,delegation,difficulties}.test.ts',
  'tests/transcripts/{drill-down,evidence,formulas,group-doors,groups,handed-in,history,hold,kinds}.test.ts',
  'tests/transcripts/{leaving,life,odd-messages,phone,pictures,progress,progress-shown,promises,province}.test.ts',
  'tests/transcripts/{questions,refused,registering,report,resending,rights,signed,staff,talk}.test.ts',
  'tests/transcripts/{amending,file-answers,file-proof,form,original,period,recurring,reissue,together}.test.ts',
  'tests/transcripts/{asked,behalf,earlier,extension,forecast,form-begun,form-behalf,form-files,form-tasks,owed}.test.ts',
  'tests/transcripts/unlike.test.ts',
  'tests/jobs/reminders/{daily,digest,reminders,steps}.test.ts',
];

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
  exclude: [...outside, 'tests/bot/channels/zalo-oa/tokens.test.ts'],
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

/**
 * `npm test` runs `quick`; `npm run test:all`, `npm run check` and CI run `plain`, `embedded` and `outside` after it. `near` is a
 * part of `quick`, for `npm run test:watch`.
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
          exclude: outside,
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
          ...shared,
          name: 'plain',
          include: played,
          provide: { onDatabase: 'quickest', chats: 'plain' },
          maxWorkers: more,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...shared,
          name: 'embedded',
          include: onBoth,
          exclude: ['tests/**/*.outside.test.ts'],
          provide: { onDatabase: 'embedded', chats: 'buttons' },
          maxWorkers: more,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...shared,
          name: 'outside',
          include: outside,
          provide: { onDatabase: 'both', chats: 'buttons' },
          maxWorkers: more,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
