/** A directive is amended: who is affected hears what changed, and answers to the same questions stay. */
import { expect, test } from 'vitest';
import { amendDirective } from '../../bot/acts/amend/amend.ts';
import { directiveDraftSchema } from '../../core/directives/directive.ts';
import { everyUnit, readSummary } from '../../db/figures/summary.ts';
import { directive } from '../harness/world/fixture.ts';
import { reports } from '../harness/world/person.ts';
import { describeTranscripts, type World } from '../harness/world.ts';

type Draft = ReturnType<typeof directiveDraftSchema.parse>;
type Open = Parameters<Parameters<typeof describeTranscripts>[1]>[0];

/** The fixture's draft with changes; a sentence that is new is put behind the text. */
function draftWith(change: (draft: Draft) => void, ...sentences: string[]): Draft {
  const draft = directiveDraftSchema.parse(structuredClone(directive));
  for (const sentence of sentences) draft.text += `\n${sentence}`;
  change(draft);
  return draft;
}

const spanOf = ({ text }: Draft, sentence: string): [number, number] => {
  const from = text.indexOf(sentence);
  return [from, from + sentence.length];
};

async function amend(world: World, draft: Draft, reason = 'sửa cho đúng quy định') {
  const done = await world.transact((work) =>
    amendDirective(work, { via: 'command', by: null }, world.directiveId, { draft, reason }),
  );
  await world.settle();
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  const { changed, told, carriedOver } = done.value;
  return { changed, told, carriedOver };
}

async function issuedIn(open: Open) {
  const world = await open();
  const lan = await world.register('XA-AN-BINH', 'Lan');
  const nam = await world.register('XA-BINH-MINH', 'Nam');
  const dung = await world.register('PHONG-GDDT', 'Dung');
  const viet = await world.register('VT-SONG-MAY', 'Việt');
  await world.issue();
  for (const person of [lan, nam, dung, viet]) person.looksAway();
  return { world, lan, nam, dung, viet };
}

const summaryOf = (world: World) => readSummary(world.db, world.directiveId, world.clock.civil(), { most: everyUnit });
const newTask = 'Chuẩn bị hai phương án dạy học trực tuyến.';
const withTask = draftWith((draft) => {
  const [, education] = draft.tasks;
  Object.assign(education ?? {}, { text: newTask, span: spanOf(draft, newTask) });
}, newTask);

