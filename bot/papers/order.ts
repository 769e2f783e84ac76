import type { AnnexModel, ReportModel, RoundModel, UnitReportModel, WorkbookModel } from '../../core/papers.ts';

/** Which paper to build from which model; plain data, which goes to another thread. */
export type PaperOrder =
  | { paper: 'report'; model: ReportModel }
  | { paper: 'unit'; model: UnitReportModel }
  | { paper: 'annex'; model: AnnexModel }
  | { paper: 'workbook' | 'csv' | 'json'; model: WorkbookModel }
  | { paper: 'picture'; model: RoundModel };
