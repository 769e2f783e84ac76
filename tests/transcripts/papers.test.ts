import { describe, expect, test } from 'vitest';
import { createPaperMaker } from '../../bot/papers/maker.ts';
import { channelLimits } from '../../core/channels/terms.ts';
import { fail } from '../../core/result.ts';
import { databaseForEach, describeDatabases } from '../harness/database.ts';
import * as fixture from '../harness/world/fixture.ts';
import { reports } from '../harness/world/person.ts';
import { createWorld, plainText, type WorldOptions } from '../harness/world.ts';
import { unzip } from '../messages/papers/unzip.ts';

const link = 'https://chidao.example.vn/files/x';
const slot = '2021-09-09T14:00';

describeDatabases('papers through the chat', (db) => {
  const issued = async (options: WorldOptions = {}) => {
    const world = await createWorld(db(), options);
    const minh = await world.registerLeader('Minh');
    await world.issue();
    return { world, minh };
  };

  test('are offered by /xuat, and come by tap, by number, by label and by /xuat docx', async () => {
    const { minh } = await issued();
    await minh.says('/xuat');
    minh.sees(/^Tài liệu của văn bản số 101\/UBND-VHTT.*: đồng chí cần tài liệu nào\?$/);
    expect(minh.choices()).toEqual([
      'Báo cáo (Word)',
      'Bảng tổng hợp (Excel)',
      'Biểu đồ tình hình báo cáo',
      'Phụ lục minh chứng (Word)',
      'Số liệu (CSV)',
      'Số liệu (JSON)',
    ]);
    await minh.taps('Báo cáo (Word)');
    minh.seesNothing();
    expect(minh.holds()).toMatchObject([
      { type: 'file', text: 'Báo cáo (Word)', upload: { name: 'bao-cao-vb1-2021-09-09.docx' } },
    ]);
    await minh.says('2');
    expect(minh.holds()).toMatchObject([{ type: 'file', upload: { name: 'bang-tong-hop-vb1-2021-09-09.xlsx' } }]);
    await minh.says('so lieu (csv)');
    expect(minh.holds()).toMatchObject([{ type: 'file', upload: { name: 'so-lieu-vb1-2021-09-09.csv' } }]);
    await minh.says('/xuat annex');
    expect(minh.holds()).toMatchObject([{ type: 'file', upload: { name: 'ho-so-chung-minh-vb1-2021-09-09.docx' } }]);
    await minh.says('/xuat 1 PNG');
    expect(minh.holds()).toMatchObject([{ type: 'picture', text: 'Biểu đồ tình hình báo cáo' }]);
    await minh.says('/xuat pdf');
    minh.sees(/đồng chí cần tài liệu nào/);
  });

  test('come behind the question of a report that is under way, which stands', async () => {
    const { world } = await issued();
    const hoa = await world.registerStaff('Hoa');
    await hoa.says('/baocao XA-AN-BINH');
    await hoa.says('/xuat docx');
    hoa.sees(/Số CBCCVC: bao nhiêu người\?/);
    expect(hoa.holds()).toHaveLength(1);
    await hoa.says('50');
    hoa.sees(/Bluezone: bao nhiêu/);
  });

  test('the picture alone comes by /bieudo or its words, to staff and leader only', async () => {
    const { world, minh } = await issued();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await minh.says('biểu đồ');
    minh.seesNothing();
    expect(minh.holds()).toMatchObject([{ type: 'picture' }]);
    for (const said of ['/bieudo', '/xuat docx']) {
      await lan.says(said);
      lan.sees(/dành cho cán bộ theo dõi và lãnh đạo/);
      expect(lan.holds()).toEqual([]);
    }
  });

  test('the scheduled summary comes with the picture right behind its text; the group gets text only', async () => {
    const { world, minh } = await issued();
    const group = world.group('Tổ Covid');
    const hoa = await world.registerStaff('Hoa');
    await hoa.writesIn(group, `/start ${await world.invite('group')}`);
    minh.looksAway();
    await world.at(slot);
    expect(minh.reads()).toHaveLength(1);
    minh.sees(/^TỔNG HỢP/);
    expect(minh.holds()).toMatchObject([{ type: 'picture', upload: { name: 'bieu-do-vb1-2021-09-09.png' } }]);
    expect(world.channel.arrived.filter((m) => m.isGroup && m.type !== 'text')).toEqual([]);
    const [text, picture] = world.channel.arrived.filter((m) => m.to === minh.address).slice(-2);
    expect([text?.type, picture?.type]).toEqual(['text', 'picture']);
  });

  test('a picture that fails does not harm the summary, and nobody is bothered with it', async () => {
    const { world, minh } = await issued({ papers: () => async () => fail('no picture') });
    minh.looksAway();
    await world.at(slot);
    expect(minh.reads()).toHaveLength(1);
    expect(minh.holds()).toEqual([]);
    await minh.says('/bieudo');
    minh.sees(/^Hệ thống chưa gửi được: Biểu đồ tình hình báo cáo/);
  });

  test('the receipt offers the draft, which comes when it is asked for and not before', async () => {
    const { world } = await issued();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await reports(lan, [50, 45, 40, 38]);
    expect(lan.holds()).toEqual([]);
    expect(lan.choices()).toEqual(['Nhận dự thảo báo cáo']);
    for (const act of [
      () => lan.taps('Nhận dự thảo báo cáo'),
      () => lan.says('1'),
      () => lan.says('/duthao'),
      () => lan.says('nhận dự thảo báo cáo'),
    ]) {
      await act();
      lan.seesNothing();
      expect(lan.holds()).toMatchObject([
        {
          text: 'Dự thảo báo cáo của UBND xã An Bình',
          upload: { name: 'bao-cao-don-vi-vb1-xa-an-binh-2021-09-09.docx' },
        },
      ]);
    }
  });

  test('staff get the draft of a unit for which they report; nobody gets that of another unit', async () => {
    const { world } = await issued();
    const hoa = await world.registerStaff('Hoa');
    const nam = await world.register('XA-BINH-MINH', 'Nam');
    await nam.says('/duthao');
    nam.sees(/Chưa có báo cáo nào đã nộp để lập dự thảo/);
    await hoa.says('/baocao XA-AN-BINH');
    for (const said of ['50', '45', '40', '38', 'không']) await hoa.says(said);
    await hoa.taps('Đúng, gửi');
    const receipt = hoa.newest();
    await hoa.taps('Nhận dự thảo báo cáo');
    expect(hoa.holds()).toMatchObject([{ text: 'Dự thảo báo cáo của UBND xã An Bình' }]);
    await nam.says(receipt.choices[0]?.tap ?? '');
    nam.sees(/Chưa có báo cáo nào đã nộp để lập dự thảo/);
    expect(nam.holds()).toEqual([]);
  });

  test('where a channel has no files there are links, one line each', async () => {
    const { world, minh } = await issued({ limits: plainText });
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await minh.says('/xuat');
    minh.sees(/^Tài liệu của văn bản số 101\/UBND-VHTT.* \(số liệu đến lúc mở\):\n/);
    expect(
      minh
        .newest()
        .text.split('\n')
        .filter((line) => line.endsWith(`: ${link}`)),
    ).toHaveLength(6);
    await minh.says('/xuat docx');
    expect(minh.reads()).toEqual([`Báo cáo (Word): ${link}`]);
    await reports(lan, [50, 45, 40, 38]);
    lan.sees(new RegExp(`Dự thảo báo cáo bằng văn bản để ký, đóng dấu: ${link}`));
    await lan.says('/duthao');
    expect(lan.reads()).toEqual([`Dự thảo báo cáo của UBND xã An Bình: ${link}`]);
    await world.at(slot);
    minh.sees(new RegExp(`^Biểu đồ tình hình báo cáo: ${link}$`, 'm'));
    expect(minh.holds()).toEqual([]);
  });

  test('where nothing would open, nothing is promised', async () => {
    const { world, minh } = await issued({ limits: plainText, link: 'http://127.0.0.1:8080/files/x' });
    const lan = await world.register('XA-AN-BINH', 'Lan');
    for (const said of ['/xuat', '/xuat docx', '/bieudo']) {
      await minh.says(said);
      minh.sees(/^Kênh này không gửi được tệp/);
    }
    await reports(lan, [50, 45, 40, 38]);
    lan.doesNotSee(/Dự thảo/, /http/);
    minh.looksAway();
    await world.at(slot);
    minh.doesNotSee(/Biểu đồ/, /http/);
  });

  test('on the Official Account Word, csv and the picture are sent, the rest are links', async () => {
    const { world, minh } = await issued({ limits: channelLimits['zalo-oa'] });
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await minh.says('/xuat');
    minh.sees(
      /^Tài liệu của văn bản số .*\.\nMở bằng đường liên kết \(số liệu đến lúc mở\):\nBảng tổng hợp \(Excel\): \S+\nSố liệu \(JSON\): \S+\nNhận ngay tại đây: .*\?$/,
    );
    expect(minh.choices()).toEqual([
      'Báo cáo (Word)',
      'Biểu đồ tình hình báo cáo',
      'Phụ lục minh chứng (Word)',
      'Số liệu (CSV)',
    ]);
    await minh.taps('Số liệu (CSV)');
    expect(minh.holds()).toMatchObject([{ type: 'file' }]);
    await reports(lan, [50, 45, 40, 38]);
    expect(lan.choices()).toEqual(['Nhận dự thảo báo cáo']);
    await world.at(slot);
    expect(minh.holds().map((m) => m.type)).toEqual(['file', 'picture']);
  });

  test('on the Zalo Bot the picture goes by its public address', async () => {
    const { world, minh } = await issued({ limits: channelLimits['zalo-bot'] });
    await minh.says('/tonghop');
    await minh.says('/xuat');
    expect(minh.choices()).toEqual(['Tổng hợp chung']);
    await minh.says('1');
    minh.sees(/^TỔNG HỢP/);
    await minh.says('/xuat');
    await world.at(slot);
    expect(minh.holds()).toMatchObject([{ type: 'linked-picture', link }]);
  });
});

