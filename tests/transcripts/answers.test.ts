import { describe, expect, test } from 'vitest';
import { type Person, saysAll } from '../harness/world/person.ts';
import { describeTranscripts, type World } from '../harness/world.ts';

describeTranscripts('a figure', (open) => {
  async function asked(unit = 'XA-AN-BINH', staff = '50'): Promise<{ world: World; lan: Person }> {
    const world = await open();
    const lan = await world.register(unit, 'Lan');
    await world.issue();
    await world.scene(`Lan is asked for the second figure, ${staff} before`, () => saysAll(lan, '/baocao', staff));
    lan.sees(/Bluezone: bao nhiêu/);
    return { world, lan };
  }

  test('is understood in many forms', async () => {
    const { lan } = await asked();
    const forms = { '45': 45, '45 người': 45, '45/50': 45, 'bốn mươi lăm': 45, 'tất cả': 50, 'tat ca': 50 };
    for (const [said, value] of Object.entries(forms)) {
      await lan.says(said);
      lan.sees(`Đã ghi Bluezone: ${value}/50`, /QR: bao nhiêu/);
      await saysAll(lan, '/sua', 'Bluezone');
    }
  });

  test('of thousands is understood and shown with a dot', async () => {
    const { lan } = await asked('XA-BINH-MINH', '2.000');
    lan.sees(/Đã ghi Số CBCCVC: 2\.000/);
    await lan.says('1.234');
    lan.sees(/Đã ghi Bluezone: 1\.234\/2\.000/);
  });

  test('that is none, or not surely one, is asked again with an example', async () => {
    const { lan } = await asked();
    for (const said of ['nhiều lắm', '45,5', '40-45', 'khoảng ấy', '-3', '👍']) {
      await lan.says(said);
      lan.sees(/Đề nghị đồng chí ghi một con số, ví dụ: 888/, /Bluezone: bao nhiêu.*\?$/);
    }
    await lan.says('45');
    lan.sees(/Đã ghi Bluezone: 45\/50/);
  });

  test('over another number of staff than was reported is asked again', async () => {
    const { lan } = await asked();
    await lan.says('45/60');
    lan.sees(/trên tổng số 60, khác với [Ss]ố CBCCVC đã báo là 50, đề nghị nhập lại/, /Bluezone: bao nhiêu/);
  });

  describe('of zero', () => {
    test('is confirmed before it counts, however it was said', async () => {
      const { lan } = await asked();
      for (const said of ['0', 'không có', 'chưa có ai', 'khong']) {
        await lan.says(said);
        lan.sees(/Bluezone: 0\. .*xác nhận số 0 là đúng\?/);
        await lan.taps('Đúng là 0');
        lan.sees(/Đã ghi Bluezone: 0\/50/, /QR: bao nhiêu/);
        await saysAll(lan, '/sua', 'Bluezone');
      }
    });

    test('is entered anew when it was a slip', async () => {
      const { lan } = await asked();
      await lan.says('0');
      await lan.taps('Nhập lại');
      lan.sees(/^Bluezone: bao nhiêu/);
      await lan.says('0');
      await lan.says('45');
      lan.sees(/Đã ghi Bluezone: 45\/50/);
    });

    test('is not possible for the number of staff', async () => {
      const world = await open();
      const lan = await world.register('XA-AN-BINH', 'Lan');
      await world.issue();
      await saysAll(lan, '/baocao', '0');
      lan.sees(/Số CBCCVC phải lớn hơn 0, đề nghị nhập lại/, /Số CBCCVC: bao nhiêu người\?/);
    });
  });

  describe('greater than the number of staff', () => {
    test('is corrected by typing it again', async () => {
      const { lan } = await asked();
      await lan.says('54');
      lan.sees(/Bluezone \(54\) lớn hơn [Ss]ố CBCCVC \(50\), đề nghị nhập lại.*\?$/m);
      await lan.says('45');
      lan.sees(/Đã ghi Bluezone: 45\/50/, /QR: bao nhiêu/);
    });

    test('is corrected by its choice', async () => {
      const { lan } = await asked();
      await lan.says('54');
      await lan.taps('Sửa Bluezone');
      lan.sees(/^Bluezone: bao nhiêu/);
      await lan.says('46');
      lan.sees(/Đã ghi Bluezone: 46\/50/);
    });

    test('stands when the number of staff is corrected instead', async () => {
      const { lan } = await asked();
      await lan.says('54');
      await lan.says('sửa số CBCCVC');
      lan.sees(/Số CBCCVC: bao nhiêu người\?/);
      await lan.says('60');
      lan.sees(/Đã ghi Số CBCCVC: 60/, /QR: bao nhiêu.*60/);
      await saysAll(lan, '40', '38', 'không');
      lan.sees(/Bluezone: 54\/60/);
    });
  });

  test('read back without a remark may be followed by none, which is no denial', async () => {
    const world = await open();
    const nam = await world.register('XA-AN-BINH', 'Nam');
    await world.issue();
    await nam.says('50 46 40 38');
    nam.sees(/Khó khăn, kiến nghị: \(chưa ghi\)\nCác số trên đã đúng chưa\?/);
    await nam.says('ko có gì ạ');
    nam.sees(/Khó khăn, kiến nghị: Không có\nCác số trên đã đúng chưa\?/);
    await nam.says('không');
    nam.sees(/Báo cáo chưa được gửi/);
    await nam.says('thôi, đúng rồi');
    await nam.says('👍');
    nam.sees(/^Đã ghi nhận báo cáo/);
  });

  test('of staff is offered from the roster where known, and another may be typed', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const nam = await world.register('XA-BINH-MINH', 'Nam');
    await world.issue();
    await lan.says('/baocao');
    await lan.says('1');
    lan.sees(/danh sách của hệ thống là 50\. Số 1 có đúng không\?/);
    await lan.says('49');
    lan.sees(/Đã ghi Số CBCCVC: 49\./);
    await nam.says('/baocao');
    nam.sees(/UBND xã Bình Minh – Số CBCCVC: bao nhiêu người\?(?:\n\nHoặc gõ: Điền trên một trang)?$/);
    expect(nam.choices().filter((label) => label !== 'Điền trên một trang')).toEqual([]);
  });

  test('that is a sticker or an edit is answered politely and the question stands', async () => {
    const { lan } = await asked();
    await lan.sends('media');
    lan.sees(/chỉ đọc được tin nhắn chữ/, /Bluezone: bao nhiêu/);
    await lan.sends('edit');
    lan.sees(/không đọc tin nhắn đã sửa/, /Bluezone: bao nhiêu/);
  });
});
