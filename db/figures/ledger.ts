import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { type AnyPgColumn, alias } from 'drizzle-orm/pg-core';
import type { Recipient } from '../../core/delivery/message.ts';
import type { DeliveryLine, Office, ToldLine } from '../../core/figures/papers.ts';
import type { Db } from '../database.ts';
import { accounts, assignments, groups, messages, obligations, outbox, people, units } from '../schema/tables.ts';

/**
 * What was said unasked about a directive (tasks, reminders, summaries, groups), with each request to a platform and how
 * it ended; of one unit when its code is given. In the order written.
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

/** A unit as the head and foot of its papers need it, with the names of all bodies above it. */
export async function readOffice(db: Db, unitId: number): Promise<Office & { code: string; parentId: number | null }> {
  const rows = await db
    .select({
      id: units.id,
      code: units.code,
      name: units.name,
      aliases: units.aliases,
      headTitle: units.headTitle,
      headName: units.headName,
      parentId: units.parentId,
    })
    .from(units)
    .where(
      inArray(
        units.id,
        sql`(with recursive line(id, parent_id) as (
          select id, parent_id from units where id = ${unitId}
          union select u.id, u.parent_id from units u join line on u.id = line.parent_id) select id from line)`,
      ),
    );
  const own = rows.find((row) => row.id === unitId);
  if (!own) throw new Error(`unit ${unitId} is gone`);
  const above: string[] = [];
  for (let at = own.parentId; at !== null; ) {
    const next = rows.find((row) => row.id === at);
    if (!next) break;
    above.push(next.name);
    at = next.parentId;
  }
  const { id: _, ...office } = own;
  return { ...office, above };
}

/** The unit with this code that a directive was given to; undefined when there is none. */
export async function findAssignedUnit(db: Db, directiveId: number, code: string): Promise<number | undefined> {
  const [row] = await db
    .select({ id: units.id })
    .from(assignments)
    .innerJoin(units, eq(units.id, assignments.unitId))
    .where(and(eq(assignments.directiveId, directiveId), eq(units.code, code)))
    .limit(1);
  return row?.id;
}
