/** Builds papers in worker threads, one at a time: a paper may take a second or more, which replies must not wait for. */
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type ResourceLimits, Worker } from 'node:worker_threads';
import type { PaperOrder } from './order.ts';

const ending = extname(import.meta.url);
const worker = new URL(`./worker${ending}`, import.meta.url);

/**
 * Memory for one thread, in megabytes: what keeps 10,000 units within 150 over idle, in proportion above. A paper that
 * needs more fails alone; the service goes on.
 */
function limitsOf(order: PaperOrder): ResourceLimits {
  const isData = order.paper === 'workbook' || order.paper === 'csv' || order.paper === 'json';
  if (!isData) return { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 };
  return { maxOldGenerationSizeMb: Math.max(160, order.model.units.length * 0.016), maxYoungGenerationSizeMb: 8 };
}

/** From the sources (tests, development) the thread first needs the loader that reads TypeScript. */
function startThread(order: PaperOrder): Worker {
  const options = { workerData: order, resourceLimits: limitsOf(order) };
  if (ending !== '.ts') return new Worker(worker, options);
  const tsx = dirname(createRequire(import.meta.url).resolve('tsx/package.json'));
  const loader = pathToFileURL(join(tsx, 'dist/esm/api/index.mjs')).href;
  const code = `import('${loader}').then(({ register }) => { register(); return import('${worker.href}'); })`;
  return new Worker(code, { ...options, eval: true });
}

async function runThread(order: PaperOrder): Promise<Uint8Array> {
  const thread = startThread(order);
  try {
    const [bytes] = await once(thread, 'message');
    if (!(bytes instanceof Uint8Array)) throw new Error('a paper came without bytes');
    return bytes;
  } finally {
    await thread.terminate();
  }
}

let last: Promise<unknown> = Promise.resolve();

/** The bytes of a paper. Rejects when building fails: that is a mistake of the program. */
export function buildPaper(order: PaperOrder): Promise<Uint8Array> {
  const next = last.then(() => runThread(order));
  last = next.catch(() => undefined);
  return next;
}
