/** The command line: `npm run -s chidao -- <command> [--json]`. It never calls a platform. */
import { commandSentence as say } from '../messages/command.ts';
import { runCommand } from './command-client.ts';
import { readCommandLine, usage } from './command-line.ts';
import { readEnvironment } from './config.ts';

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
  const result = await runCommand(config.value, entry, input);
  if (!result.ok) return complain(result.error);
  const { default: command } = await entry.load();
  process.stdout.write(`${isJson ? JSON.stringify(result.value, null, 2) : command.print(result.value)}\n`);
  const complaint = command.complain(result.value);
  if (complaint !== undefined) complain(complaint);
}

await main().catch((error: unknown) =>
  complain(say.unexpected(error instanceof Error ? error.message : String(error))),
);
