/** What is handed over beside the program: the image's recipe, and the pages that people read. Held against the program. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const has = (path: string): boolean => existsSync(join(root, path));
const matches = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? '');

const settings = matches(read('.env.example'), /^([A-Z_]+)=/gm);

describe('the image', () => {
  const stages = read('Dockerfile')
    .split(/^FROM /m)
    .slice(1);
  const last = stages.at(-1) ?? '';
  const copies = (stage: string): string[][] => matches(stage, /^COPY (.*)$/gm).map((line) => line.split(' '));
  const fromContext = stages.flatMap(copies).filter(([first]) => !first?.startsWith('--from='));

  test('every file it copies is there, and not kept from it', () => {
    const sources = fromContext.flatMap((words) => words.slice(0, -1));
    expect(sources.length).toBeGreaterThan(8);
    expect(sources.filter((source) => !has(source))).toEqual([]);
    const ignored = read('.dockerignore').trim().split('\n');
    expect(sources.filter((source) => ignored.includes(source.split('/')[0] ?? ''))).toEqual([]);
  });

  test('it is built from every room of the product', () => {
    const built = z.object({ include: z.array(z.string()) }).parse(JSON.parse(read('tsconfig.build.json'))).include;
    expect(copies(stages[0] ?? '').map(([source]) => source)).toEqual(expect.arrayContaining(built));
  });

  test('it carries what the program reads while it runs', () => {
    const targets = copies(last).map((words) => words.at(-1));
    expect(targets.sort()).toEqual(['./', 'bot/web/client', 'db/migrations', 'dist', 'node_modules', 'sample']);
  });

  test('it runs as an ordinary user, keeps its data on a volume, and says whether it is ready', () => {
    expect(last).toMatch(/^USER node$/m);
    expect(last).toMatch(/^VOLUME \/app\/data$/m);
    expect(last).toMatch(/^HEALTHCHECK [\s\S]*\/readyz/m);
    expect(last).toMatch(/^CMD \["node", "dist\/bot\/main.js"\]$/m);
  });

  test('all its stages stand on one version of Node, which .ci/run tries', () => {
    const versions = stages.map((stage) => /^node:(\d+)-bookworm-slim/.exec(stage)?.[1]);
    expect(new Set(versions).size).toBe(1);
    expect(read('.ci/run')).toContain(`runs_on ${versions[0]}\n`);
  });

  test('neither secrets nor what was installed here gets into it', () => {
    const ignored = read('.dockerignore').trim().split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['.env', '.git', 'node_modules', 'dist', 'data']));
  });
});

describe('docker-compose.yml', () => {
  const service = z.object({
    environment: z.record(z.string(), z.union([z.string(), z.number()])),
    restart: z.literal('unless-stopped'),
    volumes: z.array(z.string()).min(1),
  });
  const file = z.object({
    services: z.object({
      postgres: service.extend({ healthcheck: z.object({ test: z.array(z.string()) }) }),
      bot: service.extend({
        env_file: z.literal('.env'),
        depends_on: z.object({ postgres: z.object({ condition: z.literal('service_healthy') }) }),
        ports: z.array(z.string()),
      }),
    }),
    volumes: z.record(z.string(), z.null()),
  });
  const text = read('docker-compose.yml');
  const { services, volumes } = file.parse(parse(text));

  test('it sets only variables that the program knows', () => {
    expect(Object.keys(services.bot.environment).filter((name) => !settings.includes(name))).toEqual([]);
  });

  test('its secrets come from outside, and it does not start without them', () => {
    const asked = matches(text, /\$\{([^}]*)\}/g);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((name) => !/^[A-Z_]+:\?/.test(name))).toEqual([]);
  });

  test('it is reachable on its own machine only', () => {
    expect(services.bot.ports).toEqual(['127.0.0.1:8080-8089:8080']);
  });

  test('every volume it mounts is declared', () => {
    const mounted = [...services.postgres.volumes, ...services.bot.volumes].map((mount) => mount.split(':')[0]);
    expect(mounted.sort()).toEqual(Object.keys(volumes).sort());
  });
});

describe('what holds the service in', () => {
  const confined = z.object({
    cap_drop: z.tuple([z.literal('ALL')]),
    security_opt: z.tuple([z.literal('no-new-privileges:true')]),
    read_only: z.literal(true),
    tmpfs: z.array(z.string()).min(1),
    mem_limit: z.string(),
  });
  const unit = read('systemd/chidao.service');

  test('both containers drop every capability, write nowhere but to volumes and memory, and have a limit of memory', () => {
    const { services } = z
      .object({ services: z.record(z.string(), confined) })
      .parse(parse(read('docker-compose.yml')));
    expect(Object.keys(services)).toEqual(['postgres', 'bot']);
  });

  test('the service itself gets no capability back', () => {
    const bot = z.looseObject({});
    const { services } = z.object({ services: z.object({ bot }) }).parse(parse(read('docker-compose.yml')));
    expect(Object.keys(services.bot)).toContain('cap_drop');
    expect(Object.keys(services.bot)).not.toContain('cap_add');
  });

  test.each([
    'ExecStart=/usr/bin/node dist/bot/main.js',
    'Restart=on-failure',
    'UMask=0077',
    'StateDirectoryMode=0700',
    'NoNewPrivileges=yes',
    'CapabilityBoundingSet=',
    'ProtectSystem=strict',
  ])('the unit of systemd says %s', (line) => expect(unit.split('\n')).toContain(line));

  test('the unit sets only variables that the program knows', () => {
    const named = matches(unit, /^Environment=([A-Z_]+)=/gm);
    expect(named.length).toBeGreaterThan(1);
    expect(named.filter((name) => !settings.includes(name))).toEqual([]);
  });
});

describe('the pages', () => {
  const guides = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'sample/README.md'];
  const pages = [
    ...guides,
    ...readdirSync(join(root, 'docs'))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  ];

  test.each(pages)('%s links only to files that are there', (page) => {
    const links = matches(read(page), /\]\(([^)#\s]+)(?:#[^)]*)?\)/g).filter((link) => !/^[a-z]+:/.test(link));
    expect(links.filter((link) => !has(join(dirname(page), link)))).toEqual([]);
  });

  test.each(pages)('%s names only scripts that package.json has', (page) => {
    const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json')));
    const named = matches(read(page), /npm run (?:-s )?([a-z][a-z:]*)/g);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  test.each(['README.md', 'docs/architecture.md', 'CONTRIBUTING.md'])('%s names only files that are there', (page) => {
    const named = matches(read(page), /`((?:core|messages|db|bot|jobs|tests|docs|sample)\/[\w./-]*)`/g);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((path) => !has(path))).toEqual([]);
  });

  test('README.md names only variables that the program knows', () => {
    const named = matches(read('README.md'), /`([A-Z]+(?:_[A-Z]+)+)(?:=[^`]*)?`/g);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !settings.includes(name))).toEqual([]);
  });
});
