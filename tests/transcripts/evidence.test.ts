import { expect, test } from 'vitest';
import { mayOpen } from '../../db/access/link-rights.ts';
import { attachments } from '../../db/schema/tables.ts';
import { keepUnanswered } from '../../jobs/platforms/unanswered.ts';
import { type Person, reports } from '../harness/world/person.ts';
import { describeTranscripts, type World } from '../harness/world.ts';

async function reported(open: () => Promise<World>): Promise<{ world: World; lan: Person }> {
  const world = await open();
  const lan = await world.register('XA-AN-BINH', 'Lan');
  await world.issue();
  await world.scene('Lan reports', () => reports(lan, [50, 45, 40, 38]));
  lan.looksAway();
  return { world, lan };
}

const filesIn = async (world: World) =>
  (await world.db.select().from(attachments).orderBy(attachments.id)).map(({ state, use }) => `${state} ${use}`);

async function clockRuns(world: World, civil: string): Promise<void> {
  world.clock.set(civil);
  await world.transact(keepUnanswered);
  await world.settle();
}

describeTranscripts('a picture that nobody says what it is', (open) => {
  test('is evidence after a day, and its sender is told once what to type', async () => {
    const { world, lan } = await reported(open);
    await lan.sendsFile('anh-1');
    lan.looksAway();
    await clockRuns(world, '2021-09-07T07:59');
    expect(await filesIn(world)).toEqual(['queued asked']);
    expect(lan.reads()).toEqual([]);
    await clockRuns(world, '2021-09-07T08:01');
    expect(await filesIn(world)).toEqual(['queued evidence']);
    expect(lan.reads()).toHaveLength(1);
    lan.sees(
      /^Ảnh \(tệp\) đồng chí gửi từ 08h00 ngày 06\/9\/2021 được lưu làm minh chứng của UBND xã An Bình; nếu/,
      /\/daky/,
    );
    lan.looksAway();
    await clockRuns(world, '2021-09-07T09:00');
    expect(lan.reads()).toEqual([]);
    // It is not asked about any more, and sent again it is the signed report.
    await lan.says('/daky');
    lan.sees(/gửi ảnh chụp hoặc tệp PDF/);
    await lan.sendsFile('anh-1');
    lan.sees(/đã nhận bản chụp báo cáo đã ký của UBND xã An Bình/);
    expect(await filesIn(world)).toEqual(['queued evidence', 'queued signed']);
  });

  test('is settled in office hours only, and not where its sender has answered', async () => {
    const { world, lan } = await reported(open);
    await lan.sendsFile('anh-1');
    await clockRuns(world, '2021-09-07T21:00');
    expect(await filesIn(world)).toEqual(['queued asked']);
    await lan.says('đúng ạ');
    lan.looksAway();
    await clockRuns(world, '2021-09-08T08:00');
    expect(await filesIn(world)).toEqual(['queued signed']);
    expect(lan.reads()).toEqual([]);
  });

  test('leaves its sender free to talk of other things afterwards', async () => {
    const { world, lan } = await reported(open);
    await lan.sendsFile('anh-1');
    await clockRuns(world, '2021-09-07T08:01');
    lan.looksAway();
    await lan.says('đúng ạ');
    lan.doesNotSee(/Đây có phải bản chụp/);
    expect(await filesIn(world)).toEqual(['queued evidence']);
  });
});

describeTranscripts('evidence', (open) => {
  test('opens from the unit behind the summary, for whoever may see the unit', async () => {
    const { world, lan } = await reported(open);
    const hoa = await world.registerStaff();
    const nam = await world.register('XA-BINH-MINH', 'Nam');
    await lan.sendsFile('anh-1', 'ảnh minh chứng');
    await lan.sendsFile('anh-2', 'số 15/BC-UBND ngày 06/9/2021');
    await hoa.says('/tonghop xã An Bình');
    hoa.sees(/^Ảnh \(tệp\) minh chứng: 1:\n- https:\/\/\S+$/m);
    hoa.sees(/^Báo cáo đã ký: số 15\/BC-UBND ngày 06\/9\/2021\. https:\/\/\S+$/m);
    await hoa.says('/tonghop xã Bình Minh');
    hoa.doesNotSee(/minh chứng/);
    const [file] = await world.db.select().from(attachments).orderBy(attachments.id);
    const opens = (person: number) =>
      mayOpen(world.db, {
        target: { what: 'scan', attachment: file?.id ?? 0 },
        holder: { type: 'person', id: person },
        madeAt: world.clock.machine(),
      });
    const idOf = async ({ address }: Person) =>
      (await world.db.query.accounts.findMany()).find((account) => account.address === address)?.personId ?? 0;
    expect(await opens(await idOf(hoa))).toBe(true);
    expect(await opens(await idOf(lan))).toBe(true);
    expect(await opens(await idOf(nam))).toBe(false);
  });
});

describeTranscripts('of one person', (open) => {
  test('thirty files are taken in a day, the rest is refused in a sentence and its words are heard', async () => {
    const { world, lan } = await reported(open);
    for (let n = 0; n < 29; n++) await lan.sendsFile(`anh-${n}`, 'ảnh minh chứng');
    await lan.sendsAlbum('album', ['', '', '']);
    world.clock.pass(3);
    await world.settle();
    lan.sees(/tối đa 30 ảnh \(tệp\) một ngày/);
    await lan.sendsFile('anh-31', 'báo cáo đã ký');
    lan.sees(/không lưu ảnh \(tệp\) vừa gửi: mỗi người gửi tối đa 30/);
    await lan.sendsFile('anh-32', '/trogiup');
    lan.sees(/\/baocao/, /tối đa 30/);
    const files = await filesIn(world);
    expect(files.filter((file) => file.startsWith('queued'))).toHaveLength(30);
    expect(files.filter((file) => file === 'declined null')).toHaveLength(4);
    world.clock.set('2021-09-07T08:00');
    await lan.sendsFile('anh-33', 'báo cáo đã ký');
    lan.sees(/đã nhận bản chụp báo cáo đã ký/);
  });
});
