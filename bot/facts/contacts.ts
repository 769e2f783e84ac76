import type { OfficeContact } from '../../core/roster/contact.ts';
import { findContacts, findOfficesAbove } from '../../db/roster/contacts.ts';
import type { Reading } from '../delivery/work.ts';
import type { Asker } from './asker.ts';

/** Whom the asker may call: behind the directives that their units have, else the offices above their units. */
export async function readContacts(
  { tx }: Pick<Reading, 'tx'>,
  { own, person }: Pick<Asker, 'own' | 'person'>,
): Promise<OfficeContact[]> {
  const directives = [...new Set(own.assignments.map(({ directive }) => directive.id))];
  const contacts = await findContacts(tx, directives);
  if (contacts.length > 0) return contacts;
  return findOfficesAbove(
    tx,
    (person?.roles ?? []).map(({ unit }) => unit.id),
  );
}
