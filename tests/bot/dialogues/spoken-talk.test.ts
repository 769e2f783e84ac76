/** What people say in passing: a name as it is spoken, a figure with its reason, an item that they do not have. */
import { describe, expect, it } from 'vitest';
import { play } from './talk.ts';

const all = ['/baocao', '50', '45', '40', '38', 'không'];

describe('a figure that is asked for', () => {
  it('is asked about where its number may count what else is named', () => {
    const told = play(['/baocao', '50', '46 cháu ạ']);
    expect(told).toMatchObject({ at: 'sure bluezone', figures: '50' });
    expect(told.said).toMatch(/46/);
    expect(play(['/baocao', '50', '46 cháu ạ', 'ừ'])).toMatchObject({ at: 'value qr', figures: '50 46' });
  });
  it.each(['tất cả trừ 2 đồng chí nghỉ sinh', 'trừ 2 người còn lại cài hết'])(
    '%s is 48, once it is confirmed',
    (said) => {
      expect(play(['/baocao', '50', said])).toMatchObject({ at: 'sure bluezone', figures: '50' });
      expect(play(['/baocao', '50', said, 'đúng'])).toMatchObject({ at: 'value qr', figures: '50 48' });
    },
  );
  it('is none, with its reason as a part of the remark', () => {
    const told = ['/baocao', '50', 'chưa ai cài vì máy cũ'];
    expect(play(told)).toMatchObject({ at: 'zero bluezone', figures: '50' });
    const sure = play([...told, 'đúng', '0', 'đúng', '0', 'đúng', 'không']);
    expect(sure).toMatchObject({ at: 'confirm', figures: '50 0 0 0', note: 'chưa ai cài vì máy cũ' });
    expect(play([...told, 'nhầm, 40', '40', '38', 'không'])).toMatchObject({ figures: '50 40 40 38', note: null });
  });
  it('is the total where both do not agree and the total is named', () => {
    const beyond = ['/baocao', '50', '55'];
    expect(play([...beyond, 'cán bộ là 60'])).toMatchObject({ figures: '60 55' });
    expect(play([...beyond, 'tổng 55 mới đúng'])).toMatchObject({ figures: '55 55' });
    expect(play([...beyond, '45'])).toMatchObject({ at: 'value qr', figures: '50 45' });
  });
});

describe('a figure with a scale that the office has not', () => {
  it('is no figure', () => {
    for (const said of ['43tr', '45k'])
      expect(play(['/baocao', '50', said])).toMatchObject({ at: 'value bluezone', figures: '50' });
  });
});

describe('an item that a unit does not have', () => {
  it.each(['đơn vị em không có mục 3', 'xã em không có QR'])(
    '%s: none is offered, with those words as the reason',
    (said) => {
      expect(play(['/baocao', '50', said])).toMatchObject({ at: 'zero qr', figures: '50' });
      const told = play(['/baocao', '50', '45', said, 'đúng', '38', 'không']);
      expect(told).toMatchObject({ at: 'confirm', figures: '50 45 0 38', note: said });
    },
  );
  it.each(['xã em không có chỉ tiêu này', 'không thuộc phạm vi đơn vị em'])('%s: of what is asked', (said) => {
    expect(play(['/baocao', '50', said])).toMatchObject({ at: 'zero bluezone' });
    expect(play(['/baocao', '50', said, 'không, 45', '40', '38', 'không'])).toMatchObject({
      figures: '50 45 40 38',
      note: null,
    });
  });
  it.each(['đơn vị em không có mục 9', 'xã em không có số liệu', 'đơn vị em không có mục 1'])(
    '%s is asked about',
    (said) => expect(play(['/baocao', '50', said])).toMatchObject({ at: 'value bluezone', figures: '50' }),
  );
});

describe('the read-back', () => {
  it('takes a remark that comes behind a yes, or in words, and is shown again', () => {
    for (const said of ['đúng rồi, thêm ý kiến: đề nghị cấp máy', 'thêm ý kiến là đề nghị cấp máy'])
      expect(play([...all, said])).toMatchObject({ at: 'confirm', note: 'đề nghị cấp máy', sent: [] });
  });
});

describe('while nothing is asked', () => {
  it.each(['nộp báo cáo', 'e mún nộp bc', 'em gửi báo cáo ạ'])('%s begins the report', (said) =>
    expect(play([said]).at).toBe('value cbccvc'),
  );
  it.each(['hôm qua báo 44, nay 45', 'từ mai em Hoa văn thư thay anh báo cáo nhé'])('%s is no promise', (said) =>
    expect(play([said]).said).not.toMatch(/hẹn gửi/),
  );
});

describe('a whole report', () => {
  it.each([
    'tổng 50 bluezone 45 qr 44 smart 40 không khó khăn gì',
    'tong 50 bluezone 45 qr 44 smart 40 khong kho khan gi',
    'xa bac nam muoi can bo da cai bluezone bon muoi lam nguoi qr bon muoi bon smart bon muoi khong co kho khan gi ca',
    '50/45/44/40 ko kk j',
    'Kính thưa lãnh đạo, xã chúng tôi có tổng số 50 cán bộ, trong đó đã cài đặt Bluezone là 45 đồng chí, quét mã QR 44 đồng chí, Smart Thanh Hóa 40 đồng chí. Đơn vị không có khó khăn, vướng mắc gì. Xin trân trọng cảm ơn!',
  ])('may come in one breath, with no comma in it: %s', (said) =>
    expect(play([said])).toMatchObject({ at: 'confirm', figures: '50 45 44 40', note: null }),
  );
});

