/** Columns that queries of several subjects select alike. */
import { sql } from 'drizzle-orm';
import type { Signer } from '../../core/directives/assignment.ts';
import type { NamedContact } from '../../core/roster/contact.ts';
import { directives } from './directives.ts';

/**
 * What a directive is named by, but for its issuer. Kind and basis stand in the draft it was imported from; of it they are kept apart.
 */
export const directiveColumns = {
  id: directives.id,
  type: sql<string>`${directives.named} ->> 'type'`,
  number: directives.number,
  date: directives.date,
  subject: directives.subject,
  state: directives.state,
  contact: sql<NamedContact | null>`${directives.named} -> 'contact'`,
  signer: sql<Signer | null>`${directives.named} -> 'signer'`,
  basis: sql<string | null>`${directives.named} ->> 'basis'`,
};
