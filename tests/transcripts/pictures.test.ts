import { describe, expect, test } from 'vitest';
import { readSignedOverview } from '../../bot/facts/signed-overview.ts';
import { ok } from '../../core/result.ts';
import { readSummary } from '../../db/figures/summary.ts';
import { attachments, signedPapers } from '../../db/schema/tables.ts';
import { fetchAttachments } from '../../jobs/platforms/attachments.ts';
import { createLoopback } from '../harness/world/loopback.ts';
import { type Person, reports, saysAll } from '../harness/world/person.ts';
import { describeTranscripts, plainText, type World } from '../harness/world.ts';

const figures = [50, 45, 40, 38];
const choices = ['Bản chụp báo cáo đã ký', 'Ảnh minh chứng khác', 'Bỏ qua'];

async function assigned(open: () => Promise<World>): Promise<{ world: World; lan: Person }> {
  const world = await open();
  const lan = await world.register('XA-AN-BINH', 'Lan');
  await world.issue();
  return { world, lan };
}

async function reported(open: () => Promise<World>): Promise<{ world: World; lan: Person }> {
  const { world, lan } = await assigned(open);
  await world.scene('Lan reports', () => reports(lan, figures));
  lan.looksAway();
  return { world, lan };
}

const signedIn = async (world: World): Promise<number> =>
  (await readSummary(world.db, world.directiveId, world.clock.civil())).units.signed;

const filesIn = async (world: World) =>
  (await world.db.select().from(attachments).orderBy(attachments.id)).map(({ state, use }) => `${state} ${use}`);

/** All that was taken is fetched. */
async function fetchAll(world: World): Promise<void> {
  const pdf = new TextEncoder().encode('%PDF-1.4 một trang');
  const channel = { ...createLoopback(plainText), files: { fetch: async () => ok(pdf) } };
  await fetchAttachments({ ...world, channels: [channel] }, world.clock.machine());
}

/** The answer to an album waits so long for its caption. */
async function captionsAreIn(world: World): Promise<void> {
  world.clock.pass(3);
  await world.settle();
}

describeTranscripts('a picture', (open) => {
  test.each(['', 'ảnh họp', 'công văn 101/UBND-VHTT', 'Kế hoạch 15/KH-UBND'])(
    'after the figures with the caption “%s” is asked about, and is no signed report before its sender says so',
    async (caption) => {
      const { world, lan } = await reported(open);
      await lan.sendsFile('anh-1', caption);
      expect(lan.reads()).toHaveLength(1);
      lan.sees(/Đây có phải bản chụp báo cáo đã ký của UBND xã An Bình không\?/);
      expect(lan.choices()).toEqual(choices);
      expect(await signedIn(world)).toBe(0);
      expect(await world.db.select().from(signedPapers)).toEqual([]);
      await lan.taps('Bản chụp báo cáo đã ký');
      lan.sees(/đã nhận bản chụp báo cáo đã ký của UBND xã An Bình/, /ghi số, ngày/);
      expect(await signedIn(world)).toBe(1);
      expect(await filesIn(world)).toEqual(['queued signed']);
    },
  );

  test.each(['báo cáo đã ký', 'bản ký ạ', 'công văn báo cáo đã ký'])(
    'whose caption “%s” says that it is the signed report counts',
    async (caption) => {
      const { world, lan } = await reported(open);
      await lan.sendsFile('anh-1', caption);
      lan.sees(/đã nhận bản chụp báo cáo đã ký của UBND xã An Bình/);
      expect(await signedIn(world)).toBe(1);
    },
  );

  test.each(['đúng ạ', 'phải rồi', 'dạ phải', 'báo cáo đã ký', 'da ky', '1'])(
    'is the signed report by “%s”',
    async (said) => {
      const { world, lan } = await reported(open);
      await lan.sendsFile('anh-1');
      await lan.says(said);
      lan.sees(/đã nhận bản chụp báo cáo đã ký của UBND xã An Bình/);
      expect(await signedIn(world)).toBe(1);
    },
  );

  test.each(['không phải', 'dạ không ạ', 'ảnh họp thôi', 'ảnh minh chứng', '2'])(
    'is evidence by “%s”',
    async (said) => {
      const { world, lan } = await reported(open);
      await lan.sendsFile('anh-1');
      await lan.says(said);
      lan.sees(/đã lưu làm minh chứng của UBND xã An Bình, không tính là báo cáo đã ký/);
      expect(await signedIn(world)).toBe(0);
      expect(await filesIn(world)).toEqual(['queued evidence']);
      await lan.says('/trogiup');
      lan.doesNotSee(/Đây có phải/);
    },
  );

  test.each(['bỏ qua', 'em gửi nhầm ạ', '3', '/huy'])('is let go by “%s”, and nothing of it stays', async (said) => {
    const { world, lan } = await reported(open);
    await lan.sendsFile('anh-1');
    await fetchAll(world);
    await lan.says(said);
    lan.sees(/bỏ qua ảnh \(tệp\) vừa gửi và không lưu/);
    const [file] = await world.db.select().from(attachments);
    expect(file).toMatchObject({ state: 'erased', bytes: null, reference: '' });
    expect(await signedIn(world)).toBe(0);
  });

  test('that is asked about waits while its sender does something else, and is asked about by /daky', async () => {
    const { world, lan } = await reported(open);
    await lan.sendsFile('anh-1');
    await lan.says('/sua');
    await lan.says('Bluezone 44');
    await lan.taps('Đúng, gửi');
    lan.sees(/^Đã ghi nhận báo cáo/, /Đây có phải bản chụp báo cáo đã ký/);
    await lan.says('cảm ơn');
    lan.sees(/trân trọng cảm ơn/, /Đây có phải/);
    await lan.says('hôm nay trời đẹp');
    lan.sees(/chưa hiểu/, /Đây có phải/);
    await lan.says('50 45 40 39');
    lan.sees(/Các số trên đã đúng chưa/);
    await lan.says('/huy');
    await lan.says('/daky');
    lan.sees(/Đây có phải/);
    await lan.says('vâng ạ');
    expect(await signedIn(world)).toBe(1);
  });

  test('takes the number that is typed alone for its own', async () => {
    const { world, lan } = await reported(open);
    await lan.sendsFile('anh-1');
    await lan.says('15/BC-UBND ngày 06/9/2021');
    lan.sees(/Đã ghi nhận báo cáo đã ký của UBND xã An Bình: số 15\/BC-UBND ngày 06\/9\/2021/);
    await lan.sendsFile('anh-2', 'báo cáo đã ký bản mới');
    expect(await world.db.select().from(signedPapers)).toMatchObject([
      { number: '15/BC-UBND', attachmentId: 1 },
      { number: '15/BC-UBND', attachmentId: 2 },
    ]);
  });
});

