import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber } from '../../../core/language/numbers.ts';

describe('a count', () => {
  it.each<[string, number]>([
    ['7', 7],
    [' 62\u00a0', 62],
    ['07', 7],
    ['62.', 62],
    ['1.250', 1250],
    ['12.345.678', 12_345_678],
    ['999999999', 999_999_999],
    ['62 người', 62],
    ['62nguoi', 62],
    ['62 nguời', 62],
    ['62 đ/c', 62],
    ['62đ/c', 62],
    ['62 dc', 62],
    ['dạ 62 đồng chí ạ', 62],
    ['Em báo cáo anh: 62 cán bộ, công chức, viên chức', 62],
    ['62 giáo viên', 62],
    ['SL: 62', 62],
    ['Tổng số CBCCVC: 62', 62],
    ['ĐÃ CÀI ĐƯỢC 62 NGƯỜI', 62],
    ['có 62', 62],
    ['vâng, đúng 62', 62],
    ['cả 62 đồng chí đều đã cài', 62],
    ['đủ 62', 62],
    ['báo cáo anh ba mươi sáu', 36],
    ['nhầm, 63 mới đúng', 63],
    ['tăng lên 64 rồi ạ', 64],
    ['không phải 62 mà là 63', 63],
  ])('%j is %i', (text, value) => {
    expect(readNumber(text)).toEqual({ type: 'count', value });
  });
});

describe('a fraction', () => {
  it.each<[string, number, number]>([
    ['30/32', 30, 32],
    ['30 / 32', 30, 32],
    ['0/32', 0, 32],
    ['32/32', 32, 32],
    ['1.020/1.100', 1020, 1100],
    ['30 trên 32', 30, 32],
    ['30 tren tong so 32', 30, 32],
    ['30 đồng chí trong tổng số 32 cbcc', 30, 32],
    ['ba mươi trên ba mươi hai', 30, 32],
    ['Số người đã cài đặt: 24/32 đồng chí (đạt 75%)', 24, 32],
    ['đạt 30/32, tỷ lệ 93,75%', 30, 32],
    ['30/32, 02 đ/c không dùng điện thoại thông minh', 30, 32],
    ['30/32, còn 2 đồng chí chưa cài', 30, 32],
  ])('%j is %i of %i', (text, value, of) => {
    expect(readNumber(text)).toEqual({ type: 'fraction', value, of });
  });
});

describe('nobody', () => {
  it.each([
    '0',
    '00',
    '0 người',
    'không',
    'khong',
    'Không ạ',
    'không có',
    'khong co',
    'ko có',
    'k có ai',
    'số không',
    'không có ai',
    'dạ chưa có ai cài đặt ạ',
    'chưa có đồng chí nào',
    'chua ai cai',
    'không cán bộ nào',
  ])('%j', (text) => {
    expect(readNumber(text)).toEqual({ type: 'none' });
  });
});

describe('everyone', () => {
  it.each([
    'tất cả',
    'Tat ca',
    'toàn bộ',
    'toan bo da cai',
    'đủ',
    'đủ cả ạ',
    'đã cài hết rồi',
    'tất cả cán bộ đều đã cài',
    '100%',
    '100 %',
    '100% đã cài',
    'đạt 100%',
    'một trăm phần trăm',
  ])('%j', (text) => {
    expect(readNumber(text)).toEqual({ type: 'all' });
  });
});

describe('asked again', () => {
  it.each([
    ['nothing', ''],
    ['dots', '…'],
    ['an English thousand', '1,250'],
    ['a decimal point', '6.25'],
    ['a decimal comma', '62,5'],
    ['a dot in the wrong place', '12.34.567'],
    ['a zero before a group', '0.123'],
    ['ten digits', '1234567890'],
    ['a mobile telephone', '0387654321'],
    ['a telephone in groups', '038 765 4321'],
    ['a negative number', '-5'],
    ['a range', '60-62'],
    ['a range in words', '60 đến 62'],
    ['two numbers', '62 63'],
    ['two numbers on two lines', '62\n63'],
    ['two number words with a comma', 'bốn, bảy'],
    ['about', 'khoảng 62'],
    ['more than', 'trên 60'],
    ['less than', 'chưa đến 60'],
    ['at least', 'không dưới 60'],
    ['some', 'vài người'],
    ['most', 'gần hết'],
    ['nearly all', 'gần như tất cả'],
    ['not all', 'chưa đủ'],
    ['not everyone', 'không phải tất cả'],
    ['how many have not', 'còn 4 người chưa cài'],
    ['a count that has not', '4 người chưa cài'],
    ['nobody has not', 'không có ai chưa cài'],
    ['only not', 'không phải 62'],
    ['a share', '90%'],
    ['a bare result', 'đạt 90'],
    ['no share', '0%'],
    ['households', '62 hộ'],
    ['telephones', '62 máy'],
    ['years', '62 năm'],
    ['thousands in short', '62k'],
    ['a glued letter', '62a'],
    ['a document number', 'Số 62/BC-UBND'],
    ['a date', '8/9/2021'],
    ['a day to come', 'xin gửi ngày 12/9'],
    ['a clock time', '16h gửi'],
    ['a part that exceeds the whole', '32/30'],
    ['a part of nothing', '0/0'],
    ['all that is not all', 'tất cả 30/32'],
    ['a fraction as a share', '2/3 số người'],
    ['a share that disagrees', '24/32 (đạt 90%)'],
    ['a remainder that disagrees', '30/32, còn 5 chưa cài'],
    ['a name', 'dạ anh Ba'],
    ['not yet, of what?', 'chưa có'],
    ['not yet', 'chưa'],
    ['a letter', 'k'],
    ['an acknowledgement', 'đã nhận'],
    ['speaking of oneself', 'em cài rồi'],
    ['no figures', 'không có số liệu'],
    ['a question', '62?'],
    ['an emoji', '👍'],
    ['full-width figures', '６２'],
  ])('%s: %j', (_, text) => {
    expect(readNumber(text)).toEqual({ type: 'unclear' });
  });
});

describe('whatever is typed', () => {
  it('never throws, and never gives a number that is not whole and of at most nine digits', () => {
    const pieces = fc.constantFrom(
      'không',
      'có',
      'ai',
      'trăm',
      'mươi',
      'năm',
      'trên',
      '/',
      '%',
      '45',
      '0',
      '.',
      'nghìn',
      'đủ',
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 9 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const reading = readNumber(text);
        const isWhole = (value: number) => Number.isInteger(value) && value >= 0 && value <= 999_999_999;
        if (reading.type === 'count') expect(isWhole(reading.value) && reading.value > 0).toBe(true);
        if (reading.type === 'fraction')
          expect(isWhole(reading.value) && isWhole(reading.of) && reading.value <= reading.of).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('answers at once to a text far too long', () => {
    expect(readNumber('một '.repeat(100_000))).toEqual({ type: 'unclear' });
    expect(readNumber(','.repeat(100_000))).toEqual({ type: 'unclear' });
  });

  it('reads back every number written with dots', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), (value) => {
        const written = String(value).replace(/\B(?=(\d{3})+$)/g, '.');
        expect(readNumber(written)).toEqual(value === 0 ? { type: 'none' } : { type: 'count', value });
        expect(readNumber(`${written} người`).type).toBe(value === 0 ? 'none' : 'count');
      }),
    );
  });
});
