/** What stands behind a command. */
import type { Need } from '../../../core/conversation/need.ts';
import { readReason } from '../../../core/directives/life/words.ts';
import { readBehalf } from '../../../core/reports/behalf-words.ts';

/** A short number, such as the id in a button's command. */
export const idIn = (argument: string): number | undefined =>
  /^\d{1,9}$/.test(argument) ? Number(argument) : undefined;

/** What must be known to report for a unit that words name: figures may be asked of it, the progress of its tasks, or both. */
export function needsOfBehalf(argument: string): Need[] {
  if (argument === '' || idIn(argument) !== undefined) return needsOfReport(argument);
  return [{ type: 'units', words: readBehalf(argument).who }, { type: 'progressFor' }];
}

/** What a command about one report needs: the obligation of a number, or the units that words may mean. */
export function needsOfReport(argument: string): Need[] {
  const id = idIn(argument);
  if (id !== undefined) return [{ type: 'obligation', id }];
  return argument ? [{ type: 'units', words: readReason(argument).rest }] : [];
}
