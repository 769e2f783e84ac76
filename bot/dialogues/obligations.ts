/** Which of the reports that a turn knows are meant. */
import type { Context } from '../../core/conversation/context.ts';
import type { ObligationFact } from '../../core/reports/obligation.ts';

/** Whether a report is still taken at `now`. */
export const isOpen = (o: ObligationFact, now: Date): boolean => !o.closesAt || o.closesAt > now;
/** What the person still owes in rounds that are open. */
export const owedOf = (context: Context): ObligationFact[] =>
  context.obligations.filter((o) => o.state === 'owed' && isOpen(o, context.now));

/** Reports that were handed in and may be changed. Words name another unit, for staff; else it is one's own, or by number. */
export function reportedOf(context: Context, argument: string): ObligationFact[] {
  const isNamed = argument !== '' && !/^\d+$/.test(argument);
  const own = isNamed ? [] : context.obligations;
  return [...own, ...context.found.flatMap((f) => f.obligations)].filter(
    (o) =>
      o.state === 'reported' && isOpen(o, context.now) && (argument === '' || isNamed || o.id === Number(argument)),
  );
}
