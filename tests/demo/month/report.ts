/** The table at the end: what was asked, what came, what was sent, and what was wrong. */
import { count } from '../../../messages/words/format.ts';
import { alignRows } from '../../../messages/words/table.ts';
import { readRawReports, readRawRounds } from './book.ts';
import { dayOf } from './calendar.ts';
import type { MonthPlay } from './play.ts';
import { monthEnd } from './wording.ts';

/** The lines of the end; `seconds` is how long the play took. */
export async function monthTable(play: MonthPlay, seconds: number): Promise<string> {
  const { stand, checks, directives, district } = play;
  const { db } = stand.product();
  const raw = await readRawReports(db);
  const rounds = await readRawRounds(db, stand.now());
  const rows = directives.map(({ id, draft }) => {
    const own = rounds.filter(({ directive }) => directive === id);
    const first = new Map(
      raw
        .filter((one) => one.directive === id)
        .reverse()
        .map((one) => [one.obligation, one]),
    );
    const told = checks.unasked.filter(({ sent }) => sent.directives.includes(id));
    const reminders = told.filter(({ sent: { kind } }) => kind === 'reminder');
    return [
      draft.number,
      own.length,
      own.reduce((sum, { owing }) => sum + owing, 0),
      first.size,
      [...first.values()].filter(({ at, overdue }) => at >= overdue).length,
      reminders.length,
      reminders.filter(({ sent }) => sent.reasons.length > 1).length,
      told.filter(({ sent: { kind } }) => kind === 'group' || kind === 'card').length,
    ].map((cell) => (typeof cell === 'number' ? count(cell) : cell));
  });
  const widths = monthEnd.head.map(({ length }) => length);
  const table = [
    monthEnd.head,
    ...rows.map((row) => row.map((cell, at) => (at === 0 ? cell : cell.padStart(widths[at] ?? 0)))),
  ];
  const { most, median } = perPersonAndDay(play);
  return [
    alignRows(table.map((row) => [...row])),
    '',
    monthEnd.people(district.units.length, district.holders.length),
    monthEnd.perPerson(most, median),
    monthEnd.checked(checks.made(), checks.violations.length),
    monthEnd.took(seconds),
  ].join('\n');
}

/** How many unasked messages somebody got on a day on which any came: the most, and the middle one. */
function perPersonAndDay({ checks }: MonthPlay): { most: number; median: number } {
  const messages = new Map<string, Set<number>>();
  for (const { at, sent } of checks.unasked) {
    if (!sent.recipient.startsWith('person')) continue;
    const key = `${sent.recipient} ${dayOf(at)}`;
    messages.set(key, (messages.get(key) ?? new Set()).add(sent.message));
  }
  const counts = [...messages.values()].map(({ size }) => size).sort((a, b) => a - b);
  return { most: counts.at(-1) ?? 0, median: counts[Math.floor(counts.length / 2)] ?? 0 };
}
