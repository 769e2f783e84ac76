/** Which rounds of a recurring duty are to be made, and which are due otherwise than they were made for. Pure. */
import { addDays, civilDate } from '../../time/calendar.ts';
import type { RoundTimes } from '../deadline.ts';
import type { Audience } from '../directive.ts';
import { roundOn, roundsBehind } from '../recurring.ts';
import type { RecurringRule } from '../recurring-draft.ts';

/** How far the rounds of a duty are made: see `db/directives/recurring.ts`. */
type Made = {
  audience: Audience;
  rule: RecurringRule;
  issuedAt: Date;
  reopenedAt: Date | null;
  newest: string | null;
  ahead: readonly { id: number; key: string; due: Date }[];
};

/** `missing` are to be added; `moved`: made before the days off of their year were known, and not open yet. */
export type RoundsToMake = { missing: RoundTimes[]; moved: { id: number; times: RoundTimes }[] };

const isForNobody = ({ kinds, tags, codes, childrenOf }: Audience): boolean =>
  kinds.length + tags.length + codes.length + childrenOf.length === 0;

/** Every round behind the last one is made, also those that were missed; none that was due while the directive was closed. */
export function roundsToMake({ audience, rule, issuedAt, reopenedAt, newest, ahead }: Made, now: Date): RoundsToMake {
  if (isForNobody(audience)) return { missing: [], moved: [] };
  const since = reopenedAt ?? issuedAt;
  const last = newest ?? addDays(civilDate(issuedAt), -1);
  return {
    missing: roundsBehind(rule, last, now).filter(({ due }) => due > since),
    moved: ahead.flatMap(({ id, key, due }) => {
      const times = roundOn(rule, key);
      return times.due.getTime() === due.getTime() ? [] : [{ id, times }];
    }),
  };
}
