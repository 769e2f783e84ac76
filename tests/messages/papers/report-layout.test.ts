import { beforeAll, describe, expect, test } from 'vitest';
import { buildAnnex } from '../../../messages/papers/word/annex.ts';
import { buildDistrictReport } from '../../../messages/papers/word/district-report.ts';
import { buildUnitReport } from '../../../messages/papers/word/unit-report.ts';
import { useModels } from './models.ts';
import { unzip } from './unzip.ts';

const models = useModels({ communes: 6, schools: 8 });

/** The runs that hold a text, with their properties. */
const runsWith = (xml: string, text: string): string[] =>
  [...xml.matchAll(/<w:r>.*?<\/w:r>/gs)].map(([run]) => run).filter((run) => run.includes(text));
const paragraphWith = (xml: string, text: string): string =>
  [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/gs)].map(([p]) => p).find((p) => p.includes(text)) ?? '';

const textWidth = 11906 - 1701 - 850;
/** In twentieths of a point, from the widths of Times New Roman Bold: 12 points, and 13 points. */
const [widthOfNation, widthOfMotto] = [5085, 3171];

test('a long name of a place has a line of its own above the date, whose space for the day is not broken', async () => {
  const { report } = models();
  const office = {
    ...report.office,
    above: [{ id: 0, name: 'Ủy ban nhân dân thành phố Phan Rang - Tháp Chàm', aliases: [] }],
  };
  const xml = unzip(await buildDistrictReport({ ...report, office })).get('word/document.xml') ?? '';
  expect(runsWith(xml, '>Phan Rang - Tháp Chàm,<')).toHaveLength(1);
  expect(runsWith(xml, '>ngày\u00a0')[0]).toMatch(/>ngày\u00a0{8}tháng 3 năm 2026</);
});

