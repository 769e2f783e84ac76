/** Telling staff that a channel needs them: on any channel but that one. */
import type { ChannelName } from '../../core/channels/address.ts';
import { bodyOf } from '../../core/delivery/layout.ts';
import type { Message } from '../../core/delivery/message.ts';
import { writeMessages } from '../../db/delivery/messages.ts';
import { enqueue } from '../../db/delivery/queue.ts';
import { findStaff } from '../../db/roster/people.ts';
import { requestsOf } from './say.ts';
import { findPersonRoutes } from './ways.ts';
import type { Work } from './work.ts';

/** `occasion` makes an alert one: what it was about, so that the next time is told again. */
export type Alert = { broken: ChannelName; occasion: string; text: string };

/** Tells every staff member who has another channel, once an occasion; returns how many. */
export async function alertStaff(work: Work, { broken, occasion, text }: Alert): Promise<number> {
  const staff = await findStaff(work.tx);
  const routes = await findPersonRoutes(work, staff);
  const routeTo = (id: number) => routes.get(id)?.find(({ channel }) => channel !== broken);
  const said = staff
    .filter((id) => routeTo(id) !== undefined)
    .map(
      (id): Message => ({
        meaning: `alert:${broken}:${occasion}`,
        recipient: { type: 'person', id },
        kind: 'receipt',
        body: bodyOf({ text }),
      }),
    );
  const rows = (await writeMessages(work.tx, said, work.now)).flatMap((message) => {
    const route = routeTo(message.recipient.id);
    return route ? requestsOf(work, message, route) : [];
  });
  await enqueue(work.tx, rows);
  return rows.length;
}
