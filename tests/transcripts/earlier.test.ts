/** A report in one message with a remark behind it or a letter around it, and a figure that turns out to be wrong in the middle of the talk. */
import { describe, expect, test } from 'vitest';
import type { Person } from '../harness/world/person.ts';
import { describeTranscripts } from '../harness/world.ts';

describeTranscripts('a whole report', (open) => {
  const figures = [/CBCCVC: 50/, /Bluezone: 46\/50/, /QR: 40\/50/, /Smart Thanh Hóa: 38\/50/];

  async function told(text: string): Promise<Person> {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    await lan.says(text);
    return lan;
  }

  describe('with a remark behind its figures', () => {
    test.each<[text: string, remark: RegExp]>([
      [
        '50 cb, đã cài BZ 46 người; QR 40 người; Smart Thanh Hoá 38 người, không có vướng mắc gì',
        /kiến nghị: Không có/,
      ],
      ['50 46 40 38 không có khó khăn gì', /kiến nghị: Không có/],
      ['Tổng số CBCCVC: 50. Bluezone: 46. QR: 40. Smart TH: 38. Khó khăn: không', /kiến nghị: Không có/],
      [
        'Tổng số CBCCVC: 50. Số đã cài Bluezone: 46 (92%). Đã có QR: 40. Smart TH: 38. Khó khăn: 5 đ/c dùng máy cũ',
        /kiến nghị: 5 đ\/c dùng máy cũ/,
      ],
      [
        'tổng 50; bluezone 46; qr 40; smart 38\nkhó khăn, vướng mắc: máy cũ. Kiến nghị: huyện hỗ trợ',
        /kiến nghị: máy cũ\. Kiến nghị: huyện hỗ trợ/,
      ],
    ])('is read back with it: %s', async (text, remark) => {
      (await told(text)).sees(...figures, remark);
    });
  });

  test.each([
    'Kính gửi UBND huyện, xã An Bình báo cáo: tổng số CBCC 50, bluezone 46, QR 40, smart 38. Trân trọng!',
    'blu 46 qr 40 smart 38 tổng 50 ạ, em cảm ơn',
    'bluezone 46, qr 40, smart 38, tổng 50. Cảm ơn em',
  ])('is read without the letter around it: %s', async (text) => {
    (await told(text)).sees(...figures, /kiến nghị: \(chưa ghi\)/);
  });

  test('is read with both', async () => {
    const lan = await told(
      'Kính thưa lãnh đạo, UBND xã An Bình xin báo cáo như sau: tổng 50, bluezone 46, qr 40, smart 38, không có khó khăn gì. Xin trân trọng cảm ơn!',
    );
    lan.sees(...figures, /kiến nghị: Không có/);
  });
});

describeTranscripts('an earlier figure', (open) => {
  async function askedForQr(): Promise<Person> {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    for (const text of ['/baocao', '50', '46']) await lan.says(text);
    lan.sees(/^QR: bao nhiêu/m);
    return lan;
  }

  test.each(['bluezone nhầm, 45', 'sửa bluezone 45', 'bluezone 45 mới đúng ạ'])(
    'is corrected by its name: %s',
    async (text) => {
      const lan = await askedForQr();
      await lan.says(text);
      lan.sees(/Đã ghi Bluezone: 45\/50/, /^QR: bao nhiêu/m);
    },
  );

  test.each(['à nhầm 45', 'nhầm, 45', 'sửa lại 45', 'em nhầm, đúng là 45 ạ', 'không phải 46 mà là 45'])(
    'without its name is asked for: %s',
    async (text) => {
      const lan = await askedForQr();
      await lan.says(text);
      lan.sees(/45 là số của mục nào\?/);
      await lan.says('bluezone');
      lan.sees(/Đã ghi Bluezone: 45\/50/, /^QR: bao nhiêu/m);
    },
  );

  test.each(['quay lại', 'cho chị quay lại câu trước', 'bluezone sai rồi', 'bluezone ghi sai, 45 mới đúng'])(
    'is asked for once more: %s',
    async (text) => {
      const lan = await askedForQr();
      await lan.says(text);
      lan.sees(/Bluezone: bao nhiêu/);
      await lan.says('44');
      lan.sees(/Đã ghi Bluezone: 44\/50/, /^QR: bao nhiêu/m);
    },
  );

  test('is left alone by a slip within the answer to what is asked', async () => {
    const lan = await askedForQr();
    await lan.says('40 nhầm 41');
    lan.sees(/Đã ghi QR: 41\/50/);
  });

  test('is left alone by a remark that holds such words', async () => {
    const lan = await askedForQr();
    for (const text of ['40', '38', 'đề nghị cho học sinh quay lại trường']) await lan.says(text);
    lan.sees(/kiến nghị: đề nghị cho học sinh quay lại trường/);
  });

  test('is asked for once more instead of a remark', async () => {
    const lan = await askedForQr();
    for (const text of ['40', '38', 'quay lại']) await lan.says(text);
    lan.sees(/Smart Thanh Hóa: bao nhiêu/);
    await lan.says('39');
    await lan.says('không vướng');
    lan.sees(/Bluezone: 46\/50/, /Smart Thanh Hóa: 39\/50/, /kiến nghị: Không có/);
    await lan.says('uk');
    lan.sees(/Đã ghi nhận/);
    expect(lan.newest().text).toMatch(/39\/50/);
  });
});

describeTranscripts('where a figure is asked for', (open) => {
  async function asked(...answers: string[]): Promise<Person> {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    for (const text of ['/baocao', ...answers]) await lan.says(text);
    return lan;
  }

  test.each(['không vướng gì cả', 'ko có khó khăn gì đâu ạ', 'không có kiến nghị'])(
    '“%s” is kept for the end',
    async (text) => {
      const lan = await asked('50', text);
      lan.sees(/kiến nghị: Không có\./, /Bluezone: bao nhiêu/);
      for (const figure of ['46', '40', '38']) await lan.says(figure);
      lan.sees(/Bluezone: 46\/50/, /kiến nghị: Không có/, /đã đúng chưa/);
    },
  );

  test('“không có gì” is neither zero nor the end', async () => {
    (await asked('50', 'không có gì')).sees(/Bluezone: bao nhiêu/);
  });

  test('a figure with the name of another is that one’s, whichever is asked for', async () => {
    const lan = await asked('qr 21');
    lan.sees(/Đã ghi QR: 21/, /CBCCVC: bao nhiêu/);
  });

  test('“ko” denies what the system has read, and is no zero', async () => {
    const lan = await asked('50', '46', '40', 'thiếu 4 đ/c');
    lan.sees(/hệ thống đọc là 46/);
    await lan.says('ko');
    lan.sees(/Smart Thanh Hóa: bao nhiêu/);
  });
});
