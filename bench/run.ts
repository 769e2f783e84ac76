/**
 * The product beside its peers, all in one run: one table of metric, peers, ours, ratio and spread.
 *
 *   npm run bench -- [--runs 3] [--rows 5000] [--units 10000] [--turns 1200] [--records 100000] [--only drain,issue] [--anyway]
 *
 * Each measurement is a process on a database of its own. Peers and the product take turns (A, B, A …), and medians are
 * compared. On a machine that has other work it refuses to judge; `--anyway` prints the table without a verdict.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import postgres from 'postgres';
import { startPostgres } from '../tests/harness/postgres-server.ts';

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    rows: { type: 'string', default: '5000' },
    units: { type: 'string', default: '10000' },
    turns: { type: 'string', default: '1200' },
    records: { type: 'string', default: '100000' },
    only: { type: 'string', default: '' },
    anyway: { type: 'boolean', default: false },
  },
});
const { rows, units, turns, records } = options;
const runs = Number(options.runs);

/** A goal is met where ours divided by the peer's is at least, or at most, so much. */
type Goal = { atLeast: number } | { atMost: number };
type Peer = { name: string; script: string[]; goal?: Goal };
/** `of` is the field of what the scripts print. Without peers a bound of its own holds. */
type Metric = { name: string; unit: string; of: string; ours: string[]; peers: Peer[]; bound?: Goal };

const own = (...words: string[]): string[] => ['--import', 'tsx', 'bench/ours.ts', ...words];
const peer = (name: string, ...words: string[]): string[] => [`bench/peers/${name}.mjs`, ...words];

const metrics: Metric[] = [
  {
    name: 'drain',
    unit: 'rows/s',
    of: 'perSecond',
    ours: own('drain', rows),
    peers: [
      { name: 'raw batch claim', script: peer('raw', rows), goal: { atLeast: 0.5 } },
      { name: 'graphile-worker, batched', script: peer('graphile', rows), goal: { atLeast: 1 } },
      { name: 'pg-boss', script: peer('pg-boss', rows) },
    ],
  },
  {
    name: `issue ${units} units`,
    unit: 's',
    of: 'seconds',
    ours: own('issue', units),
    peers: [{ name: 'raw bulk insert', script: peer('insert', units), goal: { atMost: 2 } }],
  },
  {
    name: 'issue: longest stall',
    unit: 'ms',
    of: 'stallMs',
    ours: own('issue', units),
    peers: [],
    bound: { atMost: 50 },
  },
  { name: `remind ${units} units`, unit: 's', of: 'seconds', ours: own('remind', units), peers: [] },
  {
    name: `summary of ${units} units`,
    unit: 's',
    of: 'seconds',
    ours: own('figures', units),
    peers: [],
    bound: { atMost: 0.05 },
  },
  {
    name: `verify ${records} records`,
    unit: 's',
    of: 'seconds',
    ours: own('verify', records),
    peers: [],
    bound: { atMost: Number(records) * 30e-6 },
  },
  {
    name: 'one answer, p50',
    unit: 'ms',
    of: 'p50',
    ours: own('answers', turns),
    peers: [
      { name: 'grammY session + storage-psql', script: peer('session', turns, 'session'), goal: { atMost: 1.5 } },
      { name: 'its conversations plugin', script: peer('session', turns, 'conversations'), goal: { atMost: 0.8 } },
    ],
  },
];

const root = join(import.meta.dirname, '..');
if (!existsSync(join(root, 'bench/node_modules'))) {
  const installed = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: join(root, 'bench'),
    stdio: 'inherit',
  });
  if (installed.status !== 0) throw new Error('the peers could not be installed');
}

const server = await startPostgres();
if (!server) throw new Error('no PostgreSQL was found');
const admin = postgres(server.url, { max: 1, onnotice: () => {} });

/** How long a fixed piece of work takes, in milliseconds: on a machine with other work it differs from time to time. */
function probe(): number {
  const began = performance.now();
  let left = 3e7;
  while (left > 0) left -= 1 + (left % 2);
  return performance.now() - began;
}

