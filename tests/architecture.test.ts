/** The rules of docs/architecture.md that a machine can check: who imports whom, who reads the clock, where sentences live. */
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import * as allowed from './architecture/allowed.ts';
import { commentSentences } from './architecture/comments.ts';
import { expectOnly, expectWithin, noLongerNeeded } from './architecture/expectations.ts';
import { arrows, circles, fileCounts } from './architecture/folders.ts';
import { functionsFound } from './architecture/functions.ts';
import { channelLiterals, exportedNames } from './architecture/names.ts';
import { loose, whyNot } from './architecture/order.ts';
import { at, clientFiles, filesOf, read, roomOf, rooms, sources, testFiles } from './architecture/sources.ts';

/** The parts of the product, the most particular first. */
const parts = ['messages/papers', 'bot/dialogues', 'bot/channels', 'core', 'messages', 'db', 'bot', 'jobs'] as const;
type Part = (typeof parts)[number];
const partOf = (path: string): Part | undefined => parts.find((part) => path.startsWith(`${part}/`));

const everything: readonly Part[] = parts;
const mayImport: Record<Part, readonly Part[]> = {
  core: ['core'],
  messages: ['messages', 'core'],
  'messages/papers': ['messages/papers', 'messages', 'core'],
  db: ['db', 'core'],
  'bot/dialogues': ['bot/dialogues', 'messages', 'core'],
  'bot/channels': ['bot/channels', 'core'],
  bot: everything,
  jobs: everything,
};

/** Packages that compute and do nothing else: all that the pure parts may use. */
const purePackages: Partial<Record<Part, readonly string[]>> = {
  core: ['luxon', 'zod'],
  messages: ['luxon'],
  'bot/dialogues': ['luxon', 'zod'],
};

/** The one place of each library that talks to the world or draws documents. */
const homes: Record<string, RegExp> = {
  grammy: /^bot\/channels\/telegram/,
  hono: /^bot\/web\//,
  '@hono/node-server': /^bot\/web\//,
  postgres: /^db\//,
  '@electric-sql/pglite': /^db\//,
  'drizzle-orm': /^db\//,
  'node-cron': /^jobs\//,
  pino: /^bot\/process\/log\.ts$/,
  'prom-client': /^bot\/process\/metrics\.ts$/,
  docx: /^messages\/papers\//,
  hucre: /^(messages\/papers|bot\/intake)\//,
  echarts: /^messages\/papers\//,
  '@resvg/resvg-wasm': /^messages\/papers\//,
  '@expo-google-fonts/be-vietnam-pro': /^messages\/papers\//,
};

const packages = sources.flatMap((source) =>
  source.packages.map((name) => ({ path: source.path, name, said: `${source.path}: ${name}` })),
);

test('the rules look at the whole product', () => {
  expect(sources.length).toBeGreaterThan(50);
  expect(packages.length).toBeGreaterThan(50);
  expect(clientFiles.length).toBeGreaterThan(3);
  expect(testFiles.length).toBeGreaterThan(20);
  expect(parts.filter((part) => !sources.some(({ path }) => partOf(path) === part))).toEqual([]);
});

/** The least that each room holds. Below it a rule would look at nothing, and be kept by nobody. */
const least = {
  core: { files: 40, imports: 70, functions: 300, exports: 220, sentences: 400 },
  messages: { files: 55, imports: 200, functions: 600, exports: 270, sentences: 300 },
  db: { files: 60, imports: 220, functions: 370, exports: 270, sentences: 350 },
  bot: { files: 140, imports: 850, functions: 1000, exports: 370, sentences: 800 },
  jobs: { files: 7, imports: 60, functions: 70, exports: 15, sentences: 35 },
} satisfies Record<(typeof rooms)[number], Record<string, number>>;

test.each(rooms)('the rules see the files, imports, functions, names and comments of %s', (room) => {
  const isHere = (path: string): boolean => roomOf(path) === room;
  const files = sources.filter(({ path }) => isHere(path));
  const seen = {
    files: files.length,
    imports: files.flatMap(({ targets }) => targets).length,
    functions: functionsFound.filter(({ name }) => isHere(name)).length,
    exports: [...exportedNames().values()].flat().filter(isHere).length,
    sentences: commentSentences.filter(({ path }) => isHere(path)).length,
  };
  for (const [what, most] of Object.entries(least[room]))
    expect.soft(seen[what as keyof typeof seen], what).toBeGreaterThanOrEqual(most);
});

