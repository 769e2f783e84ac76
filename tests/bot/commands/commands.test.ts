import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../../../bot/clock.ts';
import { officeSwitches, units } from '../../../db/schema/tables.ts';
import { describeOnDatabase } from '../../harness/database.ts';
import { commandsOn } from './running.ts';

const folder = mkdtempSync(join(tmpdir(), 'chidao-test-'));
const file = join(folder, 'units.csv');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type UnitLine = { code: string; kind: string; parent: string | null; reports: boolean };
type Handed = { for: string; unit: string; code: string; links: object; expires: string };

describeOnDatabase('the commands on an empty database', (db) => {
  const { run, refusal } = commandsOn(db);

  test('init loads the sample, and nothing into another office’s database', async () => {
    await db().insert(units).values({ code: 'a', name: 'A', kind: 'office', position: 1 });
    expect(await refusal('init --sample')).toContain('cơ sở dữ liệu trống');
    expect(await run('units list')).toHaveLength(1);
    expect(await refusal('init')).toContain('--sample');
  });

  test('answers read tells how each answer is read, and which context it does not know', async () => {
    const answers = join(folder, 'answers.tsv');
    writeFileSync(answers, 'note\tcontext\ttext\nx\tmoney:triệu đồng\t1 tỷ 3\n\ny\tconfirm\tQR 41\\nSmart 39\n');
    expect(await run(`answers read ${answers}`)).toEqual([
      { context: 'money:triệu đồng', text: '1 tỷ 3', kind: 'number', value: '1300' },
      { context: 'confirm', text: 'QR 41\nSmart 39', kind: 'change', value: 'QR=41;Smart=39' },
    ]);
    writeFileSync(answers, 'context\ttext\nguess\t45\n');
    expect(await refusal(`answers read ${answers}`)).toContain('"guess"');
    writeFileSync(answers, 'text\n45\n');
    expect(await refusal(`answers read ${answers}`)).toContain('context');
  });

  test('a roster may come from a file alone, and a dry run names its bad rows first', async () => {
    writeFileSync(file, 'code,name,kind,parent\na,A,office,\nb,,office,zz\n');
    const bad = await run<{ errors: { row: number; column: string }[] }>(`units import ${file} --dry-run`);
    expect(bad.errors.map(({ row, column }) => [row, column])).toEqual([
      [3, 'name'],
      [3, 'parent'],
    ]);
    writeFileSync(file, 'code,name,kind,parent\na,A,office,\nb,B,office,a\n');
    expect(await run(`units import ${file}`)).toMatchObject({ added: 2, changed: 0, errors: [] });
    expect(await run('units list')).toEqual([
      { code: 'a', name: 'A', kind: 'office', parent: null, reports: false },
      { code: 'b', name: 'B', kind: 'office', parent: 'a', reports: false },
    ]);
  });

  test('the hours of an office are brought in by season, and a file with a fault changes nothing', async () => {
    await db().insert(units).values({ code: 'a', name: 'A', kind: 'office', position: 1 });
    const calendar = join(folder, 'calendar.json');
    const hours = [{ from: '07:00', until: '11:30' }];
    writeFileSync(calendar, JSON.stringify({ seasons: [{ from: '04-16', until: '10-15', hours }] }));
    expect(await refusal(`calendar import ${calendar}`)).toContain('every day');
    expect(await db().select().from(officeSwitches)).toEqual([]);
    const seasons = [
      { from: '04-16', until: '10-15', hours },
      { from: '10-16', until: '04-15', hours: [{ from: '07:30', until: '12:00' }] },
    ];
    writeFileSync(calendar, JSON.stringify({ seasons, daysOff: ['2026-06-12'] }));
    expect(await run(`calendar import ${calendar}`)).toEqual({
      unit: 'a',
      seasons,
      daysOff: ['2026-06-12'],
      workingInstead: [],
    });
    expect(await refusal(`calendar import ${calendar} --unit zz`)).toContain('"zz"');
  });

  test('who issues is asked for where the roster does not tell', async () => {
    const two = ['a', 'b'].map((code, position) => ({ code, name: code, kind: 'office', position }));
    await db().insert(units).values(two);
    expect(await refusal('invite --staff')).toContain('--unit');
    expect(await run('invite --staff --unit b')).toMatchObject([{ for: 'staff', unit: 'b' }]);
  });
});