describeTranscripts('an amendment', (open) => {
  test('of a task is told to those whose task it is, with the reason; the same again changes nothing', async () => {
    const { world, lan, dung, viet } = await issuedIn(open);
    expect(await amend(world, withTask)).toEqual({ changed: true, told: ['PHONG-GDDT'], carriedOver: 0 });
    dung.sees(
      /^SỬA ĐỔI: Công văn số 101\/UBND-VHTT ngày 05\/9\/2021/,
      /Nhiệm vụ nay là \(mục 2\): Chuẩn bị hai phương án dạy học trực tuyến\./,
      /Lý do: sửa cho đúng quy định/i,
    );
    for (const person of [lan, viet]) person.seesNothing();
    dung.looksAway();
    expect(await amend(world, withTask)).toEqual({ changed: false, told: [], carriedOver: 0 });
    dung.seesNothing();
    await dung.says('/nhiemvu');
    dung.sees(/Chuẩn bị hai phương án/);
  });

  test('of what is asked keeps the answers to the same questions, and asks only what is new', async () => {
    const { world, lan, nam, viet } = await issuedIn(open);
    await reports(lan, [50, 45, 40, 38]);
    lan.looksAway();
    const draft = draftWith(({ duties: [duty] }) => {
      duty?.indicators.splice(1, 2, {
        key: 'vneid',
        label: 'VNeID',
        kind: 'count',
        options: [],
        breakdown: [],
      });
    });
    expect(await amend(world, draft)).toMatchObject({ changed: true, carriedOver: 1 });
    lan.sees(/Thêm nội dung báo cáo: VNeID/, /Bỏ nội dung báo cáo: QR, Smart Thanh Hóa/, /vẫn được tính/);
    nam.sees(/Thêm nội dung báo cáo: VNeID/);
    viet.seesNothing();
    const between = await summaryOf(world);
    expect(between).toMatchObject({ units: { reported: 0, onTime: 0 } });
    expect(between.indicators).toMatchObject([
      { key: 'bluezone', total: 45, of: 50 },
      { key: 'vneid', total: 0 },
    ]);
    await lan.taps('Báo cáo');
    lan.sees(/VNeID: bao nhiêu/);
    await lan.says('30');
    await lan.says('không có');
    lan.sees(/Bluezone: 45\/50/, /VNeID: 30\/50/);
    await lan.says('đúng');
    const after = await summaryOf(world);
    expect(after).toMatchObject({ units: { reported: 1, onTime: 1 } });
    expect(after.indicators).toMatchObject([
      { total: 45, of: 50 },
      { total: 30, of: 50 },
    ]);
  });

  test('of the deadline moves reminders and lateness, and those who have reported keep what they sent', async () => {
    const { world, lan, nam } = await issuedIn(open);
    await reports(lan, [50, 45, 40, 38]);
    await world.at('2021-09-08T08:00');
    lan.looksAway();
    nam.looksAway();
    const quote = 'trước ngày 17/9/2021';
    const draft = draftWith(({ duties: [duty] }) => {
      Object.assign(duty?.deadline ?? {}, { date: '2021-09-17', quote });
    }, quote);
    expect(await amend(world, draft)).toMatchObject({ carriedOver: 1 });
    nam.sees(
      /Hạn báo cáo: 17h00 ngày 16\/9\/2021 \(văn bản ghi: "trước ngày 17\/9\/2021"; hạn trước: 17h00 ngày 09\/9\/2021\)/,
    );
    lan.looksAway();
    nam.looksAway();
    await world.at('2021-09-09T17:00');
    nam.seesNothing();
    await world.at('2021-09-15T08:00');
    nam.sees(/^Nhắc báo cáo \(còn 1 ngày\)/, /17h00 ngày 16\/9\/2021/);
    lan.seesNothing();
    expect(await summaryOf(world)).toMatchObject({ units: { reported: 1 }, round: { isExtended: false } });
  });

  test('of an audience sends its tasks to who comes in, and ends the debt of who is left out', async () => {
    const { world, lan, viet } = await issuedIn(open);
    await reports(lan, [50, 45, 40, 38]);
    lan.looksAway();
    const draft = draftWith(({ tasks: [first, , , last], duties: [duty] }) => {
      for (const one of [first, last, duty]) if (one) one.audience.kinds = ['office', 'school', 'telecom'];
    });
    expect((await amend(world, draft)).told).toEqual(['XA-AN-BINH', 'XA-BINH-MINH', 'VT-SONG-MAY']);
    lan.sees(/UBND xã An Bình không còn thuộc diện thực hiện văn bản này/, /Không phải báo cáo nữa/);
    viet.sees(/Thêm nhiệm vụ \(mục 1\)/, /Thêm báo cáo/, /Hạn báo cáo: 17h00 ngày 09\/9\/2021/);
    await viet.says('/baocao');
    viet.sees(/Số CBCCVC/);
    const summary = await summaryOf(world);
    expect(summary.indicators[0]).toMatchObject({ total: 0 });
    expect(summary.missing.first.map(({ code }) => code)).not.toContain('XA-AN-BINH');
  });

  test('reaches whoever registers later with the new words', async () => {
    const { world } = await issuedIn(open);
    const draft = draftWith((one) => {
      one.subject = 'chuyển đổi số';
    });
    await amend(world, draft);
    const an = await world.register('TH-AN-BINH', 'An');
    an.sees(/V\/v chuyển đổi số/);
  });
});
