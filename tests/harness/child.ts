import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a process left behind. */
export type Ended = { code: number | null; stdout: string; stderr: string };

/**
 * Most children live for seconds. Compiling the embedded database again where it is hot takes a third to a half of the processor
 * that their start needs, and they end before it pays.
 */
const brief = ['--liftoff-only'];

/**
 * The product's own files run as they were built, which starts in a third of the time; so do those that a rehearsal imports, as in
 * `npm run demo`. Fixtures run as they are.
 */
function commandOf(script: string): string[] {
  if (script.startsWith('bot/')) return [...brief, `dist/${script.replace(/\.ts$/, '.js')}`];
  if (script.startsWith('tests/demo/')) return ['--import', 'tsx', '--import', './tests/demo/built.mjs', script];
  return [...brief, '--import', 'tsx', script];
}

/** Starts one of the project's TypeScript files as a process of its own, with no variables but `env` and the PATH. */
export function startScript(
  script: string,
  args: readonly string[],
  env: Record<string, string> = {},
): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [...commandOf(script), ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, ...env },
  });
}

/** Runs one of the project's TypeScript files to its end. */
export async function runScript(
  script: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Ended> {
  const child = startScript(script, args, env);
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { code: child.exitCode, stdout, stderr };
}

/** Resolves with the next line that a process writes. */
export async function nextLine(child: ChildProcessWithoutNullStreams): Promise<string> {
  const [chunk] = (await once(child.stdout, 'data')) as [Buffer];
  return chunk.toString().trim();
}
