/** Schools report to the education office, and it reports for them. */
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { readSummary } from '../../db/figures/summary.ts';
import { directiveChanges } from '../../db/schema/tables.ts';
import { askForSubmissions } from '../../jobs/consolidation/ask.ts';
import { sayNudges } from '../../jobs/reminders/nudges.ts';
import { consolidated } from '../harness/world/consolidated.ts';
import { reports } from '../harness/world/person.ts';
import { describeTranscripts, type World } from '../harness/world.ts';

type Open = Parameters<Parameters<typeof describeTranscripts>[1]>[0];

/** The education office, two schools, a commune, staff and a group. */
async function issuedIn(open: Open) {
  const world = await open({ directive: consolidated });
  const dung = await world.register('PHONG-GDDT', 'Dung');
  const an = await world.register('TH-AN-BINH', 'An');
  const binh = await world.register('THCS-BINH-MINH', 'Bình');
  const lan = await world.register('XA-AN-BINH', 'Lan');
  const hoa = await world.registerStaff('Hoa');
  const group = world.group('Giao ban');
  await hoa.writesIn(group, `/start ${await world.invite('group')}`);
  for (const person of [dung, an, binh, lan, hoa]) person.looksAway();
  await world.issue();
  return { world, dung, an, binh, lan, hoa, group };
}

const summaryOf = (world: World) => readSummary(world.db, world.directiveId, world.clock.civil());

/** What the job does in the morning. */
async function morning(world: World, at: string): Promise<void> {
  await world.at(at);
  await world.transact(askForSubmissions);
  await sayNudges(world.transact);
  await world.settle();
}

