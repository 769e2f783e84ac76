/** Roles with the answer to the data notice, claims to them, links withdrawn and data erased, as the audit chain records them. */
import { asc, eq, gt, sql } from 'drizzle-orm';
import type { AuditFact } from '../../core/audit/fact.ts';
import {
  attachments,
  directiveLinkRevocations,
  erasures,
  inbox,
  outbox,
  revokedLinks,
  roleClaims,
  unitRoles,
} from '../schema/tables.ts';
import { type FactTable, idAfter, newestOf, stored } from './fact-table.ts';

/** What is recorded of a role. */
export const recordedRole = {
  id: unitRoles.id,
  person: unitRoles.personId,
  unit: unitRoles.unitId,
  role: unitRoles.role,
  state: unitRoles.state,
  ended: unitRoles.to,
  endedBy: unitRoles.endedBy,
};

type RoleRow = Pick<typeof unitRoles.$inferSelect, 'id' | 'role' | 'state' | 'endedBy'> & {
  person: number;
  unit: number;
  ended: Date | null;
};

/** A role as it is recorded: one that stands has no end. */
export const roleFact = ({ ended, endedBy, ...row }: RoleRow): Extract<AuditFact, { kind: 'role' }> => ({
  kind: 'role',
  ...row,
  ...(ended && { ended: { at: ended, by: endedBy } }),
});

export const roleTable: FactTable = {
  rows: sql`unit_roles`,
  subject: sql`unit_roles.id::text`,
  async read(db, after, limit) {
    const rows = await db
      .select({ ...recordedRole, newest: newestOf('role', roleTable.subject) })
      .from(unitRoles)
      .where(gt(unitRoles.id, idAfter(after)))
      .orderBy(asc(unitRoles.id))
      .limit(limit);
    return rows.map(({ newest, ...row }) => stored(roleFact(row), newest));
  },
};

export const revokedLinkTable: FactTable = {
  rows: sql`revoked_links`,
  subject: sql`revoked_links.hash`,
  async read(db, after, limit) {
    const rows = await db
      .select({
        hash: revokedLinks.hash,
        atMachine: revokedLinks.revokedAt,
        newest: newestOf('revoked-link', revokedLinkTable.subject),
      })
      .from(revokedLinks)
      .where(gt(revokedLinks.hash, after))
      .orderBy(asc(revokedLinks.hash))
      .limit(limit);
    return rows.map(({ newest, ...row }) => stored({ kind: 'revoked-link', ...row }, newest));
  },
};

export const revokedLinksTable: FactTable = {
  rows: sql`directive_link_revocations`,
  subject: sql`directive_link_revocations.directive_id::text`,
  async read(db, after, limit) {
    const rows = await db
      .select({
        id: directiveLinkRevocations.directiveId,
        atMachine: directiveLinkRevocations.revokedAt,
        newest: newestOf('revoked-links', revokedLinksTable.subject),
      })
      .from(directiveLinkRevocations)
      .where(gt(directiveLinkRevocations.directiveId, idAfter(after)))
      .orderBy(asc(directiveLinkRevocations.directiveId))
      .limit(limit);
    return rows.map(({ newest, ...row }) => stored({ kind: 'revoked-links', ...row }, newest));
  },
};

/** What is recorded of a claim to a role. */
export const recordedClaim = {
  id: roleClaims.id,
  account: roleClaims.accountId,
  unit: roleClaims.unitId,
  state: roleClaims.state,
  by: roleClaims.decidedBy,
};

export const claimTable: FactTable = {
  rows: sql`role_claims`,
  subject: sql`role_claims.id::text`,
  async read(db, after, limit) {
    const rows = await db
      .select({ ...recordedClaim, newest: newestOf('claim', claimTable.subject) })
      .from(roleClaims)
      .where(gt(roleClaims.id, idAfter(after)))
      .orderBy(asc(roleClaims.id))
      .limit(limit);
    return rows.map(({ newest, ...row }) => stored({ kind: 'claim', ...row }, newest));
  },
};

export const erasureTable: FactTable = {
  rows: sql`erasures`,
  subject: sql`erasures.id::text`,
  /** The rows are counted that name the erasure, so that what was erased without one is found. */
  async read(db, after, limit) {
    const rows = await db
      .select({
        id: erasures.id,
        why: erasures.why,
        person: erasures.personId,
        by: erasures.by,
        at: erasures.at,
        requests: db.$count(outbox, eq(outbox.erasedIn, erasures.id)),
        inbound: db.$count(inbox, eq(inbox.erasedIn, erasures.id)),
        files: db.$count(attachments, eq(attachments.erasedIn, erasures.id)),
        newest: newestOf('erasure', erasureTable.subject),
      })
      .from(erasures)
      .where(gt(erasures.id, idAfter(after)))
      .orderBy(asc(erasures.id))
      .limit(limit);
    return rows.map(({ newest, ...row }) => stored({ kind: 'erasure', ...row }, newest));
  },
};
