import type { AnnexModel, ReportModel, RoundModel, TableModel, UnitReportModel } from '../../core/figures/papers.ts';
import type { LineTexts } from '../../db/figures/paper-rows.ts';

/** A paper whose rows follow piece by piece. */
export type TableOrder = { paper: 'workbook' | 'csv' | 'json'; model: TableModel };

/** A paper whose model says all. */
export type SheetOrder =
  | { paper: 'report'; model: ReportModel }
  | { paper: 'unit'; model: UnitReportModel }
  | { paper: 'annex'; model: AnnexModel }
  | { paper: 'picture'; model: RoundModel };

/** Which paper to build from which model; plain data, which goes to another thread. */
export type PaperOrder = SheetOrder | TableOrder;

/** What goes to the thread of a table after its order: rows of some units as UTF-8; null: there are no more. */
export type RowsMessage = { units: number; packed: Record<keyof LineTexts, Uint8Array> } | null;

/** What a thread is started with: the order of its table, or null for the one that waits for orders of sheets. */
export type ThreadData = TableOrder | null;

/** What comes back: that the rows of so many units were written, and last the bytes. */
export type ThreadMessage = { written: number } | { bytes: Uint8Array };
