/** A table of more units than one piece of its rows holds, and one that breaks. */
import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { now as seededAt, seedUnits } from '../../../bench/seed.ts';
import { buildPaper } from '../../../bot/papers/build.ts';
import { exportPaper } from '../../../bot/papers/export.ts';
import { withTable } from '../../../bot/papers/models.ts';
import { indicators, obligations, reports, reportValues, units } from '../../../db/schema/tables.ts';
import { describeDatabases } from '../../harness/database.ts';
import { compute, readSheets } from './formulas.ts';

/** Borders of pieces lie after 500 and 1,000 units, and in the middle of the revisions of nobody's report. */
const many = 1_100;

describeDatabases('a table in pieces', (db) => {
  test('has every unit in order, every revision, and by its formulas the totals that SQL counts', async () => {
    const directiveId = await seedUnits(db(), many);
    const paper = await exportPaper(db(), { directiveId, format: 'xlsx' }, seededAt);
    if (!paper.ok) throw new Error(paper.error);
    const sheets = readSheets(paper.value.bytes);
    const column = (sheet: string, letter: string, first: number, length: number) =>
      Array.from({ length }, (_, n) => sheets.get(sheet)?.get(`${letter}${first + n}`) ?? null);
    const owing = await db()
      .select({ code: units.code })
      .from(obligations)
      .innerJoin(units, eq(units.id, obligations.unitId))
      .orderBy(units.position, units.id);
    expect(owing).toHaveLength(many);
    expect(column('Theo đơn vị', 'R', 6, many)).toEqual(owing.map(({ code }) => code));
    expect(sheets.get('Theo đơn vị')?.has(`B${6 + many}`)).toBe(false);

    const history = await db()
      .select({ code: units.code, revision: reports.revision })
      .from(reports)
      .innerJoin(obligations, eq(obligations.id, reports.obligationId))
      .innerJoin(units, eq(units.id, obligations.unitId))
      .orderBy(units.position, units.id, reports.revision);
    expect(column('Lịch sử', 'P', 5, history.length)).toEqual(history.map(({ code }) => code));
    expect(column('Lịch sử', 'C', 5, history.length)).toEqual(history.map(({ revision }) => revision));
    const changes = column('Lịch sử', 'K', 5, history.length);
    history.forEach(({ revision }, n) => {
      if (revision > 1) expect(changes[n]).toMatch(/ → /);
      else expect(changes[n]).toBeNull();
    });

    const [sums] = await db()
      .select({
        base: sql<number>`sum(${reportValues.number}) filter (where ${indicators.key} = 'canbo')::float8`,
        signed: sql<number>`sum(${reportValues.number}) filter (where ${indicators.key} = 'chu-ky-so')::float8`,
      })
      .from(obligations)
      .innerJoin(reportValues, eq(reportValues.reportId, obligations.currentReportId))
      .innerJoin(indicators, eq(indicators.id, reportValues.indicatorId));
    const [owed] = await db()
      .select({ n: sql<number>`count(*)::int` })
      .from(obligations)
      .where(eq(obligations.state, 'owed'));
    const bottom = [...(sheets.get('Tổng hợp') ?? [])].find(([, cell]) => cell === 'Tổng cộng')?.[0].slice(1);
    const total = (letter: string) => compute(sheets, 'Tổng hợp', `${letter}${bottom}`);
    expect([total('I'), total('J'), total('H')]).toEqual([sums?.base, sums?.signed, owed?.n]);
    expect([compute(sheets, 'Theo đơn vị', 'D4'), compute(sheets, 'Theo đơn vị', 'E4')]).toEqual([
      sums?.base,
      sums?.signed,
    ]);
    expect(sheets.get('Chưa báo cáo')?.get(`B${5 + (owed?.n ?? 0)}`)).toBe('Tổng số đơn vị chưa báo cáo');
    for (const [name, cells] of sheets)
      for (const [at, cell] of [...cells].filter((_, n) => n % 97 === 0 || n < 400))
        if (typeof cell === 'object' && cell !== null)
          expect(cell.cached ?? '', `${name}!${at}`).toEqual(
            typeof cell.cached === 'number'
              ? expect.closeTo(Number(compute(sheets, name, at)), 9)
              : compute(sheets, name, at),
          );
  });

  test('a build that breaks says why, and leaves the thread and the snapshot free', async () => {
    const directiveId = await seedUnits(db(), many);
    const broken = withTable(db(), directiveId, seededAt, (model, rows) => {
      async function* spoilt() {
        for await (const { texts, units } of rows)
          yield { units, texts: { ...texts, units: `no list ${texts.units}` } };
      }
      return buildPaper({ paper: 'workbook', model }, spoilt());
    });
    await expect(broken).rejects.toThrow(/JSON/);
    const missing = withTable(db(), directiveId, seededAt, (model, rows) => {
      async function* failing() {
        for await (const piece of rows) {
          yield piece;
          throw new Error('the database is gone');
        }
      }
      return buildPaper({ paper: 'csv', model }, failing());
    });
    await expect(missing).rejects.toThrow('the database is gone');
    const short = withTable(db(), directiveId, seededAt, (model, rows) =>
      buildPaper({ paper: 'workbook', model: { ...model, revisionCount: 3 } }, rows),
    );
    await expect(short).rejects.toThrow(/Lịch sử has \d+ rows, not 3/);
    const [busy] = await db()
      .execute<{ n: number }>(sql`
      select count(*)::int as n from pg_stat_activity
      where datname = current_database() and state like 'idle in transaction%'`)
      .then(rowsIn);
    expect(busy?.n).toBe(0);
    const paper = await exportPaper(db(), { directiveId, format: 'csv' }, seededAt);
    expect(paper.ok).toBe(true);
  });
});

/** Both drivers' answers to a plain statement. */
const rowsIn = (answer: unknown): { n: number }[] =>
  Array.isArray(answer) ? answer : ((answer as { rows?: { n: number }[] }).rows ?? []);
