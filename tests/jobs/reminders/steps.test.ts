/** The steps of the ladder: switches of the office, and an end. */
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { type LadderSwitches, usualLadder } from '../../../core/reminders/switches.ts';
import { setLadder, setOfficeCalendar } from '../../../db/roster/offices.ts';
import { units } from '../../../db/schema/tables.ts';
import { reports } from '../../harness/world/person.ts';
import { describeTranscripts, type World } from '../../harness/world.ts';

async function issuedIn(world: World, switches: Partial<LadderSwitches> = {}) {
  const lan = await world.register('XA-AN-BINH', 'Lan');
  const hoa = await world.registerStaff('Hoa');
  const minh = await world.registerLeader('Minh');
  const group = world.group('Giao ban');
  await hoa.writesIn(group, `/start ${await world.invite('group')}`);
  const [office] = await world.db.select().from(units).where(eq(units.code, 'UBND-HUYEN'));
  await setLadder(world.db, office?.id ?? 0, { ...usualLadder, ...switches });
  await world.issue();
  for (const person of [lan, hoa, minh]) person.looksAway();
  return { lan, hoa, minh, group };
}

describeTranscripts('the steps of reminders', (open) => {
  test('a group hears how many owe, and who once it is late, where the office wants it so', async () => {
    const world = await open();
    const { group } = await issuedIn(world, { group: 'names-when-late' });
    await world.at('2021-09-08T08:00');
    expect(group.newest()).toMatch(/còn 4 đơn vị chưa báo cáo\./);
    expect(group.newest()).not.toMatch(/An Bình/);
    await world.at('2021-09-13T08:00');
    expect(group.newest()).toMatch(/- UBND xã An Bình/);
  });

  test('a group hears nothing where the office wants it so', async () => {
    const world = await open();
    const { group } = await issuedIn(world, { group: 'none' });
    await world.at('2021-09-08T08:00');
    expect(group.newest()).not.toMatch(/chưa báo cáo/);
  });

  test('the unit above hears of its own once the deadline has come, in one message, where the office wants it so', async () => {
    const world = await open();
    const tam = await world.register('PHONG-GDDT', 'Tâm');
    await issuedIn(world, { superior: true });
    await reports(tam, [12, 11, 10, 9]);
    tam.looksAway();
    await world.at('2021-09-09T14:00');
    tam.seesNothing();
    await world.at('2021-09-09T17:00');
    expect(tam.reads()).toHaveLength(1);
    tam.sees(/2 đơn vị trực thuộc chưa báo cáo: Trường Tiểu học An Bình; Trường THCS Bình Minh/, /đôn đốc/);
    await tam.says('/visao');
    tam.sees(/khi đến hạn/, /các đơn vị trực thuộc/);
  });

  test('keep to the hours of the office by season: what falls into its quiet time stands at the end of its hours before', async () => {
    const world = await open();
    const { lan } = await issuedIn(world);
    const [office] = await world.db.select().from(units).where(eq(units.code, 'UBND-HUYEN'));
    const hours = [
      { from: '07:00', until: '11:00' },
      { from: '14:30', until: '16:00' },
    ];
    const seasons = [{ from: '01-01', until: '12-31', hours }];
    await setOfficeCalendar(world.db, office?.id ?? 0, { seasons, daysOff: [], workingInstead: [] });
    await world.at('2021-09-09T10:59');
    lan.looksAway();
    await world.at('2021-09-09T11:00');
    lan.sees(/còn 6 giờ/);
    lan.looksAway();
    await world.at('2021-09-09T15:59');
    lan.seesNothing();
    await world.at('2021-09-09T16:00');
    lan.sees(/còn 1 giờ/);
  });

  test('end after ten mornings, and say so to staff and the leader; nobody is reminded afterwards', async () => {
    const world = await open();
    const { lan, hoa, minh, group } = await issuedIn(world);
    for (let day = 10; day <= 22; day += 1) await world.at(`2021-09-${day}T08:00`);
    lan.sees(/Nhắc lần 9/);
    hoa.doesNotSee(/dừng nhắc/);
    await world.at('2021-09-23T08:00');
    lan.sees(/Nhắc lần 10/);
    for (const person of [hoa, minh]) person.sees(/dừng nhắc báo cáo theo .*còn 6 đơn vị chưa báo cáo/, /\/dong/);
    lan.looksAway();
    const said = group.newest();
    for (const day of ['24', '27', '28']) await world.at(`2021-09-${day}T08:00`);
    lan.seesNothing();
    expect(group.newest()).toBe(said);
  });

  test('can say why: the plan, a promise that ran out, and that a report has come since', async () => {
    const world = await open();
    const { lan } = await issuedIn(world);
    await lan.says('/visao');
    lan.sees(/chưa nhắc đồng chí lần nào/);
    await world.at('2021-09-08T08:00');
    await lan.says('vì sao lại nhắc');
    lan.sees(/Lần nhắc gần nhất: 08h00 ngày 08\/9\/2021/, /trước hạn 1 ngày/, /hiện vẫn chưa có/);
    await lan.says('10h gửi');
    await world.at('2021-09-08T10:05');
    await lan.says('/visao');
    lan.sees(/quá giờ đơn vị hẹn gửi \(10h00 ngày 08\/9\/2021\)/);
    await reports(lan, [50, 45, 40, 38]);
    await lan.says('/visao');
    lan.sees(/nay đã có/);
  });
});