describe('who imports whom', () => {
  test.each(parts)('%s imports only the parts that it may know', (part) => {
    const wrong = sources
      .filter(({ path }) => partOf(path) === part)
      .flatMap(({ path, targets }) =>
        targets
          .filter((target) => {
            const room = partOf(target);
            return room === undefined ? !target.endsWith('.json') : !mayImport[part].includes(room);
          })
          .map((target) => `${path} → ${target}`),
      );
    expect(wrong).toEqual([]);
  });

  test.each(Object.entries(purePackages))('%s uses no package but %j: it reads and writes nothing', (part, allowed) => {
    const wrong = packages.filter(({ path, name }) => partOf(path) === part && !allowed.includes(name));
    expect(wrong.map(({ said }) => said)).toEqual([]);
  });

  test('a library that talks to the world is imported in its own place only', () => {
    const wrong = packages.filter(({ path, name }) => homes[name] && !homes[name].test(path));
    expect(wrong.map(({ said }) => said)).toEqual([]);
  });

  test('what the product imports is among its dependencies, and nothing comes from tests or tools', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> };
    const wrong = packages.filter(({ name }) => !name.startsWith('node:') && !(name in dependencies));
    expect(wrong.map(({ said }) => said)).toEqual([]);
  });
});

describe('what nobody does behind our back', () => {
  const found = (matches: (node: ts.Node) => boolean, except?: string): string[] =>
    sources
      .filter(({ path }) => path !== except)
      .flatMap((source) => source.nodes.filter(matches).map((node) => at(source, node)));
  const isAccess = (node: ts.Node, ...names: string[]): boolean =>
    ts.isPropertyAccessExpression(node) && names.includes(node.getText());

  test('only bot/clock.ts reads the clock', () => {
    const readsClock = (node: ts.Node): boolean =>
      (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) ||
      (ts.isCallExpression(node) && node.expression.getText() === 'Date') ||
      (ts.isCallExpression(node) &&
        /^DateTime\.(local|utc)$/.test(node.expression.getText()) &&
        !node.arguments.length) ||
      isAccess(node, 'Date.now', 'performance.now', 'DateTime.now', 'process.hrtime', 'process.uptime');
    expect(found(readsClock, 'bot/clock.ts')).toEqual([]);
    expect(found(readsClock).length).toBeGreaterThan(0);
  });

  test('no statement asks the database for the time', () => {
    const asks = (node: ts.Node): boolean =>
      (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) &&
      /\bnow\(\)|current_timestamp|clock_timestamp/i.test(node.getText());
    expect(found(asks)).toEqual([]);
    const migrations = filesOf(['db/migrations'], /\.sql$/).filter((path) =>
      /\bnow\(\)|current_timestamp/i.test(read(path)),
    );
    expect(migrations).toEqual([]);
  });

  test('only bot/config reads the environment', () => {
    expect(found((node) => isAccess(node, 'process.env'), 'bot/config/environment.ts')).toEqual([]);
    expect(found((node) => isAccess(node, 'process.env')).length).toBeGreaterThan(0);
  });

  test('nothing is left to Math.random', () => {
    expect(found((node) => isAccess(node, 'Math.random'))).toEqual([]);
  });
});

