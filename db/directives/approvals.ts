/** What staff put before who leads the office, and who approved what was issued. */
import { and, asc, eq, type SQL } from 'drizzle-orm';
import type { AuditFact } from '../../core/audit/fact.ts';
import type { ApprovalRequest, ApprovalState, IssueTerms, IssuingRule } from '../../core/directives/approval.ts';
import { recordedApproval } from '../audit/approvals.ts';
import type { Db } from '../database.ts';
import { inArray } from '../engine/lists.ts';
import { approvals, directives, officeSwitches, people } from '../schema/tables.ts';

type ApprovalFact = Extract<AuditFact, { kind: 'approval' }>;

/** Whether the staff of an office issue by themselves. */
export async function readIssuingRule(db: Db, officeId: number): Promise<IssuingRule> {
  const [row] = await db
    .select({ issuing: officeSwitches.issuing })
    .from(officeSwitches)
    .where(eq(officeSwitches.unitId, officeId));
  return row?.issuing ?? 'alone';
}

/** Keeps whether the staff of an office issue by themselves. */
export async function setIssuingRule(db: Db, officeId: number, issuing: IssuingRule): Promise<void> {
  await db
    .insert(officeSwitches)
    .values({ unitId: officeId, issuing })
    .onConflictDoUpdate({ target: officeSwitches.unitId, set: { issuing } });
}

/** Puts a draft forward; what was put forward of it before is replaced. Returns what is to be recorded, the new one last. */
export async function putForward(
  db: Db,
  { directiveId, by, terms }: { directiveId: number; by: number; terms: IssueTerms },
  now: Date,
): Promise<ApprovalFact[]> {
  const replaced = await db
    .update(approvals)
    .set({ state: 'replaced' })
    .where(and(eq(approvals.directiveId, directiveId), eq(approvals.state, 'waiting')))
    .returning(recordedApproval);
  const made = await db
    .insert(approvals)
    .values({ directiveId, requestedBy: by, requestedAt: now, terms, state: 'waiting' })
    .returning(recordedApproval);
  return [...replaced, ...made].map((row) => ({ kind: 'approval', ...row }));
}

/** Decides what waits, once. Returns what is to be recorded. */
export async function decideApproval(
  db: Db,
  id: number,
  decided: { state: Exclude<ApprovalState, 'waiting'>; by: number; inboxId: number | null; reason: string | null },
  now: Date,
): Promise<ApprovalFact[]> {
  const { state, by, inboxId, reason } = decided;
  const rows = await db
    .update(approvals)
    .set({ state, decidedBy: by, decidedAt: now, decidedInboxId: inboxId, reason })
    .where(and(eq(approvals.id, id), eq(approvals.state, 'waiting')))
    .returning(recordedApproval);
  return rows.map((row) => ({ kind: 'approval', ...row }));
}

const selectRequests = (db: Db, which: SQL) =>
  db
    .select({
      id: approvals.id,
      directive: { id: directives.id, number: directives.number, date: directives.date, subject: directives.subject },
      issuerId: directives.issuerId,
      by: people.name,
      requestedBy: approvals.requestedBy,
      at: approvals.requestedAt,
      terms: approvals.terms,
    })
    .from(approvals)
    .innerJoin(directives, eq(directives.id, approvals.directiveId))
    .innerJoin(people, eq(people.id, approvals.requestedBy))
    .where(and(eq(approvals.state, 'waiting'), eq(directives.state, 'draft'), which))
    .orderBy(asc(approvals.id));

/** What waits for who leads these offices, oldest first. */
export const findApprovalRequests = (db: Db, officeIds: number[]): Promise<ApprovalRequest[]> =>
  officeIds.length === 0 ? Promise.resolve([]) : selectRequests(db, inArray(directives.issuerId, officeIds));

/** One that waits, and who put it forward; undefined where it was decided. */
export async function findApprovalRequest(
  db: Db,
  id: number,
): Promise<(ApprovalRequest & { requestedBy: number }) | undefined> {
  const [row] = await selectRequests(db, eq(approvals.id, id));
  return row;
}

/** Who approved that a directive is issued, and when; null where nobody was asked. */
export async function readApprover(db: Db, directiveId: number): Promise<{ by: string; at: Date } | null> {
  const [row] = await db
    .select({ by: people.name, at: approvals.decidedAt })
    .from(approvals)
    .innerJoin(people, eq(people.id, approvals.decidedBy))
    .where(and(eq(approvals.directiveId, directiveId), eq(approvals.state, 'approved')))
    .limit(1);
  return row?.at ? { by: row.by, at: row.at } : null;
}
