import { Resvg } from '@resvg/resvg-wasm';
import { expect, test } from 'vitest';
import { readPictureAssets } from '../../../bot/papers/picture-assets.ts';
import type { GroupLine, RoundModel } from '../../../core/figures/papers.ts';
import { paintPicture } from '../../../messages/papers/picture/file.ts';
import { drawPicture } from '../../../messages/papers/picture/picture.ts';
import { colors } from '../../../messages/papers/picture/text.ts';
import { count } from '../../../messages/words/format.ts';
import { charactersOf } from './glyphs.ts';
import { useModels } from './models.ts';
import { at } from './seed.ts';

const models = useModels();
const vietnamese = 'aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệfghiìíỉĩịjklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvwxyỳýỷỹỵz';

/** What the picture writes, character by character. */
const written = (svg: string): Set<string> =>
  new Set(
    [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/gs)].flatMap(([, text]) => [
      ...(text ?? '')
        .replaceAll('&amp;', '&')
        .replace(/<[^>]+>/g, '')
        .replace(/\s/g, ''),
    ]),
  );

/** Characters that one of the fonts cannot draw. */
const undrawable = (letters: Iterable<string>): string[] =>
  readPictureAssets().fonts.flatMap((font) => {
    const canDraw = charactersOf(font);
    return [...letters].filter((letter) => !canDraw(letter.codePointAt(0) ?? 0));
  });

test('both fonts can draw every Vietnamese letter and every character the picture writes', () => {
  const letters = new Set([
    ...vietnamese,
    ...vietnamese.toLocaleUpperCase('vi'),
    ...'0123456789.,:;/()%·–-"“”…',
    ...written(drawPicture(models().report)),
  ]);
  expect(letters.size).toBeGreaterThan(180);
  expect(undrawable(letters)).toEqual([]);
});

test('a character that no font has would be found', () => {
  const { report } = models();
  const strange = drawPicture({ ...report, directive: { ...report.directive, subject: 'phòng bệnh ✓漢' } });
  expect(new Set(undrawable(written(strange)))).toEqual(new Set(['✓', '漢']));
});

test('the picture names the figures, the groups, who is missing, and the deadline', () => {
  const { report } = models();
  const svg = drawPicture(report);
  const { reporting, excused, reported } = report.summary.units;
  for (const text of [
    `>${reported}/${reporting - excused}<`,
    'Xã: ',
    'Các đơn vị thuộc Phòng Giáo dục và Đào tạo: ',
    'Hạn',
  ])
    expect(svg).toContain(text);
  expect(drawPicture(report)).toBe(svg);
});

const textIn = (svg: string): string => svg.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

