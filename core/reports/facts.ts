/** What is known before a turn is decided: read once, inside the turn's transaction. Instants are civil time. */
import type { IndicatorKind } from '../directives/directive.ts';
import type { InviteFor, Role, RoleState } from '../roster/people.ts';

export type UnitRef = { id: number; code: string; name: string };

export type RoleFact = { id: number; role: Role; state: RoleState; unit: UnitRef & { headTitle: string | null } };

export type Person = { id: number; name: string; roles: RoleFact[] };

export type DirectiveRef = {
  id: number;
  number: string;
  date: string | null;
  subject: string;
  issuer: UnitRef;
};

export type TaskText = { section: string; text: string };

export type AssignmentFact = {
  id: number;
  directive: DirectiveRef;
  unit: UnitRef & { headTitle: string | null };
  acknowledged: { by: string; at: Date } | null;
};

export type Indicator = {
  id: number;
  key: string;
  label: string;
  kind: IndicatorKind;
  options: string[];
  isDenominator: boolean;
  fromRoster: boolean;
};

/** One answered indicator. Yes-no is the number 1 or 0. */
export type Value = { type: 'number'; value: number } | { type: 'text'; value: string };

export type Revision = {
  number: number;
  by: string;
  at: Date;
  note: string | null;
  values: Record<string, Value>;
};

export type ObligationFact = {
  id: number;
  directive: DirectiveRef;
  unit: UnitRef & { staff: number | null };
  title: string;
  /** In administrative order of the form; the denominator, where there is one, first. */
  indicators: Indicator[];
  noteLabel: string | null;
  roundKey: string;
  quote: string;
  opensAt: Date;
  due: Date;
  overdueFrom: Date;
  closesAt: Date | null;
  state: 'owed' | 'reported' | 'excused';
  current: Revision | null;
};

/** An invite as found by its code. */
export type InviteFact = {
  id: number;
  for: InviteFor;
  unit: (UnitRef & { headTitle: string | null }) | null;
  personId: number | null;
  state: 'open' | 'used' | 'revoked' | 'expired';
};
