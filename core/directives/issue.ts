/** What issuing a directive makes: who gets which tasks, and which rounds are owed by whom. */

import { type AudienceUnit, resolveAudience } from './audience.ts';
import { type DueTimes, earlierThan, linesOf, type ReportingLines } from './consolidation.ts';
import { type RoundTimes, roundsAt } from './deadline.ts';
import type { Audience, Consolidated, DeadlineRule } from './directive.ts';

export type IssuedTask = { id: number; audience: Audience };
export type IssuedDuty = {
  id: number;
  audience: Audience;
  deadline: DeadlineRule;
  consolidations?: readonly Consolidated[] | null;
  /** Who reports to whom, where the units are a page of the roster. */
  lines?: ReportingLines;
};

/** How a unit below another reports in a round; `own` null: the round's deadline is its own. */
export type BelowLine = { by: string; leads: string[]; own: DueTimes | null };

/** `below`: the units that report to one that consolidates, by their codes. */
export type PlannedRoundOf = {
  dutyId: number;
  times: RoundTimes;
  codes: string[];
  below: ReadonlyMap<string, BelowLine>;
};

export type IssuePlan = {
  assignments: { code: string; taskIds: number[] }[];
  rounds: PlannedRoundOf[];
};

/** People are told what they will owe in rounds that open within this time, in milliseconds. */
export const toldAheadMs = 7 * 24 * 3600 * 1000;

/**
 * Every unit with at least one task or duty is assigned, and whoever consolidates; every round of every duty is owed by the duty's audience. A
 * deadline that would have passed at `now` is not made earlier. Of a page of the roster this gives that page's part of the whole plan.
 */
export function planIssue(tasks: IssuedTask[], duties: IssuedDuty[], units: AudienceUnit[], now: Date): IssuePlan {
  const taskIds = new Map<string, number[]>();
  // Tasks mostly share their audiences.
  const reached = new Map<string, string[]>();
  for (const task of tasks) {
    const key = JSON.stringify(task.audience);
    const codes = reached.get(key) ?? resolveAudience(task.audience, units);
    reached.set(key, codes);
    for (const code of codes) {
      const ids = taskIds.get(code);
      if (ids) ids.push(task.id);
      else taskIds.set(code, [task.id]);
    }
  }
  const rounds = duties.flatMap((duty) => roundsOfDuty(duty, units, now));
  for (const { codes, below } of rounds)
    for (const code of [...codes, ...[...below.values()].map(({ by }) => by)])
      if (!taskIds.has(code)) taskIds.set(code, []);
  const asked = new Set(rounds.map(({ dutyId }) => dutyId));
  const consolidators = duties.flatMap(({ id, lines }) => (lines && asked.has(id) ? [lines.by] : []));
  for (const { code } of units)
    if (!taskIds.has(code) && consolidators.some((by) => by.has(code))) taskIds.set(code, []);
  const assignments: IssuePlan['assignments'] = [];
  for (const { code } of units) {
    const ids = taskIds.get(code);
    if (ids) assignments.push({ code, taskIds: ids });
  }
  return { assignments, rounds };
}

const roundsOfDuty = (duty: IssuedDuty, units: AudienceUnit[], now: Date): PlannedRoundOf[] =>
  planRounds(duty, { rounds: roundsAt(duty.deadline, now), units, now });

/** Rounds of a duty with who owes in them, and to whom. */
export function planRounds(
  duty: IssuedDuty,
  { rounds, units, now }: { rounds: RoundTimes[]; units: AudienceUnit[]; now: Date },
): PlannedRoundOf[] {
  const codes = resolveAudience(duty.audience, units);
  const lines = duty.lines?.of ?? linesOf(duty, units);
  return rounds.map((times) => {
    const opensAt = times.opensAt && times.opensAt > now ? times.opensAt : now;
    const below = codes.flatMap((code): [string, BelowLine][] => {
      const line = lines.get(code);
      if (!line) return [];
      const { by, leads } = line;
      const own = earlierThan(times, leads);
      return [[code, { by, leads, own: own.due > opensAt ? own : null }]];
    });
    return { dutyId: duty.id, times, codes, below: new Map(below) };
  });
}
