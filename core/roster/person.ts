import type { InviteFor, Role, RoleState } from './people.ts';

/** `kind` is there where the head of the unit is addressed: how, goes by the kind. */
export type UnitRef = { id: number; code: string; name: string; kind?: string };

export type RoleFact = {
  id: number;
  role: Role;
  state: RoleState;
  unit: UnitRef & { headTitle: string | null };
  /** Staff whom the leader lets approve what is to be issued. */
  mayApprove?: boolean;
};

/** `isConsolidator`: a unit that they answer for consolidates others. */
export type Person = { id: number; name: string; roles: RoleFact[]; isConsolidator?: boolean };

/** Somebody says that they head a unit, by a number that they typed; staff say whether it is true. */
export type PendingClaim = { id: number; unit: UnitRef; name: string; phone: string; askedAt: Date };

/** A role that staff may end, and whose it is. */
export type HeldRole = { id: number; role: Role; person: { id: number; name: string }; unit: UnitRef };

/** An invite as found by its code. */
export type InviteFact = {
  id: number;
  for: InviteFor;
  unit: (UnitRef & { headTitle: string | null }) | null;
  personId: number | null;
  state: 'open' | 'used' | 'revoked' | 'expired';
};
