import type { AnyCommand } from './command.ts';

/** A command as it is typed. Its code loads only when it runs. */
export type CommandEntry = {
  name: string;
  usage: string;
  arguments: number;
  /** How many more arguments may follow. */
  optionalArguments?: number;
  options?: Record<string, { type: 'string' | 'boolean'; multiple?: true }>;
  /** Whether the last argument is a file, read where the command is typed. */
  takesFile?: true;
  /** Where the file is named that the command makes, over nothing that is there: its first argument, or an option. */
  makesFile?: 'argument' | 'out';
  /** The option whose values are files that the command reads, wherever it runs. */
  readsFiles?: 'archive';
  /** Whether it needs the database to itself: no service may run. */
  isAlone?: true;
  load(): Promise<{ default: AnyCommand }>;
};
