import { expect, test } from 'vitest';
import { readSignedOverview } from '../../bot/facts/signed-overview.ts';
import { ok } from '../../core/result.ts';
import { readSummary } from '../../db/figures/summary.ts';
import { attachments, signedPapers } from '../../db/schema/tables.ts';
import { fetchAttachments } from '../../jobs/platforms/attachments.ts';
import { createLoopback } from '../harness/world/loopback.ts';
import { reports } from '../harness/world/person.ts';
import { describeTranscripts, plainText, type World } from '../harness/world.ts';

const pdf = new TextEncoder().encode('%PDF-1.4 một trang');
const figures = [50, 45, 40, 38];

async function reported(world: World) {
  const lan = await world.register('XA-AN-BINH', 'Lan');
  await world.issue();
  await world.scene('Lan reports', () => reports(lan, figures));
  lan.looksAway();
  return lan;
}

describeTranscripts('the signed report', (open) => {
  test('comes back by its number and date, after the figures', async () => {
    const world = await open();
    const lan = await reported(world);
    await lan.says('/daky');
    lan.sees(/ảnh chụp hoặc tệp PDF báo cáo đã ký của UBND xã An Bình, hoặc ghi số, ngày/);
    await lan.says('đã ký rồi');
    lan.sees(/chưa đọc được số/, /ghi số, ngày/);
    await lan.says('15/BC-UBND ngày 31/02/2021');
    lan.sees(/Ngày của báo cáo không đúng/);
    await lan.says('số 15/BC-UBND ngày 06/9/2021');
    lan.sees(/^Đã ghi nhận báo cáo đã ký của UBND xã An Bình: số 15\/BC-UBND ngày 06\/9\/2021\.$/);
    const summary = await readSummary(world.db, world.directiveId, world.clock.civil());
    expect(summary.units).toMatchObject({ reported: 1, signed: 1 });
    expect(await world.db.select().from(signedPapers)).toMatchObject([
      { number: '15/BC-UBND', date: '2021-09-06', attachmentId: null },
    ]);
  });

  test('comes back as a scan, which is fetched and kept; its number may follow or be skipped', async () => {
    const world = await open();
    const lan = await reported(world);
    await lan.sendsFile('tep-1', 'báo cáo đã ký');
    lan.sees(/đã nhận bản chụp báo cáo đã ký của UBND xã An Bình/, /ghi số, ngày/);
    expect(lan.choices()).toEqual(['Bỏ qua']);
    await lan.says('15/BC-UBND');
    lan.sees(/số 15\/BC-UBND\./);
    const channel = { ...createLoopback(plainText), files: { fetch: async () => ok(pdf) } };
    expect(await fetchAttachments({ ...world, channels: [channel] }, world.clock.machine())).toBe(1);
    expect(await fetchAttachments({ ...world, channels: [channel] }, world.clock.machine())).toBe(0);
    const [kept] = await world.db.select().from(attachments);
    expect(kept).toMatchObject({ state: 'kept', contentType: 'application/pdf', reference: 'tep-1' });
    expect(Buffer.from(kept?.bytes ?? []).toString()).toBe('%PDF-1.4 một trang');
    const papers = await world.db.select().from(signedPapers).orderBy(signedPapers.id);
    expect(papers.map((p) => [p.number, p.attachmentId])).toEqual([
      [null, kept?.id],
      ['15/BC-UBND', kept?.id],
    ]);
  });

  test('no longer stands for figures that were changed after it', async () => {
    const world = await open();
    const lan = await reported(world);
    await lan.says('/daky 15/BC-UBND 06/9/2021');
    lan.sees(/số 15\/BC-UBND ngày 06\/9\/2021/);
    await lan.says('/sua');
    await lan.says('Bluezone 44');
    await lan.taps('Đúng, gửi');
    const overview = await readSignedOverview(world.reading(), world.directiveId, { type: 'person', id: 0 });
    expect(overview).toMatchObject({ received: [{ isCurrent: false }], missing: ['UBND xã An Bình'] });
  });
});

describeTranscripts('a file', (open) => {
  test('with its number in the caption needs no more words', async () => {
    const world = await open();
    const lan = await reported(world);
    await lan.sendsFile('tep-1', 'BC số 15/BC-UBND ngày 6/9/2021');
    expect(lan.reads()).toHaveLength(1);
    lan.sees(/số 15\/BC-UBND ngày 06\/9\/2021/);
    await lan.says('/trogiup');
    lan.doesNotSee(/ghi số, ngày/);
  });

  test('that is no scan, or cannot be had, is given up after some tries: its sender hears of each, and staff', async () => {
    const world = await open();
    const lan = await reported(world);
    const hoa = await world.registerStaff();
    hoa.looksAway();
    await lan.sendsFile('virus.exe', 'báo cáo đã ký');
    const channel = { ...createLoopback(plainText), files: { fetch: async () => ok(new TextEncoder().encode('MZ')) } };
    await fetchAttachments({ ...world, channels: [channel] }, world.clock.machine());
    expect(await world.db.select().from(attachments)).toMatchObject([{ state: 'failed', tries: 1 }]);
    await world.settle();
    lan.sees(/không phải ảnh JPG, PNG, tệp PDF hay Word/, /gửi lại/);
    expect((await readSummary(world.db, world.directiveId, world.clock.civil())).units.signed).toBe(0);
    expect(hoa.reads()).toHaveLength(1);
    hoa.sees(
      /không lưu được tệp báo cáo đã ký của UBND xã An Bình \(văn bản số 101\/UBND-VHTT\): tệp không phải PDF/,
      /\/daky/,
    );
    hoa.looksAway();

    await lan.sendsFile('tep-2', 'bản ký');
    const later = (hours: number) => new Date(world.clock.machine().getTime() + hours * 3_600_000);
    for (let hour = 1; hour <= 7; hour += 1) await fetchAttachments({ ...world, channels: [] }, later(hour * 3));
    const [, second] = await world.db.select().from(attachments).orderBy(attachments.id);
    expect(second).toMatchObject({ state: 'failed', tries: 6, reason: 'the channel does not run' });
    await world.settle();
    lan.sees(/không tải được ảnh/);
    expect(hoa.reads()).toHaveLength(1);
    hoa.sees(/không tải được tệp từ nền tảng sau nhiều lần thử/);
  });
});

describeTranscripts('staff', (open) => {
  test('see whose signed report is still to come, and record one for a unit', async () => {
    const world = await open();
    await reported(world);
    const hoa = await world.registerStaff();
    await hoa.says('/daky');
    hoa.sees(/Báo cáo giấy đã ký: 0 đơn vị/, /chưa có bản ký: UBND xã An Bình/);
    await hoa.says('/daky XA-AN-BINH');
    hoa.sees(/ghi số, ngày/);
    await hoa.says('15/BC-UBND 06/9/2021');
    hoa.sees(/Đã ghi nhận báo cáo đã ký của UBND xã An Bình/);
    expect(await world.db.select().from(signedPapers)).toMatchObject([{ isOnBehalf: true }]);
    await hoa.says('/daky');
    hoa.sees(/Không còn đơn vị nào thiếu bản ký/, /- UBND xã An Bình: số 15\/BC-UBND ngày 06\/9\/2021/);
  });
});
