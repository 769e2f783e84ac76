/** Who signed a directive, and its signed original. */
import { expect, test } from 'vitest';
import { attachOriginal } from '../../bot/acts/life/attach-original.ts';
import { exportPaper } from '../../bot/papers/export.ts';
import { ok } from '../../core/result.ts';
import { mayOpen } from '../../db/access/link-rights.ts';
import { describeOriginal } from '../../db/directives/originals.ts';
import { fetchAttachments } from '../../jobs/platforms/attachments.ts';
import { sendOriginals } from '../../jobs/reminders/originals.ts';
import { directive } from '../harness/world/fixture.ts';
import { createLoopback } from '../harness/world/loopback.ts';
import type { Person } from '../harness/world/person.ts';
import { describeTranscripts, plainText, type World } from '../harness/world.ts';

const signed = JSON.stringify({ ...directive, signer: { name: 'Nguyễn Văn A', title: 'Phó Chủ tịch' } });
const pdf = new TextEncoder().encode('%PDF-1.7 bản ký');

/** What came in words and as files. */
const received = (person: Person): string => JSON.stringify([person.reads(), person.holds()]);

/** All that was taken is fetched. */
async function fetchAll(world: World, bytes: Uint8Array): Promise<void> {
  const channel = { ...createLoopback(plainText), files: { fetch: async () => ok(bytes) } };
  await fetchAttachments({ ...world, channels: [channel] }, world.clock.machine());
  await world.settle();
}

describeTranscripts('the signed original', (open) => {
  test('put there at the command line goes with the tasks, which say who signed', async () => {
    const world = await open({ directive: signed });
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const attach = () =>
      world.transact((work) =>
        attachOriginal(work, { by: null, inboxId: null }, { directive: world.directiveId, bytes: pdf }),
      );
    expect(await attach()).toEqual({ ok: true, value: { isNew: true } });
    expect(await attach()).toEqual({ ok: true, value: { isNew: false } });
    await world.issue();
    lan.sees(/Người ký: Phó Chủ tịch Nguyễn Văn A/);
    expect(received(lan)).toMatch(/Bản ký văn bản số 101\/UBND-VHTT/);
    lan.looksAway();
    await lan.says('/nhiemvu');
    expect(received(lan)).toMatch(/Bản ký văn bản số 101/);
  });

  test('comes from staff as a file with a caption, also after it was issued, and can be opened by the units that have it', async () => {
    const world = await open({ directive: signed, hasRealLinks: true });
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const hoa = await world.registerStaff('Hoa');
    await world.issue();
    lan.looksAway();
    await hoa.sendsFile('ban-ky', 'bản ký công văn 101');
    hoa.sees(/Đã nhận bản ký của văn bản số 101\/UBND-VHTT/);
    expect(await describeOriginal(world.db, world.directiveId)).toBeUndefined();
    await fetchAll(world, pdf);
    expect(await describeOriginal(world.db, world.directiveId)).toMatchObject({ format: 'original' });
    lan.seesNothing();
    await lan.says('/nhiemvu');
    expect(received(lan)).toMatch(/Bản ký văn bản số 101/);
    const held = { holder: { type: 'person', id: 1 }, madeAt: null } as const;
    const target = { what: 'paper', directive: world.directiveId, format: 'original' } as const;
    expect(await mayOpen(world.db, { ...held, target: { ...target, unit: 'XA-AN-BINH' } })).toBe(true);
    expect(await mayOpen(world.db, { ...held, target: { ...target, unit: 'XA-BINH-MINH' } })).toBe(false);
    expect(
      await exportPaper(world.db, { directiveId: world.directiveId, format: 'original' }, world.clock.civil()),
    ).toEqual(ok({ name: `ban-ky-vb${world.directiveId}.pdf`, bytes: Buffer.from(pdf) }));
  });

  test('that comes after the tasks goes to who has them, once, in the office’s hours', async () => {
    const world = await open({ directive: signed, hasRealLinks: true });
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await lan.opens(await world.invite('unit', 'XA-BINH-MINH'));
    await lan.taps('Đồng ý');
    const hoa = await world.registerStaff('Hoa');
    await world.issue();
    lan.looksAway();
    const send = async (at: string): Promise<void> => {
      world.clock.set(at);
      await world.transact(sendOriginals);
      await world.settle();
    };
    world.clock.set('2021-09-06T20:00');
    await hoa.sendsFile('ban-ky', 'bản ký công văn 101');
    hoa.sees(/được gửi bản ký một lần, trong giờ làm việc/);
    await fetchAll(world, pdf);
    await send('2021-09-06T21:00');
    lan.seesNothing();
    const dung = await world.register('PHONG-GDDT', 'Dung');
    dung.looksAway();
    await send('2021-09-07T08:05');
    lan.sees(/^UBND huyện Sông Mây gửi bản ký: Công văn số 101\/UBND-VHTT ngày 05\/9\/2021 V\/v/);
    expect(received(lan)).toMatch(/Bản ký văn bản số 101/);
    expect(lan.reads().filter((text) => text.includes('gửi bản ký'))).toHaveLength(1);
    dung.seesNothing();
    lan.looksAway();
    await send('2021-09-07T09:00');
    lan.seesNothing();
    await hoa.sendsFile('ban-ky-2', 'bản ký công văn 101');
    await fetchAll(world, new TextEncoder().encode('%PDF-1.7 bản ký sửa'));
    await send('2021-09-07T10:00');
    for (const person of [lan, dung]) person.sees(/gửi bản ký: Công văn số 101/);
  });

  test('without its directive is asked about; a file that cannot be one is said, and heads attach nothing', async () => {
    const world = await open({ directive: signed });
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const hoa = await world.registerStaff('Hoa');
    await hoa.says('/banky 101');
    hoa.sees(/gửi tệp PDF hoặc ảnh kèm chú thích/);
    await hoa.sendsFile('ban-ky', 'bản ký công văn 999');
    hoa.sees(/999/);
    await hoa.says('/banky 101');
    hoa.sees(/Đã nhận bản ký của văn bản số 101/);
    hoa.looksAway();
    await fetchAll(world, new Uint8Array([0x50, 0x4b, 0x03, 0x04, ...new TextEncoder().encode('word/document.xml')]));
    hoa.sees(/không phải PDF hoặc ảnh/);
    expect(await describeOriginal(world.db, world.directiveId)).toBeUndefined();
    await lan.sendsFile('x', 'bản ký công văn 101');
    await fetchAll(world, pdf);
    expect(await describeOriginal(world.db, world.directiveId)).toBeUndefined();
  });
});
