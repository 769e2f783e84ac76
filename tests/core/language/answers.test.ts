import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAcknowledgement, isThanks, readDate } from '../../../core/language/answers.ts';
import { readYesNo } from '../../../core/language/assent/yes-no.ts';

describe('readDate', () => {
  it.each([
    ['08/09/2021', '2021-09-08'],
    ['8-9-2021', '2021-09-08'],
    ['8.9.2021.', '2021-09-08'],
    ['2021-09-08', '2021-09-08'],
    ['ngày 8 tháng 9 năm 2021', '2021-09-08'],
    ['Ngày 08/9/2021', '2021-09-08'],
    ['29/2/2024', '2024-02-29'],
  ])('%j is %s', (text, date) => {
    expect(readDate(text)).toBe(date);
  });

  it.each([
    '29/2/2023',
    '31/4/2026',
    '9/13/2021',
    '8/9',
    '8/9/21',
    '8/9-2021',
    '0/0/0000',
    'hôm nay',
    '',
    '8/9/2021 và 9/9/2021',
  ])('%j is no date', (text) => {
    expect(readDate(text)).toBeUndefined();
  });
});

describe('readYesNo', () => {
  it.each([
    'có',
    'Co',
    'Có ạ',
    'dạ có',
    'da co',
    'rồi',
    'da co roi',
    'đã có',
    'đã thực hiện',
    'vâng',
    'xong rồi',
    'yes',
    'Đúng.',
  ])('%j is yes', (text) => {
    expect(readYesNo(text)).toBe(true);
  });

  it.each([
    'không',
    'khong',
    'Không ạ!',
    'ko',
    'chưa',
    'chua',
    'dạ chưa ạ',
    'da chua',
    'chưa có',
    'chưa thực hiện',
    'no',
  ])('%j is no', (text) => {
    expect(readYesNo(text)).toBe(false);
  });

  it.each(['', 'dạ', 'da', 'có chưa', 'không biết', 'có không', 'chưa rõ', 'cờ', '45', '?'])(
    '%j is neither',
    (text) => {
      expect(readYesNo(text)).toBeUndefined();
    },
  );

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect([true, false, undefined]).toContain(readYesNo(text));
        expect(readDate(text) ?? '2000-01-01').toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }),
    );
  });
});

describe('isAcknowledgement', () => {
  it.each([
    ['ok'],
    ['OK ạ.'],
    ['vâng'],
    ['Dạ vâng'],
    ['Vâng tôi đã nhận được'],
    ['vang toi da nhan duoc'],
    ['đã rõ'],
    ['Rõ, thưa đồng chí'],
    ['đã nhận ạ'],
    ['rồi nhé em, đã nhận đc vb'],
    ['tôi đã nhận'],
    ['Đơn vị đã nhận văn bản, cảm ơn'],
    ['em hiểu rồi ạ'],
  ])('is %j', (text) => {
    expect(isAcknowledgement(text)).toBe(true);
  });

  it.each([
    [''],
    ['chưa nhận được'],
    ['không rõ'],
    ['đã nhận chưa'],
    ['ok?'],
    ['nhắn tin'],
    ['cảm ơn đồng chí'],
    ['ok 45'],
    ['đã báo cáo'],
    ['nhận báo cáo'],
    ['đồng ý'],
  ])('is not %j', (text) => {
    expect(isAcknowledgement(text)).toBe(false);
  });
});

describe('isThanks', () => {
  it.each([['cảm ơn'], ['Cám ơn ạ!'], ['cam on dong chi'], ['Xin chân thành cảm ơn hệ thống'], ['ok cảm ơn nhé']])(
    'is %j',
    (text) => {
      expect(isThanks(text)).toBe(true);
    },
  );

  it.each([[''], ['ơn cảm'], ['cảm'], ['cảm ơn, còn 45'], ['không cảm ơn'], ['cảm ơn nhưng chưa xong']])(
    'is not %j',
    (text) => {
      expect(isThanks(text)).toBe(false);
    },
  );
});
