import type { SaidDay } from '../../../core/language/day.ts';
import type { CommandInput } from './command.ts';
import { textOf } from './text-of.ts';

/** "2021-09-15", "2021-09-15T10:00": the day itself counts, or its hour. */
export function readUntil(option: CommandInput['options'][string]): SaidDay | undefined {
  const [, date, time] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d))?$/.exec(textOf(option) ?? '') ?? [];
  const isReal = date !== undefined && !Number.isNaN(Date.parse(`${date}T${time ?? '00:00'}:00Z`));
  return isReal ? { date, time: time ?? null } : undefined;
}
