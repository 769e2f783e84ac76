/** Builds papers in a thread of their own: the libraries load here, and their memory goes with the thread. */
import { on } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { parentPort, workerData } from 'node:worker_threads';
import type { Lines, TableModel } from '../../core/figures/papers.ts';
import { keysOf, parseLines } from '../../db/figures/paper-rows.ts';
import type { PaperOrder, RowsMessage, SheetOrder, ThreadData, ThreadMessage } from './order.ts';

const say = (message: ThreadMessage): void => parentPort?.postMessage(message);

/** The rows that the main thread passes on; each piece is asked for more of once the next one is wanted. */
async function* receiveRows({ form }: TableModel): AsyncGenerator<Lines> {
  if (!parentPort) throw new Error('a table is built in a thread only');
  const decoder = new TextDecoder();
  const keys = keysOf(form);
  for await (const [message] of on(parentPort, 'message') as AsyncIterable<[RowsMessage]>) {
    if (message === null) return;
    const { units, revisions } = message.packed;
    yield parseLines({ units: decoder.decode(units), revisions: decoder.decode(revisions) }, keys);
    say({ written: message.units });
  }
}

/**
 * While on, V8 compiles WebAssembly once and does not optimize it later. Optimizing the painter takes 90 MB, and longer
 * than painting the one picture. The flags hold for the whole process, but code that is already compiled stays as it is.
 */
function compileOnce(isOn: boolean): void {
  for (const flag of ['wasm-tier-up', 'wasm-dynamic-tiering']) setFlagsFromString(isOn ? `--no-${flag}` : `--${flag}`);
}

async function build(order: PaperOrder): Promise<Uint8Array> {
  switch (order.paper) {
    case 'report':
      return (await import('../../messages/papers/word/district-report.ts')).buildDistrictReport(order.model);
    case 'unit':
      return (await import('../../messages/papers/word/unit-report.ts')).buildUnitReport(order.model);
    case 'annex':
      return (await import('../../messages/papers/word/annex.ts')).buildAnnex(order.model);
    case 'workbook': {
      const rows = receiveRows(order.model);
      return (await import('../../messages/papers/workbook/workbook.ts')).buildWorkbook(order.model, rows);
    }
    case 'csv': {
      const rows = receiveRows(order.model);
      return (await import('../../messages/papers/data/data.ts')).buildCsv(order.model, rows);
    }
    case 'json': {
      const rows = receiveRows(order.model);
      return (await import('../../messages/papers/data/data.ts')).buildJson(order.model, rows);
    }
    case 'picture': {
      const { drawPicture } = await import('../../messages/papers/picture/picture.ts');
      const { paintPicture } = await import('../../messages/papers/picture/file.ts');
      const { readPictureAssets } = await import('./picture-assets.ts');
      const { fonts, renderer } = readPictureAssets();
      compileOnce(true);
      try {
        return await paintPicture(drawPicture(order.model), fonts, renderer);
      } finally {
        compileOnce(false);
      }
    }
  }
}

async function answer(order: PaperOrder): Promise<void> {
  const bytes = await build(order);
  // A copy of its own where a Buffer is a window into a pool, which must not be given away.
  const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
  parentPort?.postMessage({ bytes: own } satisfies ThreadMessage, [own.buffer as ArrayBuffer]);
}

const table = workerData as ThreadData;
if (table) await answer(table);
// What fails ends the thread, and whoever gave the order hears of it.
else if (parentPort)
  for await (const [order] of on(parentPort, 'message') as AsyncIterable<[SheetOrder]>) await answer(order);
