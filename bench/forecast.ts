/**
 * How well forecasts are calibrated, over simulated districts, beside two naive ones. Deterministic: a seed gives the same
 * districts each time.
 *
 *   npm run bench:forecast [-- --seeds 10 --first 1]
 *
 * Brackets hold the least and the most of a seed.
 */
import { parseArgs } from 'node:util';
import { addScores, type Score, scoreSeed } from './forecast/score.ts';

const { values: options } = parseArgs({
  options: { seeds: { type: 'string', default: '10' }, first: { type: 'string', default: '1' } },
});

const columns: readonly (readonly [string, (score: Score) => number, number])[] = [
  ['Brier', ({ brier, units }) => brier / units, 3],
  ['all at the average', ({ brierAverage, units }) => brierAverage / units, 3],
  ['share of this time', ({ brierShare, units }) => brierShare / units, 3],
  ['units off', ({ missed, forecasts }) => missed / forecasts, 1],
  ['at the average', ({ missedAverage, forecasts }) => missedAverage / forecasts, 1],
  ['within the bounds, %', ({ covered, forecasts }) => (100 * covered) / forecasts, 1],
  ['bounds apart', ({ width, forecasts }) => width / forecasts, 1],
];

const first = Number(options.first);
const seeds = Array.from({ length: Number(options.seeds) }, (_, n) => scoreSeed(first + n));
const names = [...(seeds[0]?.keys() ?? [])];

function row(name: string, scores: readonly Score[]): string {
  const all = addScores(scores);
  const cells = columns.map(([, read, places]) => {
    const each = scores.map(read);
    const text = (value: number): string => value.toFixed(places);
    return `${text(read(all))} (${text(Math.min(...each))}–${text(Math.max(...each))})`;
  });
  return `| ${[name, ...cells, all.forecasts].join(' | ')} |`;
}

process.stdout.write(
  `${[
    `Seeds ${first} to ${first + seeds.length - 1}.`,
    '',
    `| | ${columns.map(([title]) => title).join(' | ')} | forecasts |`,
    `|---|${columns.map(() => '---|').join('')}---|`,
    ...names.map((name) =>
      row(
        name,
        seeds.flatMap((seed) => seed.get(name) ?? []),
      ),
    ),
    row(
      'all',
      seeds.map((seed) => addScores([...seed.values()])),
    ),
  ].join('\n')}\n`,
);
