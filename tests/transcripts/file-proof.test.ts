import { expect, test } from 'vitest';
import { exportPaper } from '../../bot/papers/export.ts';
import { mayOpen } from '../../db/access/link-rights.ts';
import { attachments, people, taskProgress } from '../../db/schema/tables.ts';
import { askingDirective } from '../harness/world/asking.ts';
import { describeTranscripts, type World } from '../harness/world.ts';

async function start(open: (office: { directive: string }) => Promise<World>) {
  const world = await open({ directive: askingDirective([{ section: '1', proof: true }]) });
  const minh = await world.registerLeader('Minh');
  const lan = await world.register('XA-AN-BINH', 'Lan');
  const nam = await world.register('XA-BINH-MINH', 'Nam');
  await world.issue();
  lan.looksAway();
  return { world, lan, nam, minh };
}

const told = async (world: World) =>
  (await world.db.select().from(taskProgress).orderBy(taskProgress.id)).map(({ state, paper }) => `${state} ${paper}`);
const filesIn = async (world: World) =>
  (await world.db.select().from(attachments).orderBy(attachments.id)).map(({ state, use }) => `${state} ${use}`);

describeTranscripts('a file as proof that a task is done', (open) => {
  test('is sent where it is asked for, read back, and opened by the office alone', async () => {
    const { world, lan, minh } = await start(open);
    await lan.says('mục 1 xong');
    lan.sees(/văn bản yêu cầu minh chứng\. Đồng chí gửi ảnh, tệp vào đây, hoặc ghi số, ký hiệu văn bản.*\?/);
    await lan.sendsFile('anh-1');
    lan.sees(/Mục 1, .*: đã xong \(có tệp\)$/m, /Tiến độ trên đã đúng chưa/);
    lan.doesNotSee(/Đây có phải/);
    expect(await filesIn(world)).toEqual(['queued evidence']);
    await lan.taps('Đúng, gửi');
    lan.sees(/Đã ghi nhận tiến độ/);
    const [file] = await world.db.select().from(attachments);
    expect(await told(world)).toEqual([`done #${file?.id}`]);
    await minh.says('tiến độ mục 1');
    await minh.taps('Mục 1');
    minh.sees(/- UBND xã An Bình: đã xong, có tệp.*\nhttp/);
    const names = await world.db.select().from(people);
    const opens = (name: string) => {
      const id = names.find((one) => one.name === name)?.id ?? 0;
      const target = { what: 'scan', attachment: file?.id ?? 0 } as const;
      return mayOpen(world.db, { target, holder: { type: 'person', id }, madeAt: world.clock.machine() });
    };
    expect([await opens('Minh'), await opens('Lan'), await opens('Nam')]).toEqual([true, true, false]);
    const paper = await exportPaper(world.db, { directiveId: world.directiveId, format: 'json' }, world.clock.civil());
    const json = paper.ok ? JSON.parse(new TextDecoder().decode(paper.value.bytes)) : {};
    expect(json.tasks.find(({ code }: { code: string }) => code === 'XA-AN-BINH').papers).toEqual([
      `tệp số ${file?.id}`,
    ]);
  });

  test('comes with the words that say so', async () => {
    const { world, lan } = await start(open);
    await lan.sendsFile('anh-1', 'mục 1 xong rồi ạ');
    lan.sees(/Mục 1, .*: đã xong \(có tệp\)$/m, /Tiến độ trên đã đúng chưa/);
    await lan.says('đúng ạ');
    lan.sees(/Đã ghi nhận tiến độ/);
    expect(await filesIn(world)).toEqual(['queued evidence']);
  });

  test('is none where nobody asks for one: the picture is asked about', async () => {
    const { lan } = await start(open);
    await lan.sendsFile('anh-1');
    lan.sees(/Đây có phải bản chụp/);
  });
});