describe('where sentences live', () => {
  /** Not sentences of ours, but words that people write and the law's own words, as data. */
  const wordLists: Record<string, string> = {
    'core/language/answer-words.ts': 'words that people write in answers',
    'core/language/asked/ask-words.ts': 'words that people write to ask',
    'core/language/assent/assent-words.ts': 'words that people write to say yes and no',
    'core/language/figure-words.ts': 'words that people write around figures',
    'core/language/assent/remark-words.ts': 'words that people write where they have nothing to add',
    'core/language/telex.ts': 'what raw Telex stands for',
    'core/language/amounts/amount-words.ts': 'words that people write around amounts',
    'core/language/amounts/likely-words.ts': 'words that people write around a number that is likely meant',
    'core/language/amounts/nothing-words.ts': 'words by which people say that nothing was done',
    'core/language/amounts/count-words.ts': 'words that speak of an amount without saying it',
    'core/language/amounts/unit-name-words.ts': 'words that names of units begin with',
    'core/language/amounts/unit-words.ts': 'units as people write them',
    'core/language/progress/progress-words.ts': 'words that people write of tasks',
    'core/language/reading/numeral-words.ts': 'words for numbers',
    'core/language/reading/vni-words.ts': 'words that raw VNI may stand for',
    'core/language/speech/moment-words.ts': 'words for days and times',
    'core/language/speech/speech-words.ts': 'words that people write and that are no answer',
    'core/language/dialect.ts': 'words that people of the provinces write',
    'core/reports/read-back/read-back-words.ts': 'words that people write of what was read back',
    'core/language/answers.ts': 'words for dates, receipts and thanks',
    'core/language/assent/yes-no.ts': 'words for yes and no',
    'core/language/commands/command-words.ts': 'words that people write to call a command',
    'core/language/commands/courtesy-words.ts': 'words around commands',
    'core/language/commands/paper-words.ts': 'words that people write to ask for a paper',
    'core/language/commands/extension-words.ts': 'words that staff write to give more time, and to send a report back',
    'core/directives/directive.ts': 'what its schema says of a bad field, beside the field',
    'core/directives/indicator-draft.ts': 'likewise',
    'core/directives/recurring-draft.ts': 'likewise',
    'core/roster/bare-name.ts': 'courtesies before a name',
    'core/time/holidays.ts': 'names of holidays, from the law',
    'core/language/picture-words.ts': 'words that people write of pictures',
    'core/language/number-words.ts': 'words for numbers',
    'core/language/numbers.ts': 'words around numbers',
    'core/language/text.ts': 'the letter đ, which no normal form takes apart',
  };

  /** Decomposed: a letter with the mark of a tone or of a vowel (not the two dots of ä), or đ. */
  const vietnamese = /đ|\p{L}(\u0300|\u0301|\u0302|\u0303|\u0306|\u0309|\u031b|\u0323)/iu;
  const isText = (node: ts.Node): boolean =>
    ts.isStringLiteralLike(node) ||
    ts.isRegularExpressionLiteral(node) ||
    ts.isTemplateHead(node) ||
    ts.isTemplateMiddle(node) ||
    ts.isTemplateTail(node);

  test('no Vietnamese stands outside messages/', () => {
    const speaking = sources
      .filter(({ path }) => !path.startsWith('messages/') && !(path in wordLists))
      .flatMap((source) =>
        source.nodes
          .filter((node) => isText(node) && vietnamese.test(node.getText().normalize('NFD')))
          .map((node) => at(source, node)),
      );
    expect(speaking).toEqual([]);
    expect(clientFiles.filter((path) => vietnamese.test(read(path).normalize('NFD')))).toEqual([]);
  });

  test('every exception is still needed', () => {
    const needed = sources.filter(
      ({ path, nodes }) =>
        path in wordLists && nodes.some((node) => isText(node) && vietnamese.test(node.getText().normalize('NFD'))),
    );
    expect(needed.map(({ path }) => path)).toEqual(Object.keys(wordLists).sort());
  });
});

describe('how it is kept', () => {
  test('migrations are listed in the order of their instants: Drizzle skips one that is older than the last', () => {
    const journal = JSON.parse(read('db/migrations/meta/_journal.json')) as {
      entries: { when: number; tag: string }[];
    };
    const instants = journal.entries.map(({ when }) => when);
    expect(instants).toEqual([...new Set(instants)].sort((a, b) => a - b));
    expect(journal.entries.map(({ tag }) => `db/migrations/${tag}.sql`)).toEqual(filesOf(['db/migrations'], /\.sql$/));
  });

  test('no file is longer than 250 lines, no test longer than 400', () => {
    const lines = (path: string): number => read(path).trimEnd().split('\n').length;
    const long = (paths: readonly string[], most: number): string[] =>
      paths.filter((path) => lines(path) > most).map((path) => `${path}: ${lines(path)}`);
    expect(long([...sources.map(({ path }) => path), ...clientFiles], 250)).toEqual([]);
    expect(long(testFiles, 400)).toEqual([]);
  });
});

