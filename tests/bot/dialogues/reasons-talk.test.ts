/** A yes, a no or a correction with words around it: at what is asked about, at the read-back, and where a remark is asked for. */
import { describe, expect, it } from 'vitest';
import { play } from './talk.ts';

const all = ['/baocao', '50', '45', '40', '38', 'không'];

describe('a zero that is asked about', () => {
  it.each(['đúng vậy em, dân xã không có mạng', '0 thật', 'ừ, chưa có máy nên chưa ai cài'])(
    'is confirmed by %s',
    (said) => expect(play(['/baocao', '50', '0', said])).toMatchObject({ figures: '50 0', at: 'value qr' }),
  );
  it.each(['đúng nhưng mai mới có', 'ừ để xem lại đã', 'đúng, mà khoan'])('is not by %s', (said) =>
    expect(play(['/baocao', '50', '0', said])).toMatchObject({ figures: '50', at: 'zero bluezone' }),
  );
});

describe('what explains a zero', () => {
  const readBack = (said: string) => play(['/baocao', '50', '0', said, '40', '38', 'không vướng gì']).said;
  it('is the remark', () =>
    expect(readBack('đúng vậy em, dân xã không có mạng')).toMatch(/Khó khăn, kiến nghị: dân xã không có mạng/));
  it.each(['đúng rồi, không có ai', 'đúng, nỏ có ai mô'])('is not the zero once more: %s', (said) =>
    expect(readBack(said)).toMatch(/Khó khăn, kiến nghị: Không có/),
  );
});

describe('a remark that stands', () => {
  const withRemark = [...all.slice(0, -1), 'mạng yếu quá'];
  it.each(['k có khó khăn j', 'không vướng gì nữa', 'bỏ khó khăn'])('is left out by %s', (said) => {
    const { said: readBack } = play([...withRemark, said]);
    expect(readBack).toMatch(/Khó khăn, kiến nghị: Không có/);
  });
  it('stays where the read-back is denied', () =>
    expect(play([...withRemark, 'không', 'thôi đúng rồi']).said).toMatch(/Khó khăn, kiến nghị: mạng yếu quá/));
});

describe('a figure that is offered', () => {
  it.each([
    ['không phải 46 mà 44', 44],
    ['không, 50', 50],
    ['sai, là bốn ba', 43],
    ['đúng, 46 người cài rồi', 46],
    ['46 thật mà', 46],
  ])('%s is %d', (said, value) =>
    expect(play(['/baocao', '50', '46 cháu ạ', said])).toMatchObject({ figures: `50 ${value}`, at: 'value qr' }),
  );
});

describe('a number of staff that is doubted', () => {
  it.each([
    ['không, 50', 50],
    ['nhầm, 49', 49],
    ['đúng, xã chỉ có 5 người', 5],
    ['5 người thật mà', 5],
    ['đúng, vừa sáp nhập', 5],
  ])('%s is %d', (said, value) =>
    expect(play(['/baocao', '5', said])).toMatchObject({ figures: String(value), at: 'value bluezone' }),
  );
});

describe('a figure beyond the number of all', () => {
  it.each(['nhầm', 'gõ nhầm', 'nhầm rồi em'])('%s: is asked for again', (said) =>
    expect(play(['/baocao', '50', '54', said])).toMatchObject({ at: 'value bluezone' }),
  );
});

describe('of which figure a number is', () => {
  it.each([
    ['của bluezone', '50 46 40 38'],
    ['bz', '50 46 40 38'],
    ['qr ấy', '50 45 46 38'],
    ['smart chứ', '50 45 40 46'],
  ])('%s', (said, figures) => expect(play([...all, 'nhầm, 46', said])).toMatchObject({ figures, at: 'confirm' }));
  it('is asked once more where two are named', () =>
    expect(play([...all, 'nhầm, 46', 'bluezone với qr'])).toMatchObject({ at: 'which' }));
});

describe('the read-back', () => {
  it.each([
    ['sai mất rồi, qr 41', '50 45 41 38'],
    ['đổi 38 thành 39', '50 45 40 39'],
    ['thay 40 bằng 41', '50 45 41 38'],
    ['không phải 45 mà là 46', '50 46 40 38'],
    ['46 chứ không phải 45', '50 46 40 38'],
  ])('%s corrects the figure that stands', (said, figures) =>
    expect(play([...all, said])).toMatchObject({ figures, at: 'confirm', sent: [] }),
  );
  it('asks whose it is where the figure stands twice', () =>
    expect(play(['/baocao', '50', '45', '45', '38', 'không', 'đổi 45 thành 44'])).toMatchObject({ at: 'which' }));
  it.each(['còn hạn không em', 'gửi xong có sửa được không em'])('%s is no denial', (said) =>
    expect(play([...all, said])).toMatchObject({ at: 'confirm', sent: [] }),
  );
  it.each(['khó khăn: bỏ đi', 'khó khăn bỏ nhé', 'bỏ khó khăn'])('%s leaves out the remark', (said) =>
    expect(play([...all.slice(0, 5), 'mạng yếu', said])).toMatchObject({ at: 'confirm', note: null }),
  );
});

describe('the remark', () => {
  it.each([
    'tạm thời chưa có gì để kiến nghị',
    'nỏ có chi',
    'nỏ có chi mô',
    'ko có ý kiến gì thêm ạ, cảm ơn em',
    'không có chi hết em nờ',
  ])('%s is none', (said) => expect(play([...all.slice(0, 5), said])).toMatchObject({ at: 'confirm', note: null }));
  it.each(['không biết ghi gì', 'có nhưng để nói sau', 'có, để chiều nói', 'như kỳ trước', 'chưa nghĩ ra'])(
    '%s is asked about',
    (said) => expect(play([...all.slice(0, 5), said])).toMatchObject({ at: 'note' }),
  );
  it.each(['có, máy yếu', 'không biết dùng điện thoại', 'cán bộ nghỉ như kỳ trước nên chưa đủ', 'chi phí lớn'])(
    '%s is kept',
    (said) => expect(play([...all.slice(0, 5), said])).toMatchObject({ at: 'confirm', note: said }),
  );
});
