import { z } from 'zod';
import { type SocketPath, socketIn } from '../../../db/engine/folders/private-folder.ts';

/** Where the running service takes commands for its embedded database: in the folder that only its owner may enter. */
export const commandSocket = (folder: string): SocketPath => socketIn(folder, 'chidao.sock');

/** One line of JSON goes in. A command's own simulated time comes along: it holds for that command. */
export const requestSchema = z.object({
  command: z.string(),
  /** Who typed it; a command line of a version before does not say. */
  operator: z.string().max(200).default('?'),
  input: z.object({
    args: z.array(z.string()),
    options: z.record(z.string(), z.union([z.string(), z.boolean(), z.array(z.union([z.string(), z.boolean()]))])),
    /** The bytes of the command's file, in base64. */
    file: z.object({ name: z.string(), base64: z.base64() }).optional(),
  }),
  simulated: z.object({ now: z.iso.datetime(), speed: z.number().positive() }).optional(),
});
export type CommandRequest = z.infer<typeof requestSchema>;

/** One line of JSON comes out. */
export const answerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: z.string() }),
]);
