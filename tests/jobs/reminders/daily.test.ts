import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { saysAll } from '../../harness/world/person.ts';
import { describeTranscripts } from '../../harness/world.ts';

const file = (name: string) => readFileSync(new URL(`../../../sample/commune-2026/${name}`, import.meta.url), 'utf8');

describeTranscripts('a daily directive, from data files alone', (open) => {
  async function issued() {
    const world = await open({
      roster: file('units.csv'),
      directive: file('directive.yaml'),
      issuer: 'UBND-XA',
      at: '2026-03-02T09:00',
    });
    const lan = await world.register('MN-TAN-PHONG', 'Lan');
    const minh = await world.registerLeader();
    await world.issue();
    return { world, lan, minh };
  }

  test('asks for a count and a yes or no, with no number of staff and no remark, in the round that is open', async () => {
    const { world, lan } = await issued();
    lan.sees(/Báo cáo: Số ca sốt xuất huyết mới, Đã tổng vệ sinh/, /16h00 ngày 03\/3\/2026/);
    expect(lan.choices()).toEqual(['Đã nhận']);
    await lan.says('/baocao');
    lan.sees(/không còn báo cáo nào phải nộp/);
    await world.at('2026-03-03T07:45');
    await lan.says('/baocao');
    lan.sees(/Số ca sốt xuất huyết mới: bao nhiêu\?/);
    await lan.says('0');
    await lan.taps('Đúng là 0');
    lan.sees(/Đã tổng vệ sinh: có hay không\?/);
    await lan.taps('Có');
    lan.sees(/Số ca sốt xuất huyết mới: 0$/m, /Đã tổng vệ sinh: Có/, /đã đúng chưa\?/);
    await lan.taps('Đúng, gửi');
    lan.sees(/^Đã ghi nhận báo cáo/);
    await lan.says('/baocao');
    lan.sees(/đã báo cáo: Lan/);
    await world.at('2026-03-04T07:30');
    await saysAll(lan, '/baocao', '2', 'chưa', 'đúng');
    lan.sees(/Số ca sốt xuất huyết mới: 2/, /Đã tổng vệ sinh: Không/, /^Đã ghi nhận báo cáo/);
  });

  test('reminds at its own slots of each day, tells the leader, and forgets a closed round', async () => {
    const { world, lan, minh } = await issued();
    const during = async (at: string) => {
      lan.looksAway();
      minh.looksAway();
      await world.at(at);
      return [lan.reads().length, minh.reads().length];
    };
    expect(await during('2026-03-03T08:00')).toEqual([0, 0]);
    expect(await during('2026-03-03T14:00')).toEqual([1, 0]);
    const reminded = lan.newest();
    expect(await during('2026-03-03T15:30')).toEqual([0, 1]);
    minh.sees(/Đã báo cáo: 0\/13 đơn vị/, /Đã tổng vệ sinh: có 0 đơn vị \(chưa có số liệu\)/);
    expect(await during('2026-03-03T16:00')).toEqual([1, 1]);
    expect(await during('2026-03-04T07:30')).toEqual([0, 0]);
    await lan.says(reminded.choices[0]?.tap ?? '1');
    lan.sees(/đã kết thúc|Số ca sốt xuất huyết mới/);
    expect(await during('2026-03-04T14:00')).toEqual([1, 0]);
    expect(await during('2026-03-13T15:30')).toEqual([1, 1]);
    expect(await during('2026-03-13T16:00')).toEqual([1, 1]);
    expect(await during('2026-03-16T08:00')).toEqual([0, 0]);
    await lan.says('/baocao');
    lan.sees(/không còn báo cáo nào phải nộp/);
  });

  test('tells who was in the middle of a report that its round has closed', async () => {
    const { world, lan } = await issued();
    await world.at('2026-03-03T15:00');
    await saysAll(lan, '/baocao', '1');
    const question = lan.newest();
    await world.at('2026-03-04T08:00');
    if (question.choices.length > 0) await lan.tapsOn(question, 'Có');
    else await lan.says('có');
    lan.sees(/Kỳ báo cáo này đã kết thúc/);
    await lan.says('/baocao');
    lan.sees(/Số ca sốt xuất huyết mới: bao nhiêu/);
  });
});
