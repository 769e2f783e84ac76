import type { CommandInput } from './command.ts';

/** The text of an option, without blanks around it; null where there is none. */
export const textOf = (option: CommandInput['options'][string]): string | null =>
  typeof option === 'string' && option.trim() !== '' ? option.trim() : null;
