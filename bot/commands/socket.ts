import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

/**
 * Where the running service takes commands for its embedded database. A socket's path may have some hundred bytes at
 * most (sun_path in unix(7)): a long folder's socket is in the folder for temporary files, named by its real path.
 */
export function commandSocket(dataDir: string): string {
  const folder = realpathSync(dataDir);
  const path = join(folder, 'chidao.sock');
  if (Buffer.byteLength(path) <= 100) return path;
  return join(tmpdir(), `chidao-${createHash('sha1').update(folder).digest('hex')}.sock`);
}

/** One line of JSON goes in. A command's own simulated time comes along: it holds for that command. */
export const requestSchema = z.object({
  command: z.string(),
  input: z.object({
    args: z.array(z.string()),
    options: z.record(z.string(), z.union([z.string(), z.boolean()])),
    file: z.object({ name: z.string(), text: z.string() }).optional(),
  }),
  simulated: z.object({ now: z.iso.datetime(), speed: z.number().positive() }).optional(),
});
export type CommandRequest = z.infer<typeof requestSchema>;

/** One line of JSON comes out. */
export const answerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: z.string() }),
]);