test('the picture shows each result as a bar as long as its share, and on how many units it rests', () => {
  const { report } = models();
  const svg = drawPicture(report);
  const { indicators, units } = report.summary;
  expect(textIn(svg)).toContain(`Kết quả (tính trên ${units.reported} đơn vị đã báo cáo)`);
  for (const { label, kind, total, of } of indicators.filter((i) => i.kind === 'count')) {
    expect(kind).toBe('count');
    expect(textIn(svg)).toContain(`${label}: ${count(total)}/${count(of)} (`);
    const length = (984 * Math.round((1000 * Number(total)) / Number(of))) / 1000;
    const lengths = [...svg.matchAll(/<path d="M48 [\d.]+l([\d.]+) 0/g)].map(([, own]) => Number(own));
    expect(lengths.some((own) => Math.abs(own - length) < 1)).toBe(true);
  }
});

test('many who are missing are told by their types, a few by name', () => {
  const { report } = models();
  const [first] = report.summary.missing.first;
  expect(textIn(drawPicture(report))).toMatch(
    /Chưa báo cáo, đã quá hạn \(\d+ đơn vị\): Các đơn vị thuộc Phòng Giáo dục và Đào tạo \d+; Xã \d+/,
  );
  const few = { ...report, summary: { ...report.summary, missing: { count: 1, first: first ? [first] : [] } } };
  expect(textIn(drawPicture(few))).toContain(`(1 đơn vị): ${first?.name}.`);
});

test('a PNG 1,080 pixels wide, under 300 KB, with ink where the text is', async () => {
  const { fonts, renderer } = readPictureAssets();
  const svg = drawPicture(models().report);
  const png = Buffer.from(await paintPicture(svg, fonts, renderer));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBe(1080);
  expect(png.length).toBeLessThan(300 * 1024);
  const blank = await paintPicture(svg.replace(/<text[^>]*>.*?<\/text>/gs, ''), fonts, renderer);
  expect(png.length).toBeGreaterThan(blank.length * 2);
});

/** The most that there can be to write: thirty groups of long names, each with its parts, and a subject in capitals. */
function crowded(): RoundModel {
  const { report } = models();
  const { missing } = report.summary;
  const long = 'Trung tâm Giáo dục nghề nghiệp - Giáo dục thường xuyên và Bồi dưỡng "Nguyễn & Trần" </g> cho công chức';
  return {
    ...report,
    directive: { ...report.directive, subject: `${long} ${long}`.toLocaleUpperCase('vi') },
    groups: Array.from({ length: 30 }, (_, n) => ({
      ...(report.groups[n % report.groups.length] as GroupLine),
      key: { type: 'below', unit: { id: n, code: String(n), name: `${long} ${n}` } },
    })),
    summary: {
      ...report.summary,
      missing: { ...missing, first: missing.first.map((unit) => ({ ...unit, name: long })) },
    },
  };
}

test('thirty groups of long names stay within the picture and 300 KB, each with its figures', async () => {
  const { fonts, renderer } = readPictureAssets();
  const svg = drawPicture(crowded());
  expect((await paintPicture(svg, fonts, renderer)).length).toBeLessThan(300 * 1024);
  const texts = `${svg.match(/<svg[^>]*>/)?.[0]}${[...svg.matchAll(/<text.*?<\/text>/gs)].map(([text]) => text).join('')}</svg>`;
  const box = new Resvg(texts, { font: { fontBuffers: fonts, loadSystemFonts: false } }).innerBBox();
  expect(box?.x).toBeGreaterThan(20);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThan(1060);
  expect([...svg.matchAll(/…: \d+\/\d+</g)]).toHaveLength(7);
  expect(svg).toMatch(/Các loại khác: \d+\/\d+</);
  expect(svg.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')).toMatch(
    /Chưa báo cáo, đã quá hạn \(\d+ đơn vị\): .*; loại khác \d+\./,
  );
});

test('the way to a deadline of the same day is told in hours, and begins at the opening', () => {
  const { report } = models();
  const svg = drawPicture({
    ...report,
    now: at('2026-03-12T12:00:00'),
    round: { ...report.round, opensAt: at('2026-03-12T07:30:00'), due: at('2026-03-12T16:00:00') },
  });
  for (const hour of ['08:00', '12:00', '16:00']) expect(svg).toContain(`>${hour}<`);
});

test('in time, late and missing look different also to eyes that do not tell red from green', () => {
  const channels = (color: string) =>
    [1, 3, 5].map((n) => {
      const value = Number.parseInt(color.slice(n, n + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
  // Viénot, Brettel and Mollon (1999): what protanopes and deuteranopes see, in linear RGB.
  const sights = [
    { red: 0.112, leak: -0.004 },
    { red: 0.293, leak: 0.02 },
  ];
  const seen = sights.map(({ red, leak }) =>
    Object.values(colors).map((color) => {
      const [r = 0, g = 0, b = 0] = channels(color);
      const mixed = red * r + (1 - red) * g;
      return [mixed, mixed, b + leak * (r - g)].map((value) => Math.cbrt(Math.max(0, value)));
    }),
  );
  for (const [onTime = [], late = [], owed = []] of seen)
    for (const [one, other] of [
      [onTime, late],
      [onTime, owed],
      [late, owed],
    ] as const)
      expect(Math.hypot(...one.map((value, n) => value - (other[n] ?? 0)))).toBeGreaterThan(0.3);
});

test('nobody missing, nothing due yet, or one of thirty groups: each still gives a picture', () => {
  const { report } = models();
  const [group] = report.groups;
  if (!group) throw new Error('no group');
  const early: RoundModel = {
    ...report,
    now: at('2026-03-02T08:00:00'),
    trend: [{ at: report.round.opensAt, reported: 0 }],
  };
  const many: RoundModel = {
    ...report,
    summary: { ...report.summary, missing: { count: 0, first: [] } },
    groups: Array.from({ length: 30 }, (_, n) => ({ ...group, key: { type: 'kind', kind: `nhóm ${n}` } })),
  };
  expect(drawPicture(early)).toContain('<svg');
  expect(drawPicture(many)).toContain('Các loại khác');
  expect(drawPicture(many)).toContain('Tất cả các đơn vị');
});
