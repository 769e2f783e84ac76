/** Which of the reports that a turn knows are meant. */
import type { Context, FoundUnit } from '../../../core/conversation/context.ts';
import type { ObligationFact } from '../../../core/reports/obligation.ts';

/** Whether a report is still taken at `now`. */
export const isOpen = (o: ObligationFact, now: Date): boolean => !hasEnded(o) && (!o.closesAt || o.closesAt > now);

/** Whether its directive was closed or recalled. */
export const hasEnded = ({ directive }: ObligationFact): boolean =>
  directive.state === 'closed' || directive.state === 'recalled';

/** What the person still owes in rounds that are open. */
export const owedOf = ({ own, now }: Context): ObligationFact[] =>
  own.obligations.filter((o) => o.state === 'owed' && isOpen(o, now));

/** The units that staff named, or the one whose obligation they gave by number. */
export const foundOf = ({ units, obligation }: Context): FoundUnit[] =>
  units ?? (obligation ? [{ unit: obligation.unit, obligations: [obligation] }] : []);

/** Reports that were handed in and may be changed. Words name another unit, for staff; else it is one's own, or by number. */
export function reportedOf(context: Context, argument: string): ObligationFact[] {
  const isNamed = argument !== '' && !/^\d+$/.test(argument);
  const own = isNamed ? [] : context.own.obligations;
  return [...own, ...foundOf(context).flatMap((f) => f.obligations)].filter(
    (o) =>
      o.state === 'reported' && isOpen(o, context.now) && (argument === '' || isNamed || o.id === Number(argument)),
  );
}

/** The obligation that a conversation is about; undefined when it is no longer this person's to report. */
export const obligationOf = (id: number | null, context: Context): ObligationFact | undefined =>
  [...context.own.obligations, ...foundOf(context).flatMap((f) => f.obligations), context.obligation].find(
    (o) => o !== undefined && o.id === id,
  );

/** Staff report and sign for units that are not their own. */
export const isOfOthers = (form: ObligationFact, { own }: Context): boolean => !own.obligations.includes(form);

/** The numbers of the directives that a turn knows: they are no reports of anybody. */
export const directiveNumbersOf = ({ own }: Context): string[] =>
  [...own.assignments, ...own.obligations].map(({ directive }) => directive.number);
