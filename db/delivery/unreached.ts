/** Whom the tasks of a directive have not reached, and who owes and may be beyond reach. Ids come as one text. */
import { and, desc, eq, isNull, not, or, type SQL, sql } from 'drizzle-orm';
import type { ChannelName } from '../../core/channels/address.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { accounts, assignments, messages, obligations, outbox, unitRoles, units } from '../schema/tables.ts';
import { hasTrouble, isBeingDelivered } from './standing.ts';

const inOrder = sql<string>`coalesce(json_agg(${units.id} order by ${units.position}, ${units.id}), '[]')::text`;

const idsOf = ([row]: { ids: string }[]): number[] => JSON.parse(row?.ids ?? '[]') as number[];

/**
 * The units that a directive's tasks have not reached, by id in administrative order. Requests on the `down` channels do not
 * count.
 */
export async function listUnreached(db: Db, directiveId: number, down: ChannelName[]): Promise<number[]> {
  return idsOf(
    await db
      .select({ ids: inOrder })
      .from(assignments)
      .innerJoin(units, eq(units.id, assignments.unitId))
      .where(
        and(eq(assignments.directiveId, directiveId), isNull(assignments.deliveredAt), not(isBeingDelivered(down))),
      ),
  );
}

/** Why the last request with the tasks of these units failed or still waits, by unit; of others nothing is known. */
export async function findRefusals(
  db: Db,
  directiveId: number,
  unitIds: number[],
): Promise<ReadonlyMap<number, string>> {
  const refusal = db
    .select({ reason: sql`coalesce(${outbox.reason}, 'the channel is down')` })
    .from(outbox)
    .innerJoin(messages, eq(messages.id, outbox.messageId))
    .where(and(eq(messages.delivers, sql`assignments.id`), hasTrouble))
    .orderBy(desc(outbox.id))
    .limit(1);
  const rows = await db
    .select({ unitId: assignments.unitId, refusal: sql<string | null>`(${refusal})` })
    .from(assignments)
    .where(and(eq(assignments.directiveId, directiveId), inArray(assignments.unitId, unitIds)));
  return new Map(rows.flatMap((row) => (row.refusal === null ? [] : [[row.unitId, row.refusal]])));
}

/** A channel on which something may be sent to whoever wrote there since; null: to everybody. */
export type OpenChannel = { channel: ChannelName; since: Date | null };

/**
 * The units that owe in a round and have nobody on the channels that are open for sure, by id in administrative order. Whether
 * they are beyond reach depends on what their channels cost.
 */
export async function listPerhapsClosed(db: Db, roundId: number, open: readonly OpenChannel[]): Promise<number[]> {
  const onOpen: (SQL | undefined)[] = open.map(({ channel, since }) =>
    and(
      sql`${accounts.channel} = ${channel}`,
      since === null ? undefined : sql`${accounts.lastWordAt} >= ${since.toISOString()}::timestamptz`,
    ),
  );
  const reached = sql`exists (select 1 from ${unitRoles} join ${accounts} on ${accounts.personId} = ${unitRoles.personId}
    where ${and(
      eq(unitRoles.unitId, sql`obligations.unit_id`),
      inArray(unitRoles.role, ['head', 'delegate']),
      isNull(unitRoles.to),
      eq(unitRoles.state, 'agreed'),
      eq(accounts.state, 'active'),
      or(...onOpen) ?? sql`false`,
    )})`;
  return idsOf(
    await db
      .select({ ids: inOrder })
      .from(obligations)
      .innerJoin(units, eq(units.id, obligations.unitId))
      .where(and(eq(obligations.roundId, roundId), eq(obligations.state, 'owed'), not(reached))),
  );
}

/** What names a list of units, whatever their order: the beginning of a digest of their codes. */
export async function nameUnits(db: Db, ids: readonly number[]): Promise<string> {
  const [row] = await db
    .select({
      name: sql<string>`left(encode(sha256(convert_to(string_agg(${units.code}, ',' order by ${units.code} collate "C"),
        'UTF8')), 'hex'), 16)`,
    })
    .from(units)
    .where(inArray(units.id, [...ids]));
  return row?.name ?? '';
}
