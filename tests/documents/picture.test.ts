import { expect, test } from 'vitest';
import { readPictureAssets } from '../../bot/papers/picture-assets.ts';
import type { RoundModel } from '../../core/papers.ts';
import { drawPicture } from '../../messages/documents/picture.ts';
import { paintPicture } from '../../messages/documents/picture-file.ts';
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

test('both fonts can draw every Vietnamese letter and every character the picture writes', () => {
  const letters = new Set([
    ...vietnamese,
    ...vietnamese.toLocaleUpperCase('vi'),
    ...'0123456789.,:;/()%·–-"“”',
    ...written(drawPicture(models().report)),
  ]);
  expect(letters.size).toBeGreaterThan(180);
  for (const font of readPictureAssets().fonts) {
    const canDraw = charactersOf(font);
    expect([...letters].filter((letter) => !canDraw(letter.codePointAt(0) ?? 0))).toEqual([]);
    expect(canDraw(0x2713)).toBe(false);
  }
});

test('the picture names the figures, the groups, who is missing, and the deadline', () => {
  const { report } = models();
  const svg = drawPicture(report);
  const { reporting, excused, reported } = report.summary.units;
  for (const text of [
    `>${reported}/${reporting - excused}<`,
    'Xã: ',
    'Các đơn vị thuộc Phòng Giáo dục và Đào tạo: ',
    report.summary.missing[0]?.name ?? '?',
    'Hạn',
  ])
    expect(svg).toContain(text);
  expect(drawPicture(report)).toBe(svg);
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
    summary: { ...report.summary, missing: [] },
    groups: Array.from({ length: 30 }, (_, n) => ({ ...group, key: { type: 'kind', kind: `nhóm ${n}` } })),
  };
  expect(drawPicture(early)).toContain('<svg');
  expect(drawPicture(many)).toContain('Các nhóm khác');
  expect(drawPicture(many)).toContain('Tất cả các đơn vị');
});
