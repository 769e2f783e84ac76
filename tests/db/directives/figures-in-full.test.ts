/** The migration 0018: names in full and what is counted stood in drafts alone, and become columns. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { directiveDraftSchema } from '../../../core/directives/directive.ts';
import { insertDraft } from '../../../db/directives/directives.ts';
import { findIndicators } from '../../../db/reports/obligations.ts';
import { indicators, units } from '../../../db/schema/tables.ts';
import { describeDatabases } from '../../harness/database.ts';

const folder = join(import.meta.dirname, '../../../db/migrations');
const file = readdirSync(folder).find((name) => name.endsWith('_units_of_figures.sql')) ?? '';
const [, moved = ''] = readFileSync(join(folder, file), 'utf8').split('--> statement-breakpoint');

const duty = (key: string, unit: string) => ({
  key,
  title: key,
  audience: { kinds: ['commune'] },
  reportTo: 'XA',
  deadline: { rule: 'before-day', date: '2026-03-10', quote: 'trước ngày 10/3' },
  denominator: { key: 'tong', label: 'Tổng', fullLabel: `Tổng số của ${key}` },
  indicators: [
    { key: 'may', label: 'Máy', fullLabel: 'Số máy đang dùng', unit, kind: 'count' },
    { key: 'khac', label: 'Khác', kind: 'text' },
  ],
});

describeDatabases('figures of a draft that was imported before', (db) => {
  test('keep their names in full and what is counted, each of its own duty', async () => {
    const now = new Date('2026-03-02T01:00:00Z');
    await db().insert(units).values({ code: 'XA', name: 'Xã', kind: 'commune', position: 1 });
    const draft = directiveDraftSchema.parse({
      number: '1/UBND',
      date: null,
      subject: 'thử',
      issuer: 'XA',
      text: 'trước ngày 10/3',
      tasks: [],
      duties: [duty('a', 'chiếc'), duty('b', 'bộ')],
    });
    await insertDraft(db(), draft, new Map([['XA', 1]]), now);
    const read = async () =>
      [...(await findIndicators(db(), [1, 2])).values()].map((form) =>
        form.map(({ key, fullLabel, unit }) => [key, fullLabel, unit]),
      );
    const stored = await read();
    expect(stored).toEqual([
      [
        ['tong', 'Tổng số của a', null],
        ['may', 'Số máy đang dùng', 'chiếc'],
        ['khac', null, null],
      ],
      [
        ['tong', 'Tổng số của b', null],
        ['may', 'Số máy đang dùng', 'bộ'],
        ['khac', null, null],
      ],
    ]);
    await db().update(indicators).set({ fullLabel: null, unit: null });
    await db().execute(sql.raw(moved));
    expect(await read()).toEqual(stored);
  });
});
