/**
 * How long each paper takes and how much memory, by the number of units. Every run is a process of its own.
 *
 *   npm run bench:papers -- [--units 1000,10000] [--on postgres,embedded] [--formats xlsx,docx,…] [--runs 5]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { isPaperFormat, type PaperFormat, paperFormats } from '../core/delivery/paper-format.ts';
import { type DatabasePlace, openDatabase } from '../db/engine/open.ts';
import { startPostgres } from '../tests/harness/postgres-server.ts';
import { now, seedUnits } from './seed.ts';

const root = join(import.meta.dirname, '..');
const { values: options } = parseArgs({
  options: {
    units: { type: 'string', default: '1000,10000' },
    on: { type: 'string', default: 'postgres,embedded' },
    formats: { type: 'string', default: paperFormats.join(',') },
    runs: { type: 'string', default: '5' },
  },
});
const formats: PaperFormat[] = options.formats.split(',').filter(isPaperFormat);
const runs = Number(options.runs);

type Run = Record<'seconds' | 'cpu' | 'idle' | 'peak' | 'sampled' | 'stall' | 'size', number>;

/** One run, or why it failed. */
function measure(place: DatabasePlace, directiveId: number, format: PaperFormat): Run | string {
  const unit = format === 'unit' ? ['GD-1'] : [];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      '--expose-gc',
      join(root, 'bench/measure.mjs'),
      JSON.stringify(place),
      String(directiveId),
      now.toISOString(),
      format,
      ...unit,
    ],
    { encoding: 'utf8' },
  );
  return status === 0 ? (JSON.parse(stdout) as Run) : (stderr.trim().split('\n').at(-1) ?? `status ${status}`);
}

/** "2.3 (2.1–2.6)": the median, the least and the most. */
function spread(found: number[], digits: number): string {
  const sorted = found.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(digits);
  return `${at(0.5)} (${at(0)}–${at(1)})`;
}

async function bench(on: string, units: number, place: DatabasePlace): Promise<void> {
  const opened = await openDatabase(place);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const { db, close } = opened.value;
  const directiveId = await seedUnits(db, units);
  const rows = await db.execute(sql`select count(*)::int as n from obligations`);
  await close();
  console.error(`${on}: seeded`, JSON.stringify(Array.isArray(rows) ? rows[0] : (rows as { rows: unknown[] }).rows[0]));
  for (const format of formats) {
    const found: Run[] = [];
    for (let n = 0; n < runs; n++) {
      const run = measure(place, directiveId, format);
      if (typeof run === 'string') {
        console.log(`| ${on} | ${units} | ${format} | failed: ${run} |`);
        break;
      }
      found.push(run);
    }
    if (found.length === 0) continue;
    const of = (key: keyof Run) => found.map((run) => run[key]);
    console.log(
      `| ${on} | ${units} | ${format} | ${spread(of('seconds'), 2)} | ${spread(of('cpu'), 2)} | ${spread(of('peak'), 0)} | ${spread(of('stall'), 0)} | ${spread(of('idle'), 0)} | ${(found[0]?.size ?? 0).toFixed(2)} |`,
    );
  }
}

async function withPostgres(units: number): Promise<void> {
  const server = await startPostgres();
  if (!server) throw new Error('no PostgreSQL was found');
  try {
    const client = postgres(server.url, { max: 1 });
    const [row] = await client<{ version: string }[]>`select current_setting('server_version') as version`;
    console.error(`PostgreSQL ${row?.version}`);
    const name = `bench_${process.pid}_${units}`;
    await client.unsafe(`create database ${name}`);
    const url = new URL(server.url);
    url.pathname = `/${name}`;
    await bench('PostgreSQL', units, { url: url.href, dataDir: '' });
    await client.unsafe(`drop database ${name} with (force)`);
    await client.end({ timeout: 1 });
  } finally {
    await server.stop();
  }
}

async function withEmbedded(units: number): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'chidao-bench-'));
  try {
    await bench('embedded', units, { dataDir });
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const { status } = spawnSync(process.execPath, ['build.mjs'], { cwd: root, stdio: 'inherit' });
if (status !== 0) throw new Error('the product does not compile');
const [cpu] = cpus();
console.error(
  `${cpu?.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`,
);
console.log(
  '| database | units | paper | seconds | seconds of CPU | MB over idle | longest stall, ms | MB idle | MB file |',
);
console.log('|---|---|---|---|---|---|---|---|---|');
for (const units of options.units.split(',').map(Number))
  for (const on of options.on.split(',')) await (on === 'postgres' ? withPostgres(units) : withEmbedded(units));