describeTranscripts('the number of a signed report, typed alone', (open) => {
  test('is that of the scan which came without one, later too', async () => {
    const { world, lan } = await reported(open);
    await lan.sendsFile('anh-1', 'báo cáo đã ký');
    await lan.taps('Bỏ qua');
    await lan.says('/nhiemvu');
    await lan.says('15/BC-UBND ngày 06/9/2021');
    lan.sees(/Đã ghi nhận báo cáo đã ký của UBND xã An Bình: số 15\/BC-UBND ngày 06\/9\/2021/);
    const [, row] = await world.db.select().from(signedPapers).orderBy(signedPapers.id);
    expect(row).toMatchObject({ number: '15/BC-UBND', date: '2021-09-06' });
    expect(row?.attachmentId).not.toBeNull();
  });

  test('is asked about where none waits for one, and first needs figures', async () => {
    const { world, lan } = await assigned(open);
    await lan.says('15/BC-UBND ngày 06/9/2021');
    lan.sees(/Đơn vị chưa báo cáo số liệu/);
    await lan.says('101/UBND-VHTT');
    lan.sees(/chưa hiểu/);
    await reports(lan, figures);
    await lan.says('15/BC-UBND ngày 06/9/2021');
    lan.sees(/Đây có phải số, ngày của báo cáo đã ký của UBND xã An Bình \(số 15\/BC-UBND ngày 06\/9\/2021\) không/);
    expect(await signedIn(world)).toBe(0);
    await lan.taps('Đúng, ghi nhận');
    lan.sees(/Đã ghi nhận báo cáo đã ký/);
    expect(await signedIn(world)).toBe(1);
  });
});

