/** Who has read of a directive, and what of it still waits. */
import { and, eq, exists, isNull, or, sql } from 'drizzle-orm';
import type { MessageKind, Recipient } from '../../core/delivery/message.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { groups, messages, outbox, unitRoles } from '../schema/tables.ts';
import { withdrawDigests } from '../talk/nudges.ts';
import { hasLeft } from './standing.ts';

/** The people who still act for a unit, and the groups that still have us, to whom something of a directive was said. */
export const findTold = async (db: Db, directiveId: number): Promise<Recipient[]> => await selectTold(db, directiveId);

/** How many they are. */
export const countTold = (db: Db, directiveId: number): Promise<number> =>
  db.$count(selectTold(db, directiveId).as('told'));

function selectTold(db: Db, directiveId: number) {
  const acts = db
    .select({ one: sql`1` })
    .from(unitRoles)
    .where(and(eq(unitRoles.personId, messages.recipientId), eq(unitRoles.state, 'agreed'), isNull(unitRoles.to)));
  const has = db
    .select({ one: sql`1` })
    .from(groups)
    .where(and(eq(groups.id, messages.recipientId), eq(groups.state, 'active')));
  return db
    .selectDistinct({ type: messages.recipientType, id: messages.recipientId })
    .from(messages)
    .where(
      and(
        eq(messages.directiveId, directiveId),
        hasLeft,
        or(
          and(eq(messages.recipientType, 'person'), exists(acts)),
          and(eq(messages.recipientType, 'group'), exists(has)),
        ),
      ),
    )
    .orderBy(messages.recipientType, messages.recipientId);
}

/** Withdraws what of a directive waits to be sent, of these kinds; where units are named, only what is about them. */
export async function withdrawAbout(
  db: Db,
  directiveId: number,
  { kinds, reason, units }: { kinds: MessageKind[]; reason: string; units?: number[] },
  now: Date,
): Promise<void> {
  const those = db
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.directiveId, directiveId),
        inArray(messages.kind, kinds),
        units && inArray(messages.unitId, units),
      ),
    );
  await db
    .update(outbox)
    .set({ state: 'withdrawn', reason, settledAt: now })
    .where(and(inArray(outbox.messageId, those), eq(outbox.state, 'queued')));
  if (!kinds.includes('reminder')) return;
  const isAbout = units ? inArray(sql`n.unit_id`, [0, ...units]) : sql`true`;
  await withdrawDigests(db, sql`n.directive_id = ${directiveId}::int and ${isAbout}`, { reason, now });
}
