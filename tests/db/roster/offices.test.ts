import { expect, test } from 'vitest';
import { usualCalendar } from '../../../core/time/office-calendar.ts';
import { findOfficeOver, readCalendarOver, setOfficeCalendar } from '../../../db/roster/offices.ts';
import { listUnits } from '../../../db/roster/units.ts';
import { units } from '../../../db/schema/tables.ts';
import { describeDatabases } from '../../harness/database.ts';
import { createWorld, type World } from '../../harness/world.ts';

const idOf = async ({ db }: World, code: string): Promise<number> =>
  (await listUnits(db, '2021-09-06')).find((unit) => unit.code === code)?.id ?? 0;

const officeOf = async (world: World, code: string) => findOfficeOver(world.db, await idOf(world, code));

/** Somebody who issues and chases for a unit. */
async function staffAt(world: World, code: string): Promise<void> {
  const person = world.person(`Cán bộ ${code}`);
  await person.opens(await world.invite('staff', code));
  await person.taps('Đồng ý');
}

describeDatabases('the office that is responsible for a unit', (db) => {
  test('is the highest above it while nobody has staff', async () => {
    const world = await createWorld(db());
    expect(await officeOf(world, 'TH-AN-BINH')).toBe('UBND huyện Sông Mây');
    expect(await officeOf(world, 'UBND-HUYEN')).toBe('UBND huyện Sông Mây');
  });

  test('is the nearest above it that has staff', async () => {
    const world = await createWorld(db());
    await staffAt(world, 'PHONG-GDDT');
    await world.registerStaff();
    expect(await officeOf(world, 'TH-AN-BINH')).toBe('Phòng Giáo dục và Đào tạo');
    expect(await officeOf(world, 'XA-AN-BINH')).toBe('UBND huyện Sông Mây');
  });

  test('is the one that gave it a directive, where nothing stands above it', async () => {
    const world = await createWorld(db());
    await world.db.update(units).set({ parentId: null });
    expect(await officeOf(world, 'XA-AN-BINH')).toBe('UBND xã An Bình');
    await world.issue();
    expect(await officeOf(world, 'XA-AN-BINH')).toBe('UBND huyện Sông Mây');
  });

  test('is none for a unit that is not there', async () => {
    const world = await createWorld(db());
    expect(await findOfficeOver(world.db, 0)).toBeUndefined();
  });

  test('is named to the head of a unit below it, and to its own staff', async () => {
    const world = await createWorld(db());
    await staffAt(world, 'PHONG-GDDT');
    const lan = world.person('Lan');
    await lan.opens(await world.invite('unit', 'TH-AN-BINH'));
    lan.sees(/hệ thống tự động của Phòng Giáo dục và Đào tạo\./);
    const hoa = world.person('Hoa');
    await hoa.opens(await world.invite('staff', 'PHONG-VHTT'));
    hoa.sees(/hệ thống tự động của Phòng Văn hóa và Thông tin\./, /tin nhắn lưu 1 năm/);
  });
});

describeDatabases('the calendar that holds for a unit', (db) => {
  test('is that of the nearest office at or above it that has one', async () => {
    const world = await createWorld(db());
    const over = async (code: string) => (await readCalendarOver(world.db, await idOf(world, code)))?.daysOff;
    expect(await over('TH-AN-BINH')).toBeUndefined();
    await setOfficeCalendar(world.db, await idOf(world, 'UBND-HUYEN'), { ...usualCalendar, daysOff: ['2021-09-07'] });
    await setOfficeCalendar(world.db, await idOf(world, 'PHONG-GDDT'), { ...usualCalendar, daysOff: ['2021-09-08'] });
    expect(await over('TH-AN-BINH')).toEqual(['2021-09-08']);
    expect(await over('XA-AN-BINH')).toEqual(['2021-09-07']);
    expect(await over('UBND-HUYEN')).toEqual(['2021-09-07']);
  });
});
