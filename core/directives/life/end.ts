/** The end of a directive: it is closed, goes on again, or is recalled. Pure. */
import type { DirectiveStanding } from './standing.ts';

/** `close` may be undone by `reopen`; what is recalled stays so. */
export type EndOrder = { act: 'close' | 'reopen'; reason: string | null } | { act: 'recall'; reason: string };

export type Ending = { type: 'closed' | 'reopened' | 'recalled' };

export type EndRefusal =
  | { why: 'not-issued' }
  | { why: 'done-already' }
  /** It was recalled: only a new directive can take its place. */
  | { why: 'recalled' };

export function planEnd({ state }: Pick<DirectiveStanding, 'state'>, { act }: EndOrder): Ending | EndRefusal {
  if (state === 'draft') return { why: 'not-issued' };
  if (act === 'recall') return state === 'recalled' ? { why: 'done-already' } : { type: 'recalled' };
  if (state === 'recalled') return { why: 'recalled' };
  const isClosed = state === 'closed';
  if (act === 'close') return isClosed ? { why: 'done-already' } : { type: 'closed' };
  return isClosed ? { type: 'reopened' } : { why: 'done-already' };
}
