import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { readAssent } from '../../../../core/language/assent/assent.ts';

/** Rows of one kind, apart by strokes. */
const rows = (text: string): string[] => text.split('|').map((row) => row.trim());

describe('yes', () => {
  const said =
    rows(`Đúng | đúng ạ | Đúng rồi | đúng rồi em | đúng rồi ạ | dạ đúng | Dạ vâng đúng rồi ạ | vâng | vâng ạ | Dạ
    vâng | dạ | ok | OK | ok em | ok ạ | oke | oke nhé | okie | Okê | okay | ô kê em | ok gửi đi | gửi đi | gửi | gửi luôn |
    gửi giúp em | gửi giúp anh nhé | gửi thôi | em gửi đi | cứ gửi đi em | chính xác | chính xác rồi ạ | hoàn toàn chính xác |
    chuẩn | chuẩn rồi em ơi | chuẩn luôn | ừ | ừ đúng rồi | uh | uhm | ừm gửi đi | nhất trí | đồng ý | anh đồng ý | tôi đồng ý ạ |
    xác nhận | xin xác nhận | duyệt | chốt | chốt luôn em | yes | Yes sir | phải | phải rồi em | được rồi | được em | đúng hết rồi |
    đúng cả | đúng vậy | đúng thế em ạ | tốt rồi | ổn rồi em | đúng rồi đấy | đúng đấy ạ | báo cáo đúng rồi ạ |
    các số trên đúng rồi | số liệu trên là đúng | Số liệu chính xác, đề nghị hệ thống ghi nhận | đã kiểm tra, đúng ạ |
    đúng rồi, cảm ơn em | vâng, em cảm ơn ạ | có | có ạ | chắc chắn đúng | đúng mà | Đúng, gửi | nộp đi em | gởi đi`);
  it.each(said)('%s', (text) => expect(readAssent(text)).toEqual({ type: 'assent' }));

  const withoutMarks =
    rows(`dung | dung roi | dung a | dung r | dung het | dung vay | dung roi em | da dung | vang dung roi |
    dung, gui | dung. gui di | vang | vang a | chuan | chinh xac | gui di | gui giup em | dong y | xac nhan | nhat tri | phai roi |
    duoc roi | da vang | dung roi gui di | chuan roi | ok gui di | khong sai`);
  it.each(withoutMarks)('without marks: %s', (text) => expect(readAssent(text)).toEqual({ type: 'assent' }));

  const quick =
    rows(`👍 | 👍👍 | 👍🏻 | ✅ | 👌 | ok 👍 | 🆗 | đúng rồi 😊 | đúng!!! | đúng... | "Đúng" | Đúng rồi :) | ĐÚNG RỒI Ạ |
    đúng r | đúng rùi | đúnggg | okkkk | vângggg ạ | đúngrồi | dungroi | đúngạ | guidi | okem | vângạ | ddungs rooif aj |
    ddungs | vaang aj | gửi đi nhé em | dungs rooif | chuaanr | gửi
đi`);
  it.each(quick)('quickly: %s', (text) => expect(readAssent(text)).toEqual({ type: 'assent' }));

  const twice =
    rows(`không sai | không có gì sai cả | không có gì sai, em cứ gửi | không phải sửa gì nữa đâu | không cần sửa |
    chuẩn không cần chỉnh | ko sửa gì nữa | không nhầm đâu | không có gì thay đổi | khỏi sửa, gửi đi | đúng rồi còn gì nữa`);
  it.each(twice)('denied twice: %s', (text) => expect(readAssent(text)).toEqual({ type: 'assent' }));
});

describe('what is to be done', () => {
  const named = rows(
    `gia hạn | ok gia hạn | cứ gia hạn đi | vâng gia hạn luôn nhé | gia hạn ngay | gia hạn văn bản này | gia han ngay`,
  );
  it.each(named)('named, says yes: %s', (text) => expect(readAssent(text, ['gia hạn'])).toEqual({ type: 'assent' }));

  const later = rows(`gia hạn ngày mai | gia han ngay mai | gia han ngay mot | ngay kia gia han`);
  it.each(later)('on another day, is none: %s', (text) =>
    expect(readAssent(text, ['gia hạn'])).toMatchObject({ type: 'hold' }),
  );
});

