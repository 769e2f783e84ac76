/** Papers of the Party's bodies have its own head, number and signature; those of the Front and the unions the state's. */
import { expect, test } from 'vitest';
import type { Office } from '../../../core/figures/papers.ts';
import { buildUnitReport } from '../../../messages/papers/word/unit-report.ts';
import { useModels } from './models.ts';
import { unzip } from './unzip.ts';
import { paragraphsOf } from './words.ts';

const models = useModels({ communes: 6, schools: 8 });

const district = { id: 1, name: 'Huyện ủy Sông Mây', aliases: [] };
const body = (name: string, headTitle: string | null, above: Office['above'] = [], aliases: string[] = []): Office => ({
  id: 2,
  name,
  aliases,
  headTitle,
  headName: 'Lê Văn A',
  above,
});
const paperOf = (office: Office, signs: 'head' | 'deputy' = 'head') =>
  buildUnitReport({ ...models().unit, office, signs });
const linesOf = async (office: Office, signs: 'head' | 'deputy' = 'head') =>
  (await paragraphsOf(await paperOf(office, signs))).map((line) => line.replaceAll('\u00a0', ' ').replace(/ +/g, ' '));

test('a committee stands under the one above it, with an asterisk, beside the name of the Party and no motto', async () => {
  const office = body('Đảng ủy xã An Bình', 'Bí thư Đảng ủy', [district]);
  const lines = await linesOf(office);
  expect(lines.slice(0, 6)).toEqual([
    'HUYỆN ỦY SÔNG MÂY',
    'ĐẢNG ỦY XÃ AN BÌNH',
    '*',
    'ĐẢNG CỘNG SẢN VIỆT NAM',
    'Số -BC/ĐU',
    expect.stringMatching(/^An Bình, ngày tháng \d+ năm \d{4}$/),
  ]);
  expect(lines.join('\n')).not.toMatch(/CỘNG HÒA|Độc lập|TM\.|KT\./);
  const xml = unzip(await paperOf(office)).get('word/document.xml') ?? '';
  expect(/<w:r>(?:(?!<\/w:r>).)*ĐẢNG CỘNG SẢN VIỆT NAM/s.exec(xml)?.[0]).toMatch(/<w:b\/>.*<w:sz w:val="30"\/>/s);
});

test('a secretary and a deputy sign T/M; for whom is left to the clerk', async () => {
  const office = body('Huyện ủy Sông Mây', 'Bí thư Huyện ủy');
  const signed = (await linesOf(office)).slice(-3);
  expect(signed).toEqual(['T/M [… ban thường vụ hoặc cấp ủy]', 'BÍ THƯ', 'Lê Văn A']);
  expect((await linesOf(office, 'deputy')).slice(-3)).toEqual([
    'T/M [… ban thường vụ hoặc cấp ủy]',
    'PHÓ BÍ THƯ',
    '[… họ và tên]',
  ]);
  expect(await linesOf(office)).toEqual(
    expect.arrayContaining(['Số -BC/HU', expect.stringMatching(/^Sông Mây, ngày/)]),
  );
});

test('what works for a committee writes as it does, its deputy K/T, with the letters of the roster', async () => {
  const lines = await linesOf(body('Ban Tuyên giáo', 'Trưởng ban', [district], ['BTG']), 'deputy');
  expect(lines.slice(0, 5)).toEqual([
    'HUYỆN ỦY SÔNG MÂY',
    'BAN TUYÊN GIÁO',
    '*',
    'ĐẢNG CỘNG SẢN VIỆT NAM',
    'Số -BC/BTG',
  ]);
  expect(lines).toEqual(expect.arrayContaining(['K/T TRƯỞNG BAN', 'PHÓ TRƯỞNG BAN']));
});

const council = { id: 3, name: 'UBND huyện Sông Mây', aliases: [] };
test.each([
  ['Ủy ban Mặt trận Tổ quốc Việt Nam huyện Sông Mây', [district]],
  ['Liên đoàn Lao động huyện Sông Mây', [district]],
  ['Hội Nông dân huyện Sông Mây', []],
  ['Văn phòng HĐND và UBND', [council]],
  ['Ban Tổ chức', [council]],
  ['Trung tâm Chính trị', [district]],
] as [string, Office['above']][])('%s has the national name', async (name, above) => {
  const text = (await linesOf(body(name, 'Chủ tịch', above))).join('\n');
  expect(text).toMatch(/CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc/);
  expect(text).not.toMatch(/ĐẢNG CỘNG SẢN|^\*$/m);
  expect(text).toMatch(/^Số: \/BC-/m);
});
