/** Answers as they are dictated, typed in short forms, or said in the words of Nghệ An and Thanh Hóa. */
import { describe, expect, it } from 'vitest';
import { play } from './talk.ts';

const asked = ['/baocao', '50'];
const readBack = ['/baocao', '50', '45', '40', '38', 'không'];

describe('a figure that is asked for', () => {
  it.each([
    ['45 rùi nha', 45],
    ['dc 45/50 r ạ', 45],
    ['bjo mới đc 43 ng', 43],
    ['e đếm đi đếm lại thì 44', 44],
    ['full lun ạ', 50],
    ['tất tật đều cài rồi nờ', 50],
    ['done 45/50', 45],
    ['all done', 50],
    ['cài rồi cả', 50],
  ] as const)('%s is taken', (said, figure) => {
    expect(play([...asked, said])).toMatchObject({ at: 'value qr', figures: `50 ${figure}` });
  });

  it.each([
    ['còn bảy ông chưa cài được do điện thoại cục gạch', 43],
    ['anh em cài hết cả rồi có mỗi ông Tư bảo vệ là chưa', 49],
    ['trừ 3 chị đẻ thì cài hết r', 47],
    ['còn 3 o nghỉ đẻ nựa là chưa', 47],
    ['không phải bốn lăm bốn sáu mới đúng', 46],
    ['45 thui, 5 b xài nokia', 45],
    ['một trăm phần trăm cháu ạ', 50],
  ] as const)('%s is taken after a yes', (said, figure) => {
    expect(play([...asked, said])).toMatchObject({ at: 'sure bluezone', figures: '50' });
    expect(play([...asked, said, 'đúng'])).toMatchObject({ at: 'value qr', figures: `50 ${figure}` });
  });

  it.each(['chả có ma nào cài cả', 'chưa triển khai được gì đâu cháu', 'ch có ai hết trơn á', 'hk có ạ'])(
    '%s is none, once that is confirmed',
    (said) => expect(play([...asked, said])).toMatchObject({ at: 'zero bluezone', figures: '50' }),
  );

  it.each(['44 hay 45 chi đó', 'bốn bốn hay bốn lăm chi đó', '44 hoặc 45 gì đó', '45,5', 'gần hết rồi', 'chưa đủ 45'])(
    '%s is asked about',
    (said) => {
      const told = play([...asked, said]);
      expect(told).toMatchObject({ at: 'value bluezone', figures: '50' });
      expect(told.said).not.toMatch(/câu hỏi/);
    },
  );

  it('may be that of all, told anew', () => {
    expect(play([...asked, 'e nhập lộn câu trước, tổng là 51'])).toMatchObject({ at: 'value bluezone', figures: '51' });
    expect(play([...asked, 'tổng là 52 chứ nỏ phải 50'])).toMatchObject({ at: 'value bluezone', figures: '52' });
  });
});

describe('the number of all', () => {
  it('is offered with a part of them behind it', () => {
    const told = ['/baocao', 'tổng 50, trong đó 20 nữ'];
    expect(play(told)).toMatchObject({ at: 'sure cbccvc', figures: '' });
    expect(play([...told, 'đúng'])).toMatchObject({ at: 'value bluezone', figures: '50' });
  });
});

describe('a zero that is asked about', () => {
  const none = [...asked, '0'];
  it.each(['rứa đó, chưa ai cài', 'ừ thật đấy chưa có ai'])('%s confirms it', (said) => {
    expect(play([...none, said])).toMatchObject({ at: 'value qr', figures: '50 0' });
  });
  it.each([
    ['đâu có được hai mươi người rồi', '50 20'],
    ['không phải không mà là bốn mươi', '50 40'],
    ['nỏ phải, 45', '50 45'],
  ])('%s is another figure', (said, figures) => {
    expect(play([...none, said])).toMatchObject({ at: 'value qr', figures });
  });
  it('was a slip', () => {
    expect(play([...none, 'k, gõ nhầm'])).toMatchObject({ at: 'value bluezone', figures: '50' });
  });
});

describe('the read-back', () => {
  it.each([
    ['quy rờ bốn hai chứ không phải bốn mươi', '50 45 42 38'],
    ['sai rồi cái smart thanh hóa là ba chín', '50 45 40 39'],
    ['đổi qr thành 41 hộ tui', '50 45 41 38'],
  ])('is corrected by "%s"', (said, figures) => {
    expect(play([...readBack, said])).toMatchObject({ at: 'confirm', figures, sent: [] });
  });
  it('takes a remark that is to be added', () => {
    const told = play([...readBack, 'ghi thêm là xã có hai thôn mất sóng']);
    expect(told).toMatchObject({ at: 'confirm', note: 'xã có hai thôn mất sóng', sent: [] });
  });
  it('stays as it is where something is asked', () => {
    expect(play([...readBack, 'gửi rồi có sửa được không'])).toMatchObject({ at: 'confirm', sent: [] });
  });
  it('is sent by "oki gửi lun nha", and by no question', () => {
    expect(play([...readBack, 'oki gửi lun nha']).sent).toHaveLength(1);
    for (const said of ['đúng z hả', 'gửi lun hay s', 'đúng k z', 'hk đúng', 'đâu có đúng'])
      expect(play([...readBack, said]).sent, said).toEqual([]);
  });
});

describe('words of English', () => {
  it('tell the number of all, correct and send', () => {
    expect(play(['/baocao', 'total 50 staff nhé'])).toMatchObject({ at: 'value bluezone', figures: '50' });
    expect(play([...readBack, 'update bluezone = 46'])).toMatchObject({ at: 'confirm', figures: '50 46 40 38' });
    for (const said of ['confirm', 'looks good', 'ok em submit đi'])
      expect(play([...readBack, said]).sent, said).toHaveLength(1);
    for (const said of ['not good', 'confirm lại với HR đã', 'submit chưa', 'wait'])
      expect(play([...readBack, said]).sent, said).toEqual([]);
  });
});

describe('who says “anh” in a text with marks', () => {
  it('speaks of no picture', () => {
    expect(play(['gửi anh mẫu báo cáo']).said).not.toMatch(/ảnh/);
    expect(play(['gửi ảnh rồi nhé']).said).toMatch(/ảnh/);
  });
});

describe('what is owed', () => {
  it.each(['xã bác còn nợ cái gì không cháu', 'e cần nộp j ạ'])('%s is answered with it', (said) => {
    expect(play([said]).said).toMatch(/Hạn báo cáo của UBND xã An Bình/);
  });
});
