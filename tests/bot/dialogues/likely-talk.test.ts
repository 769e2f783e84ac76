/** Answers to one figure that say it in a roundabout way: what is plain is taken, what is likely meant is offered. */
import { describe, expect, it } from 'vitest';
import { play } from './talk.ts';

/** What Bluezone is asked for with 50 of staff; `before` is told first. */
const at = (said: string, ...before: string[]) => play(['/baocao', '50', ...before, said]);
const offered = (value: number) => new RegExp(`hệ thống đọc là ${value}\\.`);

describe('a part of all who are named with their number', () => {
  it.each(['trong 50 người có 43 người cài', 'trong số 50 đ/c thì 43 đ/c đã cài', '50 người thì có 43 người cài'])(
    '%s is 43',
    (said) => expect(at(said)).toMatchObject({ figures: '50 43', at: 'value qr' }),
  );
  it('of another number than was told is asked about', () =>
    expect(at('trong 60 người có 43 người cài')).toMatchObject({ figures: '50', at: 'value bluezone' }));
});

describe('one number for several figures', () => {
  it.each(['cả 3 đều 45', 'cả ba cái đều 45 hết', 'ba mục đều là 45', '45 hết cả 3'])('%s is told of each', (said) =>
    expect(at(said)).toMatchObject({ figures: '50 45 45 45', at: 'confirm' }),
  );
  it('is told of those that are named', () => {
    expect(at('bluezone với qr đều 45')).toMatchObject({ figures: '50 45 45', at: 'value smart' });
    const all = play(['/baocao', '50', '45', '40', '38', 'không', 'qr với smart đều 41']);
    expect(all).toMatchObject({ figures: '50 45 41 41', at: 'confirm', sent: [] });
  });
  it.each(['cả 2 đều 45', 'bluezone với qr là 45 hoặc 44', 'mỗi thứ 45'])('%s is asked about', (said) =>
    expect(at(said)).toMatchObject({ figures: '50', at: 'value bluezone' }),
  );
});

describe('the figures that are left, one behind another', () => {
  it.each(['45, 40, 38', '45-40-38', '45 40 38', '45\nqr 40\nsmart 38', '45, qr 40, smart 38', '45 qr 40 smart 38'])(
    '%j are read back with their names',
    (said) => expect(at(said)).toMatchObject({ figures: '50 45 40 38', at: 'confirm', sent: [] }),
  );
  it.each(['45-40', '45 40', '45, 40, 380', '45 400'])('%s are not, where one may be meant otherwise', (said) =>
    expect(at(said)).toMatchObject({ figures: '50', at: 'value bluezone' }),
  );
  it('may leave out the one that is asked for, which is asked for again', () =>
    expect(at('cái này để sau, qr 40')).toMatchObject({ figures: '50 40', at: 'value bluezone' }));
});

describe('a figure with something else beside it', () => {
  it.each([
    ['45 nha, mà tính cả bảo vệ rồi đó', 45],
    ['45 thôi, gõ ngược', 45],
    ['chắc 45', 45],
    ['tạm 45', 45],
    ['45 em nhé, có gì chiều chị báo lại', 45],
    ['45 kể cả tui', 45],
    ['4 lăm', 45],
    ['một nửa', 25],
    ['trừ anh Tư bảo vệ còn lại cài hết rồi', 49],
    ['thiếu mỗi ông Ba', 49],
    ['nam 20 nữ 25', 45],
    ['20 nam, 25 nữ, tổng 45', 45],
    ['dạ 44 ạ, hôm nay em sẽ cài thêm cho 3 người', 44],
    ['chỉ thiếu chị Hạnh nghỉ đẻ', 49],
  ])('%s is offered as %d, and counts after a yes', (said, value) => {
    expect(at(said)).toMatchObject({ at: 'sure bluezone', figures: '50', said: expect.stringMatching(offered(value)) });
    expect(play(['/baocao', '50', said, 'đúng'])).toMatchObject({ figures: `50 ${value}`, at: 'value qr' });
  });
  it('keeps what explains it as a part of the remark', () =>
    expect(play(['/baocao', '50', '45 nha, mà tính cả bảo vệ rồi đó', 'đúng', '40', '38', 'không']).note).toBe(
      'mà tính cả bảo vệ rồi đó',
    ));
  it.each([
    ...['45, chưa chắc đâu', '5 người, còn lại xong', '45 mà kế hoạch là 50', 'biên chế 45, hợp đồng 10'],
    ...['gần 50', 'hơn 40 người', 'chưa đến 40', '45 hoặc 46', '45, à không phải', '3 hôm nữa', 'mục 3', '45 đâu phải'],
    ...['xã 3 chưa báo', 'không phải 45', '2 đồng chí ốm', 'hỏi lại số 45 đã', '45 mà chưa chắc đúng đâu, 44 thì phải'],
    ...['lần 2', '45k', 'gọi lại sau 5 phút', '45/60 người', 'thấy bảo 45 mà sai', 'nam 20, nữ khoảng 20'],
  ])('%s offers nothing', (said) => expect(at(said)).toMatchObject({ at: 'value bluezone', figures: '50' }));
});

