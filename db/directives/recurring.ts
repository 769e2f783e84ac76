/** Duties that recur until they are revoked, and how far their rounds are made. */
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Audience } from '../../core/directives/directive.ts';
import type { RecurringRule } from '../../core/directives/recurring-draft.ts';
import type { Db } from '../database.ts';
import { directives, duties } from '../schema/tables.ts';

/** A round that has not opened yet and was never moved, as far as it is held against the calendar. */
export type RoundAhead = { id: number; key: string; due: Date };

/** `newest`: the key of the last round that was made, null before any. Instants are civil time. */
export type RecurringDuty = {
  id: number;
  directiveId: number;
  audience: Audience;
  rule: RecurringRule;
  issuedAt: Date;
  /** When the directive was reopened last: what would have been due while it was closed was never asked. */
  reopenedAt: Date | null;
  newest: string | null;
  ahead: RoundAhead[];
};

const dayKey = sql`key ~ '^[0-9]{4}-'`;

/** Those of the directives that are issued, or of one of them, by id. */
export async function listRecurringDuties(db: Db, now: Date, directiveId?: number): Promise<RecurringDuty[]> {
  const rows = await db
    .select({
      id: duties.id,
      directiveId: duties.directiveId,
      audience: duties.audience,
      rule: duties.deadline,
      issuedAt: directives.issuedAt,
      reopenedAt: sql<string | null>`(select to_json(max(at)) #>> '{}' from directive_changes c
        where c.directive_id = ${directives.id} and c.change ->> 'type' = 'reopened')`,
      newest: sql<string | null>`(select max(key) from rounds where duty_id = ${duties.id} and ${dayKey})`,
      ahead: sql<{ id: number; key: string; due: string }[]>`(select coalesce(json_agg(json_build_object(
          'id', id, 'key', key, 'due', due) order by key), '[]') from rounds
        where duty_id = ${duties.id} and ${dayKey} and opens_at > ${now.toISOString()}::timestamptz
          and extended_at is null and amended_at is null)`,
    })
    .from(duties)
    .innerJoin(directives, eq(directives.id, duties.directiveId))
    .where(
      and(
        eq(directives.state, 'issued'),
        sql`${duties.deadline} ->> 'rule' = 'recurring'`,
        directiveId === undefined ? undefined : eq(directives.id, directiveId),
      ),
    )
    .orderBy(asc(duties.id));
  return rows.flatMap(({ rule, issuedAt, reopenedAt, ahead, ...row }) =>
    rule.rule === 'recurring' && issuedAt
      ? [
          {
            ...row,
            rule,
            issuedAt,
            reopenedAt: reopenedAt === null ? null : new Date(reopenedAt),
            ahead: ahead.map((round) => ({ ...round, due: new Date(round.due) })),
          },
        ]
      : [],
  );
}
