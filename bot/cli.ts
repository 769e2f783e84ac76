/** The command line: `npm run -s chidao -- <command> [--json]`. It never calls a platform. */

import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { commandSentence as say } from '../messages/terminal/command.ts';
import { moveKept, moveStaged } from './backup/staged-file.ts';
import { madeFile, readCommandLine, usage } from './commands/line.ts';
import { runCommand } from './commands/socket/client.ts';
import { readEnvironment } from './config/environment.ts';
import { faultSentence } from './process/fault.ts';

const words = process.argv.slice(2);

function complain(sentence: string): void {
  process.stderr.write(`${words.includes('--json') ? JSON.stringify({ error: sentence }) : sentence}\n`);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const line = readCommandLine(words);
  if (!line.ok) return complain(line.error);
  if (line.value.type === 'help') {
    process.stdout.write(`${usage()}\n`);
    return;
  }
  const config = readEnvironment();
  if (!config.ok) return complain(config.error);
  const { entry, input, isJson } = line.value;
  const tell = () => process.stderr.write(`${say.waiting}\n`);
  const result = await runCommand(config.value, entry, input, isJson ? {} : { tell });
  if (!result.ok) return complain(result.error);
  const { default: command } = await entry.load();
  const made = madeFile(entry, input);
  const value = made === undefined ? keepFile(result.value, input.options.out) : keepMade(result.value, made);
  process.stdout.write(`${isJson ? JSON.stringify(value, null, 2) : command.print(value)}\n`);
  const complaint = command.complain(value);
  if (complaint !== undefined) complain(complaint);
}

const fileSchema = z.looseObject({ name: z.string(), base64: z.base64() });

/** A document that carries a file: the file is written here, under its own name where none or a folder was asked for. */
function keepFile(value: unknown, out: unknown): unknown {
  const parsed = fileSchema.safeParse(value);
  if (!parsed.success) return value;
  const { base64, ...document } = parsed.data;
  const asked = typeof out === 'string' ? out : '.';
  const file = statSync(asked, { throwIfNoEntry: false })?.isDirectory() ? join(asked, document.name) : asked;
  writeFileSync(file, Buffer.from(base64, 'base64'));
  return { ...document, file };
}

const madeSchema = z.union([z.looseObject({ staged: z.string() }), z.looseObject({ kept: z.string() })]);

/** A document whose file lies in the data folder: it is moved to where it was asked for. One that is `kept` is never lost. */
function keepMade(value: unknown, file: string): unknown {
  const made = madeSchema.parse(value);
  if ('staged' in made) {
    const { staged, ...document } = made as { staged: string };
    moveStaged(staged, file);
    return { ...document, file };
  }
  const { kept, ...document } = made;
  return moveKept(kept, file) ? { ...document, file } : { ...document, file: kept, isElsewhere: true };
}

// Whoever has read enough (`status | head`) closes the pipe; what the command had to do is done.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

await main().catch((error: unknown) => complain(say.unexpected(faultSentence(error))));
