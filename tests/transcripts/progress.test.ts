import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { taskProgress, tasks } from '../../db/schema/tables.ts';
import { askingDirective } from '../harness/world/asking.ts';
import { reports, saysAll } from '../harness/world/person.ts';
import { describeTranscripts, type World } from '../harness/world.ts';

/** What is kept, the oldest first: "1 done", "2 doing 60". */
async function kept({ db }: World): Promise<string[]> {
  const rows = await db
    .select({
      section: tasks.section,
      state: taskProgress.state,
      percent: taskProgress.percent,
      paper: taskProgress.paper,
      reason: taskProgress.reason,
    })
    .from(taskProgress)
    .innerJoin(tasks, eq(tasks.id, taskProgress.taskId))
    .orderBy(taskProgress.id);
  return rows.map((row) => Object.values(row).filter(Boolean).join(' '));
}

describeTranscripts('the progress of tasks', (open) => {
  const start = async (progress?: object[]) => {
    const world = await open({ directive: askingDirective(progress) });
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const binh = await world.register('PHONG-GDDT', 'Bình');
    await world.issue();
    return { world, lan, binh };
  };

  test('is offered below the tasks, told by one choice, read back, and counted after a yes', async () => {
    const { world, lan } = await start();
    expect(lan.choices()).toEqual(['Đã nhận', 'Báo cáo', 'Báo tiến độ']);
    await lan.taps('Báo tiến độ');
    expect(lan.reads().join()).toContain(
      'Tiến độ nhiệm vụ của UBND xã An Bình theo văn bản số 101/UBND-VHTT ngày 05/9/2021:\n- Mục 1, Quán triệt đến từng cán bộ việc cài…: chưa báo\nMục 1: tiến độ thế nào?',
    );
    await lan.taps('Đã xong');
    lan.sees(/Mục 1, Quán triệt đến từng cán bộ việc cài…: đã xong\nTiến độ trên đã đúng chưa\?/);
    expect(await kept(world)).toEqual([]);
    await lan.taps('Đúng, gửi');
    lan.sees(/^Đã ghi nhận tiến độ của UBND xã An Bình lúc 08h00 ngày 06\/9\/2021\./, /Còn phải báo cáo số liệu, hạn/);
    expect(lan.choices()).toEqual(['Báo cáo']);
    expect(await kept(world)).toEqual(['1 done']);
  });

  test('holds nobody who speaks of other things before anything was told', async () => {
    const { world, lan } = await start();
    const hoa = await world.registerStaff('Hoa');
    const begin = async () => {
      await lan.says('Tiến độ');
      lan.sees(/Mục 1: tiến độ thế nào\?/);
    };
    await begin();
    await lan.says('15h gửi báo cáo nhé');
    lan.sees(/15h00 ngày 06\/9\/2021/);
    await begin();
    await lan.says('xã có được tính cán bộ bán chuyên trách không?');
    hoa.sees(/bán chuyên trách/);
    lan.sees(/chuyển/);
    await begin();
    await lan.says('tôi đã nộp gì');
    lan.sees(/chưa báo cáo|Chưa có báo cáo|chưa nộp/i);
    await begin();
    await lan.says('hạn đến bao giờ vậy em');
    lan.sees(/17h00 ngày/);
    await begin();
    await lan.says('mục 1 xong hết, 50 cán bộ, bluezone 45, qr 40, smart 38');
    lan.sees(/Mục 1, .*: đã xong/, /Bluezone: 45\/50/);
    expect(await kept(world)).toEqual([]);
  });

  test('is told in one sentence, changed at the read-back, and taken by a word', async () => {
    const { world, binh } = await start();
    await binh.says('mục 1 đang làm 60 %, mục 2 vướng kinh phí');
    binh.sees(/Mục 1, .*: đang thực hiện 60%/, /Mục 2, .*: vướng mắc: kinh phí/);
    await binh.says('mục 1 xong');
    binh.sees(/Mục 1, .*: đã xong/, /Mục 2, .*: vướng mắc: kinh phí/);
    await binh.says('đúng ạ');
    binh.sees(/Đã ghi nhận tiến độ/);
    expect(await kept(world)).toEqual(['2 blocked kinh phí', '1 done']);
    await binh.says('/tiendo');
    binh.sees(/Mục 2, .*: vướng mắc: kinh phí \(Bình, 08h00 ngày 06\/9\/2021\)/);
  });

  test('is asked about where it is not clear, and nothing is guessed', async () => {
    const { world, lan, binh } = await start();
    await binh.says('đã triển khai mục 1, 2');
    binh.sees(/Mục 1, Mục 2: tiến độ thế nào\?/);
    await binh.taps('Đang thực hiện');
    binh.sees(/Mục 1, .*: đang thực hiện\nMục 2, .*: đang thực hiện/);
    await binh.taps('Đúng, gửi');
    expect(await kept(world)).toEqual(['1 doing', '2 doing']);
    await lan.says('mục 7 xong');
    lan.sees(/không có mục 7; các mục phải báo: 1/);
    await lan.says('không thuộc đơn vị');
    lan.sees(/vì sao không thuộc đơn vị\?/);
    await lan.says('xã không có cán bộ phụ trách');
    lan.sees(/không thuộc đơn vị: xã không có cán bộ phụ trách/);
    await lan.says('hủy');
    expect(await kept(world)).toHaveLength(2);
  });

  test('of several sections is asked choice by choice, until each was told', async () => {
    const { world, binh } = await start();
    await binh.says('/tiendo');
    expect(binh.choices().length === 0 || binh.choices().includes('Xong hết')).toBe(true);
    await binh.taps('Mục 1');
    await binh.taps('Đã xong');
    binh.sees(/Vừa ghi, chưa gửi:\n- Mục 1/);
    await binh.taps('Mục 2');
    await binh.taps('Vướng mắc');
    binh.sees(/vướng mắc nội dung gì\?/);
    await binh.says('chưa có kinh phí');
    await binh.taps('Đúng, gửi');
    expect(await kept(world)).toEqual(['1 done', '2 blocked chưa có kinh phí']);
  });

  test('of all sections at once', async () => {
    const { world, binh } = await start();
    await binh.says('xong hết rồi ạ');
    await binh.taps('Đúng, gửi');
    expect(await kept(world)).toEqual(['1 done', '2 done']);
  });

  test('that needs proof is done with the number of a document, and under way without', async () => {
    const { world, lan } = await start([{ section: '1', proof: true }]);
    await lan.says('mục 1 xong');
    lan.sees(/văn bản yêu cầu minh chứng/);
    await lan.says('để tôi xem đã');
    lan.doesNotSee(/Tiến độ trên đã đúng chưa/);
    await lan.taps('Chưa có minh chứng');
    lan.sees(/ghi là đang thực hiện/, /Mục 1, .*: đang thực hiện\n/);
    await lan.taps('Đúng, gửi');
    await saysAll(lan, 'mục 1 xong', 'số 12/BC-UBND');
    lan.sees(/đã xong \(văn bản số 12\/BC-UBND\)/);
    await lan.taps('Đúng, gửi');
    await lan.says('mục 1 xong theo công văn 13/UBND');
    lan.sees(/đã xong \(văn bản số 13\/UBND\)/);
    await lan.taps('Đúng, gửi');
    expect(await kept(world)).toEqual(['1 doing', '1 done 12/BC-UBND', '1 done 13/UBND']);
  });

  test('is not asked for by a directive that does not say so', async () => {
    const world = await open();
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    expect(lan.choices()).toEqual(['Đã nhận', 'Báo cáo']);
    await lan.says('/tiendo');
    lan.sees(/không có văn bản nào yêu cầu đơn vị của đồng chí báo tiến độ/);
  });

  test('of a unit that reports nothing is offered beside the acknowledgement', async () => {
    const world = await open({ directive: askingDirective() });
    const vt = await world.register('VT-SONG-MAY', 'Vinh');
    await world.issue();
    expect(vt.choices()).toEqual(['Đã nhận', 'Báo tiến độ']);
    await vt.taps('Đã nhận');
    expect(vt.choices()).toEqual(['Báo tiến độ']);
    await vt.says('mục 3 xong');
    await vt.taps('Đúng, gửi');
    vt.sees(/Đã ghi nhận tiến độ của Viễn thông Sông Mây/);
    expect(await kept(world)).toEqual(['3 done']);
  });

  test('is told for the unit that is meant, else it is asked which', async () => {
    const { world, lan } = await start();
    await lan.opens(await world.invite('unit', 'XA-BINH-MINH'));
    await lan.taps('Đồng ý');
    await lan.says('mục 1 xong');
    lan.sees(/Báo tiến độ của đơn vị nào\?/);
    expect(lan.choices()).toEqual(['UBND xã An Bình', 'UBND xã Bình Minh']);
    await lan.taps('UBND xã Bình Minh');
    lan.sees(/Tiến độ nhiệm vụ của UBND xã Bình Minh:/);
    await lan.taps('Đúng, gửi');
    expect(await kept(world)).toEqual(['1 done']);
  });
});

