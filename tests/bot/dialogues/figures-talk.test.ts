import { describe, expect, it } from 'vitest';
import { formOf, play } from './talk.ts';

const rows = (text: string): string[] => text.split('|').map((row) => row.trim());
const four = '50 45 40 38';
const all = ['/baocao', '50', '45', '40', '38'];

describe('a figure that is asked for', () => {
  it.each(
    rows(
      '45 | bluezone 45 | Bluezone: 45 ạ | 45 ng | mới được 45 đc | hiện nay 45 | 44 nhầm 45 | không phải 44 mà là 45 | 45 người ạ',
    ),
  )('%s is 45', (said) => expect(play(['/baocao', '50', said])).toMatchObject({ at: 'value qr', figures: '50 45' }));

  it('keeps what stands in brackets as a part of the remark', () => {
    expect(play(['/baocao', '50', '45 (2 đ/c nghỉ thai sản)', '40', '38', 'mạng yếu'])).toMatchObject({
      at: 'confirm',
      figures: four,
      note: '2 đ/c nghỉ thai sản; mạng yếu',
    });
  });

  it('is held against the percentage that stands beside it', () => {
    expect(play(['/baocao', '50', '47 (đạt 94%)'])).toMatchObject({ at: 'value qr', figures: '50 47' });
    expect(play(['/baocao', '50', 'bluezone 47 (94%)'])).toMatchObject({ at: 'value qr', figures: '50 47' });
    for (const said of ['47 (đạt 90%)', '47, đạt 90%', 'bluezone 47 (90%)'])
      expect(play(['/baocao', '50', said])).toMatchObject({ at: 'value bluezone', figures: '50' });
  });

  it.each([['tất cả 50 người đều đã cài cả 3 ứng dụng'], ['50', 'tất cả đều cài cả 3 ứng dụng']])(
    'is for all of them what all have done: %s',
    (...said) => expect(play(['/baocao', ...said])).toMatchObject({ at: 'confirm', figures: '50 50 50 50' }),
  );

  it.each(
    rows(
      'khoảng 45 | 45 (dự kiến) | cài cả 3 | cài 3 app rồi | đủ 3 ứng dụng | 44 nhầm thành 45 | 1 234 | 091 234 567 | nhiều lắm | 40-45',
    ),
  )('%s is asked again', (said) =>
    expect(play(['/baocao', '50', said])).toMatchObject({ at: 'value bluezone', figures: '50' }),
  );

  it.each(rows('còn 5 người chưa cài | thiếu 5 đ/c | 5 đồng chí chưa cài ạ'))(
    '%s is the rest of all, and asked about before it is taken',
    (said) => {
      const told = play(['/baocao', '50', said]);
      expect(told).toMatchObject({ at: 'sure bluezone', figures: '50' });
      expect(told.said).toMatch(/Bluezone: hệ thống đọc là 45\. /);
      expect(play(['/baocao', '50', said, 'đúng'])).toMatchObject({ at: 'value qr', figures: '50 45' });
      expect(play(['/baocao', '50', said, 'không, 44'])).toMatchObject({ at: 'value qr', figures: '50 44' });
    },
  );

  it('is not all but more than all, and nothing where it is not known how many all are', () => {
    expect(play(['/baocao', '50', 'còn 51 người chưa cài'])).toMatchObject({ at: 'value bluezone', figures: '50' });
    expect(play(['/baocao', 'còn 5 người chưa cài'])).toMatchObject({ at: 'value cbccvc', figures: '' });
  });

  it('is not given up by "thôi" without asking', () => {
    expect(play(['/baocao', '50', '45', 'thôi'])).toMatchObject({ at: 'stopping', figures: '50 45' });
    expect(play(['/baocao', '50', '45', 'thôi', '40'])).toMatchObject({ figures: '50 45' });
    expect(play(['/baocao', '50', '45', 'thôi', 'không', '40'])).toMatchObject({ figures: '50 45 40' });
  });
});

describe('the read-back', () => {
  it.each(rows('đúng cả 4 số | cả 4 số đều đúng | cả bốn số đúng rồi em'))('%s sends', (said) =>
    expect(play([...all, 'không', said]).sent).toHaveLength(1),
  );
  it.each(rows('cả 3 số đúng | cả 4 số chưa đúng | hình như cả 4 số đúng | sai cả 4 số | đúng cả 4 số trừ qr'))(
    '%s does not send',
    (said) => expect(play([...all, 'không', said]).sent).toEqual([]),
  );
});

describe('a whole report in one message', () => {
  const texts =
    rows(`50 45 40 38 | 50 45 40 38 ạ | báo cáo: 50 45 40 38 | 50 người thì 45 cài bluezone, 40 qr, smart 38 |
    Tổng số 50 đồng chí, đã cài Bluezone 45, QR 40, Smart 38`);
  it.each(texts)('%s is read back when nothing is asked, and no remark is stated', (text) => {
    const told = play([text]);
    expect(told).toMatchObject({ at: 'confirm', figures: four, sent: [] });
    expect(told.said).toMatch(/Theo văn bản số 101\/UBND-VHTT.*hạn 17h00 ngày 09\/9\/2021/);
    expect(told.said).not.toMatch(/Không có/);
  });
  it.each(texts)('%s is read back at the first question', (text) => {
    expect(play(['/baocao', text])).toMatchObject({ at: 'confirm', figures: four });
  });
  it.each(rows('1 234 | 091 234 567'))('%s is asked about', (text) => {
    expect(play([text])).toMatchObject({ at: 'idle', figures: '' });
    expect(play([text]).said).toMatch(/một số hay nhiều số/);
  });
});

