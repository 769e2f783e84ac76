/**
 * How often a true figure is asked about, and how often a slip is: over simulated districts, with the same functions that a
 * report is asked by. Deterministic: a seed gives the same districts, reports and slips each time.
 *
 *   npm run bench:plausible [-- --seeds 10 --first 1]
 *
 * A slip is real where it changes a figure by a quarter or more; the column "any slip" has all of them. It counts as caught
 * where the report is asked about or refused for a figure that it changed. Brackets hold the least and the most of a seed.
 */
import { parseArgs } from 'node:util';
import { findBrokenRule } from '../core/reports/computed.ts';
import { exactOf } from '../core/reports/exact.ts';
import type { Beside, BesideReport, Indicator } from '../core/reports/obligation.ts';
import { findDoubt } from '../core/reports/plausible/doubt.ts';
import { type Answers, findExceeding } from '../core/reports/report.ts';
import { type Chance, createChance } from './plausible/chance.ts';
import { type District, makeDistricts, type Truth } from './plausible/districts.ts';
import { type Slip, slip, slipKinds } from './plausible/slips.ts';
import { createTallies, type Tallies } from './plausible/tally.ts';

const { values: options } = parseArgs({
  options: { seeds: { type: 'string', default: '10' }, first: { type: 'string', default: '1' } },
});

/** As many of the reports before it, of its kind, as the database looks at. */
const mostPeers = 60;
/** A slip is made in every second report, one of each kind. */
const slipping = 0.5;
const real = Math.log(1.25);

const exact = (figures: Record<string, number> = {}): BesideReport['figures'] =>
  Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, exactOf(String(value))]));
const answersOf = (figures: Record<string, number>): Answers =>
  Object.fromEntries(Object.entries(exact(figures)).map(([key, value]) => [key, { type: 'number', value }]));

/** What a report is asked about, and whether it is refused. */
function asks(form: Indicator[], unit: Truth, figures: Record<string, number>, beside: Beside) {
  const answers = answersOf(figures);
  const asked = { indicators: form, noteLabel: null };
  const isRefused = findExceeding(asked, answers) !== undefined || findBrokenRule(asked, answers) !== undefined;
  const doubt = findDoubt(
    {
      ...asked,
      unit: { id: 0, code: '', name: '', staff: unit.staff },
      ...{ previous: beside.before, targets: exact(unit.targets), beside },
    },
    answers,
  );
  return { keys: doubt?.type === 'unlike' ? doubt.figures.map(({ indicator }) => indicator.key) : [], isRefused };
}

const isReal = (made: Slip, figures: Record<string, number>): boolean =>
  made.keys.some((key) => Math.abs(Math.log((made.figures[key] ?? 0) / (figures[key] ?? 1))) >= real);

function play({ name, form, units }: District, chance: Chance, tallies: Tallies): void {
  const rounds = units[0]?.rounds.length ?? 0;
  for (let round = 0; round < rounds; round++) {
    const handedIn: (BesideReport & { kind: string })[] = [];
    for (const unit of chance.shuffled(units)) {
      const figures = unit.rounds[round] ?? {};
      const before = exact(unit.rounds[round - 1]);
      const peers = handedIn.filter(({ kind }) => kind === unit.kind).slice(-mostPeers);
      const beside = { before, peers };
      const { keys } = asks(form, unit, figures, beside);
      tallies.report(name, Object.keys(figures).length, keys.length);
      for (const kind of chance.happens(slipping) ? slipKinds : []) {
        const made = slip(chance, kind, form, figures);
        if (!made) continue;
        const found = asks(form, unit, made.figures, beside);
        const isCaught = found.isRefused || made.keys.some((key) => found.keys.includes(key));
        tallies.slip([name, kind], { isCaught, isReal: isReal(made, figures) });
      }
      const { kind, staff, targets } = unit;
      handedIn.push({ kind, figures: exact(figures), before, staff, targets: exact(targets) });
    }
  }
}

const tallies = createTallies();
for (let seed = Number(options.first), last = seed + Number(options.seeds); seed < last; seed++) {
  const chance = createChance(seed);
  for (const district of makeDistricts(chance)) play(district, chance, tallies);
  tallies.endSeed();
}
process.stdout.write(`${tallies.table()}\n`);