describeTranscripts('progress and figures in one talk', (open) => {
  const start = async () => {
    const world = await open({ directive: askingDirective() });
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    return { world, lan };
  };

  test('begun by both in one message: one read-back shows both, one yes sends both', async () => {
    const { world, lan } = await start();
    await lan.says('mục 1 xong, bluezone 45');
    lan.sees(/Mục 1, .*: đã xong/, /Số CBCCVC: bao nhiêu/);
    await saysAll(lan, '50', '40', '38', 'không');
    lan.sees(/Bluezone: 45\/50/, /Tiến độ nhiệm vụ:\n- Mục 1, .*: đã xong\nCác số trên đã đúng chưa\?/);
    expect(await kept(world)).toEqual([]);
    await lan.taps('Đúng, gửi');
    lan.sees(/^Đã ghi nhận báo cáo của UBND xã An Bình/, /Tiến độ nhiệm vụ:\n- Mục 1, .*: đã xong/);
    expect(await kept(world)).toEqual(['1 done']);
  });

  test('once the report is in: the figures correct it, the same figures are no news, and the tasks are told', async () => {
    const { world, lan } = await start();
    await reports(lan, [50, 45, 40, 38]);
    await lan.says('50 cán bộ, bluezone 46, qr 41, smart 39, mục 1 xong');
    lan.sees(/Bluezone: 46\/50/, /Mục 1, .*: đã xong/, /đúng chưa\?/);
    await lan.says('đúng');
    lan.sees(/Bluezone: 46\/50/, /Mục 1, .*: đã xong/);
    await lan.says('50 cán bộ, bluezone 46, qr 41, smart 39, mục 1 đang làm 60%');
    lan.sees(/Mục 1, .*: đang thực hiện 60%\nTiến độ trên đã đúng chưa\?/);
    await lan.says('đúng');
    expect(await kept(world)).toEqual(['1 done', '1 doing 60']);
  });

  test('tasks in the middle of the figures', async () => {
    const { world, lan } = await start();
    await saysAll(lan, '/baocao', '50', 'mục 1 vướng kinh phí');
    lan.sees(/Đã ghi Mục 1, .*: vướng mắc: kinh phí/, /Bluezone: bao nhiêu/);
    await saysAll(lan, '45', '40', '38', 'Không có');
    lan.sees(/Mục 1, .*: vướng mắc: kinh phí/);
    await lan.says('mục 1 đang làm');
    lan.sees(/Mục 1, .*: đang thực hiện\nCác số trên đã đúng chưa\?/);
    lan.doesNotSee(/vướng mắc/);
    await lan.taps('Đúng, gửi');
    expect(await kept(world)).toEqual(['1 doing']);
  });

  test('figures in the middle of the tasks', async () => {
    const { world, lan } = await start();
    await saysAll(lan, 'mục 1 xong', '50 45 40 38');
    lan.sees(/Bluezone: 45\/50/, /Tiến độ nhiệm vụ:\n- Mục 1, .*: đã xong/);
    await lan.says('ok gửi đi');
    lan.sees(/Đã ghi nhận báo cáo/);
    expect(await kept(world)).toEqual(['1 done']);
  });

  test('a question about a task leaves the report where it stood', async () => {
    const { world, lan } = await start();
    await saysAll(lan, '/baocao', '50', '45', 'mục 1 không thuộc xã em');
    lan.sees(/vì sao không thuộc đơn vị\?/);
    await lan.says('xã không có điểm kiểm dịch');
    lan.sees(/QR: bao nhiêu/);
    await saysAll(lan, '40', '38', 'Không có');
    await lan.taps('Đúng, gửi');
    expect(await kept(world)).toEqual(['1 na xã không có điểm kiểm dịch']);
  });

  test('figures alone are a whole report, and a remark may speak of tasks', async () => {
    const { world, lan } = await start();
    await reports(lan, [50, 45, 40, 38]);
    lan.doesNotSee(/[Tt]iến độ/);
    await saysAll(lan, '/sua', 'Bluezone 46');
    await lan.taps('Hủy');
    const nam = await world.register('XA-BINH-MINH', 'Nam');
    await saysAll(nam, '/baocao', '20', '18', '17', '16', 'mục 1 vướng kinh phí');
    nam.sees(/Khó khăn, kiến nghị: mục 1 vướng kinh phí/);
    await nam.taps('Đúng, gửi');
    expect(await kept(world)).toEqual([]);
  });

  test('is asked of all where "xong rồi" says not of which, and is no end of the talk', async () => {
    const { world } = await start();
    const binh = await world.register('PHONG-GDDT', 'Bình');
    await saysAll(binh, 'Tiến độ', 'xong rồi');
    binh.sees(/^Mục 1, Mục 2: tiến độ thế nào/);
    await saysAll(binh, 'xong rồi', 'đúng');
    expect(await kept(world)).toEqual(['1 done', '2 done']);
  });

  test('stands in front of figures as a sentence of its own, and beside the figure that is asked for', async () => {
    const { lan } = await start();
    await lan.says('mục 1 đang làm. 50 cán bộ, bluezone 45, qr 40, smart 38');
    lan.sees(/^Bluezone: 45\/50$/m, /Mục 1, .*: đang thực hiện/);
    await saysAll(lan, 'hủy', 'hủy báo cáo', '/baocao', '50', '45, mục 1 xong');
    lan.sees(/Mục 1, .*: đã xong/, /QR: bao nhiêu/);
  });
});
