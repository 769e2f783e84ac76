import { beforeAll, describe, expect, test } from 'vitest';
import { buildDistrictReport } from '../../messages/documents/district-report.ts';
import { buildUnitReport } from '../../messages/documents/unit-report.ts';
import { useModels } from './models.ts';
import { unzip } from './unzip.ts';

const models = useModels({ communes: 6, schools: 8 });

/** The runs that hold a text, with their properties. */
const runsWith = (xml: string, text: string): string[] =>
  [...xml.matchAll(/<w:r>.*?<\/w:r>/gs)].map(([run]) => run).filter((run) => run.includes(text));
const paragraphWith = (xml: string, text: string): string =>
  [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/gs)].map(([p]) => p).find((p) => p.includes(text)) ?? '';

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
    expect(headers).toHaveLength(2);
    expect(numbered).toHaveLength(1);
    expect(numbered[0]).toContain('<w:jc w:val="center"/>');
    expect(numbered[0]).toContain('<w:sz w:val="28"/>');
    expect(xml).toMatch(/<w:headerReference w:type="first"/);
  });

  test('the national name is bold in 13 points, the motto in 14 with a rule of its length', () => {
    const [nation] = runsWith(xml, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(nation).toMatch(/<w:b\/>.*<w:sz w:val="26"\/>/s);
    const [motto] = runsWith(xml, 'Độc lập - Tự do - Hạnh phúc');
    expect(motto).toMatch(/<w:b\/>.*<w:sz w:val="28"\/>/s);
    expect(xml.slice(xml.indexOf('Hạnh phúc'))).toMatch(
      /^Hạnh phúc<\/w:t><\/w:r><\/w:p><w:p>.{0,200}<w:pBdr><w:top w:val="single"/s,
    );
  });

  test('the issuer stands bold under the body above it, the number is blank for the clerk, so is the day', () => {
    const isDistrict = which === 'the district report';
    expect(runsWith(xml, isDistrict ? 'PHÒNG VĂN HÓA VÀ THÔNG TIN' : 'XÃ ĐÔNG HƯNG 2')[0]).toContain('<w:b/>');
    if (isDistrict) expect(runsWith(xml, 'UBND HUYỆN ĐÔNG HÀ')[0]).not.toContain('<w:b/>');
    else expect(runsWith(xml, 'ỦY BAN NHÂN DÂN')[0]).toContain('<w:b/>');
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
    expect([...xml.matchAll(/<w:pBdr><w:top w:val="single"/g)]).toHaveLength(3);
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
    expect(runsWith(xml, '- Lưu: VT.')[0]).toContain('<w:sz w:val="22"/>');
    const signs =
      which === 'the district report' ? ['TRƯỞNG PHÒNG'] : ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'];
    for (const line of signs) expect(runsWith(xml, `>${line}<`)[0]).toContain('<w:b/>');
  });

  test('judgement is left to people in marked blanks', () => {
    const marked = [...xml.matchAll(/<w:r>.*?<\/w:r>/gs)]
      .map(([run]) => run)
      .filter((run) => run.includes('w:highlight'));
    expect(marked.length).toBeGreaterThanOrEqual(4);
    for (const run of marked) expect(run).toMatch(/>\[….*\]</);
    expect(xml).not.toMatch(/\[…[^<]*\](?![^<]*<\/w:t>)/);
  });

  test('heads of tables repeat and rows do not break over pages', () => {
    expect(xml).toContain('<w:tblHeader/>');
    expect([...xml.matchAll(/<w:cantSplit\/>/g)].length).toBeGreaterThan(5);
  });
});