describe('no', () => {
  const said =
    rows(`sai | sai rồi | sai rồi em | nhầm | nhầm rồi | em nhầm rồi ạ | chưa đúng | chưa đúng ạ | không đúng | ko đúng |
    k đúng | không | không ạ | dạ không | chưa | chưa ạ | chưa chính xác | không chính xác | chưa chuẩn | lộn rồi | không phải |
    sửa | cần sửa | sửa lại giúp em | gần đúng | khoong ddungs | chua dung | khong dung | sai so roi | chuadung | 👎 | ❌ | no |
    hình như sai ở đâu đấy | đúng là có sai thật | số Bluezone sai | không được | thiếu một người | hổng đúng | không đồng ý |
    chưa đúng đâu | nham roi`);
  it.each(said)('%s', (text) => expect(readAssent(text)).toMatchObject({ type: 'denial' }));
});

describe('wait', () => {
  const said =
    rows(`khoan | khoan đã | khoan gửi | từ từ | từ từ đã em | để xem lại | để anh xem lại | để em hỏi lại kế toán đã | chờ |
    chờ chút | đợi tí | đừng | đừng gửi | đừng gửi nhé | đừng gửi vội | chưa gửi vội | chưa gửi | không gửi | khoan hãy gửi |
    dừng | dừng lại | tạm dừng | stop | để kiểm tra lại | kiểm tra lại đã | để rà soát đã | lát nữa gửi | mai gửi |
    chờ chủ tịch ký rồi hãy gửi | chua gui voi | khoan da | tu tu | de xem lai | dung lai | chua gui | khong gui | dduwngf guwir |
    đừnggửi | ✋ | đúng rồi nhưng đừng gửi | ok nhưng khoan gửi | đúng, nhưng chờ anh xem lại`);
  it.each(said)('%s', (text) => expect(readAssent(text)).toMatchObject({ type: 'hold' }));
});

describe('to be given up', () => {
  it.each([
    ['hủy', true],
    ['huỷ bỏ', true],
    ['hủy, nhập nhầm xã khác', true],
    ['bỏ đi em', true],
    ['thôi', false],
    ['thoi', false],
    ['thôi em ạ', false],
  ])('%s', (text, isSure) => expect(readAssent(text)).toMatchObject({ type: 'cancel', isSure }));
});

describe('perhaps', () => {
  const said =
    rows(`dung gui | dung gui di | dung gui nhe | dung nhe | dung nop | dunggui | chắc đúng | chắc là đúng | đúng không |
    đúng chưa | đúng không em? | ok? | được chưa | gửi chưa | đúng à? | đúng rồi nhưng | đúng nếu tính cả hợp đồng | có thể đúng |
    cơ bản đúng | không chắc | chưa rõ | tạm ok | đang chuẩn bị`);
  it.each(said)('%s', (text) => expect(readAssent(text)).toMatchObject({ type: 'ambiguous' }));
});

describe('none of these', () => {
  const said =
    rows(`46 | smart 39 | báo cáo | xã An Bình | hôm qua | 🙏 | 😊 | Kính chuyển đồng chí Hòa xem xét | ai đấy |
    cảm ơn | . | ... | ạ | anh ơi`);
  it.each(said)('%s', (text) => expect(readAssent(text)).toMatchObject({ type: 'nothing' }));
});

describe('what the question is about', () => {
  const erase = ['xóa', 'xóa đi', 'xóa dữ liệu'];
  it.each([
    ['đồng ý xóa', 'assent'],
    ['xóa đi', 'assent'],
    ['đúng, xóa dữ liệu', 'assent'],
    ['xoá', 'assent'],
    ['không xóa', 'hold'],
    ['đừng xóa', 'hold'],
    ['dung xoa', 'ambiguous'],
    ['gửi đi', 'nothing'],
  ])('%s', (text, type) => expect(readAssent(text, erase)).toMatchObject({ type }));
});

describe('whatever is typed', () => {
  const words = [
    'đúng',
    'dung',
    'gửi',
    'gui',
    'đừng',
    'không',
    'chưa',
    'sai',
    'khoan',
    'ạ',
    ',',
    '?',
    'em',
    'thôi',
    'rồi',
  ];
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...words), { maxLength: 8 }).map((some) => some.join(' ')),
  );

  test('what says to stop, to wait or that something is wrong is never a yes', () => {
    const stops = fc.constantFrom(
      'đừng gửi',
      'khoan',
      'từ từ',
      'để xem lại',
      'sai rồi',
      'chưa đúng',
      'không đúng',
      'nhầm rồi',
    );
    fc.assert(
      fc.property(texts, stops, texts, (before, stop, after) => {
        expect(readAssent(`${before}, ${stop}, ${after}`).type).not.toBe('assent');
      }),
      { numRuns: 1000 },
    );
  });

  test('it never throws, and is quick with what is long', () => {
    fc.assert(fc.property(texts, (text) => void readAssent(text)));
    for (const long of ['đúng '.repeat(50_000), 'a'.repeat(299), 'khongdung'.repeat(33), ','.repeat(299)])
      readAssent(long);
  });
});