const probes = Array.from({ length: 15 }, probe).toSorted((a, b) => a - b);
const load = loadavg()[0] ?? 0;
const isNoisy = load > cpus().length * 0.75 || (probes[13] ?? 0) > 1.3 * (probes[1] ?? 1);

let databases = 0;
/** One measurement; undefined where it failed, which is said. */
async function measure(script: string[], of: string): Promise<number | undefined> {
  databases += 1;
  const name = `bench_${process.pid}_${databases}`;
  await admin.unsafe(`create database ${name}`);
  const url = new URL(server?.url ?? '');
  url.pathname = `/${name}`;
  const { status, stdout, stderr } = spawnSync(process.execPath, script, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: url.href },
  });
  await admin.unsafe(`drop database ${name} with (force)`);
  const line = stdout.trim().split('\n').at(-1) ?? '';
  if (status === 0 && line.startsWith('{')) return (JSON.parse(line) as Record<string, number>)[of];
  console.error(`${script.join(' ')}: ${stderr.trim().split('\n').slice(-3).join(' ')}`);
  return undefined;
}

type Found = { median: number; least: number; most: number };

function summed(found: (number | undefined)[]): Found | undefined {
  const sorted = found.filter((value) => value !== undefined).toSorted((a, b) => a - b);
  const [least, most] = [sorted[0], sorted.at(-1)];
  const median = sorted[Math.floor(sorted.length / 2)];
  return median === undefined || least === undefined || most === undefined ? undefined : { median, least, most };
}

const said = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));
const shown = (found: Found | undefined): string =>
  found ? `${said(found.median)} (${said(found.least)}–${said(found.most)})` : 'failed';
const met = (value: number, goal: Goal): boolean => ('atLeast' in goal ? value >= goal.atLeast : value <= goal.atMost);
const goalOf = (goal: Goal): string => ('atLeast' in goal ? `≥ ${goal.atLeast}` : `≤ ${goal.atMost}`);

function verdict(value: number | undefined, goal: Goal | undefined): string {
  if (!goal) return '–';
  if (value === undefined) return 'not measured';
  if (isNoisy) return `goal ${goalOf(goal)}; no verdict`;
  return `${met(value, goal) ? 'met' : 'MISSED'}: ${goalOf(goal)}`;
}

function row({ name, unit, bound }: Metric, ours: Found | undefined, peers: [Peer, Found | undefined][]): string[] {
  const first = `${name}, ${unit}`;
  if (peers.length === 0) return [`| ${first} | – | ${shown(ours)} | – | ${verdict(ours?.median, bound)} |`];
  return peers.map(([{ name: by, goal }, found]) => {
    const ratio = ours && found ? ours.median / found.median : undefined;
    return `| ${first} | ${by}: ${shown(found)} | ${shown(ours)} | ${ratio?.toPrecision(3) ?? '–'} | ${verdict(ratio, goal)} |`;
  });
}

try {
  const [cpu] = cpus();
  console.log(
    `${new Date().toISOString().slice(0, 10)}: ${cpu?.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, load ${load.toFixed(1)}; ${runs} runs in turn, median (least–most)\n`,
  );
  if (isNoisy && !options.anyway) {
    console.error('this machine has other work: nothing is judged on it. --anyway prints the table without a verdict.');
    process.exitCode = 2;
  } else {
    console.log('| metric | peers | ours | ratio | verdict |\n|---|---|---|---|---|');
    const only = options.only.split(',').filter((word) => word !== '');
    for (const metric of metrics.filter(({ name }) => only.length === 0 || only.some((word) => name.includes(word)))) {
      const ours: (number | undefined)[] = [];
      const peers = metric.peers.map((one): [Peer, (number | undefined)[]] => [one, []]);
      for (let run = 0; run < runs; run += 1) {
        ours.push(await measure(metric.ours, metric.of));
        for (const [{ script }, found] of peers) found.push(await measure(script, metric.of));
      }
      // A, B, A: what changed on the machine meanwhile shows in the spread of ours.
      ours.push(await measure(metric.ours, metric.of));
      for (const line of row(
        metric,
        summed(ours),
        peers.map(([one, found]) => [one, summed(found)]),
      ))
        console.log(line);
    }
  }
} finally {
  await admin.end();
  await server.stop();
}
