import { readFileSync } from 'node:fs';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { importDirective } from '../../../bot/acts/import-directive.ts';
import { importRoster } from '../../../bot/acts/import-roster.ts';
import { viewDirective } from '../../../bot/facts/directives/directive-view.ts';
import { listDirectives, readDirective } from '../../../db/directives/directives.ts';
import { listUnits } from '../../../db/roster/units.ts';
import {
  assignments,
  directives,
  duties,
  indicators,
  obligations,
  rounds,
  tasks,
  units,
} from '../../../db/schema/tables.ts';
import { describeDatabases } from '../../harness/database.ts';

const now = new Date('2021-09-06T08:00:00+07:00');
const day = '2021-09-06';
const sample = (name: string) => readFileSync(new URL(`../../../sample/${name}`, import.meta.url), 'utf8');
const write = { isDryRun: false };
const heading = 'code,name,kind,parent,aliases,staff\n';

describeDatabases('importing a roster', (db) => {
  test('brings the sample district in, in the order of its file, and nothing a second time', async () => {
    const file = sample('quang-xuong-2021/units.csv');
    const outcome = await importRoster(db(), file, now, write);
    const codes = file
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',')[0]);
    expect(outcome).toMatchObject({ added: codes.length, changed: 0, errors: [], warnings: [] });
    expect((await listUnits(db(), day)).map((unit) => unit.code)).toEqual(codes);
    expect(await importRoster(db(), file, now, write)).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: codes.length,
      errors: [],
    });
  });

  test('a dry run counts and writes nothing', async () => {
    const outcome = await importRoster(db(), `${heading}a,A,office,,,`, now, { isDryRun: true });
    expect([outcome.added, (await listUnits(db(), day)).length]).toEqual([1, 0]);
  });

  test('one bad row keeps the whole file out and is named with its sentence', async () => {
    const outcome = await importRoster(db(), `${heading}a,A,office,,,\nb,B,office,zz,,x\n`, now, write);
    expect(outcome.errors.map(({ row, column }) => [row, column])).toEqual([
      [3, 'parent'],
      [3, 'staff'],
    ]);
    expect(outcome.errors[0]?.why).toBe(
      'không có đơn vị cấp trên mã "zz" trong tệp và trong danh sách hiện có; đề nghị ghi mã của đơn vị cấp trên',
    );
    expect(await listUnits(db(), day)).toEqual([]);
  });

  test('a later file changes what it names: parents, staff, aliases', async () => {
    await importRoster(db(), `${heading}a,A,office,,,\nb,B,school,a,,5\n`, now, write);
    const outcome = await importRoster(db(), `${heading}c,C,office,,,\nb,B,school,c,Bê;BB,6\n`, now, write);
    expect(outcome).toMatchObject({ added: 1, changed: 1, errors: [] });
    const [, b] = await listUnits(db(), day);
    expect(b).toMatchObject({ code: 'b', parentCode: 'c', staff: 6, aliases: ['Bê', 'BB'], position: 2 });
  });

  test.each([
    ['a byte order mark', `\uFEFF${heading}a,A,office,,,`],
    ['semicolons, as some spreadsheets write', 'code;name;kind\r\na;"A;b, c";office\r\n'],
    ['tabs', 'code\tname\tkind\na\tA\toffice'],
    ['semicolons in its cells', `${heading}a,A,office,,x;y;z;t,`],
  ])('reads a file with %s', async (_, file) => {
    expect(await importRoster(db(), file, now, write)).toMatchObject({ added: 1, changed: 0, errors: [] });
  });

  test('takes a roster of thousands', async () => {
    const rows = Array.from({ length: 7_000 }, (_, at) => `u${at},Đơn vị ${at},school,${at === 0 ? '' : 'u0'},,${at}`);
    expect(await importRoster(db(), heading + rows.join('\n'), now, write)).toMatchObject({
      added: 7_000,
      changed: 0,
      errors: [],
    });
    expect((await listUnits(db(), day)).filter((unit) => unit.parentCode === 'u0')).toHaveLength(6_999);
  });

  test('two imports at once leave one roster', async () => {
    const file = `${heading}a,A,office,,,\nb,B,office,a,,\n`;
    const outcomes = await Promise.all([importRoster(db(), file, now, write), importRoster(db(), file, now, write)]);
    expect(outcomes.map(({ added, errors }) => [added, errors.length]).sort()).toEqual([
      [0, 0],
      [2, 0],
    ]);
  });

  test('units count from their first to their last day', async () => {
    await db()
      .insert(units)
      .values([
        { code: 'old', name: 'Huyện', kind: 'district', position: 1, validTo: '2025-06-30' },
        { code: 'new', name: 'Xã', kind: 'commune', position: 2, validFrom: '2025-07-01' },
      ]);
    const codesOn = async (date: string) => (await listUnits(db(), date)).map((unit) => unit.code);
    expect([await codesOn('2025-06-30'), await codesOn('2025-07-01')]).toEqual([['old'], ['new']]);
  });
});

