/** `npm run demo -- --month`: plays the simulated month, shows how far it is, and ends with a table. */
import { MultiBar, Presets } from 'cli-progress';
import { monotonic } from '../../../bot/clock.ts';
import { daysOfStory } from './calendar.ts';
import { openPlace } from './place.ts';
import { type MonthPlay, playMonth } from './play.ts';
import { monthTable } from './report.ts';
import { firstDays, wholeMonth } from './story.ts';
import { monthSays } from './wording.ts';

/** What is played: so many units, drawn from a seed; the cut are the first days of the month. */
export type MonthRun = { seed: number; units: number; isCut: boolean };

/** Plays it; resolves with the exit code: 1 where anything was wrong. */
export async function runMonth({ seed, units, isCut }: MonthRun): Promise<number> {
  const story = isCut ? firstDays : wholeMonth;
  const days = daysOfStory(story).length;
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  print(monthSays.beginning(units, days, seed));
  const began = monotonic();
  const place = await openPlace();
  const shown = showDays(days);
  try {
    const play = await playMonth(place, { units, seed, story, onDay: shown.day });
    shown.close();
    print(`\n${await monthTable(play, (monotonic() - began) / 1000)}`);
    const { violations } = play.checks;
    if (violations.length > 0) process.stderr.write(`\n${monthSays.wrong}\n${violations.join('\n')}\n`);
    return violations.length > 0 ? 1 : 0;
  } finally {
    shown.close();
    await place.close();
  }
}

type Shown = { day(day: string, play: MonthPlay): void; close(): void };

const lineOf = (day: string, { ledger, stand, checks }: MonthPlay): string =>
  monthSays.day(day, ledger.receipts.length, stand.letters.length, checks.violations.length);

/** A bar on a terminal, a line a day elsewhere. */
function showDays(days: number): Shown {
  if (!process.stdout.isTTY)
    return { day: (day, play) => void process.stdout.write(`${lineOf(day, play)}\n`), close: () => {} };
  const bars = new MultiBar(
    { format: ' {bar} {value}/{total}  {name}', hideCursor: true, barsize: 30 },
    Presets.shades_classic,
  );
  const bar = bars.create(days, 0, { name: '' });
  return { day: (day, play) => bar.increment(1, { name: lineOf(day, play) }), close: () => bars.stop() };
}
