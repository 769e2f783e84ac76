/** Telling staff that a channel needs them: on any channel but that one. */
import type { ChannelName } from '../../core/channels/address.ts';
import type { Message } from '../../core/delivery/message.ts';
import type { Db } from '../../db/database.ts';
import { writeMessages } from '../../db/delivery/messages.ts';
import { enqueue } from '../../db/delivery/outbox.ts';
import { findStaff } from '../../db/roster/people.ts';
import { requestsOf } from './say.ts';
import type { Voice } from './voice.ts';
import { findPersonPlaces } from './ways.ts';

/** `occasion` makes an alert one: what it was about, so that the next time is told again. */
export type Alert = { broken: ChannelName; occasion: string; text: string };

/** Tells every staff member who has another channel, once an occasion; returns how many. `now` is civil time. */
export function alertStaff(db: Db, { broken, occasion, text }: Alert, voice: Voice, now: Date): Promise<number> {
  return db.transaction(async (tx) => {
    const staff = await findStaff(tx);
    const places = await findPersonPlaces(tx, staff, voice);
    const placeOf = (id: number) => places.get(id)?.find(({ channel }) => channel !== broken);
    const said = staff
      .filter((id) => placeOf(id) !== undefined)
      .map(
        (id): Message => ({
          meaning: `alert:${broken}:${occasion}`,
          recipient: { type: 'person', id },
          kind: 'receipt',
          body: { text, choices: [], choiceStyle: 'menu' },
        }),
      );
    const rows = (await writeMessages(tx, said, now)).flatMap((message) => {
      const place = placeOf(message.recipient.id);
      return place ? requestsOf(message, place, voice, now) : [];
    });
    await enqueue(tx, rows);
    return rows.length;
  });
}
