import { eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { periodIn } from '../../core/directives/recurring.ts';
import type { RemindedDebt } from '../../core/reminders/nudge.ts';
import type { Db } from '../database.ts';
import { asked } from '../engine/lists.ts';
import { byKeys, notByKey } from '../engine/statements/plan.ts';
import { directiveColumns } from '../schema/directive-columns.ts';
import { directives, duties, obligations, rounds, units } from '../schema/tables.ts';
import { dueOf, isEarlier, isExtended, overdueOf } from './deadlines.ts';
import { findIndicators } from './obligations.ts';

const issuer = alias(units, 'issuer');
const collector = alias(units, 'collector');

/** Debts as whoever is reminded of them must read them, by id. */
export async function readRemindedDebts(db: Db, ids: number[]): Promise<Map<number, RemindedDebt>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({
      id: obligations.id,
      round: obligations.roundId,
      dutyId: duties.id,
      unit: { id: units.id, code: units.code, name: units.name, kind: units.kind },
      directive: directiveColumns,
      issuer: { id: issuer.id, code: issuer.code, name: issuer.name },
      collector: { id: collector.id, code: collector.code, name: collector.name },
      isConsolidated: sql<boolean>`(${obligations.consolidatorId} is not null)`,
      deadline: duties.deadline,
      key: rounds.key,
      due: dueOf,
      overdueFrom: overdueOf,
      isExtended,
      isEarlier,
    })
    .from(asked(ids))
    .innerJoin(obligations, sql`${obligations.id} = asked.id`)
    .innerJoin(rounds, eq(rounds.id, notByKey(obligations.roundId)))
    .innerJoin(duties, eq(duties.id, rounds.dutyId))
    .innerJoin(directives, eq(directives.id, duties.directiveId))
    .innerJoin(units, eq(units.id, obligations.unitId))
    .innerJoin(issuer, eq(issuer.id, directives.issuerId))
    .innerJoin(collector, eq(collector.id, sql`coalesce(${obligations.consolidatorId}, ${duties.reportToId})`))
    .where(byKeys);
  const forms = await findIndicators(db, [...new Set(rows.map(({ dutyId }) => dutyId))]);
  return new Map(
    rows.map(({ dutyId, issuer: issuedBy, deadline, key, ...row }) => [
      row.id,
      {
        ...row,
        directive: { ...row.directive, issuer: issuedBy },
        quote: deadline.quote,
        ...periodIn(deadline, key),
        indicators: forms.get(dutyId) ?? [],
      },
    ]),
  );
}