describe('a figure that is told by another one', () => {
  it.each([
    ['bằng bluezone', 45],
    ['cũng rứa', 45],
    ['y chang', 45],
    ['như trên', 45],
    ['ít hơn 5 người', 40],
    ['hơn bluezone 2 người', 47],
    ['kém bluezone 1', 44],
    ['kém cái trên 3 người', 42],
  ])('%s is offered', (said, value) =>
    expect(at(said, '45')).toMatchObject({
      at: 'sure qr',
      figures: '50 45',
      said: expect.stringMatching(offered(value)),
    }),
  );
  it('the same number is told again by "cũng"', () =>
    expect(at('cũng 45', '45')).toMatchObject({ figures: '50 45 45', at: 'value smart' }));
  it.each(['hơn 2 người', 'hơn hôm qua 2 người', 'như kỳ trước', 'khác bluezone'])('%s is not', (said) =>
    expect(at(said, '45')).toMatchObject({ at: 'value qr', figures: '50 45' }),
  );
  it('cannot be told of the number of all', () =>
    expect(at('cũng rứa')).toMatchObject({ at: 'value bluezone', figures: '50' }));
});

describe('none, with its reason', () => {
  it.each([
    'ko có smartphone ai cả',
    'xã không có điểm quét bluezone',
    'bluezone thì chưa làm đc',
    'chưa triển khai đc',
  ])('%s: zero is asked about', (said) => expect(at(said)).toMatchObject({ at: 'zero bluezone', figures: '50' }));
  it.each(['chưa có số liệu', 'không biết', 'chưa thống kê', 'không rõ nữa', 'chưa nắm được', 'chưa tổng hợp được'])(
    '%s is no zero',
    (said) => expect(at(said)).toMatchObject({ at: 'value bluezone', figures: '50' }),
  );
});

describe('the number of all', () => {
  it.each(['đúng', 'như danh sách', 'đúng như trên hệ thống', 'y như hệ thống ghi đó'])(
    '%s offers what the roster says',
    (said) =>
      expect(play(['/baocao', said])).toMatchObject({ at: 'sure cbccvc', said: expect.stringMatching(offered(50)) }),
  );
  it('is offered nothing where the roster says nothing', () =>
    expect(play(['/baocao', 'đúng'], { staff: null })).toMatchObject({ at: 'value cbccvc' }));
  it.each([
    ['50 cả hợp đồng', 50],
    ['21 biên chế, 27 hợp đồng', 48],
    ['49 kể cả tui', 49],
    ['51, mới có 1 đ/c chuyển về', 51],
  ])('%s offers %d', (said, value) =>
    expect(play(['/baocao', said])).toMatchObject({ at: 'sure cbccvc', said: expect.stringMatching(offered(value)) }),
  );
  it('is corrected, and not what is asked for, where a share of it is asked for', () =>
    expect(at('à tổng 48 mới đúng')).toMatchObject({ figures: '48', at: 'value bluezone' }));
});
