/** The newest reminders, and why they were written. */
import { and, asc, desc, eq, exists, isNotNull, or, type SQL, sql } from 'drizzle-orm';
import type { LastGroupReminder, LastReminder, ReminderReason } from '../../core/reminders/reason.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { dueOf } from '../reports/deadlines.ts';
import { directives, groups, messages, nudges, obligations, rounds, units } from '../schema/tables.ts';

const unit = { id: units.id, code: units.code, name: units.name };
const directive = { number: directives.number, date: directives.date };

/** The newest reminder that was written to a person; undefined where there was none. */
export async function findLastReminder(db: Db, personId: number): Promise<LastReminder | undefined> {
  const told = db.select({ one: sql`1` }).from(nudges).where(eq(nudges.messageId, messages.id));
  const [newest] = await db
    .select({ id: messages.id, at: messages.createdAt })
    .from(messages)
    .where(
      and(
        eq(messages.recipientType, 'person'),
        eq(messages.recipientId, personId),
        or(eq(messages.kind, 'reminder'), exists(told)),
      ),
    )
    .orderBy(desc(messages.id))
    .limit(1);
  if (!newest) return undefined;
  const reasons = await findReasons(db, newest.id);
  return { at: newest.at, reasons: reasons.length > 0 ? reasons : await readOnDemand(db, newest.id) };
}

/** The things that a message told, each with what stood behind it. */
function findReasons(db: Db, messageId: number): Promise<ReminderReason[]> {
  return db
    .select({
      why: nudges.why,
      unit,
      directive,
      slot: nudges.slot,
      promised: nudges.promised,
      due: dueOf,
      debt: obligations.state,
    })
    .from(nudges)
    .innerJoin(directives, eq(directives.id, nudges.directiveId))
    .innerJoin(rounds, eq(rounds.id, nudges.roundId))
    .leftJoin(units, eq(units.id, nudges.unitId))
    .leftJoin(obligations, eq(obligations.id, nudges.obligationId))
    .where(eq(nudges.messageId, messageId))
    .orderBy(asc(nudges.id));
}

/** Of a message without nudges: somebody asked for it, or a version before wrote it for a slot. */
async function readOnDemand(db: Db, messageId: number): Promise<ReminderReason[]> {
  const rows = await db
    .select({ unit, directive, slot: messages.slot, due: dueOf, debt: obligations.state })
    .from(messages)
    .innerJoin(directives, eq(directives.id, messages.directiveId))
    .leftJoin(units, eq(units.id, messages.unitId))
    .leftJoin(obligations, eq(obligations.id, messages.restsOn))
    .leftJoin(rounds, eq(rounds.id, sql`coalesce(${messages.roundId}, ${obligations.roundId})`))
    .where(eq(messages.id, messageId));
  return rows.map((row) => ({ ...row, why: row.slot === null ? 'on-demand' : 'owes', promised: null }));
}

/** The newest reminder in a group, or in any group of some offices; undefined where there was none. */
export async function findLastGroupReminder(
  db: Db,
  where: { group: number } | { issuers: readonly number[] },
): Promise<LastGroupReminder | undefined> {
  const which: SQL = 'group' in where ? eq(groups.id, where.group) : inArray(groups.issuerId, [...where.issuers]);
  const [row] = await db
    .select({
      at: messages.createdAt,
      title: groups.title,
      directive,
      slot: messages.slot,
      due: rounds.due,
      owing: sql<number>`(select count(*)::int from obligations o join units u on u.id = o.unit_id
        where o.round_id = ${messages.roundId} and o.state = 'owed' and u.parent_id = ${groups.issuerId}
        and o.consolidator_id is null)`,
    })
    .from(messages)
    .innerJoin(groups, and(eq(messages.recipientType, 'group'), eq(groups.id, messages.recipientId)))
    .innerJoin(directives, eq(directives.id, messages.directiveId))
    .leftJoin(rounds, eq(rounds.id, messages.roundId))
    .where(and(which, eq(messages.kind, 'group'), isNotNull(messages.slot)))
    .orderBy(desc(messages.id))
    .limit(1);
  return row;
}
