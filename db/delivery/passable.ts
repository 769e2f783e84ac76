import { and, eq, isNull, not, or } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { ChannelName } from '../../core/channels/address.ts';
import type { Body } from '../../core/delivery/layout.ts';
import type { MessageKind } from '../../core/delivery/message.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { assignments, directives, duties, messages, obligations, outbox, rounds } from '../schema/tables.ts';
import { isOnItsWay } from './standing.ts';

/** A message to a person that may go another way, and where it was tried. */
export type Passable = {
  id: number;
  meaning: string;
  kind: MessageKind;
  body: Body;
  sealed: string | null;
  personId: number;
  /** Whose directive it is about; null for none. */
  issuerId: number | null;
  tried: { channel: ChannelName; address: string }[];
};

const told = alias(directives, 'told');
const owed = alias(directives, 'owed');

/**
 * Picks the messages that may go another way. They are unasked and to people, they are not on their way, and the debt
 * that they rest on still stands.
 */
export async function findPassable(db: Db, ids: number[]): Promise<Passable[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({
      id: messages.id,
      meaning: messages.meaning,
      kind: messages.kind,
      body: messages.body,
      sealed: messages.sealed,
      personId: messages.recipientId,
      toldBy: told.issuerId,
      owedTo: owed.issuerId,
    })
    .from(messages)
    .leftJoin(assignments, eq(assignments.id, messages.delivers))
    .leftJoin(told, eq(told.id, assignments.directiveId))
    .leftJoin(obligations, eq(obligations.id, messages.restsOn))
    .leftJoin(rounds, eq(rounds.id, obligations.roundId))
    .leftJoin(duties, eq(duties.id, rounds.dutyId))
    .leftJoin(owed, eq(owed.id, duties.directiveId))
    .where(
      and(
        inArray(messages.id, ids),
        eq(messages.recipientType, 'person'),
        not(isOnItsWay),
        or(isNull(messages.restsOn), and(eq(obligations.state, 'owed'), eq(owed.state, 'issued'))),
        or(isNull(told.state), eq(told.state, 'issued')),
      ),
    );
  const tries = await db
    .selectDistinct({ id: outbox.messageId, channel: outbox.channel, address: outbox.address })
    .from(outbox)
    .where(inArray(outbox.messageId, ids));
  return rows.map(({ toldBy, owedTo, ...message }) => ({
    ...message,
    issuerId: toldBy ?? owedTo,
    tried: tries.filter((t) => t.id === message.id).map(({ channel, address }) => ({ channel, address })),
  }));
}
