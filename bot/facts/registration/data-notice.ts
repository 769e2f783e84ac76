import type { DataNotice } from '../../../core/roster/data-notice.ts';
import type { Role } from '../../../core/roster/people.ts';
import type { UnitRef } from '../../../core/roster/person.ts';
import { findOfficeOver } from '../../../db/roster/offices.ts';
import type { Reading } from '../../delivery/work.ts';

/** A role that somebody is to have: staff and leaders are of the office itself, others of a unit below one. */
type Sought = { role: Role; unit: Pick<UnitRef, 'id' | 'name'> };

/** What the data notice says to somebody who is to have these roles. */
export async function readDataNotice(
  { tx, terms }: Pick<Reading, 'tx' | 'terms'>,
  sought: readonly Sought[],
): Promise<DataNotice> {
  const offices: string[] = [];
  for (const { role, unit } of sought) {
    const isOffice = role === 'staff' || role === 'leader';
    offices.push(isOffice ? unit.name : ((await findOfficeOver(tx, unit.id)) ?? unit.name));
  }
  return { ...terms.notice, offices: [...new Set(offices)] };
}
