/** What is done to a directive once its draft is there, and what stands in the way. Pure. */
import { civilDate } from '../../time/calendar.ts';
import { isSameDocument } from '../same-document.ts';
import type { Amended, AmendRefusal } from './amend.ts';
import { type Chase, type ChaseOrder, type ChaseRefusal, planChase } from './chase.ts';
import { type ConsolidateOrder, type ConsolidateRefusal, planSubmission, type Submitted } from './consolidate.ts';
import { type Ending, type EndOrder, type EndRefusal, planEnd } from './end.ts';
import { type Excuse, type ExcuseOrder, type ExcuseRefusal, planExcuse } from './excuse.ts';
import { type ExtendOrder, type ExtendRefusal, type Extension, planExtension } from './extend.ts';
import { isUnregistered } from './number.ts';
import type { Reissued } from './reissue.ts';
import { planReturn, type Returned, type ReturnOrder, type ReturnRefusal } from './return.ts';
import type { DirectiveStanding } from './standing.ts';

type NumberOrder = { act: 'number'; number: string; date: string; reason: string | null };

/** What somebody wants to be done to a directive. Dates are ISO. */
export type ChangeOrder =
  | NumberOrder
  | ExtendOrder
  | ExcuseOrder
  | EndOrder
  | ChaseOrder
  | ReturnOrder
  | ConsolidateOrder;

/** The acts by their names. */
export type ChangeAct = ChangeOrder['act'];

type Numbered = { type: 'numbered'; number: string; date: string };

/** What an order comes to. */
export type ChangePlan = Numbered | Extension | Excuse | Ending | Chase | Returned | Submitted;

/** What was done, as it is kept. */
export type DirectiveChange =
  | ChangePlan
  /** Its draft was put anew. */
  | Amended
  /** A draft was made after it. */
  | { type: 'duplicated'; as: number }
  /** The signed original was put to it; `sha256` null while it is fetched. */
  | { type: 'original'; original: number; sha256: string | null }
  | Reissued
  /** It was issued without a number or a date. */
  | { type: 'unnumbered' }
  /** A report was recorded for a unit by whoever consolidates it or follows the directive, for a reason. */
  | { type: 'on-behalf'; debt: number; unit: number }
  /** How tasks stand was told for a unit by such people, for a reason. */
  | { type: 'progress-on-behalf'; assignment: number; unit: number }
  /** Staff recorded a report after it was closed. */
  | { type: 'late-report'; debt: number; unit: number };

/** Why nothing is done. `done-already`: it stands as it would afterwards. */
export type ChangeRefusal =
  | { why: 'done-already' }
  /** A document is not dated ahead. */
  | { why: 'date-ahead' }
  /** Another directive of the office has this number and date. */
  | { why: 'number-taken'; by: number }
  /** It has another number: to put one in its place takes a reason. */
  | { why: 'numbered-already' }
  | ExtendRefusal
  | ExcuseRefusal
  | EndRefusal
  | ChaseRefusal
  | ReturnRefusal
  | AmendRefusal
  | ConsolidateRefusal;

/** What an order comes to at `now` (civil) for a directive as it stands, or why it comes to nothing. */
export function planChange(standing: DirectiveStanding, order: ChangeOrder, now: Date): ChangePlan | ChangeRefusal {
  switch (order.act) {
    case 'number':
      return planNumber(standing, order, now);
    case 'extend':
      return planExtension(standing, order, now);
    case 'excuse':
    case 'owe':
      return planExcuse(standing, order);
    case 'close':
    case 'reopen':
    case 'recall':
      return planEnd(standing, order);
    case 'chase':
      return planChase(standing, order, now);
    case 'return':
      return planReturn(standing, order);
    case 'consolidate':
      return planSubmission(standing, order);
  }
}

function planNumber(standing: DirectiveStanding, order: NumberOrder, now: Date): Numbered | ChangeRefusal {
  const mark = ({ number, date }: { number: string; date: string | null }) => ({
    number,
    date,
    issuer: standing.issuer.code,
  });
  if (standing.number === order.number && standing.date === order.date) return { why: 'done-already' };
  if (order.date > civilDate(now)) return { why: 'date-ahead' };
  const twin = standing.taken.find((other) => isSameDocument(mark(other), mark(order)));
  if (twin) return { why: 'number-taken', by: twin.id };
  if (!isUnregistered(standing) && order.reason === null) return { why: 'numbered-already' };
  return { type: 'numbered', number: order.number, date: order.date };
}
