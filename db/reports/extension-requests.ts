import { and, asc, eq, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { AuditFact } from '../../core/audit/fact.ts';
import type { ExtensionRequest, RequestDecision } from '../../core/directives/life/request.ts';
import type { SaidDay } from '../../core/language/day.ts';
import { recordedRequest } from '../audit/changes.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { directives, duties, extensionRequests, obligations, people, rounds, units } from '../schema/tables.ts';
import { dueOf } from './deadlines.ts';

type RequestFact = Extract<AuditFact, { kind: 'extension-request' }>;
type NewRequest = { obligationId: number; personId: number; until: SaidDay; reason: string; inboxId: number | null };

const isWaiting = eq(extensionRequests.state, 'waiting');

/** Keeps a request that waits, in the place of an older one of the same debt. Returns what is to be recorded, the new one last. */
export async function makeRequest(db: Db, request: NewRequest, now: Date): Promise<[...RequestFact[], RequestFact]> {
  const replaced = await settleRequestsOf(db, [request.obligationId], { state: 'replaced', by: null }, now);
  const [row] = await db
    .insert(extensionRequests)
    .values({ ...request, askedAt: now, state: 'waiting' })
    .returning(recordedRequest);
  if (!row) throw new Error('an insert returned no row');
  return [...replaced, { kind: 'extension-request', ...row }];
}

/** Decides the requests of debts that wait. Returns what is to be recorded. */
export async function settleRequestsOf(
  db: Db,
  debts: number[],
  { state, by }: { state: Exclude<RequestDecision, 'waiting'>; by: number | null },
  now: Date,
): Promise<RequestFact[]> {
  if (debts.length === 0) return [];
  const rows = await db
    .update(extensionRequests)
    .set({ state, decidedAt: now, decidedBy: by })
    .where(and(isWaiting, inArray(extensionRequests.obligationId, debts)))
    .returning(recordedRequest);
  return rows.map((row) => ({ kind: 'extension-request', ...row }));
}

/** The requests that wait for one of these offices, oldest first. */
export const findRequests = (db: Db, officeIds: number[]): Promise<ExtensionRequest[]> =>
  officeIds.length === 0 ? Promise.resolve([]) : selectRequests(db, inArray(directives.issuerId, officeIds));

/** The requests about one directive that wait, oldest first. */
export const findRequestsOf = (db: Db, directiveId: number): Promise<ExtensionRequest[]> =>
  selectRequests(db, eq(directives.id, directiveId));

/** A request that waits; undefined where it was decided, or there is none. */
export async function findRequest(db: Db, id: number): Promise<(ExtensionRequest & { personId: number }) | undefined> {
  const [row] = await selectRequests(db, eq(extensionRequests.id, id));
  return row;
}

const asker = alias(people, 'asker');

function selectRequests(db: Db, which: SQL) {
  const { id: directiveId, number, date, subject } = directives;
  return db
    .select({
      id: extensionRequests.id,
      obligation: obligations.id,
      unit: { id: units.id, code: units.code, name: units.name },
      directive: { id: directiveId, number, date, subject },
      personId: extensionRequests.personId,
      by: asker.name,
      until: extensionRequests.until,
      reason: extensionRequests.reason,
      due: dueOf,
    })
    .from(extensionRequests)
    .innerJoin(obligations, eq(obligations.id, extensionRequests.obligationId))
    .innerJoin(rounds, eq(rounds.id, obligations.roundId))
    .innerJoin(duties, eq(duties.id, rounds.dutyId))
    .innerJoin(directives, eq(directives.id, duties.directiveId))
    .innerJoin(units, eq(units.id, obligations.unitId))
    .innerJoin(asker, eq(asker.id, extensionRequests.personId))
    .where(and(isWaiting, which))
    .orderBy(asc(extensionRequests.id));
}
