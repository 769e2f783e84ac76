/**
 * What stands behind a summary, view by view, of as many units: `DATABASE_URL=… node --import tsx bench/views.ts 200000`. Fills an empty
 * database first; one that is filled is taken as it is. Of each view the median of five, after two that nobody counts.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { listUnreached } from '../db/delivery/unreached.ts';
import { openDatabase } from '../db/engine/open.ts';
import { countAt, listChangedSince } from '../db/figures/before.ts';
import { pageByShare, pageGroup } from '../db/figures/drill-down.ts';
import { totalGroups } from '../db/figures/papers.ts';
import { addUpFigures } from '../db/figures/parts/add-up.ts';
import { readSummary } from '../db/figures/summary.ts';
import { readSectionTotals } from '../db/progress/sections.ts';
import { findFirstNamed, listNamedBelow, listOwedByParent } from '../db/reports/owing.ts';
import { directives, rounds, units } from '../db/schema/tables.ts';
import { at } from '../tests/messages/papers/seed.ts';
import { seedUnits } from './seed.ts';

const size = Number(process.argv[2]);
const opened = await openDatabase({ url: process.env.DATABASE_URL, dataDir: '' });
if (!opened.ok) throw new Error(JSON.stringify(opened.error));
const { db, close } = opened.value;
if ((await db.$count(units)) < size) await seedUnits(db, size);
await db.update(directives).set({ state: 'issued' });
await addUpFigures(db);

const [round] = await db.select({ id: rounds.id, dutyId: rounds.dutyId }).from(rounds);
const [directive] = await db.select({ id: directives.id, issuerId: directives.issuerId }).from(directives);
if (!round || !directive) throw new Error('there is no round');
const now = at('2026-03-12T08:30:00');
const summary = await readSummary(db, directive.id, now);
const all = (key: string): number => summary.indicators.find((one) => one.key === key)?.units ?? 0;
const group = { key: { type: 'kind', kind: 'commune' } as const, issuerId: directive.issuerId, all: 60_000 };

const views: Record<string, () => Promise<unknown>> = {
  summary: () => readSummary(db, directive.id, now),
  groups: () => totalGroups(db, { ...round, issuerId: directive.issuerId }),
  'a group, its first page': () => pageGroup(db, round, group, 1),
  'an indicator, the smallest shares': () => pageByShare(db, round, { key: 'chu-ky-so', all: all('chu-ky-so') }, 1),
  'the same, page 100': () => pageByShare(db, round, { key: 'chu-ky-so', all: all('chu-ky-so') }, 100),
  'yesterday, of which nothing came since': () => countAt(db, round, at('2026-03-12T00:00:00')),
  'yesterday, of which a seventh came since': () => countAt(db, round, at('2026-03-11T00:00:00')),
  'who reported since then': () => listChangedSince(db, round, at('2026-03-11T00:00:00'), 20),
  sections: () => readSectionTotals(db, directive.id, now),
  'who owes, the first of them': () => findFirstNamed(db, round.id, { now, most: 15 }),
  'who owes, for a group': () => listNamedBelow(db, round.id, { parentId: directive.issuerId, now }),
  'who owes, for the units above': () => listOwedByParent(db, round.id, { own: null, but: directive.issuerId, now }),
  'who is to be called': () => listUnreached(db, directive.id, []),
};

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

for (const [name, read] of Object.entries(views)) {
  await read();
  await read();
  const loop = monitorEventLoopDelay({ resolution: 5 });
  loop.enable();
  const taken: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    const began = performance.now();
    await read();
    taken.push(performance.now() - began);
  }
  loop.disable();
  const rssMb = Math.round(process.memoryUsage().rss / 2 ** 20);
  process.stdout.write(
    `${JSON.stringify({ name, ms: Math.round(median(taken)), stallMs: Math.round(loop.max / 1e6), rssMb })}\n`,
  );
}
await close();
