/** The rules of docs/architecture.md that a machine can check: who imports whom, who reads the clock, where sentences live. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** The files below some folders, as paths from the project's root. */
const filesOf = (rooms: readonly string[], ending: RegExp): string[] =>
  rooms
    .flatMap((room) =>
      readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((name) => `${room}/${name}`),
    )
    .filter((path) => ending.test(path))
    .sort();

type Source = { path: string; imports: string[]; nodes: ts.Node[]; at(node: ts.Node): string };

function readSource(path: string): Source {
  const text = read(path);
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return {
    path,
    imports: ts.preProcessFile(text, true, true).importedFiles.map((file) => file.fileName),
    nodes,
    at: (node) =>
      `${path}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${node.getText().slice(0, 60)}`,
  };
}

const sources = filesOf(['core', 'messages', 'db', 'bot', 'jobs'], /\.ts$/).map(readSource);
const clientFiles = filesOf(['bot/web/client'], /\.(js|css)$/);
const testFiles = filesOf(['tests'], /\.ts$/);

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
  hucre: /^messages\/papers\//,
  echarts: /^messages\/papers\//,
  '@resvg/resvg-wasm': /^messages\/papers\//,
  '@expo-google-fonts/be-vietnam-pro': /^messages\/papers\//,
};

const isRelative = (name: string): boolean => name.startsWith('.');
/** "drizzle-orm/pglite" is "drizzle-orm", "@hono/node-server/x" is "@hono/node-server". */
const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
const packages = sources.flatMap(({ path, imports }) =>
  imports
    .filter((name) => !isRelative(name))
    .map((name) => ({ path, name: packageOf(name), said: `${path}: ${name}` })),
);

test('the rules look at the whole product', () => {
  expect(sources.length).toBeGreaterThan(50);
  expect(packages.length).toBeGreaterThan(50);
  expect(clientFiles.length).toBeGreaterThan(3);
  expect(testFiles.length).toBeGreaterThan(20);
  expect(parts.filter((part) => !sources.some(({ path }) => partOf(path) === part))).toEqual([]);
});

describe('who imports whom', () => {
  test.each(parts)('%s imports only the parts that it may know', (part) => {
    const wrong = sources
      .filter(({ path }) => partOf(path) === part)
      .flatMap(({ path, imports }) =>
        imports
          .filter(isRelative)
          .map((name) => join(dirname(path), name))
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
      .flatMap((source) => source.nodes.filter(matches).map((node) => source.at(node)));
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

  test('only bot/config.ts reads the environment', () => {
    expect(found((node) => isAccess(node, 'process.env'), 'bot/config.ts')).toEqual([]);
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
    'core/language/answers.ts': 'words for yes, no and dates',
    'core/directives/directive.ts': 'what its schema says of a bad field, beside the field',
    'core/time/holidays.ts': 'names of holidays, from the law',
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
          .map((node) => source.at(node)),
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
    const long = (paths: string[], most: number): string[] =>
      paths.filter((path) => lines(path) > most).map((path) => `${path}: ${lines(path)}`);
    expect(long([...sources.map(({ path }) => path), ...clientFiles], 250)).toEqual([]);
    expect(long(testFiles, 400)).toEqual([]);
  });
});
