/** Tells staff of what only people can put right: a channel that stays down, a month's messages that are used up. */
import { alertStaff } from '../../bot/delivery/alert.ts';
import { readBudgets, type Voice } from '../../bot/delivery/voice.ts';
import { civilDate } from '../../core/time/calendar.ts';
import type { Db } from '../../db/database.ts';
import { listChannelStates } from '../../db/platforms/channel-states.ts';
import { budgetSpent, channelDown } from '../../messages/words/channels.ts';

/** A trouble that passes sooner (machine milliseconds) is nobody's business. */
const patienceMs = 60_000;

/**
 * Tells each trouble once; returns how many people were told. A lost consent is told where it is noticed, with its link
 * (`bot/service/start.ts`). `now` is civil time.
 */
export async function alertOfTroubles(db: Db, voice: Voice, now: Date): Promise<number> {
  const machineNow = voice.machineNow();
  let told = 0;
  for (const { channel, state, detail, lasting, downSince } of await listChannelStates(db)) {
    const isLong = downSince !== null && machineNow.getTime() - downSince.getTime() >= patienceMs;
    if (state !== 'down' || !isLong || lasting === 'consent') continue;
    const occasion = `down ${downSince.toISOString()}`;
    told += await alertStaff(db, { broken: channel, occasion, text: channelDown(channel, detail ?? '') }, voice, now);
  }
  for (const { channel, left } of await readBudgets(db, voice)) {
    if (left > 0) continue;
    const occasion = `spent ${civilDate(machineNow).slice(0, 7)}`;
    told += await alertStaff(db, { broken: channel, occasion, text: budgetSpent(channel) }, voice, now);
  }
  return told;
}