describeDatabases('importing a directive', (db) => {
  const load = async (folder: string, at = now) => {
    await importRoster(db(), sample(`${folder}/units.csv`), at, write);
    const imported = await importDirective(db(), sample(`${folder}/directive.yaml`), at);
    if (!imported.ok) throw new Error(imported.error);
    return imported.value;
  };
  const view = async (id: number, at = now) => {
    const directive = await readDirective(db(), id);
    if (!directive) throw new Error('no directive');
    return viewDirective(db(), directive, at);
  };

  describe('of the sample district', () => {
    let id = 0;
    beforeEach(async () => {
      id = (await load('quang-xuong-2021')).id;
    });

    test('stores its tasks, its duty and what is asked, the denominator first', async () => {
      const asked = await db().select().from(indicators).orderBy(indicators.position);
      expect(
        asked.map(({ kind, isDenominator, fromRoster, position }) => [kind, isDenominator, fromRoster, position]),
      ).toEqual([
        ['count', true, true, 0],
        ['count', false, false, 1],
        ['count', false, false, 2],
        ['count', false, false, 3],
      ]);
      expect([(await db().select().from(tasks)).length, (await db().select().from(duties)).length]).toEqual([15, 1]);
    });

    test('shows who gets what: telecom companies have tasks, and no report is asked of them', async () => {
      const { state, tasks: shown, duties: owed } = await view(id);
      const telecom = (await listUnits(db(), day)).filter((unit) => unit.kind === 'telecom').map((unit) => unit.code);
      expect(state).toBe('draft');
      expect(
        shown.filter((task) => task.units.some((code) => telecom.includes(code))).map((task) => task.section),
      ).toContain('4');
      expect(owed[0]).toMatchObject({ due: '2021-09-09T17:00:00+07:00', overdueFrom: '2021-09-11T00:00:00+07:00' });
      expect(owed[0]?.units.filter((code) => telecom.includes(code))).toEqual([]);
      expect(owed[0]?.units).toContain(owed[0]?.reportTo);
    });

    test('the same file again is the same directive', async () => {
      const again = await importDirective(db(), sample('quang-xuong-2021/directive.yaml'), now);
      expect(again).toMatchObject({ ok: true, value: { id, isNew: false } });
      expect(await listDirectives(db())).toHaveLength(1);
    });

    test('once issued, shows whom it went to, whatever the roster says since', async () => {
      const [task] = await db().select().from(tasks).orderBy(tasks.position).limit(1);
      const [duty] = await db().select().from(duties);
      const [unit] = await listUnits(db(), day);
      if (!task || !duty || !unit) throw new Error('sample is empty');
      await db().update(directives).set({ state: 'issued' }).where(eq(directives.id, id));
      await db()
        .insert(assignments)
        .values({ directiveId: id, unitId: unit.id, taskIds: [task.id] });
      const times = { opensAt: now, due: now, overdueFrom: now };
      const [round] = await db()
        .insert(rounds)
        .values({ dutyId: duty.id, key: 'once', ...times })
        .returning();
      await db()
        .insert(obligations)
        .values({ roundId: round?.id ?? 0, unitId: unit.id });
      const shown = await view(id);
      expect(shown.tasks.map((each) => each.units.length)).toEqual([1, ...Array(shown.tasks.length - 1).fill(0)]);
      expect([shown.tasks[0]?.units, shown.duties[0]?.units]).toEqual([[unit.code], [unit.code]]);
    });
  });

  test('a daily report of another office is due at its next hour', async () => {
    const { id } = await load('commune-2026', new Date('2026-03-03T09:00:00+07:00'));
    const dueAt = async (instant: string) => (await view(id, new Date(instant))).duties[0]?.due;
    expect(await dueAt('2026-03-03T09:00:00+07:00')).toBe('2026-03-03T16:00:00+07:00');
    expect(await dueAt('2026-03-03T16:00:01+07:00')).toBe('2026-03-04T16:00:00+07:00');
  });

  test('JSON is read like YAML', async () => {
    await importRoster(db(), `${heading}a,A,office,,,`, now, write);
    const draft = { number: '1/UBND', date: null, subject: 'x', issuer: 'a', text: 'x', tasks: [], duties: [] };
    expect(await importDirective(db(), JSON.stringify(draft), now)).toMatchObject({
      ok: true,
      value: { id: 1, isNew: true },
    });
  });

  test.each([
    ['a file that is neither YAML nor JSON', '{ "number": ', ['Tệp không phải YAML']],
    ['a letter that was saved as text', '- a', ['Tệp là văn bản thường']],
    ['a list', '- number: 5', ['Văn bản chưa nhập được']],
    [
      'a draft with several faults',
      'number: 5\nissuer: a\ntasks: [{key: Á}]\nduties: []\ntext: x\nsubject: x\ndate: 1/1/2021',
      ['- number: ', '- date: ', '- tasks[0].key: ', '- tasks[0].span: '],
    ],
    [
      'a draft that does not fit the roster',
      'number: 5/U\nissuer: a\ntasks: []\nduties: []\ntext: x\nsubject: x\ndate: null',
      ['- issuer: không có đơn vị mã "a"'],
    ],
  ])('%s is refused with a sentence for each fault, and nothing is stored', async (_, file, sentences) => {
    const imported = await importDirective(db(), file, now);
    for (const sentence of sentences) expect(imported.ok ? '' : imported.error).toContain(sentence);
    expect(await listDirectives(db())).toEqual([]);
  });
});
