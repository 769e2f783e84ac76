/** What people write instead of a bare figure: taken where it is one, else answered as what it is. */
import { describe, expect, it } from 'vitest';
import { play } from './talk.ts';

const rows = (text: string): string[] => text.split('|').map((row) => row.trim());
const all = ['/baocao', '50', '45', '40', '38', 'không'];
const unread = /Chưa đọc được|chưa hiểu/;

describe('a figure that is asked for', () => {
  it.each(
    rows(`boosn muwowi lawm | bo61n mu7o7i la8m | ４５ | 4️⃣5️⃣ | UBND xã Quảng Bình: 45 người | Trường TH Quảng Nham 1: 45 người |
      đến 16h ngày 8/9 có 45 người | tính đến hôm nay là 45 | 45 (bốn mươi lăm) | sửa lại 45 | tổng số 50, đã cài 45`),
  )('%s is 45', (said) => expect(play(['/baocao', '50', said])).toMatchObject({ at: 'value qr', figures: '50 45' }));

  it('keeps the explanation behind it as a part of the remark', () => {
    const told = play(['/baocao', '50', '45, còn 2 đ/c nghỉ thai sản', '40', '38', 'không']);
    expect(told).toMatchObject({ at: 'confirm', figures: '50 45 40 38', note: 'còn 2 đ/c nghỉ thai sản' });
  });

  it.each(rows('45, còn 6 đ/c chưa cài | tối đa 45 | 45 hộ | 45 thôn | 45/52 | khoảng 45 | 45?'))(
    '%s is asked about',
    (said) => expect(play(['/baocao', '50', said])).toMatchObject({ at: 'value bluezone', figures: '50' }),
  );

  it('asks for the number of people that a percentage would be', () => {
    const told = play(['/baocao', '50', '90%']);
    expect(told).toMatchObject({ at: 'value bluezone', figures: '50' });
    expect(told.said).toMatch(/90% của 50 là 45/);
    expect(play(['/baocao', '50', '97,5%']).said).toMatch(/97,5%/);
  });
});

describe('what is no figure', () => {
  const asked = ['/baocao', '50'];
  it.each(rows('15h gửi | 3h chiều anh gửi | mai báo nhé | họp xong anh báo | đang tổng hợp | chưa có số liệu'))(
    '%s is a promise: the figures are waited for',
    (said) => {
      const told = play([...asked, said]);
      expect(told).toMatchObject({ at: 'value bluezone', figures: '50' });
      expect(told.said).toMatch(/Khi có số/);
      expect(told.said).not.toMatch(unread);
    },
  );
  it.each<[string, RegExp]>([
    ['0912345678', /số điện thoại/],
    ['sđt của anh là 0912 345 678', /số điện thoại/],
    ['ngày 8/9', /ngày tháng/],
    ['đã gửi văn bản rồi', /\/daky/],
    ['BC số 112/BC-UBND xã đã gửi', /\/daky/],
    ['xem file đính kèm', /gõ số liệu/],
    ['tôi không phải hiệu trưởng', /mã mời/],
    ['để chị Hoa văn thư gửi', /mã mời/],
    ['sao nhắc hoài vậy', /thông cảm/],
  ])('%s is answered as what it is', (said, answer) => {
    const told = play([...asked, said]);
    expect(told).toMatchObject({ at: 'value bluezone', figures: '50', sent: [] });
    expect(told.said).toMatch(answer);
    expect(told.said).not.toMatch(unread);
    expect(told.said).toMatch(/Bluezone: bao nhiêu/);
  });
});

describe('while nothing is asked', () => {
  it.each<[string, RegExp]>([
    ['15h gửi', /hẹn gửi báo cáo lúc 15h00 .*Hạn: 17h00 ngày 09\/9\/2021/s],
    ['để mai báo', /hẹn gửi báo cáo lúc 17h00 ngày/],
    ['chiều anh nộp', /hẹn gửi báo cáo lúc 17h00 ngày/],
    ['thứ 6 xã gửi', /17h00 ngày 10\/9\/2021 muộn hơn hạn 17h00 ngày 09\/9\/2021.*xin gia hạn/s],
    ['họp xong anh báo', /chờ báo cáo.*hạn 17h00 ngày 09\/9\/2021/s],
  ])('%s is a promise', (said, answer) => {
    const told = play([said]);
    expect(told).toMatchObject({ at: 'idle', sent: [] });
    expect(told.said).toMatch(answer);
  });
  it.each<[string, RegExp]>([
    ['đã gửi bản giấy hôm qua rồi', /\/daky/],
    ['0912345678', /số điện thoại/],
    ['số này của cháu tôi, không phải hiệu trưởng', /mã mời/],
    ['xem ảnh đính kèm nhé', /gõ số liệu/],
  ])('%s is answered as what it is', (said, answer) => {
    expect(play([said]).said).toMatch(answer);
    expect(play([said]).said).not.toMatch(unread);
  });

  it('takes the sure figures of several and asks for the others', () => {
    expect(play(['bluezone 45, qr chưa thống kê', '50'])).toMatchObject({ at: 'value qr', figures: '50 45' });
    expect(play(['ts 50, bz 45, qr khoảng 40, smat 38'])).toMatchObject({ at: 'value qr', figures: '50 45 38' });
    expect(play(['cbccvc 50, bluezone 55, qr khoảng 40'])).toMatchObject({ at: 'idle', figures: '' });
  });
});

describe('the read-back', () => {
  it.each(rows('QR sai rồi | sửa QR | qr chưa đúng | QR khoảng 41'))('%s asks for that figure', (said) => {
    expect(play([...all, said])).toMatchObject({ at: 'value qr', sent: [] });
  });
  it.each(rows('sửa lại giúp em | cần chỉnh lại'))('%s asks what to change', (said) => {
    expect(play([...all, said])).toMatchObject({ at: 'change', sent: [] });
  });
  it('takes a figure without a name for a change, and asks whose', () => {
    expect(play([...all, 'không phải 47 mà 46'])).toMatchObject({ at: 'which', sent: [] });
    expect(play([...all, 'không phải 47 mà 46', 'bluezone'])).toMatchObject({ at: 'confirm', figures: '50 46 40 38' });
  });
  it('takes a change beside a yes, and reads it back', () => {
    expect(play([...all, 'đúng hết, chỉ QR là 41'])).toMatchObject({ at: 'confirm', figures: '50 45 41 38', sent: [] });
  });
});
