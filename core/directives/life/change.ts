/** What is done to a directive once its draft is there, and what stands in the way. Pure. */
import { civilDate } from '../../time/calendar.ts';
import { isSameDocument } from '../same-document.ts';
import { isUnregistered } from './number.ts';

/** What somebody wants to be done to a directive. Dates are ISO. */
export type ChangeOrder = { act: 'number'; number: string; date: string; reason: string | null };

/** The acts by their names. */
export type ChangeAct = ChangeOrder['act'];

/** What was done, as it is kept: what an order came to. */
export type DirectiveChange =
  | { type: 'numbered'; number: string; date: string }
  /** It was issued without a number or a date. */
  | { type: 'unnumbered' };

/** A directive as it stands when something is to be done to it. */
export type DirectiveStanding = {
  id: number;
  number: string;
  date: string | null;
  subject: string;
  state: 'draft' | 'issued';
  issuer: { id: number; code: string };
  /** The office's other directives that are issued: their numbers are taken. */
  taken: { id: number; number: string; date: string | null }[];
};

/** Why nothing is done. `done-already`: it stands as it would afterwards. */
export type ChangeRefusal =
  | { why: 'done-already' }
  /** A document is not dated ahead. */
  | { why: 'date-ahead' }
  /** Another directive of the office has this number and date. */
  | { why: 'number-taken'; by: number }
  /** It has another number: to put one in its place takes a reason. */
  | { why: 'numbered-already' };

/** What an order comes to. */
export type ChangePlan = DirectiveChange;

/** What an order comes to at `now` (civil) for a directive as it stands, or why it comes to nothing. */
export function planChange(standing: DirectiveStanding, order: ChangeOrder, now: Date): ChangePlan | ChangeRefusal {
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