describe('the rooms', () => {
  test.each([
    ['core/language/text.ts', 'core/roster/roster.ts', 'roster stands above language'],
    ['core/time/calendar.ts', 'core/lunar/lunar.ts', 'core/lunar has no place in the order of core'],
    ['db/roster/units.ts', 'db/reports/reports.ts', 'roster and reports do not know each other'],
    ['messages/chat/help.ts', 'messages/pages/web.ts', 'chat and pages do not know each other'],
    ['bot/facts/gather.ts', 'bot/acts/apply/apply.ts', 'facts only read'],
    ['bot/web/server.ts', 'bot/dialogues/turn.ts', 'pages and commands do things by acts'],
    ['bot/acts/issue.ts', 'jobs/table.ts', 'only bot/service starts jobs'],
    ['bot/process/log.ts', 'bot/channels/telegram/api.ts', 'only bot/service opens adapters'],
    ['bot/channels/zalo-oa/api.ts', 'bot/channels/zalo-bot/api.ts', 'adapters do not know each other'],
    ['bot/channels/telegram/api.ts', 'bot/channels/zalo/http.ts', 'adapters do not know each other'],
    ['bot/channels/web/channel.ts', 'db/database.ts', 'an adapter knows no table and no sentence'],
    ['jobs/table.ts', 'bot/service/start.ts', 'nobody imports the service but main'],
    ['bot/service/start.ts', 'bot/main.ts', 'nobody imports an entry'],
    ['bot/channels/zalo-oa/api.ts', 'bot/channels/zalo/http.ts', undefined],
    ['bot/acts/issue.ts', 'bot/facts/gather.ts', undefined],
    ['bot/service/start.ts', 'jobs/table.ts', undefined],
  ])('the order judges %s → %s: %s', (path, target, why) => {
    expect(whyNot(path, target)).toBe(why);
  });

  test('an import goes from a folder to one that stands below it', () => {
    const found = sources.flatMap(({ path, targets }) =>
      targets.flatMap((target) => {
        const why = whyNot(path, target);
        return why === undefined ? [] : [[`${path} → ${target}`, `${path} imports ${target}: ${why}`] as const];
      }),
    );
    expectOnly(new Map(found), allowed.imports);
  });

  test('no folders stand in a circle', () => {
    expect([...arrows().values()].flatMap((known) => [...known]).length).toBeGreaterThan(200);
    const found = circles().map(({ arrow, shown }) => [arrow, `${arrow} stands in a circle: ${shown}`] as const);
    expectOnly(new Map(found), allowed.circles);
  });

  test('no file stands loose in a room but the few that belong to all of it', () => {
    const found = sources.map(({ path }) => path).filter((path) => path.split('/').length === 2);
    expect(loose.filter((path) => !found.includes(path))).toEqual([]);
    const wrong = found.filter((path) => !loose.includes(path));
    expectOnly(new Map(wrong.map((path) => [path, `${path} stands in no folder`])), allowed.looseFiles);
  });

  test('a folder holds at most 20 files', () => {
    const counts = [...fileCounts()];
    expect(counts.length).toBeGreaterThan(40);
    expect(counts.filter(([, count]) => count > 20)).toEqual([]);
  });

  test('the name of a channel stands as a literal at its home only', () => {
    const literals = channelLiterals();
    expect(literals.filter(({ isHome }) => isHome).length).toBeGreaterThan(10);
    const wrong = literals.filter(({ isHome }) => !isHome);
    expectOnly(
      new Map(wrong.map(({ where }) => [where, `${where}: a channel is told apart by what it offers, not by name`])),
      allowed.channelLiterals,
    );
  });
});

describe('how it is written', () => {
  test('no function is longer than 80 lines', () => {
    const measured = functionsFound.map(({ name, lines }) => ({ name, size: lines }));
    expectWithin(measured, 80, 'lines', allowed.longFunctions);
  });

  test('no function takes more than four parameters', () => {
    const measured = functionsFound.map(({ name, parameters }) => ({ name, size: parameters }));
    expectWithin(measured, 4, 'parameters', allowed.wideFunctions);
  });

  test('no two files export the same name', () => {
    const shared = [...exportedNames()].filter(([, files]) => files.length > 1);
    expectOnly(
      new Map(shared.map(([name, files]) => [name, `${name} is exported by ${files.join(' and ')}`])),
      allowed.sharedNames,
    );
  });

  test('no sentence of a comment is longer than 30 words', () => {
    const long = commentSentences.filter(({ words }) => words > 30);
    const wrong = long.filter(({ path }) => !allowed.longSentences.includes(path));
    const needless = allowed.longSentences.filter((path) => !long.some((sentence) => sentence.path === path));
    expect.soft(wrong.map(({ where, words, sentence }) => `${where}: ${words} words: ${sentence}`)).toEqual([]);
    expect.soft(needless, noLongerNeeded).toEqual([]);
  });
});
