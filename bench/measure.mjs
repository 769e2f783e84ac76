// Makes one paper with the built product, in a process of its own, and prints what it took as one line of JSON:
//   node bench/measure.mjs <place as JSON: {url} or {dataDir}> <directive's id> <instant> <format> [unit's code]
import { readFileSync, writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';

const [place, directiveId, instant, format, unit] = process.argv.slice(2);
const built = (path) => import(new URL(`../dist/${path}`, import.meta.url).href);
const { openDatabase } = await built('db/engine/open.js');
const { exportPaper } = await built('bot/papers/export.js');

const megabytes = (bytes) => bytes / 1024 / 1024;
/** The most memory that the process has had in hand since it was reset. */
const highest = () => Number(/VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) * 1024;

const opened = await openDatabase(JSON.parse(place));
if (!opened.ok) throw new Error(JSON.stringify(opened.error));
const { db, close } = opened.value;
// Idle: the database open, and its last work a while ago.
await db.execute('select count(*) from units');
globalThis.gc?.();
await pause(1500);
writeFileSync('/proc/self/clear_refs', '5'); // VmHWM starts again from here
const idle = process.memoryUsage().rss;
let sampled = idle;
const sampler = setInterval(() => {
  sampled = Math.max(sampled, process.memoryUsage().rss);
}, 20);
const loop = monitorEventLoopDelay({ resolution: 5 });
loop.enable();
const before = process.cpuUsage();
const start = performance.now();
const request = { directiveId: Number(directiveId), format, ...(unit && { unit }) };
const paper = await exportPaper(db, request, new Date(instant));
const seconds = (performance.now() - start) / 1000;
const spent = process.cpuUsage(before);
loop.disable();
clearInterval(sampler);
if (!paper.ok) throw new Error(paper.error);
if (process.env.BENCH_OUT) writeFileSync(`${process.env.BENCH_OUT}/${paper.value.name}`, paper.value.bytes);
process.stdout.write(
  `${JSON.stringify({
    seconds,
    cpu: (spent.user + spent.system) / 1e6,
    idle: megabytes(idle),
    peak: megabytes(highest() - idle),
    sampled: megabytes(sampled - idle),
    stall: loop.max / 1e6,
    size: megabytes(paper.value.bytes.length),
  })}\n`,
);
await close();
