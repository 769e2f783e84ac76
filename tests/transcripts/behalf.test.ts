/** Staff, and whoever consolidates, tell how things stand at a unit that tells it otherwise: by telephone, on paper. */
import { expect, test } from 'vitest';
import { directiveChanges, taskProgress } from '../../db/schema/tables.ts';
import { consolidated } from '../harness/world/consolidated.ts';
import { reports, saysAll } from '../harness/world/person.ts';
import { describeTranscripts, type World } from '../harness/world.ts';

type Open = Parameters<Parameters<typeof describeTranscripts>[1]>[0];

const both = JSON.stringify({ ...JSON.parse(consolidated), progress: [{ section: '1' }, { section: '4' }] });
const progressAlone = JSON.stringify({ ...JSON.parse(both), duties: [] });

async function issuedIn(open: Open, directive = both) {
  const world = await open({ directive });
  const dung = await world.register('PHONG-GDDT', 'Dung');
  const an = await world.register('TH-AN-BINH', 'An');
  const lan = await world.register('XA-AN-BINH', 'Lan');
  const hoa = await world.registerStaff('Hoa');
  await world.issue();
  for (const person of [dung, an, lan, hoa]) person.looksAway();
  return { world, dung, an, lan, hoa };
}

async function kept({ db }: World): Promise<string[]> {
  const rows = await db.select().from(taskProgress).orderBy(taskProgress.id);
  return rows.map(({ state, percent, isOnBehalf }) =>
    [state, percent, isOnBehalf ? 'for the unit' : ''].filter(Boolean).join(' '),
  );
}

const reasons = async ({ db }: World) =>
  (await db.select().from(directiveChanges).orderBy(directiveChanges.id)).map(({ change, reason }) => [
    change.type,
    reason,
  ]);

