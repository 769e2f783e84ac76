import { expect, test } from 'vitest';
import { exportPaper } from '../../bot/papers/export.ts';
import { attachments } from '../../db/schema/tables.ts';
import { asking } from '../harness/world/kinds.ts';
import { saysAll } from '../harness/world/person.ts';
import { describeTranscripts, type World } from '../harness/world.ts';

const directive = asking(
  [
    { key: 'ho', label: 'Số hộ', kind: 'count', unit: 'hộ' },
    { key: 'bien-ban', label: 'Biên bản họp', kind: 'file' },
  ],
  { noteLabel: undefined },
);

async function asked(open: (office: { directive: string }) => Promise<World>) {
  const world = await open({ directive });
  const minh = await world.registerLeader('Minh');
  const lan = await world.register('XA-AN-BINH', 'Lan');
  await world.issue();
  await saysAll(lan, '/baocao', '120');
  lan.sees(/Biên bản họp: đề nghị đồng chí gửi ảnh chụp hoặc tệp vào đây; .*có tệp nào\?/);
  return { world, lan, minh };
}

const filesIn = async (world: World) =>
  (await world.db.select().from(attachments).orderBy(attachments.id)).map(
    ({ state, use, obligationId }) => `${state} ${use} ${obligationId === null ? 'of none' : 'of a report'}`,
  );

describeTranscripts('an answer that is a file', (open) => {
  test('is a picture, which is kept with the report, read back, and opened behind the summary', async () => {
    const { world, lan, minh } = await asked(open);
    await lan.sendsFile('bien-ban', 'em gửi biên bản ạ');
    lan.sees(/^Số hộ: 120$/m, /^Biên bản họp: có tệp$/m, /đã đúng chưa/);
    lan.doesNotSee(/Đây có phải/);
    expect(await filesIn(world)).toEqual(['queued evidence of a report']);
    await lan.says('đúng ạ');
    lan.sees(/^Đã ghi nhận báo cáo/, /^Biên bản họp: có tệp$/m);
    await minh.says('/tonghop xã An Bình');
    minh.sees(/^- Biên bản họp: có tệp$/m, /Ảnh \(tệp\) minh chứng: 1:\n- http/);
    const paper = await exportPaper(world.db, { directiveId: world.directiveId, format: 'csv' }, world.clock.civil());
    const csv = paper.ok ? new TextDecoder().decode(paper.value.bytes) : '';
    expect(csv).toMatch(/,120,tệp số \d+\r\n/);
  });

  test('may be several pages, and is replaced by a newer one', async () => {
    const { world, lan } = await asked(open);
    await lan.sendsAlbum('trang', ['', '']);
    world.clock.pass(3);
    await world.settle();
    lan.sees(/^Biên bản họp: có tệp$/m);
    expect(await filesIn(world)).toEqual(['queued evidence of a report', 'queued evidence of a report']);
    await saysAll(lan, 'sửa', 'Biên bản họp');
    lan.sees(/có tệp nào\?/);
    await lan.sendsFile('ban-moi');
    await lan.says('đúng');
    lan.sees(/^Đã ghi nhận báo cáo/);
    expect(await filesIn(world)).toHaveLength(3);
  });

  test('is typed where none can be sent: the number of a paper, or that there is none', async () => {
    const { lan } = await asked(open);
    await lan.says('em sẽ làm');
    lan.sees(/Chưa đọc được nội dung Biên bản họp.*ảnh chụp, tệp PDF, hoặc số văn bản/);
    await lan.says('12/BB-UBND');
    lan.sees(/^Biên bản họp: 12\/BB-UBND$/m);
    await saysAll(lan, 'sửa', 'Biên bản họp');
    await lan.says('chưa có ạ');
    lan.sees(/^Biên bản họp: (?:không có|12)|Chưa đọc được/m);
    await lan.taps('Không có');
    lan.sees(/^Biên bản họp: không có$/m, /đã đúng chưa/);
  });
});