describeOnDatabase('the commands on the sample', (db) => {
  const { run, refusal } = commandsOn(db);
  beforeEach(async () => {
    expect(await run('init --sample')).toEqual({ units: 115, directive: 1, isNew: true });
  });

  test('init again answers the same', async () => {
    expect(await run('init --sample')).toEqual({ units: 115, directive: 1, isNew: false });
  });

  test('units list tells who reports: all but the issuer and the telecom companies', async () => {
    const listed = await run<UnitLine[]>('units list');
    const silent = listed.filter((unit) => !unit.reports).map((unit) => unit.kind);
    expect(new Set(silent)).toEqual(new Set(['district', 'telecom']));
  });

  test('every unit but the issuer is invited at once, for 30 days', async () => {
    const handed = await run<Handed[]>('invite --all-units');
    const codes = (await run<UnitLine[]>('units list')).map((unit) => unit.code);
    expect(handed.map((invite) => invite.unit)).toEqual(codes.filter((code) => code !== 'UBND-HUYEN'));
    const days = (Date.parse(handed[0]?.expires ?? '') - systemClock.machine().getTime()) / 86_400_000;
    expect(days).toBeCloseTo(30, 1);
  });

  test.each(['staff', 'leader', 'group'])('invite --%s is for the issuer', async (kind) => {
    expect(await run(`invite --${kind}`)).toMatchObject([{ for: kind, unit: 'UBND-HUYEN' }]);
  });

  test('invites are revoked by code or by unit, once', async () => {
    const [one] = await run<Handed[]>('invite --unit PHONG-VHTT --days 3');
    await run(`invite --unit ${one?.unit}`);
    expect(await run(`invite --revoke ${one?.code}`)).toEqual({ revoked: 1 });
    expect(await run(`invite --revoke ${one?.unit}`)).toEqual({ revoked: 1 });
    expect(await refusal(`invite --revoke ${one?.unit}`)).toContain('còn hiệu lực');
  });

  test.each([
    ['invite', '--all-units'],
    ['invite --staff --leader', '--all-units'],
    ['invite --all-units --unit PHONG-VHTT', '--all-units'],
    ['invite --unit zz', 'Không có đơn vị mã "zz"'],
    ['invite --staff --days 0', '1 đến 365'],
    ['directive show x', 'phải là số'],
    ['directive show 99', 'Không có văn bản mã 99'],
  ])('"%s" is refused in one sentence', async (line, sentence) => {
    expect(await refusal(line)).toContain(sentence);
    expect(await refusal(line)).not.toContain('\n');
  });

  test('directive import of what is there already answers with the same id and what to know', async () => {
    expect(await run('directive import sample/quang-xuong-2021/directive.yaml')).toEqual({
      id: 1,
      number: '/UBND-VH&TT',
      subject: expect.any(String),
      units: 114,
      tasks: 15,
      duties: 1,
      due: '2021-09-09T17:00:00+07:00',
      warnings: ['Văn bản chưa có số.', 'Văn bản chưa có ngày.'],
    });
  });

  test('directive show gives tasks and duties with their units', async () => {
    const shown = await run<{ tasks: object[]; duties: object[] }>('directive show 1');
    expect(shown).toMatchObject({ id: 1, state: 'draft' });
    expect(Object.keys(shown.tasks[0] ?? {})).toEqual([
      'key',
      'text',
      'section',
      'progress',
      'due',
      'overdueFrom',
      'units',
    ]);
    expect(shown.duties).toMatchObject([{ overdueFrom: '2021-09-11T00:00:00+07:00', reportTo: 'PHONG-VHTT' }]);
  });
});
