/** One paper of a directive, from what is asked to the bytes: the same for the command line, the chat and links. */

import type { PaperFormat } from '../../core/delivery/paper-format.ts';
import { isOriginal, type OriginalFormat } from '../../core/directives/original.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { civilDate } from '../../core/time/calendar.ts';
import type { Db } from '../../db/database.ts';
import { findAssignedUnit } from '../../db/directives/assignments.ts';
import { readOriginal } from '../../db/directives/originals.ts';
import { exportFileName, originalFileName, exportSentence as say } from '../../messages/words/files.ts';
import { buildPaper, inTurn } from './build.ts';
import { readAnnex, readPicture, readReport, readUnitReport, withTable } from './models.ts';
import type { PaperOrder } from './order.ts';

export type ExportRequest = {
  directiveId: number;
  format: PaperFormat;
  /** A unit's code: needed for its own report, allowed for the proof. */
  unit?: string;
  /** Who signs the reports. */
  signs?: 'head' | 'deputy';
};

export type Paper = { name: string; bytes: Uint8Array };

type MadeFormat = Exclude<PaperFormat, OriginalFormat>;

/** Builds the paper of an issued directive as it stands at `now`; says why not where there is none. */
export async function exportPaper(db: Db, request: ExportRequest, now: Date): Promise<Result<Paper>> {
  const { directiveId, format, unit: code } = request;
  if (isOriginal(format)) {
    const original = await readOriginal(db, directiveId);
    if (!original) return fail(say.noOriginal);
    return ok({ name: originalFileName(directiveId, original.contentType), bytes: original.bytes });
  }
  if (format === 'unit' && code === undefined) return fail(say.needsUnit);
  if (code !== undefined && format !== 'unit' && format !== 'annex') return fail(say.unitNotFor(format));
  const id = code === undefined ? undefined : await findAssignedUnit(db, directiveId, code);
  if (code !== undefined && id === undefined) return fail(say.notAssigned(code));
  const unit = code === undefined || id === undefined ? undefined : { id, code };
  const bytes = await bytesOf(db, { ...request, format }, unit, now);
  if (!bytes) return fail(unit ? say.unitOwesNothing(unit.code) : say.nothingToReport);
  return ok({ name: exportFileName(format, directiveId, civilDate(now), code), bytes });
}

/** Undefined where there is no such paper. A table's turn includes the reading of its rows. */
async function bytesOf(
  db: Db,
  request: ExportRequest & { format: MadeFormat },
  unit: { id: number; code: string } | undefined,
  now: Date,
): Promise<Uint8Array | undefined> {
  const { directiveId, format } = request;
  if (format === 'xlsx' || format === 'csv' || format === 'json') {
    const paper = format === 'xlsx' ? 'workbook' : format;
    return inTurn(() => withTable(db, directiveId, now, (model, rows) => buildPaper({ paper, model }, rows)));
  }
  const order = await readOrder(db, { ...request, format }, unit, now);
  return order && inTurn(() => buildPaper(order));
}

async function readOrder(
  db: Db,
  { directiveId, format, signs = 'head' }: ExportRequest & { format: 'docx' | 'unit' | 'annex' | 'png' },
  unit: { id: number; code: string } | undefined,
  now: Date,
): Promise<PaperOrder | undefined> {
  switch (format) {
    case 'docx': {
      const model = await readReport(db, directiveId, now, signs);
      return model && { paper: 'report', model };
    }
    case 'unit': {
      const model = unit && (await readUnitReport(db, { directiveId, unitId: unit.id, signs }, now));
      return model && { paper: 'unit', model };
    }
    case 'annex': {
      const model = await readAnnex(db, directiveId, now, unit);
      return model && { paper: 'annex', model };
    }
    case 'png': {
      const model = await readPicture(db, directiveId, now);
      return model && { paper: 'picture', model };
    }
  }
}
