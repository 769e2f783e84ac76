/** Telling staff that they are needed: a channel needs them or did not do its part, or the database was put back. */
import type { ChannelName } from '../../core/channels/address.ts';
import { bodyOf, type Choice } from '../../core/delivery/layout.ts';
import type { Message } from '../../core/delivery/message.ts';
import { enqueue } from '../../db/delivery/queue.ts';
import { findStaff } from '../../db/roster/people.ts';
import { requestsOf, writeSealed } from './say.ts';
import { findPersonRoutes } from './ways.ts';
import type { Work } from './work.ts';

/**
 * `occasion` makes an alert one: what it was about, so that the next time is told again. A channel that is `broken` does
 * not carry it; one that it is only `about` may.
 */
export type Alert = ({ broken: ChannelName } | { about: ChannelName | 'service' }) & {
  occasion: string;
  text: string;
  choices?: Choice[];
};

/** Tells every staff member who has a channel for it, once an occasion; returns how many. */
export async function alertStaff(work: Work, alert: Alert): Promise<number> {
  const { occasion, text, choices = [] } = alert;
  const [channel, broken] = 'broken' in alert ? [alert.broken, alert.broken] : [alert.about, undefined];
  const staff = await findStaff(work.tx);
  const routes = await findPersonRoutes(work, staff);
  const routeTo = (id: number) => routes.get(id)?.find((route) => route.channel !== broken);
  const said = staff
    .filter((id) => routeTo(id) !== undefined)
    .map(
      (id): Message => ({
        meaning: `alert:${channel}:${occasion}`,
        recipient: { type: 'person', id },
        kind: 'receipt',
        body: bodyOf({ text, choices }),
      }),
    );
  const rows = (await writeSealed(work, said)).flatMap((message) => {
    const route = routeTo(message.recipient.id);
    return route ? requestsOf(work, message, route) : [];
  });
  await enqueue(work.tx, rows);
  return rows.length;
}