describeTranscripts('a picture before the figures', (open) => {
  test('is kept and asked about; the signed report counts once the figures are in', async () => {
    const { world, lan } = await assigned(open);
    const hoa = await world.registerStaff();
    await lan.sendsFile('anh-1');
    lan.sees(/Đây có phải bản chụp báo cáo đã ký của UBND xã An Bình/);
    await lan.says('đúng ạ');
    lan.sees(/đã giữ bản chụp báo cáo đã ký của UBND xã An Bình, sẽ ghi nhận khi có số liệu/, /gõ \/baocao/);
    expect(await signedIn(world)).toBe(0);
    await hoa.says('/daky');
    hoa.sees(/Báo cáo giấy đã ký: 0 đơn vị/, /Đã gửi bản ký, chưa báo cáo số liệu: UBND xã An Bình/);
    await saysAll(lan, '/baocao', ...figures.map(String), 'Không có');
    await lan.taps('Đúng, gửi');
    lan.sees(/^Đã ghi nhận báo cáo/, /Bản chụp báo cáo đã ký gửi trước đó đã được ghi nhận/, /ghi số, ngày/);
    expect(await signedIn(world)).toBe(1);
    await lan.says('15/BC-UBND 06/9/2021');
    lan.sees(/số 15\/BC-UBND ngày 06\/9\/2021/);
    const overview = await readSignedOverview(world.reading(), world.directiveId, { type: 'person', id: 0 });
    expect(overview).toMatchObject({ received: [{ number: '15/BC-UBND', isCurrent: true }], missing: [], early: [] });
    expect(overview?.received[0]?.links).toHaveLength(1);
  });

  test('with its number needs no more words, and outdates with the next correction', async () => {
    const { world, lan } = await assigned(open);
    await lan.sendsFile('anh-1', 'BC số 15/BC-UBND ngày 6/9/2021');
    lan.sees(/đã giữ bản chụp báo cáo đã ký của UBND xã An Bình \(số 15\/BC-UBND ngày 06\/9\/2021\)/);
    await reports(lan, figures);
    lan.sees(/gửi trước đó đã được ghi nhận/);
    lan.doesNotSee(/ghi số, ngày/);
    expect(await signedIn(world)).toBe(1);
    await lan.says('/sua');
    await lan.says('Bluezone 44');
    await lan.taps('Đúng, gửi');
    lan.doesNotSee(/gửi trước đó/);
    expect(await signedIn(world)).toBe(0);
  });

  test('that is left unanswered is asked about when the figures are in', async () => {
    const { world, lan } = await assigned(open);
    await lan.sendsFile('anh-1');
    await lan.says('50 45 40 38');
    lan.sees(/Các số trên đã đúng chưa/);
    await lan.taps('Đúng, gửi');
    lan.sees(/^Đã ghi nhận báo cáo/, /Đây có phải bản chụp báo cáo đã ký/);
    await lan.taps('Ảnh minh chứng khác');
    expect(await signedIn(world)).toBe(0);
  });
});

describeTranscripts('a picture in the middle of a report', (open) => {
  test('disturbs nothing: it is kept, and asked about when the report is in', async () => {
    const { world, lan } = await assigned(open);
    await lan.says('/baocao');
    await lan.sendsFile('anh-1');
    lan.sees(/đã giữ ảnh \(tệp\) và sẽ hỏi đồng chí sau khi báo cáo xong/, /bao nhiêu người/);
    await lan.sendsFile('anh-2', 'chúng tôi ở đây');
    lan.sees(/sẽ hỏi đồng chí sau/, /bao nhiêu người/);
    await saysAll(lan, ...figures.map(String), 'Không có');
    await lan.taps('Đúng, gửi');
    lan.sees(/Đây có phải bản chụp/);
    await lan.says('không phải, ảnh họp thôi');
    expect(await filesIn(world)).toEqual(['queued evidence', 'queued evidence']);
  });

  test('with a figure as its caption answers the question and is evidence of it', async () => {
    const { world, lan } = await assigned(open);
    await lan.says('/baocao');
    await lan.sendsFile('anh-1', '50');
    expect(lan.reads()).toHaveLength(1);
    lan.sees(/gửi kèm được lưu làm minh chứng/, /Bluezone: bao nhiêu/);
    expect(await filesIn(world)).toEqual(['queued evidence']);
    await saysAll(lan, '45', '40', '38');
    await lan.sendsFile('anh-2', 'Ảnh minh chứng');
    lan.sees(/đã lưu làm minh chứng/, /nội dung gì cần báo cáo thêm/);
    await lan.sendsFile('anh-3', 'báo cáo đã ký');
    lan.sees(/đã giữ bản chụp báo cáo đã ký/, /nội dung gì cần báo cáo thêm/);
    await lan.says('Không có');
    await lan.taps('Đúng, gửi');
    lan.sees(/Bản chụp báo cáo đã ký gửi trước đó đã được ghi nhận/);
    expect(await signedIn(world)).toBe(1);
  });
});

