import { expect, test } from 'vitest';
import { readSample } from '../../bot/intake/sample.ts';
import { reports } from '../harness/world/person.ts';
import { describeTranscripts } from '../harness/world.ts';

describeTranscripts('a group', (open) => {
  test('is bound by staff only; others are told so in private, strangers are not answered', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const hoa = await world.registerStaff();
    const group = world.group('Giao ban');
    const code = await world.invite('group');
    await world.person('Người lạ').writesIn(group, `/start ${code}`);
    await lan.writesIn(group, `/start ${code}`);
    lan.sees(/Chỉ cán bộ theo dõi/);
    expect(group.reads()).toEqual([]);
    await hoa.says(`/start ${code}`);
    hoa.sees(/Mã này dành cho nhóm/);
    await hoa.writesIn(group, `/start ${code}`);
    expect(group.reads()).toHaveLength(1);
    expect(group.newest()).toMatch(/UBND huyện Sông Mây/);
    await hoa.writesIn(world.group('Nhóm khác'), `/start ${code}`);
    hoa.sees(/đã được dùng/);
  });

  test('is answered with the summary for staff, and hears nothing else', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const hoa = await world.registerStaff();
    const group = world.group('Giao ban');
    await hoa.writesIn(group, '/summary');
    expect(group.reads()).toEqual([]);
    await hoa.writesIn(group, `/start ${await world.invite('group')}`);
    await world.issue();
    await reports(lan, [50, 45, 40, 38]);
    for (const said of ['chào cả nhà', 'tổng hợp', '45']) await lan.writesIn(group, said);
    await lan.writesIn(group, '/summary');
    expect(group.reads()).toHaveLength(1);
    lan.seesNothing();
    await hoa.writesIn(group, '/summary');
    expect(group.newest()).toMatch(/Đã báo cáo: 1\/6 đơn vị/);
    expect(group.newest()).toMatch(/Chưa báo cáo: 3 đơn vị: Phòng Văn hóa và Thông tin; Phòng Giáo dục/);
    expect(group.newest()).not.toMatch(/Trường|chưa đăng ký/);
  });

  test('is answered how many have reported, by a question that names the bot, and no more', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const hoa = await world.registerStaff();
    const group = world.group('Giao ban');
    await hoa.writesIn(group, `/start ${await world.invite('group')}`);
    await world.issue();
    await reports(lan, [50, 45, 40, 38]);
    const counts = /đã báo cáo 1\/6 đơn vị, còn 5 đơn vị\.\nHạn: 17h00 ngày 09\/9\/2021\./;
    for (const asked of [
      'còn mấy đơn vị nữa',
      'tình hình thế nào rồi em',
      'ai chưa nộp',
      'tổng bluezone',
      'hạn đến bao giờ',
    ]) {
      await lan.writesIn(group, `/hoi ${asked}`);
      expect(group.newest(), asked).toMatch(counts);
      expect(group.newest(), asked).not.toMatch(/Bình|Bluezone|45/);
    }
    await lan.writesIn(group, '/hoi số điện thoại của chị Hoa');
    expect(group.newest()).toMatch(/nhắn riêng cho hệ thống/);
    const heard = group.reads().length;
    await world.person('Người lạ').writesIn(group, '/hoi còn mấy đơn vị nữa');
    expect(group.reads()).toHaveLength(heard);
    lan.doesNotSee(/đã báo cáo 1/);
  });

  test('is reminded with at most 15 names of its own units and no figures', async () => {
    const world = await open({ roster: readSample('units.csv'), directive: readSample('directive.yaml') });
    const lan = await world.register('XA-QUANG-BINH', 'Lan');
    const hoa = await world.registerStaff();
    const group = world.group('Giao ban');
    await hoa.writesIn(group, `/start ${await world.invite('group')}`);
    await world.issue();
    await reports(lan, [22, 21, 20, 19]);
    await world.at('2021-09-08T08:00');
    expect(group.newest()).toMatch(/còn 42 đơn vị chưa báo cáo/);
    expect(group.newest().match(/^- /gm)).toHaveLength(15);
    expect(group.newest()).toMatch(/và 27 đơn vị khác/);
    expect(group.newest()).not.toMatch(/Trường|Quảng Bình|Viettel|\/22/);
    await hoa.writesIn(group, '/summary');
    expect(group.newest()).toMatch(/và 27 đơn vị khác/);
  });

  test('that the bot has left is not written to any more', async () => {
    const world = await open();
    const hoa = await world.registerStaff();
    const group = world.group('Giao ban');
    await hoa.writesIn(group, `/start ${await world.invite('group')}`);
    await world.issue();
    const { title, address } = group;
    await world.receiver.receive({
      channel: 'telegram',
      externalId: 'left',
      kind: 'group-left',
      group: { title, address },
    });
    await world.at('2021-09-08T08:00');
    expect(group.reads()).toHaveLength(1);
  });

  test('that moved is written to at its new address', async () => {
    const world = await open();
    const hoa = await world.registerStaff();
    const group = world.group('Giao ban');
    await hoa.writesIn(group, `/start ${await world.invite('group')}`);
    await world.issue();
    world.channel.fault(group.address, { type: 'moved', to: '-Nhóm mới' });
    await world.at('2021-09-08T08:00');
    expect(world.group('Nhóm mới').reads()).toHaveLength(1);
    await hoa.writesIn(world.group('Nhóm mới'), '/summary');
    expect(world.group('Nhóm mới').reads()).toHaveLength(2);
  });

  test('is told in the topic in which it was bound, and answered in the one in which somebody asks', async () => {
    const world = await open();
    const hoa = await world.registerStaff();
    const group = world.group('Giao ban');
    await hoa.writesIn(group, `/start ${await world.invite('group')}`, '42');
    expect(group.newestTopic()).toBe('42');
    await world.issue();
    await hoa.writesIn(group, '/summary', '7');
    expect(group.newestTopic()).toBe('7');
    await hoa.writesIn(group, '/summary');
    expect(group.newestTopic()).toBeUndefined();
    await world.at('2021-09-08T08:00');
    expect(group.newest()).toMatch(/chưa báo cáo/);
    expect(group.newestTopic()).toBe('42');
  });

  test('tells an anonymous administrator once a day that nobody is known, also where nothing is bound', async () => {
    const world = await open();
    const group = world.group('Tổ 2');
    const code = await world.invite('group');
    const from = { address: group.address, name: group.title };
    let came = 0;
    const commands = async (text: string) => {
      came += 1;
      const head = { channel: 'telegram', externalId: `anonymous-${came}`, kind: 'text', from } as const;
      await world.receiver.receive({ ...head, text, group: { ...from, title: group.title, topic: '3' } });
      await world.settle();
    };
    await commands(`/start ${code}`);
    expect(group.newest()).toMatch(/tắt chế độ ẩn danh rồi gửi lại, hoặc nhắn riêng/);
    expect(group.newestTopic()).toBe('3');
    await commands(`/start ${code}`);
    await commands('/baocao');
    expect(group.reads()).toHaveLength(1);
    world.clock.set('2021-09-07T09:00');
    await commands('/summary');
    expect(group.reads()).toHaveLength(2);
    const hoa = await world.registerStaff();
    await hoa.writesIn(group, `/start ${code}`);
    expect(group.newest()).toMatch(/UBND huyện Sông Mây/);
  });

  test('tells whoever writes figures there where to write them, once a day', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const nam = await world.register('TH-AN-BINH', 'Nam');
    const hoa = await world.registerStaff();
    const group = world.group('Giao ban');
    await hoa.writesIn(group, `/start ${await world.invite('group')}`);
    await world.issue();
    const before = group.reads().length;
    for (const said of ['50 45 40 38', '50 45 40 38', '/baocao', '45', 'chào cả nhà']) await lan.writesIn(group, said);
    expect(group.reads()).toHaveLength(before + 1);
    expect(group.newest()).toMatch(/nhắn riêng cho hệ thống/);
    await nam.writesIn(group, 'Bluezone 45, QR 40');
    expect(group.reads()).toHaveLength(before + 2);
    await world.person('Người lạ').writesIn(group, '50 45 40 38');
    expect(group.reads()).toHaveLength(before + 2);
    lan.seesNothing();
    world.clock.set('2021-09-07T09:00');
    await lan.writesIn(group, '50 45 40 38');
    expect(group.reads()).toHaveLength(before + 3);
  });

  test('tells once where to write what concerns one unit', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const hoa = await world.registerStaff();
    const group = world.group('Giao ban');
    await lan.writesIn(group, '/baocao');
    expect(group.reads()).toEqual([]);
    await hoa.writesIn(group, `/start ${await world.invite('group')}`);
    for (const said of ['/baocao', '/baocao', '/nhiemvu']) await lan.writesIn(group, said);
    expect(group.reads()).toHaveLength(2);
    expect(group.newest()).toMatch(/nhắn riêng cho hệ thống/);
  });
});
