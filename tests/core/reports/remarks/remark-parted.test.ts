import { describe, expect, test } from 'vitest';
import { withoutLetter } from '../../../../core/language/answers.ts';
import { partRemark } from '../../../../core/reports/remarks/remark-named.ts';
import type { ReportForm } from '../../../../core/reports/report.ts';

const form: ReportForm = { indicators: [], rules: [], noteLabel: 'Khó khăn, kiến nghị' };

describe('the remark behind figures', () => {
  test.each<[text: string, parted: ReturnType<typeof partRemark>]>([
    ['bluezone 46, không có gì ạ', { said: 'bluezone 46', remark: null }],
    ['bluezone 46. Khó khăn: mạng yếu. Trân trọng!', { said: 'bluezone 46', remark: 'mạng yếu' }],
    ['smart 40 không khó khăn gì', { said: 'smart 40', remark: null }],
    ['qr 21, smart 17, ko vướng mắc', { said: 'qr 21, smart 17', remark: null }],
    ['smart 17 ko vuong mac', { said: 'smart 17', remark: null }],
    ['smart 40 khong kho khan gi', { said: 'smart 40', remark: null }],
    ['bluezone 46, qr 40', undefined],
  ])('of %j', (text, parted) => {
    expect(partRemark(text, form)).toEqual(parted);
  });

  test('is not looked for where the form takes none', () => {
    expect(partRemark('bluezone 46, không có gì ạ', { ...form, noteLabel: null })).toBeUndefined();
  });

  test.each(['không có. ', 'khó khăn\n', '1 không ', 'a. Trân trọng', 'cảm ơn, '])(
    'has at most three courtesies behind it: %j over and over',
    (part) => {
      for (const text of [part.repeat(1000 / part.length), part.repeat(500)]) {
        partRemark(text, form);
        expect(withoutLetter(text).length).toBeGreaterThan(text.length - 3 * 100 - 1);
      }
    },
  );
});
