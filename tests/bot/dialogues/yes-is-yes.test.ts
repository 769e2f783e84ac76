import { describe, expect, it } from 'vitest';
import { play } from './talk.ts';

const rows = (text: string): string[] => text.split('|').map((row) => row.trim());

/** At the read-back of 50, 45, 40, 38, after the remark was answered. */
const readBack = ['/baocao', '50', '45', '40', '38', 'không'];
const four = '50 45 40 38';

describe('at the read-back', () => {
  it.each(
    rows(`Đúng ạ | đúng rồi em | vâng ạ | dạ vâng đúng rồi ạ | ok em | oke | gửi đi | chính xác | chuẩn | ừ | uh | nhất trí | đồng ý |
      👍 | ✅ | yes | gửi giúp em | xác nhận | dung | dung roi | dung a | đúngrồi | ddungs rooif | không sai | 1 | Đúng, gửi | dung, gui |
      50 45 40 38 chuẩn luôn | Đúng gửi đi nhé | Dạ đúng rồi ạ, em cảm ơn | có`),
  )('%s sends', (yes) => {
    expect(play([...readBack, yes])).toMatchObject({ at: 'idle', sent: [{ figures: four, note: null }] });
  });

  it.each(
    rows(`đừng gửi | đừng gửi nhé | đừng | khoan | khoan đã | từ từ | để xem lại | chưa gửi vội | dung gui | dung gui nhe | đừng, gửi |
      chắc đúng | đúng không | ok? | hả | thôi | sai rồi | chưa đúng | không đúng | nhầm rồi | đợi anh hỏi kế toán đã | 🙏 | hôm nay mưa |
      đúng rồi nhưng còn thiếu | mai gửi | không gửi | dừng lại | chuẩn bị gửi sau`),
  )('%s does not send', (text) => {
    const played = play([...readBack, text]);
    expect(played.sent).toEqual([]);
    expect(played.figures).toBe(four);
  });

  it.each(rows('sai rồi | chưa đúng | không đúng | nhầm rồi | không | sửa | 👎 | chưa ạ'))(
    '%s asks which figure',
    (no) => {
      const played = play([...readBack, no]);
      expect(played.at).toBe('change');
      expect(played.said).toMatch(/sửa mục nào\?/);
    },
  );

  it.each([
    ['smart 39', '50 45 40 39'],
    ['cbccvc 51', '51 45 40 38'],
    ['sửa bluezone 46', '50 46 40 38'],
    ['smart 39 nhé em', '50 45 40 39'],
    ['nhầm, Smart Thanh Hoá là ba chín', '50 45 40 39'],
    ['đúng rồi nhưng smart 39', '50 45 40 39'],
    ['50/46/40/38 chuẩn rồi', '50 46 40 38'],
    ['bluezone 46, qr 41', '50 46 41 38'],
    ['50 46 41 38', '50 46 41 38'],
  ])('%s corrects, is read back, and is sent by a yes', (said, figures) => {
    const corrected = play([...readBack, said]);
    expect(corrected).toMatchObject({ at: 'confirm', figures, sent: [] });
    expect(corrected.said).toMatch(/đã đúng chưa\?/);
    expect(play([...readBack, said, 'đúng ạ']).sent).toEqual([{ figures, note: null }]);
  });

  it.each(rows('46 | em báo nhầm, 46 ạ | 46 nhé'))('%s is asked whose figure it is', (said) => {
    const asked = play([...readBack, said]);
    expect(asked).toMatchObject({ at: 'which', sent: [] });
    expect(asked.said).toMatch(/46 là số của mục nào\?/);
    expect(play([...readBack, said, 'Bluezone'])).toMatchObject({ at: 'confirm', figures: '50 46 40 38' });
    expect(play([...readBack, said, 'bluezone ạ']).at).toBe('confirm');
  });

  it.each([
    ['khó khăn: mạng yếu', 'mạng yếu'],
    ['kiến nghị: cấp thêm máy', 'cấp thêm máy'],
    ['sửa khó khăn, kiến nghị: mạng yếu', 'mạng yếu'],
    ['khó khăn: không có', null],
  ])('%s sets the remark', (said, note) => {
    expect(play([...readBack, said])).toMatchObject({ at: 'confirm', note });
  });

  it.each(rows('khoan | từ từ | để xem lại | đừng gửi | chưa gửi vội'))('%s waits, and says how to go on', (hold) => {
    const waits = play([...readBack, hold]);
    expect(waits).toMatchObject({ at: 'confirm', figures: four });
    expect(waits.said).toMatch(/chưa gửi.*"Đúng" để gửi/);
    expect(play([...readBack, hold, 'đúng rồi']).sent).toHaveLength(1);
  });

  it.each(rows('dung gui | hôm nay mưa | 🙏 | chắc đúng'))(
    '%s is said not to be understood, with what to type',
    (text) => {
      expect(play([...readBack, text]).said).toMatch(/chưa rõ trả lời.*"Đúng" để gửi/);
    },
  );

  it('gives nothing up by "thôi" without asking', () => {
    const asked = play([...readBack, 'thôi']);
    expect(asked).toMatchObject({ at: 'stopping', figures: four });
    expect(play([...readBack, 'thôi', 'không'])).toMatchObject({ at: 'confirm', figures: four });
    expect(play([...readBack, 'thôi', 'tiếp tục'])).toMatchObject({ at: 'confirm', figures: four });
    expect(play([...readBack, 'thôi', 'hủy báo cáo ạ']).at).toBe('idle');
    expect(play([...readBack, 'thôi', 'đồng ý']).at).toBe('idle');
  });
});

describe('at the question of zero', () => {
  const zero = ['/baocao', '50', '0'];
  it.each(
    rows(
      'đúng | đúng ạ | vâng | dạ đúng rồi | ok | 0 | 0 ạ | không có ai | chưa có ai cài | không có | đúng là 0 | 👍',
    ),
  )('%s confirms it', (yes) => expect(play([...zero, yes])).toMatchObject({ at: 'value qr', figures: '50 0' }));
  it.each([
    ['1', '50 1'],
    ['2', '50 2'],
    ['45', '50 45'],
    ['nhầm, 45 ạ', '50 45'],
    ['bluezone 45', '50 45'],
  ])('%s is the figure, not the number of a choice', (said, figures) => {
    expect(play([...zero, said])).toMatchObject({ at: 'value qr', figures });
  });
  it.each(rows('sai | nhầm | không đúng | chưa đúng'))('%s asks again', (no) => {
    expect(play([...zero, no])).toMatchObject({ at: 'value bluezone', figures: '50' });
  });
  it.each(rows('không | hôm nay mưa | khoan'))('%s does not confirm it', (said) => {
    expect(play([...zero, said])).toMatchObject({ at: 'zero bluezone', figures: '50' });
  });
});
