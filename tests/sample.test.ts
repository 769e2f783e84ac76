import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { type Audience, directiveDraftSchema } from '../core/directives/directive.ts';

type Row = Record<(typeof columns)[number], string>;

const columns = ['code', 'name', 'kind', 'parent', 'aliases', 'staff', 'head_name', 'head_title', 'phone'] as const;

const readSample = (path: string): string => readFileSync(new URL(`../sample/${path}`, import.meta.url), 'utf8');

function load(folder: string) {
  const csv = Papa.parse<Row>(readSample(`${folder}/units.csv`), {
    header: true,
    skipEmptyLines: true,
  });
  const draft = directiveDraftSchema.parse(parseYaml(readSample(`${folder}/directive.yaml`)));
  return { csv, units: csv.data, draft };
}

const aliasesOf = (unit: Row): string[] => unit.aliases.split(';').filter((alias) => alias !== '');

/** As people type on a phone: without diacritics, case and punctuation. */
const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const repeated = (values: string[]): string[] => values.filter((value, index) => values.indexOf(value) !== index);

/** Codes of the units that an audience names; enough for the samples, which use neither tags nor `except`. */
const reach = (units: Row[], audience: Audience): string[] =>
  units
    .filter(
      (unit) =>
        audience.kinds.includes(unit.kind) ||
        audience.codes.includes(unit.code) ||
        audience.childrenOf.includes(unit.parent),
    )
    .map((unit) => unit.code);

const ofKind = (units: Row[], ...kinds: string[]): Row[] => units.filter((unit) => kinds.includes(unit.kind));
const codesOf = (units: Row[]): string[] => units.map((unit) => unit.code);

describe.each(['quang-xuong-2021', 'commune-2026', 'thanh-hoa-2026'])('the sample %s', (folder) => {
  const { csv, units, draft } = load(folder);
  const codes = new Set(codesOf(units));
  const kinds = new Set(units.map((unit) => unit.kind));
  const audiences = [...draft.tasks, ...draft.duties].map((item) => item.audience);

  test('has a roster that parses without errors and has the documented columns', () => {
    expect(csv.errors).toEqual([]);
    expect(csv.meta.fields).toEqual([...columns]);
  });

  test('gives every unit a code of its own, in capitals, digits and hyphens', () => {
    expect(repeated(codesOf(units))).toEqual([]);
    for (const code of codes) expect(code).toMatch(/^[A-Z0-9]+(-[A-Z0-9]+)*$/);
  });

  test('lists every parent before its children, and only the issuer has none', () => {
    units.forEach((unit, index) => {
      if (unit.code === draft.issuer) expect(unit.parent).toBe('');
      else expect(codesOf(units.slice(0, index)), unit.code).toContain(unit.parent);
    });
  });

  test('has no two units that share a name or an alias, typed without diacritics', () => {
    expect(repeated(units.flatMap((unit) => [...new Set([unit.name, ...aliasesOf(unit)].map(fold))]))).toEqual([]);
  });

  test('names no person and no telephone, but a title for every head', () => {
    for (const unit of units) {
      expect([unit.head_name, unit.phone]).toEqual(['', '']);
      expect(unit.head_title, unit.code).not.toBe('');
    }
  });

  test('counts staff in whole numbers where the count is known', () => {
    for (const unit of units) expect(unit.staff, unit.code).toMatch(/^([1-9]\d?)?$/);
  });

  test('is written in composed characters, in which the spans are counted', () => {
    for (const file of ['units.csv', 'directive.yaml']) {
      const text = readSample(`${folder}/${file}`);
      expect(text).toBe(text.normalize('NFC'));
    }
  });

  test('sends every task word for word as it stands in the document, in its order', () => {
    for (const task of draft.tasks) expect(draft.text.slice(...task.span), task.key).toBe(task.text);
    const starts = draft.tasks.map((task) => task.span[0]);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  });

  test('asks for every report in the words of the document, deadline included', () => {
    for (const duty of draft.duties) {
      expect(duty.span).toBeDefined();
      expect(draft.text.slice(...(duty.span ?? [0, 0])), duty.key).toContain(duty.deadline.quote);
    }
  });

  test('speaks only of units and kinds that the roster has', () => {
    expect(codes).toContain(draft.issuer);
    for (const duty of draft.duties) expect(codes).toContain(duty.reportTo);
    for (const audience of audiences) {
      for (const code of [...audience.codes, ...audience.childrenOf, ...audience.except]) expect(codes).toContain(code);
      for (const kind of audience.kinds) expect(kinds).toContain(kind);
      expect(audience.tags).toEqual([]);
      expect(reach(units, audience)).not.toEqual([]);
    }
  });

  test('gives every unit but the issuer a task, and the issuer nothing', () => {
    const reached = new Set(audiences.flatMap((audience) => reach(units, audience)));
    expect([...codes].filter((code) => !reached.has(code))).toEqual([draft.issuer]);
  });
});

