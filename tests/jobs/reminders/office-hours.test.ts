/** Jobs that speak by the clock keep to the hours of the office that they speak for. */
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Work } from '../../../bot/delivery/work.ts';
import type { OfficeCalendar } from '../../../core/time/office-calendar.ts';
import { setOfficeCalendar } from '../../../db/roster/offices.ts';
import { units } from '../../../db/schema/tables.ts';
import { askForSubmissions } from '../../../jobs/consolidation/ask.ts';
import { keepUnanswered } from '../../../jobs/platforms/unanswered.ts';
import { remindOfClaims } from '../../../jobs/reminders/claims.ts';
import { sayNudges } from '../../../jobs/reminders/nudges.ts';
import { remindOfQuestions } from '../../../jobs/reminders/questions.ts';
import { databaseForEach } from '../../harness/database.ts';
import { consolidated } from '../../harness/world/consolidated.ts';
import { roster } from '../../harness/world/fixture.ts';
import { type Person, reports } from '../../harness/world/person.ts';
import { createWorld, type World } from '../../harness/world.ts';

const db = databaseForEach();

/** An office that rests from half past ten to two, and stays until six. */
const late: OfficeCalendar = {
  seasons: [
    {
      from: '01-01',
      until: '12-31',
      hours: [
        { from: '07:00', until: '10:30' },
        { from: '14:00', until: '18:00' },
      ],
    },
  ],
  daysOff: [],
  workingInstead: [],
};

type Case = [string, (world: World) => Promise<Person>, (work: Work) => Promise<number>, RegExp];

const cases: Case[] = [
  [
    'a question that nobody answered',
    async (world) => {
      const hoa = await world.registerStaff('Hoa');
      const lan = await world.register('XA-AN-BINH', 'Lan');
      await world.issue();
      await lan.says('cán bộ hợp đồng có tính không?');
      return hoa;
    },
    remindOfQuestions,
    /Chưa có trả lời: câu hỏi số 1/,
  ],
  [
    'a claim that nobody decided',
    async (world) => {
      const hoa = await world.registerStaff('Hoa');
      await world.issue();
      await world.person('Lan').sharesContact('0912345678');
      return hoa;
    },
    remindOfClaims,
    /An Bình/,
  ],
  [
    'pictures of which nobody said what they are',
    async (world) => {
      const lan = await world.register('XA-AN-BINH', 'Lan');
      await world.issue();
      await reports(lan, [50, 45, 40, 38]);
      await lan.sendsFile('anh-1');
      return lan;
    },
    keepUnanswered,
    /được lưu làm minh chứng/,
  ],
  [
    'what a unit consolidates',
    async (world) => {
      const dung = await world.register('PHONG-GDDT', 'Dung');
      const an = await world.register('TH-AN-BINH', 'An');
      await world.issue();
      await reports(an, [30, 28, 27, 26]);
      world.clock.set('2021-09-08T17:00');
      return dung;
    },
    askForSubmissions,
    /chưa gửi báo cáo tổng hợp/,
  ],
];

test.each(cases)('%s is spoken of in its hours, not in the usual ones', async (_, begin, job, words) => {
  const withPhone = roster.replace(/^(XA-AN-BINH.*),$/m, '$1,0912 345 678');
  const world = await createWorld(db(), { at: '2021-09-06T09:00', directive: consolidated, roster: withPhone });
  const reader = await begin(world);
  const [office] = await world.db.select().from(units).where(eq(units.code, 'UBND-HUYEN'));
  await setOfficeCalendar(world.db, office?.id ?? 0, late);
  const look = async (civil: string): Promise<void> => {
    reader.looksAway();
    world.clock.set(civil);
    await world.transact(job);
    await sayNudges(world.transact);
    await world.settle();
  };
  await look('2021-09-09T11:00');
  reader.seesNothing();
  await look('2021-09-09T17:30');
  expect(reader.reads()).toHaveLength(1);
  reader.sees(words);
});
