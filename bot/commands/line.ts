import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { fail, ok, type Result } from '../../core/result.ts';
import { backupSentence } from '../../messages/terminal/backup.ts';
import { commandSentence as say } from '../../messages/terminal/command.ts';
import { fileTooLarge } from '../../messages/words/file-faults.ts';
import type { CommandInput } from './shape/command.ts';
import type { CommandEntry } from './shape/entry.ts';
import { commands } from './table.ts';

/** What was asked for on the command line. */
export type CommandLine =
  | { type: 'help' }
  | { type: 'command'; entry: CommandEntry; input: CommandInput; isJson: boolean };

/** The list of commands. */
export const usage = (): string => say.usage(commands.map((command) => command.usage));

/** Reads the words after the program's name, and the file where a command takes one. Values stay text: a code may be all digits. */
export function readCommandLine(words: readonly string[]): Result<CommandLine> {
  if (words.length === 0 || words.includes('--help') || words.includes('-h')) return ok({ type: 'help' });
  const isJson = words.includes('--json');
  const said = words.filter((word) => word !== '--json');
  const entry = commands.find(({ name }) => name === said[0] || name === `${said[0]} ${said[1]}`);
  if (!entry)
    return fail(
      say.unknown(
        said
          .filter((word) => !word.startsWith('-'))
          .slice(0, 2)
          .join(' '),
      ),
    );
  const parsed = parse(entry, said.slice(entry.name.split(' ').length));
  if (!parsed.ok) return parsed;
  const input = parsed.value;
  const made = madeFile(entry, input);
  if (made !== undefined && existsSync(made)) return fail(backupSentence.isThere(made));
  if (entry.readsFiles) {
    const given = absolutePaths(input.options[entry.readsFiles]);
    if (!given.ok) return given;
    return ok({
      type: 'command',
      entry,
      input: { ...input, options: { ...input.options, [entry.readsFiles]: given.value } },
      isJson,
    });
  }
  if (!entry.takesFile) return ok({ type: 'command', entry, input, isJson });
  const file = readBytes(input.args.at(-1) ?? '');
  return file.ok ? ok({ type: 'command', entry, input: { ...input, file: file.value }, isJson }) : file;
}

function parse(entry: CommandEntry, rest: string[]): Result<CommandInput> {
  try {
    const { values, positionals } = parseArgs({ args: rest, options: entry.options ?? {}, allowPositionals: true });
    const surplus = positionals.length - entry.arguments;
    return surplus >= 0 && surplus <= (entry.optionalArguments ?? 0)
      ? ok({ args: positionals, options: values })
      : fail(say.badArguments(entry.usage));
  } catch (error) {
    const name = error instanceof Error ? /--?[\w-]+/.exec(error.message)?.[0] : undefined;
    return fail(name ? say.badOption(name, entry.usage) : say.badArguments(entry.usage));
  }
}

/** The file that a command makes; undefined where it makes none, or none was named. */
export function madeFile({ makesFile }: CommandEntry, { args, options }: CommandInput): string | undefined {
  if (makesFile === 'argument') return args[0];
  return makesFile === 'out' && typeof options.out === 'string' ? options.out : undefined;
}

/** Files by their whole paths: the command may run in another process, in another folder. */
function absolutePaths(option: CommandInput['options'][string]): Result<string[]> {
  const names = (Array.isArray(option) ? option : []).map(String);
  for (const name of names)
    try {
      accessSync(name, constants.R_OK);
    } catch (error) {
      return fail(say.fileMissing(name, error instanceof Error ? error.message : String(error)));
    }
  return ok(names.map((name) => resolve(name)));
}

/** Bytes of a file: a list of ten thousand units has less than three million. */
const mostBytes = 20_000_000;

function readBytes(name: string): Result<{ name: string; bytes: Uint8Array }> {
  try {
    if (statSync(name).size > mostBytes) return fail(fileTooLarge(name, mostBytes));
    return ok({ name, bytes: readFileSync(name) });
  } catch (error) {
    return fail(say.fileMissing(name, error instanceof Error ? error.message : String(error)));
  }
}
