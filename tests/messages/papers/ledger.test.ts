import { and, eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { systemClock } from '../../../bot/clock.ts';
import exportCommand from '../../../bot/commands/export.ts';
import { exportPaper } from '../../../bot/papers/export.ts';
import { readAnnex, readReport } from '../../../bot/papers/models.ts';
import { indicators, obligations, reports, reportValues } from '../../../db/schema/tables.ts';
import { describeDatabases } from '../../harness/database.ts';
import { unitId } from './models.ts';
import { at, now, seed } from './seed.ts';
import { readTable } from './table.ts';

const small = { communes: 12, schools: 10 };
const daily = { rule: 'each-day', time: '16:00', from: '2026-03-05', until: '2026-03-06', quote: '16 giờ hằng ngày' };

describeDatabases('the models of papers', (db) => {
  test('every number is the ledger’s: groups, units and revisions add up to what the tables hold', async () => {
    const id = await seed(db(), small);
    const model = await readTable(db(), id, now);
    const sums = await db()
      .select({
        key: indicators.key,
        sum: sql<number>`sum(${reportValues.number})::float8`,
        units: sql<number>`count(*)::int`,
      })
      .from(obligations)
      .innerJoin(reportValues, eq(reportValues.reportId, obligations.currentReportId))
      .innerJoin(indicators, eq(indicators.id, reportValues.indicatorId))
      .groupBy(indicators.key);
    const byKey = new Map(sums.map((row) => [row.key, row]));
    for (const total of model?.summary.indicators ?? []) {
      const inGroups = model?.groups.flatMap((g) => g.indicators.filter((i) => i.key === total.key)) ?? [];
      const add = (pick: 'total' | 'of' | 'units') => inGroups.reduce((all, i) => all + Number(i[pick]), 0);
      expect([add('total'), add('of'), add('units')], total.key).toEqual([total.total, total.of, total.units]);
      expect([total.total, total.units]).toEqual([byKey.get(total.key)?.sum ?? 0, byKey.get(total.key)?.units]);
    }
    const groups = model?.groups ?? [];
    expect(groups.reduce((all, g) => all + Number(g.base ?? 0), 0)).toBe(byKey.get('canbo')?.sum);
    const { reporting, reported, onTime, excused } = model?.summary.units ?? {};
    const add = (pick: 'reporting' | 'reported' | 'onTime' | 'excused') =>
      groups.reduce((all, g) => all + g.progress[pick], 0);
    expect([add('reporting'), add('reported'), add('onTime'), add('excused')]).toEqual([
      reporting,
      reported,
      onTime,
      excused,
    ]);
    expect(model?.units).toHaveLength(reporting ?? -1);
    expect(model?.trend.at(-1)?.reported).toBe(reported);
    expect(model?.revisions).toHaveLength((await db().select().from(reports)).length);
    expect(groups.map(({ key }) => (key.type === 'below' ? key.unit.code : key.kind))).toEqual([
      'office',
      'town',
      'commune',
      'GDDT',
    ]);
  });

  test('a recurring duty is compared with its last round', async () => {
    const id = await seed(db(), { ...small, deadline: daily });
    const model = await readReport(db(), id, at('2026-03-06T12:00:00'), 'head');
    expect(model?.round.key).toBe('2026-03-06');
    expect(model?.previous?.key).toBe('2026-03-05');
    expect(model?.previous?.units.reported).toBe(model?.units?.filter((line) => line.state === 'reported').length);
  });

  test('the proof of one unit holds what is about that unit', async () => {
    const id = await seed(db(), small);
    const unit = { id: await unitId(db(), 'XA-02'), code: 'XA-02' };
    const annex = await readAnnex(db(), id, now, unit);
    expect(annex?.scope).toEqual({ type: 'unit', name: 'UBND xã Đông Hưng 2' });
    expect(annex?.units.map((line) => line.unit.code)).toEqual(['XA-02']);
    expect(new Set(annex?.deliveries.map((line) => line.unit?.code))).toEqual(new Set(['XA-02']));
    expect(annex?.deliveries[0]?.sending).toMatchObject({
      channel: 'telegram',
      state: 'sent',
      receipt: expect.stringMatching(/^tg-/),
    });
    const [report] = annex?.revisions ?? [];
    expect(report?.message).toMatchObject({ channel: 'telegram', externalId: expect.stringMatching(/^update-\d+-0$/) });
  });

  test('a unit without a current report has no values, not zeros', async () => {
    const id = await seed(db(), small);
    const model = await readTable(db(), id, now);
    const owed = model?.units.filter((line) => line.state === 'owed') ?? [];
    expect(owed.length).toBeGreaterThan(1);
    for (const line of owed) expect([line.values, line.report, line.firstReportedAt]).toEqual([{}, null, null]);
    const [zero] = await db()
      .select({ n: sql<number>`count(*)::int` })
      .from(reportValues)
      .where(and(eq(reportValues.kind, 'zero')));
    expect(zero?.n).toBeGreaterThan(0);
  });
});

describeDatabases('export', (db, kind) => {
  const clock = { civil: () => now, machine: systemClock.machine };
  const run = (args: string[], options: Record<string, string | boolean>) =>
    exportCommand.run(
      {
        db: db(),
        clock,
        config: {
          database: {},
          publicUrl: 'https://a.vn',
          dataDir: 'unused',
          secretKey: Buffer.alloc(32, 1),
          budgets: {},
          freeReplies: 8,
        },
        ranBy: { command: 'export', operator: 'test' },
        nudge: () => {},
      },
      { args, options },
    );
  const refusal = async (args: string[], options: Record<string, string | boolean>) => {
    const result = await run(args, options);
    return result.ok ? '' : result.error;
  };

  const halves: Record<typeof kind, { format: string; start: string; unit?: string }[]> = {
    embedded: [
      { format: 'docx', start: 'PK' },
      { format: 'png', start: '\x89PNG' },
    ],
    postgres: [
      { format: 'xlsx', start: 'PK' },
      { format: 'annex', start: 'PK' },
      { format: 'unit', start: 'PK', unit: 'XA-02' },
    ],
  };

  test.each(halves[kind])(
    'gives $format as bytes, built in a thread of its own',
    async ({ start, ...asked }) => {
      const id = String(await seed(db(), small));
      const result = await run([id], { ...asked, out: 'x' });
      if (!result.ok) throw new Error(result.error);
      const { name, bytes, base64 } = result.value as { name: string; bytes: number; base64: string };
      expect(name).toMatch(/^[a-z-]+-vb1(-xa-02)?-2026-03-12\.(docx|xlsx|png)$/);
      const content = Buffer.from(base64, 'base64');
      expect(content.length).toBe(bytes);
      expect(content.toString('latin1').startsWith(start)).toBe(true);
    },
    60_000,
  );

  test('says what is missing, and refuses units and directives that have no such paper', async () => {
    const id = String(await seed(db(), small));
    expect(await refusal([id], { out: 'x' })).toContain('--format');
    expect(await refusal([id], { format: 'pdf', out: 'x' })).toContain('--format');
    expect(await refusal([id], { format: 'unit', out: 'x' })).toContain('--unit');
    expect(await refusal([id], { format: 'xlsx', unit: 'XA-02', out: 'x' })).toContain('--unit');
    expect(await refusal([id], { format: 'unit', unit: 'KHONG', out: 'x' })).toContain('KHONG');
    expect(await refusal([id], { format: 'unit', unit: 'VT', out: 'x' })).toContain('không phải báo cáo');
    expect(await refusal(['99'], { format: 'docx', out: 'x' })).not.toBe('');
  });

  test('two papers asked for at once both come', async () => {
    const id = await seed(db(), small);
    const both = await Promise.all([
      exportPaper(db(), { directiveId: id, format: 'csv' }, now),
      exportPaper(db(), { directiveId: id, format: 'json' }, now),
    ]);
    expect(both.map((result) => result.ok)).toEqual([true, true]);
  });
});
