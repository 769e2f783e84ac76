/**
 * Tells staff of what only people can put right: a channel that stays down, a month's messages that are used up, a year
 * whose days off are not known.
 */
import { alertStaff } from '../../bot/delivery/alert.ts';
import { readBudgets } from '../../bot/delivery/budgets.ts';
import type { Work } from '../../bot/delivery/work.ts';
import { civilDate, isWorkingTime, yearsWithoutTable } from '../../core/time/calendar.ts';
import { estimateHolidays } from '../../core/time/estimated-holidays.ts';
import { listChannelStates } from '../../db/platforms/channel-states.ts';
import { readHold } from '../../db/time/epochs.ts';
import { yearWithoutHolidays } from '../../messages/chat/calendar.ts';
import { holdNotice } from '../../messages/chat/hold.ts';
import { budgetSpent, channelDown } from '../../messages/words/channels.ts';

/** A trouble that passes sooner (machine milliseconds) is nobody's business. */
const patienceMs = 60_000;

/**
 * Tells each trouble once; returns how many people were told. A lost consent is told where it is noticed, with its link
 * (`bot/service/start.ts`).
 */
export async function alertOfTroubles(work: Work): Promise<number> {
  const { tx, machineNow, terms } = work;
  let told = (await tellOfHold(work)) + (await tellOfCalendar(work));
  for (const { channel, state, detail, lasting, downSince } of await listChannelStates(tx)) {
    const isLong = downSince !== null && machineNow.getTime() - downSince.getTime() >= patienceMs;
    if (state !== 'down' || !isLong || lasting === 'consent') continue;
    const occasion = `down ${downSince.toISOString()}`;
    told += await alertStaff(work, { broken: channel, occasion, text: channelDown(channel, detail ?? '') });
  }
  for (const { channel, left } of await readBudgets(tx, terms.budgets, machineNow)) {
    if (left > 0) continue;
    const occasion = `spent ${civilDate(machineNow).slice(0, 7)}`;
    told += await alertStaff(work, { broken: channel, occasion, text: budgetSpent(channel) });
  }
  return told;
}

/** Tells of a restore once, and asks what shall become of what waited then. */
async function tellOfHold(work: Work): Promise<number> {
  const hold = await readHold(work.tx);
  if (!hold) return 0;
  return alertStaff(work, { about: 'service', occasion: `restore ${hold.epoch}`, ...holdNotice(hold) });
}

/** Tells once of each year whose days off are not in the table yet. It is not urgent, so it waits for office hours. */
async function tellOfCalendar(work: Work): Promise<number> {
  if (!isWorkingTime(work.now)) return 0;
  let told = 0;
  for (const year of yearsWithoutTable(civilDate(work.now)))
    told += await alertStaff(work, {
      about: 'service',
      occasion: `holidays ${year}`,
      text: yearWithoutHolidays(year, estimateHolidays(year)),
    });
  return told;
}
