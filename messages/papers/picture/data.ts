/** What the picture draws: a bar a group, and the hours of the way to the deadline. */
import type { RoundModel } from '../../../core/figures/papers.ts';
import { groupName } from '../../words/figures.ts';
import { count, isoDay } from '../../words/format.ts';
import { cut, margin, width } from './text.ts';

/** Groups beyond these are drawn as one: a phone shows no more. */
const mostGroups = 8;

export type Bar = { name: string; onTime: number; late: number; owed: number };

export function barsOf({ groups }: RoundModel): Bar[] {
  const bars = groups.map(({ key, progress: p }) => ({
    name: groupName(key),
    onTime: p.onTime,
    late: p.reported - p.onTime,
    owed: p.reporting - p.excused - p.reported,
  }));
  if (bars.length <= mostGroups) return bars;
  const rest = bars.slice(mostGroups - 1);
  const sum = (pick: (bar: Bar) => number) => rest.reduce((all, bar) => all + pick(bar), 0);
  const others = {
    name: 'Các loại khác',
    onTime: sum((b) => b.onTime),
    late: sum((b) => b.late),
    owed: sum((b) => b.owed),
  };
  return [...bars.slice(0, mostGroups - 1), others];
}

/** "Xã: 24/26": a long name is cut, its figures are not. */
export function barLabel({ name, onTime, late, owed }: Bar, size: number): string {
  const figures = `: ${count(onTime + late)}/${count(onTime + late + owed)}`;
  return `${cut(name, size, width - 2 * margin - size * figures.length)}${figures}`;
}

const hour = 3_600_000;
const day = 24 * hour;

/** The wall clock of Vietnam as the time of an axis that knows no zone. */
export const wallClock = (instant: Date): number => instant.getTime() + 7 * hour;

/** A day of the axis, or an hour within one. */
export function axisText(axis: number): string {
  const iso = new Date(axis).toISOString();
  return axis % day === 0 ? isoDay(iso.slice(0, 10)).replace(/\/\d{4}$/, '') : iso.slice(11, 16);
}

/**
 * The axis from the opening to the deadline or to now, whichever is later. It has at most six steps, of hours within
 * one day, else of days.
 */
export function stepsOf({ round, now }: RoundModel) {
  const min = Math.floor(wallClock(round.opensAt) / day) * day;
  const end = Math.max(wallClock(round.due), wallClock(now));
  const interval = end - min <= day ? 4 * hour : Math.max(1, Math.ceil((end - min) / day / 6)) * day;
  return { min, max: min + Math.ceil((end - min) / interval) * interval, interval };
}

/** Reports as they came, up to now; what came before the opening counts from there. */
export function pointsOf({ trend, round, now }: RoundModel): [at: number, reported: number][] {
  const last = trend.at(-1);
  const all = last && last.at < now ? [...trend, { at: now, reported: last.reported }] : trend;
  return all.map(({ at, reported }) => [Math.max(wallClock(at), wallClock(round.opensAt)), reported]);
}
