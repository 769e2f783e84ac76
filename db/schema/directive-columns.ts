/** Columns that queries of several subjects select alike. */
import { sql } from 'drizzle-orm';
import type { Signer } from '../../core/directives/assignment.ts';
import type { NamedContact } from '../../core/roster/contact.ts';
import { directives } from './directives.ts';

/**
 * What a directive is named by, but for its issuer. Kind and basis stand in the draft it was imported from.
 */
export const directiveColumns = {
  id: directives.id,
  type: sql<string>`${directives.draft} ->> 'type'`,
  number: directives.number,
  date: directives.date,
  subject: directives.subject,
  state: directives.state,
  contact: sql<NamedContact | null>`${directives.draft} -> 'contact'`,
  signer: sql<Signer | null>`${directives.draft} -> 'signer'`,
  basis: sql<string | null>`${directives.draft} ->> 'basis'`,
};
