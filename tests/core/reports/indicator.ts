import type { Indicator } from '../../../core/reports/obligation.ts';

/** An indicator of a form: a count, and nothing special, unless `more` says otherwise. */
export const indicator = (key: string, label: string, more: Partial<Indicator> = {}): Indicator => ({
  ...{ id: 1, key, label, kind: 'count', options: [], isDenominator: false, fromRoster: false },
  ...more,
});
