/** Roles with the answer to the data notice, and links withdrawn from people, as the audit chain records them. */
import { asc, gt, sql } from 'drizzle-orm';
import { revokedLinks, unitRoles } from '../schema/tables.ts';
import { type FactTable, idAfter, newestOf, stored } from './fact-table.ts';

/** What is recorded of a role. */
export const recordedRole = {
  id: unitRoles.id,
  person: unitRoles.personId,
  unit: unitRoles.unitId,
  role: unitRoles.role,
  state: unitRoles.state,
};

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
    return rows.map(({ newest, ...row }) => stored({ kind: 'role', ...row }, newest));
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
