/** What must be known before something is done to a directive, and what of it is still missing. */
import type { Context } from '../../../core/conversation/context.ts';
import type { StandingInView } from '../../../core/conversation/preview.ts';
import type { ChangeOrder } from '../../../core/directives/life/change.ts';
import { isUnregistered } from '../../../core/directives/life/number.ts';
import { type DirectiveStanding, unitsOf } from '../../../core/directives/life/standing.ts';
import type { ChangeState } from '../shape/change-state.ts';

/** What is asked for, one after the other. */
export type ChangePiece = 'directive' | 'number' | 'date' | 'units' | 'until' | 'reason';

/** The directive that was chosen; undefined where none is yet, or it is gone. */
export const chosenOf = ({ directive }: ChangeState, { standings = [] }: Context): StandingInView | undefined =>
  standings.find(({ id }) => id === directive);

/** The order that the answers make, or the piece that is missing. */
export function orderOf(
  state: ChangeState,
  standing: DirectiveStanding | undefined,
): ChangeOrder | { missing: ChangePiece } {
  if (!standing) return { missing: 'directive' };
  switch (state.act) {
    case 'number':
      return numberOrder(state, standing);
    case 'extend':
      return extendOrder(state);
    case 'excuse':
    case 'owe':
      return excuseOrder(state.act, state, standing);
    case 'chase':
      return chaseOrder(state, standing);
    case 'return':
      return returnOrder(state, standing);
    case 'consolidate':
      return { act: 'consolidate', unit: standing.part?.unit.id ?? 0, round: standing.part?.round ?? 0, reason: null };
    case 'close':
    case 'reopen':
      return { act: state.act, reason: state.reason ?? null };
    case 'recall':
      return state.reason === undefined ? { missing: 'reason' } : { act: 'recall', reason: state.reason };
  }
}

function numberOrder({ number, date, reason }: ChangeState, standing: DirectiveStanding) {
  if (number === undefined) return { missing: 'number' } as const;
  if (date === undefined) return { missing: 'date' } as const;
  if (reason === undefined && !isUnregistered(standing)) return { missing: 'reason' } as const;
  return { act: 'number', number, date, reason: reason ?? null } as const;
}

function extendOrder({ units, until, reason }: ChangeState): ChangeOrder | { missing: ChangePiece } {
  if (units === undefined) return { missing: 'units' };
  if (until === undefined) return { missing: 'until' };
  if (reason === undefined) return { missing: 'reason' };
  return { act: 'extend', units: units === 'everybody' ? null : units, until, reason };
}

function excuseOrder(
  act: 'excuse' | 'owe',
  { units, reason }: ChangeState,
  standing: DirectiveStanding,
): ChangeOrder | { missing: ChangePiece } {
  if (units === undefined) return { missing: 'units' };
  if (reason === undefined) return { missing: 'reason' };
  return { act, units: units === 'everybody' ? unitsOf(standing).map(({ id }) => id) : units, reason };
}

/** Where nobody is named, everybody who owes is meant; an empty list: who was named is not known. */
function chaseOrder(
  { units = 'everybody', reason }: ChangeState,
  standing: DirectiveStanding,
): ChangeOrder | { missing: ChangePiece } {
  if (units.length === 0) return { missing: 'units' };
  return {
    act: 'chase',
    units: units === 'everybody' ? (standing.part ? unitsOf(standing).map(({ id }) => id) : null) : units,
    reason: reason ?? null,
    ...(standing.part && { from: standing.part.unit.id }),
  };
}

function returnOrder(
  { units, reason }: ChangeState,
  standing: DirectiveStanding,
): ChangeOrder | { missing: ChangePiece } {
  if (units === undefined) return { missing: 'units' };
  if (reason === undefined) return { missing: 'reason' };
  const those = units === 'everybody' ? unitsOf(standing).map(({ id }) => id) : units;
  return { act: 'return', units: those, reason, ...(standing.part && { from: standing.part.unit.id }) };
}

/** A reason is a sentence or two. */
export const longestReason = 500;