describeTranscripts('tasks of a unit told by others', (open) => {
  test('of which nobody can be told: that is what staff read, there and where they give it more time', async () => {
    const { hoa } = await issuedIn(open);
    await hoa.says('báo thay xã Bình Minh: mục 1 xong, lý do: xã báo qua điện thoại');
    await hoa.says('đúng');
    hoa.sees(/Đã ghi nhận tiến độ của UBND xã Bình Minh/, /không nhắn được cho ai của đơn vị; đề nghị đồng chí báo/);
    hoa.doesNotSee(/đã báo cho đơn vị biết/);
    await hoa.says('gia hạn cho xã Bình Minh đến 15/9 vì mất điện');
    hoa.sees(/Hiện không nhắn được cho UBND xã Bình Minh; đề nghị đồng chí báo bằng cách khác\. Gia hạn\?/);
    hoa.doesNotSee(/sẽ báo cho/);
    await hoa.taps('Gia hạn');
    hoa.sees(/Đã gia hạn .*Hiện không nhắn được cho UBND xã Bình Minh/);
  });

  test('in one sentence with its reason: read back, counted after a yes, and the unit hears of it once', async () => {
    const { world, hoa, lan } = await issuedIn(open);
    await hoa.says('báo thay xã An Bình: mục 1 xong, mục 4 đang làm 60%, lý do: xã báo qua điện thoại');
    hoa.sees(
      /Báo thay cho UBND xã An Bình/,
      /Mục 1, .*: đã xong/,
      /Mục 4, .*: đang thực hiện 60%/,
      /Lý do báo thay: xã báo qua điện thoại/,
      /đúng chưa\?/,
    );
    expect(await kept(world)).toEqual([]);
    lan.seesNothing();
    await hoa.says('đúng ạ');
    hoa.sees(/Đã ghi nhận tiến độ của UBND xã An Bình/, /đã báo cho đơn vị biết/, /\/tiendo XA-AN-BINH/);
    expect(await kept(world)).toEqual(['done for the unit', 'doing 60 for the unit']);
    expect(await reasons(world)).toEqual([['progress-on-behalf', 'xã báo qua điện thoại']]);
    lan.sees(
      /Hoa \(UBND huyện Sông Mây\) đã báo thay UBND xã An Bình theo văn bản số 101/,
      /Mục 1, .*: đã xong/,
      /Lý do: xã báo qua điện thoại/,
    );
    expect(lan.reads()).toHaveLength(1);
    await lan.says('/tiendo');
    lan.sees(/Mục 1, .*: đã xong \(Hoa báo thay, 08h00/);
    await lan.says('mục 1 đang làm 80%');
    await lan.says('đúng');
    expect(await kept(world)).toEqual(['done for the unit', 'doing 60 for the unit', 'doing 80']);
  });

  test('begun without a word of the tasks, and told choice by choice; changed and told again', async () => {
    const { world, hoa, lan } = await issuedIn(open);
    await hoa.says('/tiendo xã An Bình lý do xã mất mạng');
    hoa.sees(/Báo thay cho UBND xã An Bình/, /Mục 1, .*: chưa báo/);
    await hoa.says('mục 1 vướng kinh phí');
    await hoa.says('mục 1 xong');
    await hoa.taps('Đúng, gửi');
    expect(await kept(world)).toEqual(['done for the unit']);
    lan.sees(/đã xong/, /Lý do: xã mất mạng/);
  });

  test('with its figures in one message: one read-back, one yes, one word to the unit', async () => {
    const { world, hoa, lan } = await issuedIn(open);
    await hoa.says('báo thay xã An Bình: 50 cán bộ, bluezone 45, qr 40, smart 38, mục 1 xong; lý do: xã gửi bản giấy');
    hoa.sees(/Bluezone: 45\/50/, /Mục 1, .*: đã xong/, /Lý do báo thay: xã gửi bản giấy/);
    await hoa.says('đúng');
    expect(await kept(world)).toEqual(['done for the unit']);
    expect(await reasons(world)).toEqual([
      ['on-behalf', 'xã gửi bản giấy'],
      ['progress-on-behalf', 'xã gửi bản giấy'],
    ]);
    expect(lan.reads()).toHaveLength(1);
    lan.sees(/Bluezone: 45\/50/, /Mục 1, .*: đã xong/, /Lý do: xã gửi bản giấy/);
  });

  test('in the middle of its figures', async () => {
    const { world, hoa, lan } = await issuedIn(open);
    await hoa.says('/baocao xã An Bình lý do xã nhờ báo');
    hoa.sees(/Báo cáo thay cho UBND xã An Bình/);
    await hoa.says('50');
    await hoa.says('mục 4 chưa làm');
    await hoa.says('bluezone 45, qr 40, smart 38');
    await hoa.says('không có');
    hoa.sees(/Mục 4, .*: chưa thực hiện/);
    await hoa.says('đúng');
    expect(await kept(world)).toEqual(['none for the unit']);
    expect(lan.reads()).toHaveLength(1);
  });

  test.each([
    ['in the same words', 'mục 4 xong, 45 bluezone', /Bluezone: 45/],
    ['with the unit in front', 'xã An Bình mục 4 xong, 45 bluezone', /Bluezone: 45/],
    ['behind the name of the unit', 'UBND xã An Bình: bluezone 45, mục 4 xong', /Bluezone: 45/],
  ])('with its figures in the middle of a talk about them, %s', async (_, said, taken) => {
    const { world, hoa, lan } = await issuedIn(open);
    await hoa.says('báo thay xã An Bình: mục 1 xong, lý do: xã báo qua điện thoại');
    await hoa.says(said);
    hoa.sees(/Số CBCCVC: bao nhiêu/);
    await saysAll(hoa, '50', '40', '38', 'không có');
    hoa.sees(taken, /Mục 1, .*: đã xong/, /Mục 4, .*: đã xong/, /Lý do báo thay: xã báo qua điện thoại/);
    expect(await kept(world)).toEqual([]);
    await hoa.says('đúng');
    expect(await kept(world)).toEqual(['done for the unit', 'done for the unit']);
    expect(await reasons(world)).toEqual([
      ['on-behalf', 'xã báo qua điện thoại'],
      ['progress-on-behalf', 'xã báo qua điện thoại'],
    ]);
    expect(lan.reads()).toHaveLength(1);
    lan.sees(/Bluezone: 45\/50/, /Mục 4, .*: đã xong/, /Lý do: xã báo qua điện thoại/);
  });

  test('with all of its figures at once, by whoever consolidates it; a correction likewise', async () => {
    const { world, dung, an } = await issuedIn(open);
    await dung.says('báo thay TH An Bình: mục 1 xong, lý do: trường mất mạng');
    await dung.says('30 27 25 20');
    dung.sees(/Bluezone: 27\/30/, /Mục 1, .*: đã xong/, /Lý do báo thay: trường mất mạng/);
    await dung.says('đúng');
    an.sees(/Bluezone: 27\/30/, /Lý do: trường mất mạng/);
    await dung.says('báo thay TH An Bình: mục 4 đang làm, lý do: trường gọi điện');
    await dung.says('30 28 25 20');
    dung.sees(/Bluezone: 28\/30/, /QR: 25\/30/, /Mục 4, .*: đang thực hiện/, /Lý do báo thay: trường gọi điện/);
    await dung.says('đúng');
    expect(await kept(world)).toEqual(['done for the unit', 'doing for the unit']);
    expect((await reasons(world)).map(([type]) => type)).toEqual([
      'on-behalf',
      'progress-on-behalf',
      'on-behalf',
      'progress-on-behalf',
    ]);
  });

  test.each(['xã Bình Minh: bluezone 45', 'xã Bình Minh mục 4 xong, 45 bluezone', 'xã Bình Minh: mục 4 xong'])(
    'and another unit named in the middle of it: "%s" is of neither',
    async (said) => {
      const { world, hoa } = await issuedIn(open);
      await hoa.says('báo thay xã An Bình: mục 1 xong, lý do: xã nhờ');
      await hoa.says(said);
      hoa.sees(/đang ghi phần báo thay của UBND xã An Bình/, /báo thay TÊN ĐƠN VỊ/);
      await hoa.says('đúng');
      expect(await kept(world)).toEqual(['done for the unit']);
      expect(await reasons(world)).toEqual([['progress-on-behalf', 'xã nhờ']]);
    },
  );

  test('stand with their reason in what was handed in, behind the summary and in the history', async () => {
    const { hoa, lan } = await issuedIn(open);
    await hoa.says('báo thay xã An Bình: 50 cán bộ, bluezone 45, qr 40, smart 38; lý do: xã gửi bản giấy');
    await hoa.says('đúng');
    await lan.says('tôi đã nộp gì');
    lan.sees(/Hoa báo cáo thay \(lý do: xã gửi bản giấy\) lúc/);
    await saysAll(lan, '/sua', 'Bluezone', '46', 'đúng');
    await hoa.says('/lichsu XA-AN-BINH');
    hoa.sees(/lần 2, Lan gửi lúc/, /lần đầu, Hoa báo cáo thay \(lý do: xã gửi bản giấy\) lúc/);
    await hoa.says('/tonghop xã An Bình');
    hoa.sees(/Người báo cáo: Hoa \(cán bộ theo dõi, báo cáo thay; lý do: xã gửi bản giấy\)/, /Sửa lần 1: Lan/);
    await lan.says('/lichsu');
    lan.sees(/Hoa báo cáo thay \(lý do: xã gửi bản giấy\)/);
  });

  test('by whoever consolidates it with a reason alone, and of no other unit', async () => {
    const { world, dung, an, lan } = await issuedIn(open);
    await dung.says('báo thay TH An Bình: mục 1 xong');
    dung.sees(/nêu lý do: .*TH-AN-BINH: mục 1 xong, lý do: …/);
    expect(await kept(world)).toEqual([]);
    await dung.says('báo thay TH An Bình: mục 1 xong, lý do: hiệu trưởng đi công tác');
    await dung.says('đúng');
    expect(await kept(world)).toEqual(['done for the unit']);
    an.sees(/Dung \(Phòng Giáo dục và Đào tạo\) đã báo thay Trường Tiểu học An Bình/);
    await dung.says('báo thay xã An Bình: mục 1 xong, lý do: xã nhờ');
    dung.sees(/không thuộc đơn vị của đồng chí/);
    await lan.says('báo thay TH An Bình: mục 1 xong, lý do: trường nhờ');
    await lan.says('đúng');
    expect(await kept(world)).toHaveLength(1);
  });

  test('of a directive that asks for no figures', async () => {
    const { world, hoa, lan } = await issuedIn(open, progressAlone);
    await hoa.says('/baocao xã An Bình lý do xã mất điện');
    hoa.sees(/Báo thay cho UBND xã An Bình/, /Mục 1, .*: chưa báo/);
    await hoa.says('xong hết');
    await hoa.says('đúng');
    expect(await kept(world)).toEqual(['done for the unit', 'done for the unit']);
    lan.sees(/đã báo thay UBND xã An Bình/, /Lý do: xã mất điện/);
  });

  test('leaves nothing behind where it is given up, and the record verifies', async () => {
    const { world, hoa, lan } = await issuedIn(open);
    await hoa.says('báo thay xã An Bình: mục 1 xong, lý do: xã nhờ');
    await hoa.says('hủy');
    expect(await kept(world)).toEqual([]);
    lan.seesNothing();
    await reports(lan, [50, 45, 40, 38]);
    await hoa.says('báo thay xã An Bình: mục 1 xong, lý do: xã nhờ');
    await hoa.says('đúng');
    expect(await kept(world)).toEqual(['done for the unit']);
  });
});
