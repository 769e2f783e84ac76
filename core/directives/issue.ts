/** What issuing a directive makes: who gets which tasks, and which rounds are owed by whom. */

import { type AudienceUnit, resolveAudience } from './audience.ts';
import { type RoundTimes, roundsOf } from './deadline.ts';
import type { Audience, DeadlineRule } from './directive.ts';

export type IssuedTask = { id: number; audience: Audience };
export type IssuedDuty = { id: number; audience: Audience; deadline: DeadlineRule };

export type IssuePlan = {
  assignments: { code: string; taskIds: number[] }[];
  rounds: { dutyId: number; times: RoundTimes; codes: string[] }[];
};

/** People are told what they will owe in rounds that open within this time, in milliseconds. */
export const toldAheadMs = 7 * 24 * 3600 * 1000;

/** Every unit with at least one task or duty is assigned; every round of every duty is owed by the duty's audience. */
export function planIssue(tasks: IssuedTask[], duties: IssuedDuty[], units: AudienceUnit[]): IssuePlan {
  const taskIds = new Map<string, number[]>();
  for (const task of tasks)
    for (const code of resolveAudience(task.audience, units))
      taskIds.set(code, [...(taskIds.get(code) ?? []), task.id]);
  const rounds = duties.flatMap((duty) => {
    const codes = resolveAudience(duty.audience, units);
    return roundsOf(duty.deadline).map((times) => ({ dutyId: duty.id, times, codes }));
  });
  for (const round of rounds) for (const code of round.codes) if (!taskIds.has(code)) taskIds.set(code, []);
  return {
    assignments: units.flatMap(({ code }) => (taskIds.has(code) ? [{ code, taskIds: taskIds.get(code) ?? [] }] : [])),
    rounds,
  };
}