describe('the remark', () => {
  it.each(rows('không ạ | dạ không | ko có gì'))('%s: there is none', (said) => {
    expect(play([...all, said])).toMatchObject({ at: 'confirm', note: null, sent: [] });
  });
  it.each(rows('ok | gửi đi | thôi | vâng | cảm ơn em'))('%s is no remark, and does not send', (said) => {
    const next = play([...all, said]);
    expect(next).toMatchObject({ at: 'confirm', note: undefined, figures: four, sent: [] });
    expect(next.said).toMatch(/\(chưa ghi\)/);
  });
  it.each(rows('? | . | 46'))('%s is asked again', (said) => {
    expect(play([...all, said])).toMatchObject({ at: 'note', figures: four });
  });
  it('is not "bluezone 46", which corrects', () => {
    expect(play([...all, 'bluezone 46'])).toMatchObject({ at: 'note', figures: '50 46 40 38' });
  });
  it('is not "sai rồi", which asks which figure', () => expect(play([...all, 'sai rồi']).at).toBe('change'));
});

describe('figures that are hard to believe', () => {
  it('are those of the example: they are asked about once', () => {
    const asked = play(['999 888 777 666'], { staff: null });
    expect(asked).toMatchObject({ at: 'doubt', sent: [] });
    expect(asked.said).toMatch(/trùng với số trong ví dụ/);
    expect(play(['999 888 777 666', 'đúng ạ'], { staff: 999 }).at).toBe('confirm');
    expect(play(['999 888 777 666', 'không'], { staff: null })).toMatchObject({ at: 'value cbccvc', figures: '' });
    expect(play(['999 888 777 666', four], { staff: 50 })).toMatchObject({ at: 'confirm', figures: four });
  });

  it.each<[number, string, boolean]>([
    [22, '1', true],
    [22, '2', true],
    [22, '50', true],
    [22, '200', true],
    [22, '23', false],
    [22, '26', false],
    [5, '7', false],
    [5, '8', true],
    [50, '60', false],
    [50, '61', true],
  ])('of %i staff on the roster, %s: asked %s', (staff, said, isAsked) => {
    expect(play(['/baocao', said], { staff }).at).toBe(isAsked ? 'doubt' : 'value bluezone');
  });

  it.each(rows('đúng | đúng ạ | vâng | 50 | đúng là 50 | 👍'))('%s confirms the number of staff', (yes) => {
    expect(play(['/baocao', '50', yes], { staff: 5 })).toMatchObject({ at: 'value bluezone', figures: '50' });
  });
  it.each(rows('sai | nhầm | không | chưa đúng'))('%s asks for it again', (no) => {
    expect(play(['/baocao', '50', no], { staff: 5 })).toMatchObject({ at: 'value cbccvc', figures: '' });
  });
  it('another figure is the answer', () => {
    expect(play(['/baocao', '50', '5'], { staff: 5 })).toMatchObject({ at: 'value bluezone', figures: '5' });
    expect(play(['/baocao', '50', 'em nhầm, 5 ạ'], { staff: 5 })).toMatchObject({ figures: '5' });
  });
});

describe('that there is nothing to remark', () => {
  const asked = ['/baocao', '50', '45', '40', '38'];
  it.each([
    [[...asked, 'dạ không có gì ạ', 'đúng'], true],
    [[...asked, 'ok em', 'đúng'], false],
    [[...asked, 'mạng yếu', 'đúng'], false],
    [['50 46 41 39', 'đúng'], false],
  ])('%j was said: %s', (said, isSaid) => {
    const { sent, saidNoNote } = play(said);
    expect(sent).toHaveLength(1);
    expect(saidNoNote).toBe(isSaid);
  });

  it('still holds when figures are corrected afterwards', () => {
    const form = formOf();
    const values = { cbccvc: 50, bluezone: 45, qr: 40, smart: 38 };
    const answers = Object.entries(values).map(([key, value]) => [key, { type: 'number' as const, value }]);
    const current = {
      number: 1,
      by: 'Lan',
      at: form.opensAt,
      note: null,
      saidNoNote: true,
      values: Object.fromEntries(answers),
    };
    const reported = [{ ...form, state: 'reported' as const, current }];
    expect(play(['/sua', 'smart 39', 'đúng'], reported)).toMatchObject({ sent: [{ note: null }], saidNoNote: true });
  });
});

describe('acknowledging', () => {
  it.each(rows('👍 | OK sếp | đã nhận 👍 | rõ | đã rõ ạ | nhận được rồi em | ok em | đã rõ, xã sẽ thực hiện'))(
    '%s',
    (said) => {
      expect(play([said]).acknowledged).toBe(true);
    },
  );
  it.each(rows('chưa nhận được | ok? | 👎 | đã nhận được chưa'))('%s is none', (said) => {
    expect(play([said]).acknowledged).toBe(false);
  });
});

it('two duties of one title are told apart by number and deadline', () => {
  const other = { ...formOf(), id: 8, directive: { ...formOf().directive, id: 2, number: '102/UBND-VHTT' } };
  const asked = play(['/baocao'], [formOf(), other]);
  expect(asked.said).toMatch(/Báo cáo theo văn bản nào\?/);
  expect(new Set(asked.choices).size).toBe(2);
  expect(asked.choices[1]).toMatch(/102\/UBND-VHTT, hạn 17h00 ngày 09\/9\/2021/);
});
