/**
 * Builds papers in worker threads, one at a time: a paper may take a second or more, which replies must not wait for. A table has a
 * thread of its own. Whatever else is built in one that stays for some seconds: papers come in bursts, and loading what builds them
 * takes longer than building one.
 */
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type ResourceLimits, Worker } from 'node:worker_threads';
import { packageRoot } from '../../db/engine/folders/package-root.ts';
import type { PaperOrder, RowsMessage, SheetOrder, TableOrder, ThreadData, ThreadMessage } from './order.ts';
import type { RowTexts } from './rows.ts';

const isBuilt = extname(import.meta.url) !== '.ts';
const worker = join(packageRoot(), isBuilt ? 'dist/bot/papers/worker.js' : 'bot/papers/worker.ts');

/** Memory for one thread, in megabytes. A paper that needs more fails alone; the service goes on. */
const memory: ResourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 };
/** A table is written row by row: it needs no more for many rows than for few. */
const tableMemory: ResourceLimits = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 24 };
/** Each row of a workbook is dozens of short-lived texts: with more room for them, a large one takes a tenth less time. */
const workbookMemory: ResourceLimits = { ...tableMemory, maxYoungGenerationSizeMb: 48 };

/**
 * The most units whose rows were sent to the thread and are not written yet. Above it reading pauses, while its snapshot
 * stays open. In the embedded database an open snapshot keeps everybody else waiting. So the number is that of the largest
 * office that may use the embedded database: there reading never pauses.
 */
const mostWaiting = 25_000;

const isTable = (order: PaperOrder): order is TableOrder =>
  order.paper === 'workbook' || order.paper === 'csv' || order.paper === 'json';

/** How long a thread without an order stays, in milliseconds; then its memory goes with it. */
const idleMs = 15_000;

/** From the sources (tests, development) the thread first needs the loader that reads TypeScript. */
function startThread(order: ThreadData): Worker {
  const rowByRow = order?.paper === 'workbook' ? workbookMemory : tableMemory;
  const options = { workerData: order, resourceLimits: order ? rowByRow : memory };
  // What the process was started with (loaders, a profiler) is not for the thread.
  if (isBuilt) return new Worker(worker, { ...options, execArgv: [] });
  const tsx = dirname(createRequire(import.meta.url).resolve('tsx/package.json'));
  const loader = pathToFileURL(join(tsx, 'dist/esm/api/index.mjs')).href;
  const code = `import('${loader}').then(({ register }) => { register(); return import('${pathToFileURL(worker).href}'); })`;
  return new Worker(code, { ...options, eval: true });
}

/** Reads rows and passes them on, no faster than the thread writes them. */
async function feed(thread: Worker, rows: RowTexts, stop: AbortSignal): Promise<void> {
  let waiting = 0;
  thread.on('message', (message: ThreadMessage) => {
    if ('written' in message) waiting -= message.written;
  });
  const encoder = new TextEncoder();
  for await (const { texts, units } of rows) {
    stop.throwIfAborted();
    // As bytes, which lie outside the thread's heap until their turn comes.
    const packed = { units: encoder.encode(texts.units), revisions: encoder.encode(texts.revisions) };
    thread.postMessage({ units, packed } satisfies RowsMessage, [packed.units.buffer, packed.revisions.buffer]);
    waiting += units;
    while (waiting > mostWaiting) await once(thread, 'message', { signal: stop });
  }
  thread.postMessage(null satisfies RowsMessage);
}

/** The bytes that a thread makes of its order. Rejects with its error, and when it ends without any. */
function bytesOf(thread: Worker): Promise<Uint8Array> {
  let leave = (): void => {};
  const bytes = new Promise<Uint8Array>((resolve, reject) => {
    const hear = (message: ThreadMessage) => {
      if ('bytes' in message) resolve(message.bytes);
    };
    const exit = (code: number) => reject(new Error(`the thread of a paper ended with ${code} and without bytes`));
    thread.on('message', hear).on('error', reject).on('exit', exit);
    leave = () => thread.off('message', hear).off('error', reject).off('exit', exit);
  });
  return bytes.finally(leave);
}

/** The bytes of a paper; a table's rows are read while it is built. Rejects when that fails: a mistake of the program. */
export const buildPaper = (order: PaperOrder, rows?: RowTexts): Promise<Uint8Array> =>
  isTable(order) ? buildTable(order, rows) : buildSheet(order);

/** The thread that waits for the next order of a sheet, and the end of its wait. */
let idle: { thread: Worker; end: NodeJS.Timeout } | undefined;

async function buildSheet(order: SheetOrder): Promise<Uint8Array> {
  const thread = takeIdle() ?? startThread(null);
  thread.postMessage(order);
  try {
    const bytes = await bytesOf(thread);
    keepIdle(thread);
    return bytes;
  } catch (error) {
    await thread.terminate();
    throw error;
  }
}

function takeIdle(): Worker | undefined {
  const taken = idle?.thread;
  clearTimeout(idle?.end);
  idle = undefined;
  taken?.off('error', dropIdle).off('exit', dropIdle).ref();
  return taken;
}

/** It holds up no process that ends. */
function keepIdle(thread: Worker): void {
  if (idle) return void thread.terminate();
  thread.on('error', dropIdle).on('exit', dropIdle).unref();
  idle = { thread, end: setTimeout(dropIdle, idleMs).unref() };
}

/** Ends the thread that waits, or forgets one that ended by itself. */
function dropIdle(): void {
  void takeIdle()?.terminate();
}

async function buildTable(order: TableOrder, rows: RowTexts | undefined): Promise<Uint8Array> {
  const thread = startThread(order);
  const stop = new AbortController();
  const fed = rows ? feed(thread, rows, stop.signal) : undefined;
  try {
    const [bytes] = await Promise.all([bytesOf(thread), fed]);
    return bytes;
  } finally {
    stop.abort();
    await thread.terminate();
    // The last query ends before the snapshot that it reads from.
    await fed?.catch(() => undefined);
  }
}

let last: Promise<unknown> = Promise.resolve();

/** Lets one paper be made after another: each may take all the memory that is meant for one. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const next = last.then(work);
  last = next.catch(() => undefined);
  return next;
}
