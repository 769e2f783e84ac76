/** Builds one paper in a thread of its own: the libraries load here, and their memory goes with the thread. */
import { parentPort, workerData } from 'node:worker_threads';
import type { PaperOrder } from './order.ts';

async function build(order: PaperOrder): Promise<Uint8Array> {
  switch (order.paper) {
    case 'report':
      return (await import('../../messages/documents/district-report.ts')).buildDistrictReport(order.model);
    case 'unit':
      return (await import('../../messages/documents/unit-report.ts')).buildUnitReport(order.model);
    case 'annex':
      return (await import('../../messages/documents/annex.ts')).buildAnnex(order.model);
    case 'workbook':
      return (await import('../../messages/documents/workbook.ts')).buildWorkbook(order.model);
    case 'csv':
      return (await import('../../messages/documents/data.ts')).buildCsv(order.model);
    case 'json':
      return (await import('../../messages/documents/data.ts')).buildJson(order.model);
    case 'picture': {
      const { drawPicture } = await import('../../messages/documents/picture.ts');
      const { paintPicture } = await import('../../messages/documents/picture-file.ts');
      const { readPictureAssets } = await import('./picture-assets.ts');
      const { fonts, renderer } = readPictureAssets();
      return paintPicture(drawPicture(order.model), fonts, renderer);
    }
  }
}

const bytes = await build(workerData as PaperOrder);
// A copy of its own: a Buffer may be a window into a pool that must not be given away.
const own = new Uint8Array(bytes);
parentPort?.postMessage(own, [own.buffer]);
