/**
 * How messages and their requests stand: the one place that says what the states of the outbox mean. A message stands as
 * its requests do. Tasks stand as the messages that deliver their assignment.
 */
import { and, eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Address, ChannelName } from '../../core/channels/address.ts';
import { arrivedStates, pendingStates, type RequestState } from '../../core/delivery/request-state.ts';
import { inArray } from '../engine/lists.ts';
import { assignments, messages, outbox } from '../schema/tables.ts';

/** Written out and not as parameters: only so do partial indexes serve. */
const listed = (states: readonly RequestState[]): SQL => sql.raw(states.map((state) => `'${state}'`).join(', '));

/** A request has not ended: it waits, or is being sent. */
export const isPending = (state: AnyPgColumn | SQL = outbox.state): SQL<boolean> =>
  sql<boolean>`${state} in (${listed(pendingStates)})`;

/** A chat, or what stands for one in a statement that is put together once. */
type ChatGiven = { channel: ChannelName | SQLWrapper; address: Address | SQLWrapper };

/** A request waits. */
export const isQueued: SQL<boolean> = sql<boolean>`${outbox.state} = 'queued'`;

/** A request waits for this chat. */
export const waitsFor = ({ channel, address }: ChatGiven): SQL | undefined =>
  and(eq(outbox.channel, channel), eq(outbox.address, address), isQueued);

/** A request may have arrived twice, or not at all. */
export const isDoubtful = sql<boolean>`(${outbox.state} = 'uncertain' or ${outbox.attempt} > 1)`;

/** A request did not get through, or not yet: its reason says why. */
export const hasTrouble = inArray(outbox.state, ['queued', 'uncertain', 'refused']);

const hasRequest = (states: readonly RequestState[]): SQL<boolean> => sql<boolean>`exists (
  select 1 from outbox o where o.message_id = ${messages.id} and o.state in (${listed(states)}))`;

/** A message arrived somewhere, may have, or still may: not every request was refused or withdrawn, and there is one. */
export const isOnItsWay = hasRequest([...pendingStates, ...arrivedStates]);

/** A message has left the queue, as a whole or in part: it can no longer be called back. */
export const hasLeft = hasRequest(['sending', ...arrivedStates]);

const tasksHaveRequest = (states: readonly RequestState[], more: SQL = sql``): SQL<boolean> => sql<boolean>`exists (
  select 1 from messages m join outbox o on o.message_id = m.id
  where m.delivers = ${assignments.id} and o.state in (${listed(states)}) ${more})`;

/** Tasks that were not delivered yet may be: a request waits, is being sent, or is of unknown outcome. */
export const mayBeDelivered = tasksHaveRequest([...pendingStates, 'uncertain']);

/** Tasks wait or are being sent on a channel that works; what waits on the `down` ones counts for nothing. */
export const isBeingDelivered = (down: readonly ChannelName[]): SQL<boolean> =>
  tasksHaveRequest(pendingStates, sql`and not (o.channel = any (${`{${down.join(',')}}`}::text[]))`);
