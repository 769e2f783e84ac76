/** The models of the seeded office, read once a file. */
import { eq } from 'drizzle-orm';
import { beforeAll } from 'vitest';
import { readAnnex, readReport, readUnitReport } from '../../../bot/papers/models.ts';
import type { AnnexModel, ReportModel, UnitReportModel } from '../../../core/figures/papers.ts';
import type { Db } from '../../../db/database.ts';
import { units } from '../../../db/schema/tables.ts';
import { databaseForAll } from '../../harness/database.ts';
import { now, seed } from './seed.ts';
import { readTable, type Table } from './table.ts';

export type Models = {
  report: ReportModel;
  unit: UnitReportModel;
  office: UnitReportModel;
  school: UnitReportModel;
  collector: UnitReportModel;
  workbook: Table;
  annex: AnnexModel;
};

const there = <T>(model: T | undefined): T => {
  if (model === undefined) throw new Error('no model');
  return model;
};

export async function unitId(db: Db, code: string): Promise<number> {
  const [unit] = await db.select({ id: units.id }).from(units).where(eq(units.code, code));
  return there(unit).id;
}

/** `models()` is to be called inside tests. */
export function useModels(options: Parameters<typeof seed>[1] = {}): () => Models {
  let models: Models | undefined;
  const emptied = databaseForAll();
  beforeAll(async () => {
    const db = emptied();
    const id = await seed(db, options);
    const unit = async (code: string) =>
      there(await readUnitReport(db, { directiveId: id, unitId: await unitId(db, code), signs: 'deputy' }, now));
    models = {
      report: there(await readReport(db, id, now, 'head')),
      unit: await unit('XA-02'),
      office: await unit('GDDT'),
      school: await unit('TH-01'),
      collector: await unit('VHTT'),
      workbook: there(await readTable(db, id, now)),
      annex: there(await readAnnex(db, id, now)),
    };
  });
  return () => there(models);
}
