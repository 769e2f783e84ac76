/** The forecast that stands in a summary. */
import { type Forecast, forecastReports } from '../../../core/figures/forecast/forecast.ts';
import type { Summary } from '../../../core/figures/summary.ts';
import { readForecastFacts } from '../../../db/figures/forecast.ts';
import { readRound } from '../../../db/figures/papers.ts';
import type { Reading } from '../../delivery/work.ts';

/** Null where the deadline is over, nobody owes, the directive has ended, or it would rest on too little. */
export async function readSummaryForecast(
  { tx, now }: Pick<Reading, 'tx' | 'now'>,
  { round, units, missing, directive }: Summary,
): Promise<Forecast | null> {
  if (!round || now >= round.due || missing.count === 0 || directive.state !== 'issued') return null;
  const asked = units.reporting - units.excused;
  const known = await readRound(tx, round.id);
  const facts = await readForecastFacts(
    tx,
    { ...known, id: round.id, due: round.due },
    { asked, reported: units.reported, now },
  );
  return forecastReports(facts);
}
