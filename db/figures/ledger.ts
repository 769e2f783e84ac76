import { and, asc, eq, isNull } from 'drizzle-orm';
import { type AnyPgColumn, alias } from 'drizzle-orm/pg-core';
import type { Recipient } from '../../core/delivery/message.ts';
import type { DeliveryLine, ToldLine } from '../../core/figures/papers.ts';
import type { Db } from '../database.ts';
import { accounts, assignments, groups, messages, obligations, outbox, people, units } from '../schema/tables.ts';

/**
 * Lists the unasked messages about a directive, each with its requests to platforms and how they ended, in the order
 * written. A unit's code limits them to that unit.
 */
export async function listDeliveries(db: Db, directiveId: number, unitCode?: string): Promise<DeliveryLine[]> {
  const account = alias(accounts, 'told');
  const told = (type: Recipient['type'], id: AnyPgColumn) =>
    and(eq(messages.recipientType, type), eq(messages.recipientId, id));
  const rows = await db
    .select({
      unit: { code: units.code, name: units.name },
      person: people.name,
      account: account.name,
      group: groups.title,
      kind: messages.kind,
      writtenAt: messages.createdAt,
      channel: outbox.channel,
      part: outbox.part,
      parts: outbox.parts,
      attempt: outbox.attempt,
      state: outbox.state,
      receipt: outbox.externalId,
      settledAt: outbox.settledAt,
      reason: outbox.reason,
      refusedBecause: outbox.refusedBecause,
    })
    .from(messages)
    .leftJoin(outbox, eq(outbox.messageId, messages.id))
    .leftJoin(people, told('person', people.id))
    .leftJoin(account, told('account', account.id))
    .leftJoin(groups, told('group', groups.id))
    .leftJoin(units, eq(units.id, messages.unitId))
    .where(and(eq(messages.directiveId, directiveId), unitCode === undefined ? undefined : eq(units.code, unitCode)))
    .orderBy(asc(messages.createdAt), asc(messages.id), asc(outbox.id));
  return rows.map((row) => ({
    unit: row.unit,
    recipient: row.person ?? row.group ?? row.account ?? '',
    kind: row.kind,
    writtenAt: row.writtenAt,
    sending: row.channel &&
      row.state && {
        channel: row.channel,
        part: row.part ?? 1,
        parts: row.parts ?? 1,
        attempt: row.attempt ?? 1,
        state: row.state,
        receipt: row.receipt,
        settledAt: row.settledAt,
        reason: row.reason,
        refusedBecause: row.refusedBecause,
      },
  }));
}

/** Units that a directive gives tasks to and that owe no report in a round, in administrative order; or one of them. */
export async function listToldOnly(
  db: Db,
  { id: roundId, directiveId }: { id: number; directiveId: number },
  unitId?: number,
): Promise<ToldLine[]> {
  const rows = await db
    .select({
      unit: { id: units.id, code: units.code, name: units.name },
      deliveredAt: assignments.deliveredAt,
      at: assignments.acknowledgedAt,
      by: people.name,
      message: assignments.acknowledgedIn,
    })
    .from(assignments)
    .innerJoin(units, eq(units.id, assignments.unitId))
    .leftJoin(obligations, and(eq(obligations.unitId, units.id), eq(obligations.roundId, roundId)))
    .leftJoin(people, eq(people.id, assignments.acknowledgedBy))
    .where(
      and(
        eq(assignments.directiveId, directiveId),
        isNull(obligations.id),
        unitId === undefined ? undefined : eq(units.id, unitId),
      ),
    )
    .orderBy(asc(units.position), asc(units.id));
  return rows.map(({ unit, deliveredAt, at, by, message }) => ({
    unit,
    deliveredAt,
    acknowledged: at && { by, at, message },
  }));
}
