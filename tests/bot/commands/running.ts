import { systemClock } from '../../../bot/clock.ts';
import { readCommandLine } from '../../../bot/commands/line.ts';
import type { Result } from '../../../core/result.ts';
import type { Db } from '../../../db/database.ts';

/** Runs commands as the command line and the service do, less the process and the socket. */
export function commandsOn(db: () => Db) {
  const clock = { civil: () => new Date('2021-09-06T08:00:00+07:00'), machine: systemClock.machine };
  const result = async (line: string): Promise<Result<unknown>> => {
    const read = readCommandLine(line.split(' '));
    if (!read.ok || read.value.type === 'help') throw new Error(line);
    const { entry, input } = read.value;
    const { default: command } = await entry.load();
    return command.run(
      {
        db: db(),
        clock,
        config: {
          database: {},
          publicUrl: 'https://a.vn',
          dataDir: 'unused',
          secretKey: Buffer.alloc(32, 1),
          budgets: {},
          freeReplies: 8,
        },
        ranBy: { command: entry.name, operator: 'test' },
        nudge: () => {},
      },
      input,
    );
  };
  const run = async <T = unknown>(line: string): Promise<T> => {
    const outcome = await result(line);
    if (!outcome.ok) throw new Error(outcome.error);
    return outcome.value as T;
  };
  const refusal = async (line: string) => {
    const outcome = await result(line);
    return outcome.ok ? '' : outcome.error;
  };
  /** What a person reads of it. */
  const printed = async (line: string): Promise<string> => {
    const read = readCommandLine(line.split(' '));
    if (!read.ok || read.value.type === 'help') throw new Error(line);
    return (await read.value.entry.load()).default.print(await run(line));
  };
  return { run, refusal, printed };
}
