import { describe, expect, it } from 'vitest';
import { readCaption, readPictureAnswer } from '../../../core/language/picture-words.ts';

const now = new Date('2021-09-13T10:00:00+07:00');
const directives = ['101/UBND-VHTT'];
const captionOf = (caption: string) => readCaption(caption, directives, now);
const answerOf = (said: string) => readPictureAnswer(said, directives, now);

describe('a caption makes a picture the signed report', () => {
  it.each([
    ['báo cáo đã ký', null],
    ['Bao cao da ky a', null],
    ['Em gửi bản ký', null],
    ['bản kí đóng dấu của xã', null],
    ['công văn báo cáo đã ký', null],
    ['Công văn 20/UBND-VP đã ký', '20/UBND-VP'],
    ['15/BC-UBND', '15/BC-UBND'],
    ['BC số 15/BC-UBND ngày 6/9/2021', '15/BC-UBND'],
    ['báo cáo của đơn vị đã ký đóng dấu', null],
    ['báo cáo đã ký, theo công văn 101/UBND-VHTT', null],
  ])('%s', (caption, number) => {
    expect(captionOf(caption)).toMatchObject({ type: 'signed', paper: number === null ? null : { number } });
  });

  it.each([
    ...[
      '',
      'ảnh họp',
      'họp triển khai',
      'báo cáo',
      'kỳ báo cáo này',
      'ảnh báo cáo kỳ 2',
      'chưa ký',
      'chờ ký',
      'bản trình ký',
    ],
    ...[
      'báo cáo chưa đã ký',
      'biên bản đã ký',
      'danh sách ký nhận',
      'Kế hoạch 15/KH-UBND',
      '15/GM-UBND',
      '50 45 40 38',
    ],
    ...[
      'công văn 101/UBND-VHTT',
      'báo cáo đã ký gửi đâu ạ',
      'đã ký chưa?',
      'đã đăng ký',
      'dự thảo 15/BC-UBND',
      '45/50',
    ],
  ])('but not with “%s”', (caption) => {
    expect(captionOf(caption).type).toBe('silent');
  });

  it('and says itself that it is other evidence', () => {
    expect(captionOf('Ảnh minh chứng')).toEqual({ type: 'evidence' });
    expect(captionOf('anh minh chung diem kiem dich')).toEqual({ type: 'evidence' });
  });

  it('with a number whose date cannot be', () => {
    expect(captionOf('15/BC-UBND ngày 31/02/2021')).toEqual({ type: 'signed', paper: 'unreadable' });
  });
});

describe('whoever is asked about a picture answers', () => {
  it.each([
    ...[
      'đúng',
      'đúng ạ',
      'dạ đúng',
      'phải rồi',
      'dạ phải ạ',
      'vâng ạ',
      'vâng',
      'ok em',
      'chuẩn',
      'đúng rồi anh',
      'ừ đúng',
    ],
    ...['báo cáo đã ký', 'bản ký đó', 'bản chụp báo cáo', 'dung a', 'phai roi', 'không phải ảnh họp, báo cáo đã ký đó'],
    ...['15/BC-UBND ngày 06/9/2021', 'đúng, báo cáo của đơn vị'],
  ])('“%s”: the signed report', (said) => {
    expect(answerOf(said)).toBe('signed');
  });

  it.each([
    ...[
      'không phải',
      'không ạ',
      'dạ không',
      'không phải đâu',
      'ko phải',
      'khong phai a',
      'chưa ký đâu',
      'ảnh họp thôi',
    ],
    ...['không phải, ảnh họp thôi', 'ảnh họp thôi, không phải báo cáo đã ký', 'ảnh minh chứng', 'minh chung khac'],
    ...['hình ảnh hội nghị', 'không phải báo cáo đã ký', 'anh hop', 'khác'],
  ])('“%s”: something else', (said) => {
    expect(answerOf(said)).toBe('evidence');
  });

  it.each([
    'bỏ qua',
    'bỏ qua đi ạ',
    'gửi nhầm',
    'em gửi nhầm ạ',
    'xóa giúp em',
    'không phải, gửi nhầm',
    'không cần đâu',
  ])('“%s”: nothing', (said) => {
    expect(answerOf(said)).toBe('nothing');
  });

  it.each([
    ...[
      '50 45 40 38',
      '45',
      'Bluezone 45',
      'em gửi anh ạ',
      'tình hình thế nào?',
      'hạn khi nào',
      'đúng không?',
      'anh ạ',
    ],
    ...['cán bộ mới', 'can bo moi', 'chào', 'xin gia hạn đến thứ 2', ''],
  ])('“%s” and has answered nothing', (said) => {
    expect(answerOf(said)).toBeUndefined();
  });
});