describe('a number of people in front of the names', () => {
  it.each([
    'xã e 50ng bz 45 qr 40 sm 38 nha ad',
    'xã bác năm mươi cán bộ đã cài bluezone bốn mươi lăm qr bốn mươi smart ba mươi tám',
  ])('is that of all, without a comma too: %s', (said) =>
    expect(play([said])).toMatchObject({ at: 'confirm', figures: '50 45 40 38' }),
  );
  it('is none where a name has no number then, or one is greater', () => {
    expect(play(['50 người bluezone 45 người qr 40 người smart']).at).toBe('value cbccvc');
    expect(play(['40 người bluezone 45 qr 40 smart 38']).figures).toBe('');
  });
});

describe('a slip', () => {
  it('where the number of all alone was told is asked about', () => {
    expect(play(['/baocao', '52', 'dạ nhầm, 50 ạ'])).toMatchObject({ at: 'which', figures: '52' });
  });
  it('where a remark is asked for is no remark', () => {
    const asked = ['/baocao', '50', '45', '40', '38'];
    expect(play([...asked, 'qr bac noi nham bon mot'])).toMatchObject({ at: 'value qr', note: undefined });
    for (const said of ['máy cũ hay báo sai QR', 'dân báo nhầm số điện thoại', 'sửa đường mất điện 2 ngày'])
      expect(play([...asked, said]), said).toMatchObject({ at: 'confirm', note: said });
  });
  it('that was found by a second look is corrected by the name behind it', () => {
    expect(play([...all, 'Dạ xin lỗi, xã rà soát lại thì Smart Thanh Hóa có 39 đồng chí ạ'])).toMatchObject({
      at: 'confirm',
      figures: '50 45 40 39',
      sent: [],
    });
  });
});

describe('“một” without its mark', () => {
  it('is no day after tomorrow', () => {
    expect(play(['/baocao', 'co nam muoi mot ca bac nua']).said).not.toMatch(/hẹn gửi/);
    expect(play(['mốt em gửi báo cáo']).said).toMatch(/hẹn gửi báo cáo lúc 17h00 ngày 09\/9/);
  });
});

describe('a figure that stands', () => {
  it.each(['bluezone 45 đúng, qr 40 sai', 'qr 40 sai rồi em'])('and is said to be wrong is asked for: %s', (said) =>
    expect(play([...all, said])).toMatchObject({ at: 'value qr', sent: [] }),
  );
  it('takes the one that is said to be right', () => {
    expect(play([...all, 'qr 40 sai, 41 mới đúng'])).toMatchObject({ at: 'confirm', figures: '50 45 41 38' });
  });
});

describe('a number that is not known to the last digit', () => {
  it.each(['ba mươi mấy người gì đó', 'hôm trước báo 40 giờ thêm 7'])('is asked for, and is no promise: %s', (said) => {
    const told = play(['/baocao', '50', said]);
    expect(told).toMatchObject({ at: 'value bluezone', figures: '50' });
    expect(told.said).not.toMatch(/hẹn gửi|câu hỏi/);
  });
});

describe('long and polite words', () => {
  it('acknowledge, say that all have done it, and that there is nothing to add', () => {
    expect(
      play([
        'Kính gửi UBND huyện, nhà trường đã tiếp nhận văn bản và xin nghiêm túc triển khai thực hiện ạ. Trân trọng!',
      ]).acknowledged,
    ).toBe(true);
    const every = 'Kính thưa đồng chí, toàn bộ cán bộ giáo viên nhân viên nhà trường đã cài đặt đầy đủ ạ';
    expect(play(['/baocao', '50', every])).toMatchObject({ at: 'value qr', figures: '50 50' });
    for (const said of ['Dạ nhà trường không có ý kiến gì thêm, xin cảm ơn đồng chí đã quan tâm', 'hk có j đâu ad'])
      expect(play(['/baocao', '50', '45', '40', '38', said]), said).toMatchObject({ at: 'confirm', note: null });
  });
});

describe('what is told in passing', () => {
  it('is none of two things at once, and no question', () => {
    const told = ['/baocao', '50', '45', 'qr với smart đều chưa có ai làm'];
    expect(play(told)).toMatchObject({ at: 'zero qr', figures: '50 45' });
    expect(play([...told, 'đúng'])).toMatchObject({ at: 'value smart', figures: '50 45 0' });
  });
  it('corrects a figure, and takes back the one that stood there', () => {
    expect(play([...all, 'smart 39 thôi chứ không phải 38'])).toMatchObject({
      at: 'confirm',
      figures: '50 45 40 39',
      sent: [],
    });
  });
  it('is a figure in English', () => {
    expect(play(['/baocao', '50', 'forty five'])).toMatchObject({ at: 'value qr', figures: '50 45' });
  });
});

describe('a question where a remark is asked for', () => {
  const asked = ['/baocao', '50', '45', '40', '38'];
  it.each(['có phải nộp bản giấy nữa ko', 'nộp cho ai', 'khi nào họp'])('is no remark: %s', (said) =>
    expect(play([...asked, said])).toMatchObject({ at: 'note', note: undefined, sent: [] }),
  );
  it.each(['đề nghị cho biết bao giờ có máy', 'sóng yếu, có máy phát không'])(
    'may be one, with what it is about: %s',
    (said) => expect(play([...asked, said])).toMatchObject({ at: 'confirm', note: said }),
  );
});