describe('the sample district of 2021', () => {
  const { units, draft } = load('quang-xuong-2021');
  const everyBody = codesOf(ofKind(units, 'office', 'centre', 'school', 'commune', 'town'));

  test('has 25 communes and a town, twelve offices, three telecom companies and some 70 schools', () => {
    expect(ofKind(units, 'district')).toHaveLength(1);
    expect(ofKind(units, 'commune')).toHaveLength(25);
    expect(ofKind(units, 'town')).toHaveLength(1);
    expect(ofKind(units, 'office')).toHaveLength(12);
    expect(ofKind(units, 'centre').length).toBeGreaterThanOrEqual(5);
    expect(ofKind(units, 'telecom')).toHaveLength(3);
    expect(ofKind(units, 'school').length).toBeGreaterThanOrEqual(60);
    expect(ofKind(units, 'school').length).toBeLessThanOrEqual(80);
  });

  test('puts the schools under the education office and everyone else under the district', () => {
    for (const unit of units.filter((each) => each.code !== draft.issuer))
      expect(unit.parent, unit.code).toBe(unit.kind === 'school' ? 'PHONG-GDDT' : 'UBND-HUYEN');
  });

  test('lists the communes by the Vietnamese alphabet', () => {
    const names = ofKind(units, 'commune').map((unit) => unit.name);
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'vi')));
  });

  test('leaves the staff count of a few reporting units unknown', () => {
    const unknown = units.filter((unit) => unit.staff === '' && everyBody.includes(unit.code));
    expect(unknown.length).toBeGreaterThanOrEqual(3);
    expect(unknown.length).toBeLessThanOrEqual(8);
  });

  test.each([
    ['1', 4, everyBody],
    ['2', 2, ['PHONG-YTE']],
    ['3', 2, ['PHONG-GDDT']],
    ['4', 2, codesOf(ofKind(units, 'telecom'))],
    ['5', 1, ['TT-VHTTTTDL']],
  ])('section %s has %i tasks for those it names', (section, count, audience) => {
    const tasks = draft.tasks.filter((task) => task.section === section);
    expect(tasks).toHaveLength(count);
    for (const task of tasks) expect(reach(units, task.audience), task.key).toEqual(audience);
  });

  test('section 6 tells schools to report to the education office alone, which reports for them; culture collects', () => {
    const told = draft.tasks
      .filter(({ section }) => section === '6')
      .map(({ text, audience }) => ({ to: reach(units, audience), isToDistrict: text.includes('UBND huyện (qua') }));
    expect(told).toEqual([
      { to: codesOf(ofKind(units, 'office', 'centre', 'commune', 'town')), isToDistrict: true },
      { to: codesOf(ofKind(units, 'school')), isToDistrict: false },
      { to: ['PHONG-GDDT'], isToDistrict: true },
      { to: ['PHONG-VHTT'], isToDistrict: false },
    ]);
    const [duty] = draft.duties;
    const [consolidation] = duty?.consolidations ?? [];
    expect(consolidation && reach(units, consolidation.audience)).toEqual(codesOf(ofKind(units, 'school')));
    expect(duty?.consolidations).toMatchObject([{ by: 'PHONG-GDDT', earlier: 'P1D' }]);
  });

  test('asks how its sections 1 to 5 stand, without proof, and not how its report does', () => {
    expect(draft.progress).toEqual(['1', '2', '3', '4', '5'].map((section) => ({ section })));
  });

  test('names its basis, a written report, and what each figure counts', () => {
    expect(draft.basis).toMatch(/^Công văn số 13341\/UBND-CNTT ngày 30\/8\/2021 của UBND tỉnh/);
    expect(draft.duties[0]?.inWriting).toBe(true);
    expect(draft.duties[0]?.indicators.map(({ fullLabel }) => fullLabel)).toEqual([
      'Số người đã cài đặt Bluezone',
      'Số người đã quét mã QR',
      'Số người đã cài đặt Smart Thanh Hóa',
    ]);
  });

  test('asks one report of everyone but the telecom companies, before 10/9/2021, with three counts of the staff', () => {
    expect(draft.duties).toHaveLength(1);
    const duty = draft.duties[0];
    expect(duty && reach(units, duty.audience)).toEqual(everyBody);
    expect(duty?.deadline).toEqual({
      rule: 'before-day',
      date: '2021-09-10',
      quote: 'trước ngày 10/9/2021',
    });
    expect(duty?.reportTo).toBe('PHONG-VHTT');
    expect(duty?.denominator).toEqual({
      key: 'cbccvc',
      label: 'Số CBCCVC',
      fullLabel: 'Tổng số cán bộ, công chức, viên chức',
      unit: 'người',
      fromRoster: true,
    });
    expect(duty?.indicators.map(({ label, kind }) => [label, kind])).toEqual([
      ['Bluezone', 'count'],
      ['QR', 'count'],
      ['Smart Thanh Hóa', 'count'],
    ]);
  });
});

