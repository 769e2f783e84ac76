/** Rounds together, as JSON has them. */
import { plainFigure } from '../reports/exact.ts';
import { toIso } from '../time/calendar.ts';
import type { Period } from './period.ts';
import { percentOf } from './summary.ts';

export const plainPeriod = ({ from, until, indicators, ...period }: Period) => ({
  ...period,
  from: toIso(from),
  until: toIso(until),
  indicators: indicators.map((one) => ({
    ...one,
    total: plainFigure(one.total),
    of: plainFigure(one.of),
    percent: percentOf(one.total, one.of),
  })),
});