describe('a paper as it is made', () => {
  const db = databaseForEach();

  test('holds what stands in the ledger when it is sent', async () => {
    const world = await createWorld(db(), { papers: createPaperMaker });
    const minh = await world.registerLeader('Minh');
    await world.issue();
    await minh.says('/xuat csv');
    const before = Buffer.from(minh.holds()[0]?.upload?.bytes ?? []).toString();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await reports(lan, [50, 45, 40, 38]);
    await lan.taps('Nhận dự thảo báo cáo');
    const draft = unzip(lan.holds()[0]?.upload?.bytes ?? new Uint8Array());
    expect(draft.get('word/document.xml')).toMatch(/45/);
    await minh.says('/xuat csv');
    const after = Buffer.from(minh.holds()[0]?.upload?.bytes ?? []).toString();
    const row = (csv: string) => csv.split('\r\n').find((line) => line.includes('UBND xã An Bình'));
    expect(row(after)).toMatch(/50.*45.*40.*38/);
    expect(row(before)).not.toMatch(/45/);
    await minh.says('/bieudo');
    const picture = Buffer.from(minh.holds()[0]?.upload?.bytes ?? []);
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
  });

  test('of a directive that asks for no report is not offered', async () => {
    const directive = JSON.stringify({ ...fixture.directive, duties: [] });
    const world = await createWorld(db(), { directive });
    const minh = await world.registerLeader('Minh');
    await world.issue();
    for (const said of ['/xuat', '/xuat docx', '/bieudo']) {
      await minh.says(said);
      minh.sees(/^Văn bản này không yêu cầu báo cáo số liệu/);
      expect(minh.holds()).toEqual([]);
    }
  });
});