describeTranscripts('who consolidates', (open) => {
  test('is whom those below are told to report to, and nobody else, by a day earlier', async () => {
    const { world, dung, an, lan, group } = await issuedIn(open);
    an.sees(
      /gửi Phòng Giáo dục và Đào tạo\./,
      /Hạn: 17h00 ngày 08\/9\/2021 \(để tổng hợp kịp hạn văn bản ghi: "trước ngày 10\/9\/2021"\)/,
    );
    expect(an.newest().text).not.toMatch(/qua Phòng Văn hóa/);
    lan.sees(/gửi UBND huyện Sông Mây \(qua Phòng Văn hóa và Thông tin\)/, /Hạn: 17h00 ngày 09\/9\/2021/);
    dung.sees(
      /Tổng hợp: báo cáo của 2 đơn vị \(hạn của các đơn vị: 17h00 ngày 08\/9\/2021\); gửi UBND huyện Sông Mây \(qua Phòng Văn hóa và Thông tin\)\.\nHạn: 17h00 ngày 09\/9\/2021/,
    );
    for (const person of [an, lan]) person.looksAway();
    await world.at('2021-09-08T17:00');
    an.sees(/^Đến hạn báo cáo/, /gửi Phòng Giáo dục và Đào tạo \(/, /17h00 ngày 08\/9\/2021/);
    lan.looksAway();
    an.looksAway();
    await world.at('2021-09-09T08:00');
    an.sees(/^Nhắc lần 1: đã quá hạn/);
    await world.at('2021-09-09T14:00');
    lan.sees(/^Nhắc báo cáo \(còn 3 giờ\)/);
    expect(group.newest()).toMatch(/UBND xã An Bình/);
    expect(group.newest()).not.toMatch(/Trường/);
  });

  test('sees those below live, nudges them, and sees nobody else', async () => {
    const { dung, an, binh, lan } = await issuedIn(open);
    await reports(an, [30, 28, 27, 26]);
    await reports(lan, [50, 45, 40, 38]);
    for (const person of [dung, an, binh, lan]) person.looksAway();
    await dung.says('tổng hợp');
    dung.sees(
      /^TỔNG HỢP của Phòng Giáo dục và Đào tạo/,
      /Đã báo cáo: 1\/2 đơn vị \(50,0%\)/,
      /Bluezone: 28\/30/,
      /Chưa báo cáo: 1 đơn vị: Trường THCS Bình Minh\./,
      /Chưa gửi báo cáo tổng hợp/,
    );
    await dung.says('nhắc các trường chưa báo cáo: đề nghị gửi trước 10 giờ');
    dung.sees(/Nhắc 1 đơn vị chưa báo cáo .*: Trường THCS Bình Minh\./, /Nhắc ngay\?/);
    await dung.says('nhắc đi');
    binh.sees(
      /Đôn đốc: Trường THCS Bình Minh chưa báo cáo/,
      /Ý kiến của Phòng Giáo dục và Đào tạo: đề nghị gửi trước 10 giờ/i,
    );
    for (const person of [an, lan]) person.seesNothing();
    await an.says('/tonghop');
    an.sees(/dành cho cán bộ theo dõi/);
  });

  test('submits with the rest to follow, and is asked once a day about what came since', async () => {
    const { world, dung, an, binh, hoa } = await issuedIn(open);
    await reports(an, [30, 28, 27, 26]);
    await reports(dung, [12, 12, 12, 12]);
    dung.looksAway();
    hoa.looksAway();
    await morning(world, '2021-09-08T10:00');
    dung.seesNothing();
    await morning(world, '2021-09-09T08:00');
    dung.sees(/chưa gửi báo cáo tổng hợp/, /Đã có 1\/2 đơn vị/);
    await morning(world, '2021-09-09T09:00');
    dung.looksAway();
    await dung.says('gửi tổng hợp');
    dung.sees(
      /Gửi báo cáo tổng hợp .* về UBND huyện Sông Mây .*: 1\/2 đơn vị/,
      /Còn 1 đơn vị gửi sau: Trường THCS Bình Minh/,
    );
    await dung.says('Đúng ạ, gửi đi');
    dung.sees(/Đã gửi báo cáo tổng hợp/);
    hoa.sees(/Phòng Giáo dục và Đào tạo đã gửi báo cáo tổng hợp .*: 1\/2 đơn vị/, /Gửi sau: Trường THCS Bình Minh/);
    await dung.says('/guitonghop');
    dung.sees(/đã như vậy từ trước/);
    await reports(binh, [40, 39, 38, 37]);
    dung.looksAway();
    await morning(world, '2021-09-09T10:00');
    dung.seesNothing();
    expect((await summaryOf(world)).indicators[0]).toMatchObject({ total: 79 });
    await hoa.says('đối chiếu số liệu');
    hoa.sees(
      /Bluezone: cộng từng đơn vị 79; theo các nơi tổng hợp gửi 40; chênh lệch 39/,
      /chưa gửi bổ sung: Trường THCS Bình Minh/,
    );
    await morning(world, '2021-09-10T08:00');
    dung.sees(/sau lần gửi 1, thêm 1 đơn vị báo cáo \(Trường THCS Bình Minh\)/);
    await dung.taps('Gửi bổ sung');
    dung.sees(/lần 2/);
    await dung.taps('Gửi');
    hoa.looksAway();
    await hoa.says('đối chiếu số liệu');
    hoa.sees(/Bluezone: cộng từng đơn vị 79; theo các nơi tổng hợp gửi 79; chênh lệch 0/);
    const sent = await world.db
      .select()
      .from(directiveChanges)
      .where(eq(directiveChanges.directiveId, world.directiveId));
    expect(sent.flatMap(({ change }) => (change.type === 'consolidated' ? [change.revision] : []))).toEqual([1, 2]);
  });

  test('shows again what changed between the preview and the yes', async () => {
    const { dung, an, binh } = await issuedIn(open);
    await reports(an, [30, 28, 27, 26]);
    dung.looksAway();
    await dung.says('/guitonghop');
    dung.sees(/: 1\/2 đơn vị/);
    await reports(binh, [40, 39, 38, 37]);
    await dung.says('gửi');
    dung.sees(/Số liệu vừa thay đổi/, /: 2\/2 đơn vị/);
    await dung.says('gửi');
    dung.sees(/Đã gửi báo cáo tổng hợp/);
  });

  test('returns one report with a comment: the unit owes again, hears why, and its figures count no more', async () => {
    const { world, dung, an } = await issuedIn(open);
    await reports(an, [30, 28, 27, 26]);
    an.looksAway();
    dung.looksAway();
    await dung.says('trả lại TH An Bình vì chưa tính giáo viên hợp đồng');
    dung.sees(/Trả lại báo cáo của Trường Tiểu học An Bình/, /Lý do: chưa tính giáo viên hợp đồng/);
    await dung.says('đồng ý');
    an.sees(
      /Phòng Giáo dục và Đào tạo trả lại báo cáo của Trường Tiểu học An Bình/,
      /Ý kiến: chưa tính giáo viên hợp đồng/i,
      /báo cáo lại, hạn 17h00 ngày 08\/9\/2021/,
    );
    const returned = await summaryOf(world);
    expect(returned).toMatchObject({ units: { reported: 0, onTime: 0 } });
    expect(returned.indicators[0]).toMatchObject({ total: 0, units: 0 });
    await dung.says('trả lại TH An Bình vì thiếu');
    dung.sees(/chưa có báo cáo nào để trả lại/);
    await reports(an, [33, 30, 29, 28]);
    expect((await summaryOf(world)).indicators[0]).toMatchObject({ total: 30, of: 33 });
  });

  test('reports for one below, with a reason; for others it may not', async () => {
    const { world, dung } = await issuedIn(open);
    dung.looksAway();
    await dung.says('/baocao TH An Bình');
    dung.sees(/nêu lý do: \/baocao TH-AN-BINH lý do/);
    await dung.says('/baocao TH An Bình lý do hiệu trưởng đi công tác');
    dung.sees(/Báo cáo thay cho Trường Tiểu học An Bình/);
    for (const figure of ['30', '28', '27', '26']) await dung.says(figure);
    await dung.says('không có');
    await dung.says('đúng');
    dung.sees(/Đã ghi nhận báo cáo/);
    const kept = await world.db.select().from(directiveChanges);
    expect(kept).toMatchObject([{ change: { type: 'on-behalf' }, reason: 'hiệu trưởng đi công tác' }]);
    await dung.says('/baocao xã An Bình lý do vắng');
    dung.sees(/không thuộc đơn vị của đồng chí/);
    expect((await summaryOf(world)).units.reported).toBe(1);
  });

  test('keeps its lead when all get more time', async () => {
    const { world, an, lan, hoa } = await issuedIn(open);
    for (const person of [an, lan, hoa]) person.looksAway();
    await hoa.says('gia hạn cho tất cả đến 15/9, lý do bão');
    await hoa.says('đồng ý');
    lan.sees(/được gia hạn báo cáo đến 17h00 ngày 15\/9\/2021/);
    an.sees(/được gia hạn báo cáo đến 17h00 ngày 14\/9\/2021 \(hạn trước: 17h00 ngày 08\/9\/2021\)/);
    expect((await summaryOf(world)).extended).toBeUndefined();
  });
});
