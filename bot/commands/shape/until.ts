import type { SaidDay } from '../../../core/language/day.ts';
import type { CommandInput } from './command.ts';
import { textOf } from './text-of.ts';

/** "2021-09-15", "2021-09-15T10:00": the day itself counts, or its hour. */
export function readUntil(option: CommandInput['options'][string]): SaidDay | undefined {
  const [, date, time] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d))?$/.exec(textOf(option) ?? '') ?? [];
  if (date === undefined) return undefined;
  const instant = new Date(`${date}T${time ?? '00:00'}:00Z`);
  // Of 31 February a Date makes 3 March.
  const isReal = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date);
  return isReal ? { date, time: time ?? null } : undefined;
}
