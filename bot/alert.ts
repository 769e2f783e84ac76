/** Telling staff that a channel needs them: on any channel but that one. */
import { civilDate } from '../core/calendar.ts';
import type { ChannelName } from '../core/channel.ts';
import type { Message } from '../core/message.ts';
import type { Db } from '../db/database.ts';
import { writeMessages } from '../db/messages.ts';
import { enqueue } from '../db/outbox.ts';
import { findStaff } from '../db/people.ts';
import { findPersonPlaces } from './places.ts';
import { requestsOf } from './say.ts';
import type { Voice } from './voice.ts';

/** Tells every staff member once a day; returns how many can be told. `now` is civil time. */
export function alertStaff(db: Db, broken: ChannelName, text: string, voice: Voice, now: Date): Promise<number> {
  return db.transaction(async (tx) => {
    const staff = await findStaff(tx);
    const places = await findPersonPlaces(tx, staff, voice);
    const said = staff.map(
      (id): Message => ({
        meaning: `alert:${broken}:${civilDate(now)}`,
        recipient: { type: 'person', id },
        kind: 'receipt',
        body: { text, choices: [], choiceStyle: 'menu' },
      }),
    );
    const rows = (await writeMessages(tx, said, now)).flatMap((message) => {
      const place = places.get(message.recipient.id)?.find(({ channel }) => channel !== broken);
      return place ? requestsOf(message, place, voice, now) : [];
    });
    await enqueue(tx, rows);
    return rows.length;
  });
}