describeTranscripts('an album', (open) => {
  test('without words is asked about once, and the answer is for all of it', async () => {
    const { world, lan } = await reported(open);
    await lan.sendsAlbum('g1', ['', '', '']);
    await captionsAreIn(world);
    expect(lan.reads()).toHaveLength(1);
    lan.sees(/Đây có phải bản chụp/);
    await lan.says('đúng ạ');
    expect(await filesIn(world)).toEqual(['queued signed', 'queued signed', 'queued signed']);
    expect(await signedIn(world)).toBe(1);
    const overview = await readSignedOverview(world.reading(), world.directiveId, { type: 'person', id: 0 });
    expect(overview?.received[0]?.links).toHaveLength(3);
  });

  test.each([
    [['báo cáo đã ký', '', '']],
    [['', 'báo cáo đã ký', '']],
    [['', '', 'báo cáo đã ký']],
    [['báo cáo đã ký', 'báo cáo đã ký', 'báo cáo đã ký']],
  ])('with the captions %j gives one answer: all its pictures are the signed report', async (captions) => {
    const { world, lan } = await reported(open);
    await lan.sendsAlbum('g1', captions);
    await captionsAreIn(world);
    expect(lan.reads()).toHaveLength(1);
    lan.sees(/đã nhận bản chụp báo cáo đã ký/);
    expect(await filesIn(world)).toEqual(['queued signed', 'queued signed', 'queued signed']);
    expect(await signedIn(world)).toBe(1);
  });

  test.each([[['50 45 40 38', '', '']], [['', '50 45 40 38', '']], [['', '', '50 45 40 38']]])(
    'whose caption is a whole report (%j) is read as one, and its pictures are evidence',
    async (captions) => {
      const { world, lan } = await assigned(open);
      await lan.sendsAlbum('g1', captions);
      await captionsAreIn(world);
      expect(lan.reads()).toHaveLength(1);
      lan.sees(/Các số trên đã đúng chưa/, /gửi kèm được lưu làm minh chứng/);
      expect(await filesIn(world)).toEqual(['queued evidence', 'queued evidence', 'queued evidence']);
      await lan.taps('Đúng, gửi');
      lan.sees(/^Đã ghi nhận báo cáo/);
      lan.doesNotSee(/Đây có phải/);
    },
  );

  test('answers the question of a report under way, wherever its caption stands', async () => {
    const { world, lan } = await assigned(open);
    await lan.says('/baocao');
    await lan.sendsAlbum('g1', ['', '50', '']);
    await captionsAreIn(world);
    expect(lan.reads()).toHaveLength(1);
    lan.sees(/Bluezone: bao nhiêu/);
    expect(await filesIn(world)).toEqual(['queued evidence', 'queued evidence', 'queued evidence']);
  });

  test('whose late part comes after the answer goes the way of the others', async () => {
    const { world, lan } = await reported(open);
    await lan.sendsAlbum('g1', ['', '']);
    await captionsAreIn(world);
    await lan.taps('Ảnh minh chứng khác');
    await lan.sendsFile('g1-2', '', 'g1');
    lan.seesNothing();
    expect(await filesIn(world)).toEqual(['queued evidence', 'queued evidence', 'queued evidence']);
  });

  test('is one too where the platform does not say so, and its parts come in a row', async () => {
    const { world, lan } = await reported(open);
    await lan.sendsFile('a');
    lan.sees(/Đây có phải/);
    for (const reference of ['b', 'c']) {
      await lan.sendsFile(reference);
      lan.seesNothing();
    }
    world.clock.set('2021-09-06T08:01');
    await lan.sendsFile('d');
    lan.sees(/Đây có phải/);
    await lan.taps('Bản chụp báo cáo đã ký');
    expect(await filesIn(world)).toEqual(Array.from({ length: 4 }, () => 'queued signed'));
  });
});

describe('who answers for nothing', () => {
  describeTranscripts('sends a picture', (open) => {
    test('which is not taken, and is told so', async () => {
      const { world } = await assigned(open);
      const hoa = await world.registerStaff();
      await hoa.sendsFile('anh-1');
      hoa.sees(/chỉ đọc được tin nhắn chữ/);
      await hoa.sendsFile('anh-2', '/tonghop');
      hoa.sees(/Đã báo cáo: 0\/6/, /không được lưu/);
      const stranger = world.person('Người lạ');
      await stranger.sendsFile('anh-3');
      expect(stranger.reads()).toHaveLength(1);
      expect(await filesIn(world)).toEqual(['declined null', 'declined null', 'declined null']);
    });
  });

  describeTranscripts('but for several units', (open) => {
    test('is asked whose it is', async () => {
      const { world, lan } = await assigned(open);
      await lan.opens(await world.invite('unit', 'TH-AN-BINH'));
      await lan.taps('Đồng ý');
      await lan.sendsFile('anh-1', 'báo cáo đã ký số 15/BC-UBND');
      lan.sees(/Đây là báo cáo đã ký của đơn vị nào/);
      expect(lan.choices()).toEqual(['UBND xã An Bình', 'Trường Tiểu học An Bình', 'Hủy']);
      await lan.says('Trường Tiểu học An Bình');
      lan.sees(/đã giữ bản chụp báo cáo đã ký của Trường Tiểu học An Bình \(số 15\/BC-UBND\)/);
      expect(await world.db.select().from(signedPapers)).toMatchObject([{ number: '15/BC-UBND', reportId: null }]);
    });
  });
});
