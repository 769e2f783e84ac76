/** Which office answers for what is done with the people of a unit. */
import { eq, sql } from 'drizzle-orm';
import { type LadderSwitches, ladderSchema, usualLadder } from '../../core/reminders/switches.ts';
import type { OfficeCalendar } from '../../core/time/office-calendar.ts';
import type { Db } from '../database.ts';
import { officeSwitches, units } from '../schema/tables.ts';

/**
 * The name of the office that is responsible for a unit's people; undefined where there is no such unit. It is the nearest
 * at or above the unit that has staff here. Without one it is the office whose directive came last, else the highest above.
 */
export async function findOfficeOver(db: Db, unitId: number): Promise<string | undefined> {
  const office = sql`(
    with recursive above as (
      select id, parent_id, 0 as steps from units where id = ${unitId}
      union
      select u.id, u.parent_id, a.steps + 1 from units u join above a on u.id = a.parent_id where a.steps < 50),
    candidates as (
      select a.id, case when exists (
        select 1 from unit_roles r
        where r.unit_id = a.id and r.role = 'staff' and r.state = 'agreed' and r."to" is null)
        then a.steps else 200 - a.steps end as place
      from above a
      union all
      (select d.issuer_id, 100 from assignments s join directives d on d.id = s.directive_id
       where s.unit_id = ${unitId} order by s.id desc limit 1))
    select id from candidates order by place limit 1)`;
  const [row] = await db.select({ name: units.name }).from(units).where(eq(units.id, office));
  return row?.name;
}

/** The steps of an office's reminders: its own, else the usual ones. */
export async function readLadder(db: Db, officeId: number): Promise<LadderSwitches> {
  const [row] = await db
    .select({ ladder: officeSwitches.ladder })
    .from(officeSwitches)
    .where(eq(officeSwitches.unitId, officeId));
  const kept = ladderSchema.safeParse({ ...usualLadder, ...row?.ladder });
  return kept.success ? kept.data : usualLadder;
}

/** Keeps the steps of an office's reminders. */
export async function setLadder(db: Db, officeId: number, ladder: LadderSwitches): Promise<void> {
  await db
    .insert(officeSwitches)
    .values({ unitId: officeId, ladder })
    .onConflictDoUpdate({ target: officeSwitches.unitId, set: { ladder } });
}

/** Keeps the calendar of an office. */
export async function setOfficeCalendar(db: Db, officeId: number, calendar: OfficeCalendar): Promise<void> {
  await db
    .insert(officeSwitches)
    .values({ unitId: officeId, calendar })
    .onConflictDoUpdate({ target: officeSwitches.unitId, set: { calendar } });
}

/** The calendar that holds for a unit: of the nearest at or above it that has one; undefined where the usual one holds. */
export async function readCalendarOver(db: Db, unitId: number): Promise<OfficeCalendar | undefined> {
  const nearest = sql`(
    with recursive above as (
      select id, parent_id, 0 as steps from units where id = ${unitId}
      union
      select u.id, u.parent_id, a.steps + 1 from units u join above a on u.id = a.parent_id where a.steps < 50)
    select a.id from above a join office_switches s on s.unit_id = a.id and s.calendar is not null
    order by a.steps limit 1)`;
  const [row] = await db
    .select({ calendar: officeSwitches.calendar })
    .from(officeSwitches)
    .where(eq(officeSwitches.unitId, nearest));
  return row?.calendar ?? undefined;
}
