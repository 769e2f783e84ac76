import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { beforeAll, describe, expect, test } from 'vitest';
import { standingOf, type UnitLine } from '../../../core/figures/papers.ts';
import { percentOf } from '../../../core/figures/summary.ts';
import { dataColumns } from '../../../messages/papers/data/columns.ts';
import { buildCsv, buildJson } from '../../../messages/papers/data/data.ts';
import { buildAnnex } from '../../../messages/papers/word/annex.ts';
import { buildDistrictReport } from '../../../messages/papers/word/district-report.ts';
import { buildUnitReport } from '../../../messages/papers/word/unit-report.ts';
import { count } from '../../../messages/words/format.ts';
import { useModels } from './models.ts';
import { piecesOf } from './table.ts';
import { paragraphsOf, rowsOf } from './words.ts';

const models = useModels();
const numberOf = ({ values }: UnitLine, key: string): number =>
  values[key]?.type === 'number' ? Number(values[key].value) : 0;
const sumOf = (lines: UnitLine[], key: string): number => lines.reduce((all, line) => all + numberOf(line, key), 0);

describe('the district report', () => {
  let paper: Uint8Array;
  beforeAll(async () => {
    paper = await buildDistrictReport(models().report);
  });

  test('says how many of those who owe have reported, and in time', async () => {
    const { report } = models();
    const units = report.units ?? [];
    const of = (where: string) => units.filter((line) => standingOf(line, report.round) === where).length;
    const lines = await paragraphsOf(paper);
    expect(lines.join('\n')).toContain(
      `có ${of('on-time') + of('late')}/${units.length - of('excused')} đơn vị phải báo cáo đã gửi số liệu`,
    );
    expect(lines.join('\n')).toContain(
      `trong đó ${of('on-time')} đơn vị đúng hạn, ${of('late')} đơn vị quá hạn; ${of('excused')} đơn vị được miễn báo cáo; ${of('owed')} đơn vị chưa báo cáo (đã quá hạn)`,
    );
    expect(of('late')).toBeGreaterThan(3);
  });

  test('has its totals in the first paragraph, with on how many units they rest', async () => {
    const { summary } = models().report;
    const first = (await paragraphsOf(paper)).find((line) => line.startsWith('Thực hiện Công văn')) ?? '';
    for (const { label, kind, total, of } of summary.indicators)
      if (kind === 'count') expect(first).toContain(`${label}: ${count(total)}/${count(of)} (`);
    expect(first).toContain(`(tính trên ${summary.units.reported} đơn vị đã báo cáo). Kết quả cụ thể như sau:`);
  });

  test('has every unit once: who has reported by result, with the sum of the rows, and who has not', async () => {
    const { report } = models();
    const units = report.units ?? [];
    const rows = await rowsOf(paper);
    const where = (name: string) => rows.filter((row) => row[1] === name);
    for (const { unit, state } of units) expect(where(unit.name), unit.name).toHaveLength(state === 'excused' ? 0 : 1);
    const reported = units.filter(({ state }) => state === 'reported');
    const shares = reported
      .toSorted((a, b) => rows.findIndex((r) => r[1] === a.unit.name) - rows.findIndex((r) => r[1] === b.unit.name))
      .map((line) => (numberOf(line, 'chu-ky-so') + numberOf(line, 'tai-khoan')) / numberOf(line, 'canbo'));
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
    for (const line of reported)
      expect(where(line.unit.name)[0]?.[3]).toMatch(new RegExp(`^${count(numberOf(line, 'chu-ky-so'))} \\(`));
    const total = where(`Cộng ${count(reported.length)} đơn vị`)[0];
    expect(total?.[2]).toBe(count(sumOf(units, 'canbo')));
    expect(total?.[3]).toMatch(new RegExp(`^${count(sumOf(units, 'chu-ky-so')).replace('.', '\\.')} \\(\\d+,\\d%\\)$`));
  });

  test('says why a unit that owes cannot be told anything, and counts who cannot', async () => {
    const { report } = models();
    const rows = await rowsOf(paper);
    for (const { unit } of report.summary.unreachable.first.filter(({ unit }) =>
      report.summary.missing.first.some(({ id }) => id === unit.id),
    ))
      expect(rows.find((row) => row[1] === unit.name)?.at(-1)).toBe('Chưa được: chưa đăng ký');
    const { count: length } = report.summary.unreachable;
    expect((await paragraphsOf(paper)).join('\n')).toContain(
      `- Chưa liên hệ được qua hệ thống: ${length} đơn vị (${length} chưa đăng ký).`,
    );
  });

  test('names in its text who is few, and points to an annex for who is many', async () => {
    const { report } = models();
    const [first] = report.units ?? [];
    if (!first) throw new Error('no unit');
    const owing = (n: number) => ({ ...first, unit: { ...first.unit, name: `Đơn vị ${n}` }, state: 'owed' as const });
    const said = async (n: number) => {
      const units = Array.from({ length: n }, (_, at) => owing(at));
      const lines = await paragraphsOf(await buildDistrictReport({ ...report, units }));
      return lines.find((line) => line.startsWith('- Chưa báo cáo'));
    };
    expect(await said(2)).toBe('- Chưa báo cáo, đã quá hạn: 2 đơn vị (Đơn vị 0; Đơn vị 1).');
    expect(await said(75)).toBe('- Chưa báo cáo, đã quá hạn: 75 đơn vị (danh sách tại Phụ lục II).');
  });

  test('quotes what units remark, and no “không ạ”', async () => {
    const { report } = models();
    const notes = ['dạ không ạ', 'mạng yếu ở thôn 3', 'Không có.'];
    const units = (report.units ?? []).map((line, n) => ({
      ...line,
      report: line.report && { ...line.report, note: notes[n] ?? null },
    }));
    const lines = await paragraphsOf(await buildDistrictReport({ ...report, units }));
    const from = lines.indexOf('Nội dung các đơn vị nêu khi gửi số liệu:');
    expect(lines.slice(from + 1, from + 2)).toEqual([`- ${units[1]?.unit.name}: Mạng yếu ở thôn 3.`]);
    expect(lines[from + 2]).toMatch(/^\[… đánh giá/);
  });

  test('shows dashes and not zeros while nobody has reported: silence is not zero', async () => {
    const { report } = models();
    const silent = <T extends object>(totals: T[]): T[] =>
      totals.map((total) => ({ ...total, total: 0, of: 0, units: 0 }));
    const early = await buildDistrictReport({
      ...report,
      groups: report.groups.map((group) => ({
        ...group,
        base: null,
        indicators: silent(group.indicators),
        progress: { ...group.progress, reported: 0, onTime: 0 },
      })),
      summary: { ...report.summary, indicators: silent(report.summary.indicators) },
      previous: { key: 'p', due: report.round.due, units: report.summary.units, indicators: report.summary.indicators },
      units: (report.units ?? []).map((line) => ({ ...line, state: 'owed', report: null, values: {} })),
    });
    const rows = await rowsOf(early);
    const totals = rows.filter((row) => row[1] === 'Tổng cộng').slice(1);
    expect(totals).toHaveLength(1);
    expect(totals.map((row) => new Set(row.slice(2).filter((cell) => cell !== '')))).toEqual(
      totals.map(() => new Set(['–'])),
    );
    const before = report.summary.indicators.find(({ key }) => key === 'chu-ky-so')?.total ?? 0;
    expect(rows.find((row) => row[1] === 'Có chữ ký số')?.slice(2)).toEqual([count(before), '–', '–']);
    expect(await paragraphsOf(early)).toContain('- Có chữ ký số: chưa có số liệu.');
  });

  test('has no column of shares where nothing is to be divided by, and numbers its tables on', async () => {
    const { report } = models();
    const form = report.form.filter((i) => !i.isDenominator);
    const previous = { key: 'p', due: report.round.due, units: report.summary.units, indicators: [] };
    const paper = await buildDistrictReport({ ...report, form, previous });
    const head = (await rowsOf(paper)).find((row) => row.includes('Có chữ ký số')) ?? [];
    expect(head).toEqual([
      'TT',
      'Loại đơn vị',
      'Có chữ ký số',
      'Có tài khoản dịch vụ công',
      'Đã tập huấn (có)',
      'Tỷ lệ',
    ]);
    const captions = (await paragraphsOf(paper)).filter((line) => line.startsWith('Bảng '));
    expect(captions.map((line) => line.slice(0, 7))).toEqual(['Bảng 1.', 'Bảng 2.', 'Bảng 3.']);
  });

  test('tells the figures of chats from the signed reports', async () => {
    const { reported } = models().report.summary.units;
    expect(await paragraphsOf(paper)).toContain(
      `Đã nhận báo cáo bằng văn bản (có số, ngày hoặc bản chụp) của 0/${reported} đơn vị đã gửi số liệu.`,
    );
  });

  test('above a thousand units names groups only and points to the workbook', async () => {
    const { report } = models();
    const short = await buildDistrictReport({ ...report, units: null });
    const text = (await paragraphsOf(short)).join('\n');
    expect(text).toContain('Có trên 1.000 đơn vị phải báo cáo');
    expect(text).toContain('trang “Theo đơn vị”');
    expect(text).not.toContain('UBND xã Đông Hưng 4');
    expect((await rowsOf(short)).some((row) => row[1] === 'Tổng cộng')).toBe(true);
  });
});

describe('a unit’s report', () => {
  test('has its figures, its shares, and a place to fill in what only people know', async () => {
    const { unit } = models();
    const rows = await rowsOf(await buildUnitReport(unit));
    expect(rows.slice(-7, -1).map((row) => row[1])).toEqual(
      unit.form.map((i) => (i.isDenominator ? 'Tổng số cán bộ, công chức, viên chức (người)' : i.label)),
    );
    expect(rows.find((row) => row[1] === 'Có chữ ký số')?.[2]).toBe(count(numberOf(unit.line, 'chu-ky-so')));
    const text = (await paragraphsOf(await buildUnitReport(unit))).join('\n');
    expect(text).toContain('Kính gửi: Ủy ban nhân dân huyện Đông Hà\n(qua Phòng Văn hóa và Thông tin)\n');
    expect(text).not.toMatch(/lần gửi|hệ thống/);
  });

  test.each([
    ['dạ không ạ', '[… khó khăn, vướng mắc; ghi “Không” nếu không có]'],
    ['mạng yếu ở 3 thôn', 'Mạng yếu ở 3 thôn.'],
    [null, '[… khó khăn, vướng mắc: khi gửi số liệu đơn vị trả lời “không có”; ghi “Không” nếu đúng]'],
  ])('with the remark “%s” says under III: %s', async (note, said) => {
    const { unit } = models();
    if (!unit.line.report) throw new Error('no report');
    const line = { ...unit.line, report: { ...unit.line.report, note, saidNoNote: note === null } };
    const lines = await paragraphsOf(await buildUnitReport({ ...unit, line }));
    expect(lines[lines.indexOf('III. KHÓ KHĂN, VƯỚNG MẮC') + 1]).toBe(said);
    expect(lines[lines.indexOf('III. KHÓ KHĂN, VƯỚNG MẮC') + 2]).toBe('IV. ĐỀ XUẤT, KIẾN NGHỊ');
  });

  test('goes from a school to its education office, and from the collecting office to the issuer', async () => {
    const { school, collector } = models();
    const lines = async (model: typeof school) => paragraphsOf(await buildUnitReport(model));
    const own = await lines(school);
    expect(own).toContain('Kính gửi: Phòng Giáo dục và Đào tạo huyện Đông Hà');
    expect(own.slice(0, 2)).toEqual(['PHÒNG GD&ĐT ĐÔNG HÀ', 'TRƯỜNG TIỂU HỌC SỐ 1']);
    expect(await lines(collector)).toContain('Kính gửi: Ủy ban nhân dân huyện Đông Hà');
  });

  test('of a consolidating office has the totals of the levels below it, their sum, and the sum with its own', async () => {
    const { office } = models();
    const below = models().workbook.units.filter(({ key }) => key.type === 'below');
    const rows = await rowsOf(await buildUnitReport(office));
    const row = (name: string) => rows.find((cells) => cells[1] === name) ?? [];
    const [reported, owing] = [below.filter((l) => l.state === 'reported'), below.filter((l) => l.state !== 'excused')];
    const whole = [`${reported.length}/${owing.length}`, count(sumOf(below, 'canbo'))];
    expect(row('Trường Tiểu học').slice(2, 4)).toEqual(whole);
    expect(row('Cộng các đơn vị trực thuộc').slice(2, 4)).toEqual(whole);
    expect(row('Cộng các đơn vị trực thuộc')[4]).toMatch(new RegExp(`^${count(sumOf(below, 'chu-ky-so'))} \\(`));
    const all = sumOf(below, 'chu-ky-so') + numberOf(office.line, 'chu-ky-so');
    expect(row('Tổng cộng')[4]).toMatch(new RegExp(`^${count(all)} \\(`));
    expect(row('Phòng Giáo dục và Đào tạo')[4]).toMatch(
      new RegExp(`^${count(numberOf(office.line, 'chu-ky-so'))} \\(`),
    );
  });

  test('of a consolidating office lists every school, and says which have not reported', async () => {
    const { office } = models();
    const paper = await buildUnitReport(office);
    const rows = await rowsOf(paper);
    const below = models().workbook.units.filter(({ key }) => key.type === 'below');
    for (const { unit, state } of below)
      expect(rows.find((row) => row[1] === unit.name)?.includes('Chưa báo cáo')).toBe(state === 'owed');
    const owed = below.filter(({ state }) => state === 'owed').map(({ unit }) => unit.name);
    expect(owed.length).toBeGreaterThan(2);
    expect(await paragraphsOf(paper)).toContain(`Chưa báo cáo: ${owed.length} đơn vị: ${owed.join('; ')}.`);
  });

  test('is all blanks while the unit has not reported', async () => {
    const { unit } = models();
    const rows = await rowsOf(
      await buildUnitReport({ ...unit, line: { ...unit.line, state: 'owed', report: null, values: {} } }),
    );
    expect(rows.slice(-7, -1).map((row) => row[2])).toEqual(unit.form.map(() => '[… số liệu]'));
  });
});

describe('the proof', () => {
  let rows: string[][] = [];
  beforeAll(async () => {
    rows = await rowsOf(await buildAnnex(models().annex));
  });

  test('opens every total to unit, value, person, message, time and revision', async () => {
    const { annex } = models();
    const counted = annex.revisions.filter((line) => line.isCurrent);
    const opened = (label: string) => {
      const start = rows.findIndex((row) => row.includes('Theo tin nhắn') && row.includes(label));
      const column = rows[start]?.indexOf(label) ?? -1;
      return { column, lines: rows.slice(start + 1, start + 2 + counted.length) };
    };
    for (const { key, kind, label } of annex.form.filter((i) => i.kind === 'count' || i.kind === 'yes-no')) {
      const { column, lines } = opened(label);
      counted.forEach((line, index) => {
        const value = line.values[key]?.value;
        const row = lines[index] ?? [];
        expect(row[column]).toBe(kind === 'count' ? count(Number(value)) : value === 1 ? 'Có' : 'Không');
        expect([row[0], row[1], ...row.slice(-5)]).toEqual([
          String(index + 1),
          line.unit.name,
          expect.stringContaining(line.by),
          expect.stringMatching(new RegExp(` ${line.message?.externalId}$`)),
          String(line.message?.id),
          expect.stringMatching(/^\d\dh\d\d \d\d\/\d\/2026$/),
          String(line.revision),
        ]);
      });
      const sum = lines.at(-1) ?? [];
      expect([sum[1], sum[column]]).toEqual([`Cộng ${counted.length} đơn vị`, count(sumOf(annex.units, key))]);
    }
  });

  test('has the head of an appendix, and ends with the head of the audit chain', async () => {
    const { annex } = models();
    const chain = { seq: 128, hash: '9f86d081884c7d659a2f', at: annex.now };
    const lines = await paragraphsOf(await buildAnnex({ ...annex, units: [], revisions: [], deliveries: [], chain }));
    expect(lines.slice(0, 2)).toEqual(['Phụ lục', 'HỒ SƠ CHỨNG MINH SỐ LIỆU']);
    expect(lines).toContain('(Kèm theo Báo cáo số […]/BC-PVHTT ngày […] của Phòng Văn hóa và Thông tin)');
    expect(lines.at(-1)).toContain('128:9f86d081884c7d65');
  });

  test('lists all to whom the directive was assigned, also who owes no report', async () => {
    const { annex } = models();
    const start = rows.findIndex((row) => row.some((cell) => cell.startsWith('Xác nhận đã nhận')));
    const listed = rows.slice(start + 1, start + 1 + annex.summary.units.assigned);
    expect(listed.map((row) => row[1])).toEqual([...annex.units, ...annex.told].map(({ unit }) => unit.name));
    expect(listed.filter((row) => row[3] !== '–')).toHaveLength(annex.summary.units.delivered);
    expect(listed.filter((row) => row[4] !== '–')).toHaveLength(annex.summary.units.acknowledged);
    expect(listed.at(-1)?.slice(5)).toEqual(['–', 'Không phải báo cáo']);
  });

  test('adds up what can be added up only', async () => {
    const sums = rows.filter((row) => row[1]?.startsWith('Cộng '));
    for (const row of sums) expect(row.slice(2).some((cell) => cell !== '')).toBe(true);
  });

  test('prints no address of a person on a platform, and no telephone number', async () => {
    const { annex } = models();
    const [first] = annex.revisions;
    if (!first?.message) throw new Error('no revision');
    const message = { ...first.message, channel: 'zalo-bot' as const, externalId: '8461720:m-17' };
    const { unit } = annex.units.find((line) => line.unit.phone) ?? {};
    const few = { ...annex, revisions: [{ ...first, message }], units: annex.units.slice(0, 5), deliveries: [] };
    const text = (await paragraphsOf(await buildAnnex(few))).join('\n');
    expect(text).toMatch(/ m-17$/m);
    expect(text).not.toContain('8461720');
    expect(text).toContain(unit?.name);
    expect(text).not.toContain(unit?.phone);
  });

  test('has no long random ids: those are for the workbook', async () => {
    const { annex } = models();
    const uuid = 'c8fff170-d3fb-4c36-9f0e-1f4b0a1d2e3f';
    const revisions = annex.revisions.map((line) => ({
      ...line,
      message: line.message && { ...line.message, channel: 'web' as const, externalId: uuid },
    }));
    const deliveries = annex.deliveries.map((line) => ({
      ...line,
      sending: line.sending && { ...line.sending, receipt: uuid },
    }));
    const text = (await paragraphsOf(await buildAnnex({ ...annex, revisions, deliveries }))).join('\n');
    expect(text).not.toContain('c8fff170');
    expect(text.split('\n')).toContain(String(annex.revisions[0]?.message?.id));
  });

  test('lists what was sent with its receipt, who acknowledged, and every correction', async () => {
    const { annex } = models();
    const told = rows.filter((row) => row.length === 7 && /, mã tg-\d+$/.test(row[2] ?? ''));
    const others = rows.filter((row) => row[6]?.startsWith('Nền tảng đã nhận'));
    expect(others.every((row) => /mã tg-\d+$/.test(row[6] ?? ''))).toBe(true);
    expect(told.length + others.length).toBe(
      annex.deliveries.filter(({ sending }) => sending?.state === 'sent').length,
    );
    expect(others.map((row) => row[2])).not.toContain('Giao nhiệm vụ');
    expect(rows.filter((row) => row[6] === 'Chưa gửi được: khi đó không kênh nào nhắn được')).toHaveLength(1);
    expect(rows.filter((row) => / → /.test(row[1] ?? ''))).toHaveLength(
      annex.revisions.filter((r) => r.revision > 1).length,
    );
    // Who acknowledged is named where it was not the one whom the tasks reached.
    const acknowledged = rows.filter((row) => /^(?:Người báo cáo .*, )?09h00 02\/3\/2026$/.test(row[4] ?? ''));
    expect(acknowledged).toHaveLength(annex.summary.units.acknowledged);
  });
});

describe('data for other programs', () => {
  test('CSV has one row a unit, its columns documented, and sums to the same totals', async () => {
    const { workbook } = models();
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await buildCsv(workbook, piecesOf(workbook)));
    expect(text.startsWith('\ufeffcode,name,group,state,')).toBe(true);
    const { data, errors } = Papa.parse<Record<string, string>>(text.slice(1).trimEnd(), { header: true });
    expect(errors).toEqual([]);
    expect(data.map((row) => row.code)).toEqual(workbook.units.map(({ unit }) => unit.code));
    expect(data.reduce((all, row) => all + Number(row['value_chu-ky-so']), 0)).toBe(sumOf(workbook.units, 'chu-ky-so'));
    expect(data.find((row) => row.state === 'owed')?.['value_chu-ky-so']).toBe('');
    for (const row of data) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@]/);
  });

  test('JSON says the same and tells what each column holds', async () => {
    const { workbook } = models();
    const json = JSON.parse(new TextDecoder().decode(await buildJson(workbook, piecesOf(workbook))));
    expect(Object.keys(json.units[0])).toEqual(Object.keys(json.columns));
    expect(json.counts).toEqual(workbook.summary.units);
    expect(json.units).toHaveLength(workbook.units.length);
    expect(json.revisions).toHaveLength(workbook.revisions.length);
    expect(json.units[0]).toMatchObject({
      code: 'VP',
      state: 'on-time',
      first_reported_at: '2026-03-03T08:20:00+07:00',
      value_canbo: 14,
    });
    expect(json.units.find((unit: { state: string }) => unit.state === 'owed')).toMatchObject({ value_canbo: null });
    const trained = workbook.summary.indicators.find(({ kind }) => kind === 'yes-no');
    expect(json.indicators.find((i: { kind: string }) => i.kind === 'yes-no')).toMatchObject({
      of: trained?.units,
      percent: percentOf(trained?.total ?? 0, trained?.units ?? 0),
    });
  });

  test('neither has the address of a person on a platform', async () => {
    const { workbook } = models();
    const [first] = workbook.revisions;
    if (!first?.message) throw new Error('no revision');
    const message = { ...first.message, externalId: '8461720:m-17' };
    const table = { ...workbook, revisions: [{ ...first, message }] };
    for (const build of [buildCsv, buildJson])
      expect(new TextDecoder().decode(await build(table, piecesOf(table)))).not.toContain('8461720');
  });

  test('the guide to the data names every column', () => {
    const text = readFileSync(join(import.meta.dirname, '../../../docs/du-lieu.md'), 'utf8');
    for (const [column, holds] of Object.entries(dataColumns)) expect(text).toContain(`| \`${column}\` | ${holds} |`);
  });
});