describe('the sample commune of 2026', () => {
  const { units, draft } = load('commune-2026');

  test('is issued by a commune whose offices and schools stand right under it', () => {
    expect(units.find((unit) => unit.code === draft.issuer)?.kind).toBe('commune');
    expect(ofKind(units, 'school').length).toBeGreaterThanOrEqual(8);
    for (const unit of units.filter((each) => each.code !== draft.issuer)) expect(unit.parent).toBe(draft.issuer);
  });

  test('asks a count and a yes or no at 16:00 of every working day, as a share of nothing', () => {
    expect(draft.duties).toHaveLength(1);
    const duty = draft.duties[0];
    expect(duty?.deadline).toMatchObject({
      rule: 'each-day',
      time: '16:00',
      from: '2026-03-03',
      until: '2026-03-13',
      workingDaysOnly: true,
    });
    expect(duty?.indicators.map(({ key, kind }) => [key, kind])).toEqual([
      ['ca-moi', 'count'],
      ['tong-ve-sinh', 'yes-no'],
    ]);
    expect(duty?.denominator).toBeUndefined();
    expect(duty?.noteLabel).toBeUndefined();
    expect(duty?.reminders).toEqual({
      before: ['PT2H', 'PT0S'],
      thenEachWorkingDay: false,
    });
    expect(duty?.summaries).toEqual({
      before: ['PT30M', 'PT0S'],
      thenEachWorkingDay: false,
    });
  });
});

test('the draft printed in the README can be imported as it stands', () => {
  const block = readSample('README.md').match(/```yaml\n([\s\S]*?)```/)?.[1] ?? '';
  const draft = directiveDraftSchema.parse(parseYaml(block));
  for (const task of draft.tasks) expect(draft.text.slice(...task.span)).toBe(task.text);
  for (const duty of draft.duties) {
    const sentence = draft.text.slice(...(duty.span ?? [0, 0]));
    expect(sentence).toMatch(/^Các phòng báo cáo .*\.$/);
    expect(sentence).toContain(duty.deadline.quote);
  }
});