describe.each(['the district report', 'a unit’s report'])('%s keeps the layout of NĐ 30/2020/NĐ-CP', (which) => {
  let parts: Map<string, string>;
  let xml = '';
  beforeAll(async () => {
    const { report, unit } = models();
    parts = unzip(which === 'the district report' ? await buildDistrictReport(report) : await buildUnitReport(unit));
    xml = parts.get('word/document.xml') ?? '';
  });

  test('A4 upright, margins 20, 15, 20 and 30 mm', () => {
    expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"\/>/);
    if (which === 'a unit’s report') expect(xml).not.toContain('landscape');
    const [, top, right, bottom, left] =
      /<w:pgMar w:top="(\d+)" w:right="(\d+)" w:bottom="(\d+)" w:left="(\d+)"/.exec(xml) ?? [];
    expect([top, right, bottom, left]).toEqual(['1134', '850', '1134', '1701']);
  });

  test('Times New Roman everywhere, in black', () => {
    const fonts = new Set([...xml.matchAll(/w:ascii="([^"]+)"/g)].map(([, font]) => font));
    expect([...fonts]).toEqual(['Times New Roman']);
    expect(parts.get('word/styles.xml')).toContain('w:ascii="Times New Roman"');
    expect(xml).not.toMatch(/<w:color w:val="(?!000000|auto)/);
  });

  test('pages are numbered at the top centre from the second on, in 14 points', () => {
    expect(xml).toContain('<w:titlePg/>');
    expect(xml).toMatch(/<w:pgNumType w:start="1"/);
    const headers = [...parts].filter(([name]) => /^word\/header\d+\.xml$/.test(name)).map(([, part]) => part);
    const numbered = headers.filter((part) => part.includes('PAGE'));
    const sections = xml.split('<w:sectPr').length - 1;
    expect(headers).toHaveLength(2 * sections);
    expect(numbered).toHaveLength(sections);
    expect(numbered[0]).toContain('<w:jc w:val="center"/>');
    expect(numbered[0]).toContain('<w:sz w:val="28"/>');
    expect(xml).toMatch(/<w:headerReference w:type="first"/);
  });

  test('the national name is bold in 12 points on one line, the motto in 13 with a rule of its length', () => {
    const [nation] = runsWith(xml, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(nation).toMatch(/<w:b\/>.*<w:sz w:val="24"\/>/s);
    const [left = 0, right = 0] = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
    expect(right).toBeGreaterThan(widthOfNation);
    expect(left + right).toBe(textWidth);
    const [motto] = runsWith(xml, 'Độc lập - Tự do - Hạnh phúc');
    expect(motto).toMatch(/<w:b\/>.*<w:sz w:val="26"\/>/s);
    const rule = /^Hạnh phúc<\/w:t><\/w:r><\/w:p><w:p><w:pPr>.{0,90}<w:top w:val="single".{0,200}w:left="(\d+)"/s.exec(
      xml.slice(xml.indexOf('Hạnh phúc')),
    );
    expect(Math.abs(right - 2 * Number(rule?.[1]) - widthOfMotto)).toBeLessThan(60);
  });

  test('the issuer stands bold under the body above it, the number is blank for the clerk, so is the day', () => {
    const isDistrict = which === 'the district report';
    for (const line of isDistrict ? ['PHÒNG VĂN HÓA', 'VÀ THÔNG TIN'] : ['ỦY BAN NHÂN DÂN', 'XÃ ĐÔNG HƯNG 2'])
      expect(runsWith(xml, `>${line}<`)[0]).toMatch(/<w:b\/>.*<w:sz w:val="24"\/>/s);
    if (isDistrict) expect(runsWith(xml, 'UBND HUYỆN ĐÔNG HÀ')[0]).not.toContain('<w:b/>');
    expect(xml).toMatch(isDistrict ? /Số:\s{2,}\/BC-PVHTT/ : /Số:\s{2,}\/BC-UBND/);
    const [place] = runsWith(xml, 'tháng 3 năm 2026');
    expect(place).toMatch(
      isDistrict ? /Đông Hà, ngày\s{2,}tháng 3 năm 2026/ : /Đông Hưng 2, ngày\s{2,}tháng 3 năm 2026/,
    );
    expect(place).toMatch(/<w:i\/>/);
  });

  test('the kind and the subject are bold and centred, with a rule under them', () => {
    const kind = paragraphWith(xml, '>BÁO CÁO<');
    expect(kind).toContain('<w:jc w:val="center"/>');
    expect(kind).toMatch(/<w:b\/>.*<w:sz w:val="28"\/>/s);
    expect(paragraphWith(xml, 'Kết quả thực hiện việc')).toContain('<w:b/>');
    const paper = xml.slice(0, xml.indexOf('Nơi nhận:'));
    expect([...paper.matchAll(/<w:pBdr><w:top w:val="single"/g)]).toHaveLength(3);
    expect(paragraphWith(xml, 'Kính gửi: ')).toMatch(/<w:jc w:val="center"\/>.*<w:sz w:val="28"\/>/s);
  });

  test('the body is justified in 14 points, first lines indented by 10 mm, 6 points apart', () => {
    const body = paragraphWith(xml, 'Thực hiện Công văn số 45/UBND-VHTT ngày 02 tháng 3 năm 2026');
    expect(body).toContain('<w:jc w:val="both"/>');
    expect(body).toMatch(/<w:ind w:firstLine="567"\/>/);
    expect(body).toMatch(/<w:spacing w:after="120" w:line="264" w:lineRule="auto"\/>/);
    expect(body).toContain('<w:sz w:val="28"/>');
  });

  test('receivers stand in 12 and 11 points beside the signature in capitals', () => {
    expect(runsWith(xml, 'Nơi nhận:')[0]).toMatch(/<w:b\/>.*<w:i\/>.*<w:sz w:val="24"\/>/s);
    expect(runsWith(xml, '- Lưu: VT, ')[0]).toContain('<w:sz w:val="22"/>');
    const signs =
      which === 'the district report' ? ['TRƯỞNG PHÒNG'] : ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'];
    for (const line of signs) expect(runsWith(xml, `>${line}<`)[0]).toContain('<w:b/>');
  });

  test('the last sentence ends “./.” and stays with the signature, which is not parted', () => {
    const last = paragraphWith(xml, 'Trên đây là báo cáo');
    expect(last).toMatch(/\.\/\.<\/w:t>/);
    expect(last).toContain('<w:keepNext/>');
    expect(xml.slice(xml.indexOf('./.<'))).toMatch(/<w:tr><w:trPr><w:cantSplit\/>.*Nơi nhận:.*<\/w:tr>/s);
  });

  test('a number is never parted from its per cent sign', () => {
    expect(xml).toMatch(/\d,\d%/);
    expect(xml).not.toContain(' %');
  });

  test('judgement is left to people in marked blanks', () => {
    const marked = [...xml.matchAll(/<w:r>.*?<\/w:r>/gs)]
      .map(([run]) => run)
      .filter((run) => run.includes('w:highlight'));
    expect(marked.length).toBeGreaterThanOrEqual(4);
    for (const run of marked) expect(run).toMatch(/>\[….*\]</);
    expect(xml).not.toMatch(/\[…[^<]*\](?![^<]*<\/w:t>)/);
  });

  test('heads of tables repeat, rows do not break over pages, and no total stands on a page of its own', () => {
    const tables = xml.split('<w:tbl>').filter((part) => part.includes('<w:tblHeader/>'));
    expect(tables.length).toBeGreaterThan(0);
    for (const table of tables) {
      const rows = [...table.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => row);
      const own = rows.filter((row) => !row.includes('Nơi nhận'));
      for (const row of own) expect(row).toContain('<w:cantSplit/>');
      expect(own[0]).toContain('<w:tblHeader/>');
      for (const row of [own[0], own.at(-2)]) expect(row).toContain('<w:keepNext/>');
    }
  });
});

/** The widths of a table's columns, by what stands in its head. */
const columnsOf = (xml: string, head: string): number[] => {
  const table = xml.split('<w:tbl>').find((part) => part.includes(head)) ?? '';
  return [...table.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width));
};

test('a column is as wide as the longest word over it', async () => {
  const { report } = models();
  const labels: Record<string, string> = { canbo: 'Số CBCCVC', 'chu-ky-so': 'Bluezone' };
  const form = report.form.map((i) => ({ ...i, label: labels[i.key] ?? i.label }));
  const parts = unzip(await buildDistrictReport({ ...report, form }));
  const xml = parts.get('word/document.xml') ?? '';
  for (const head of ['>Bluezone</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:tcW w:type="dxa"', '>Cộng ']) {
    const [, , base = 0, first = 0] = columnsOf(xml, head);
    // 11 points of Times New Roman Bold, and the insets of a cell.
    expect(base).toBeGreaterThan(941 + 120);
    expect(first).toBeGreaterThan(856 + 120);
  }
});

test('the proof lies on A4 with the head of an appendix: bold, its title in capitals, what it goes with in italics', async () => {
  const parts = unzip(await buildAnnex(models().annex));
  const xml = parts.get('word/document.xml') ?? '';
  expect(xml).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/);
  expect(xml).toContain('<w:titlePg/>');
  for (const line of ['Phụ lục', 'HỒ SƠ CHỨNG MINH SỐ LIỆU'])
    expect(paragraphWith(xml, `>${line}<`)).toMatch(/<w:jc w:val="center"\/>.*<w:b\/>.*<w:sz w:val="28"\/>/s);
  expect(paragraphWith(xml, '(Kèm theo Báo cáo số ')).toMatch(/<w:i\/>/);
  for (const [row] of xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)) expect(row).toContain('<w:cantSplit/>');
});
