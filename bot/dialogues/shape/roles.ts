import type { Role } from '../../../core/roster/people.ts';
import type { Person, UnitRef } from '../../../core/roster/person.ts';

/** What a person has agreed to act as. */
export const agreedRoles = (person: Person | undefined): Role[] =>
  (person?.roles ?? []).filter((r) => r.state === 'agreed').map((r) => r.role);

/**
 * Whom a command is for. `everybody` includes strangers, `anyone` whoever has been asked to act for a unit. A `holder` answers for or
 * acts for a unit in any role; an `answerer` in that of head or delegate. A `chaser` follows what is owed: staff and leaders. An
 * `overseer` is a chaser, or answers for a unit that consolidates others.
 */
export type For = 'everybody' | 'anyone' | 'holder' | 'answerer' | 'overseer' | 'chaser' | 'staff';

const rolesOf: Record<For, readonly Role[]> = {
  everybody: [],
  anyone: [],
  holder: ['head', 'delegate', 'staff', 'leader'],
  answerer: ['head', 'delegate'],
  overseer: ['staff', 'leader'],
  chaser: ['staff', 'leader'],
  staff: ['staff'],
};

/** Whether a person is one of those whom it is for. */
export const isOneOf = (whom: For, person: Person | undefined): boolean =>
  whom === 'everybody' ||
  whom === 'anyone' ||
  (whom === 'overseer' && person?.isConsolidator === true) ||
  agreedRoles(person).some((role) => rolesOf[whom].includes(role));

/** The units for which a person has agreed to act in a role that `whom` names. */
export const unitsActedFor = (whom: For, person: Person | undefined): number[] =>
  (person?.roles ?? []).filter((r) => r.state === 'agreed' && rolesOf[whom].includes(r.role)).map((r) => r.unit.id);

/** The same units, as they are named. */
export const agreedUnits = (whom: For, person: Person | undefined): UnitRef[] =>
  (person?.roles ?? []).filter((r) => r.state === 'agreed' && rolesOf[whom].includes(r.role)).map((r) => r.unit);

/** Whether a person approves what an office issues: its leader, and whom the leader lets. */
export const mayApprove = (person: Person | undefined, office?: number): boolean =>
  (person?.roles ?? []).some(
    (r) =>
      r.state === 'agreed' &&
      (r.role === 'leader' || (r.role === 'staff' && r.mayApprove === true)) &&
      (office === undefined || r.unit.id === office),
  );
