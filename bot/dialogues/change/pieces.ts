/** What must be known before something is done to a directive, and what of it is still missing. */
import type { Context } from '../../../core/conversation/context.ts';
import type { ChangeOrder, DirectiveStanding } from '../../../core/directives/life/change.ts';
import { isUnregistered } from '../../../core/directives/life/number.ts';
import type { ChangeState } from '../shape/change-state.ts';

/** What is asked for, one after the other. */
export type ChangePiece = 'directive' | 'number' | 'date' | 'reason';

/** The directive that was chosen; undefined where none is yet, or it is gone. */
export const chosenOf = ({ directive }: ChangeState, { standings = [] }: Context): DirectiveStanding | undefined =>
  standings.find(({ id }) => id === directive);

/** The order that the answers make, or the piece that is missing. */
export function orderOf(
  state: ChangeState,
  standing: DirectiveStanding | undefined,
): ChangeOrder | { missing: ChangePiece } {
  if (!standing) return { missing: 'directive' };
  const { number, date, reason } = state;
  if (number === undefined) return { missing: 'number' };
  if (date === undefined) return { missing: 'date' };
  if (reason === undefined && !isUnregistered(standing)) return { missing: 'reason' };
  return { act: 'number', number, date, reason: reason ?? null };
}
