import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { fail, type Result } from '../../../core/result.ts';
import { makePrivate } from '../../../db/engine/folders/private-folder.ts';
import { backupSentence } from '../../../messages/terminal/backup.ts';
import { commandSentence as say } from '../../../messages/terminal/command.ts';
import { removeStaged } from '../../backup/staged-file.ts';
import { anchoredClock, systemClock } from '../../clock.ts';
import type { Config } from '../../config/environment.ts';
import { faultSentence } from '../../process/fault.ts';
import type { Log } from '../../process/log.ts';
import type { CommandDeps } from '../shape/command.ts';
import { commands } from '../table.ts';
import { type CommandRequest, commandSocket, requestSchema } from './socket.ts';

export type ServiceDeps = Omit<CommandDeps, 'config' | 'ranBy'> & {
  config: CommandDeps['config'] & Pick<Config, 'isProduction'>;
  log: Log;
};

const longestRequest = 32 * 1024 * 1024;

/**
 * Takes commands from the command line for as long as the service has the embedded database to itself. The caller holds
 * the lock, so a socket that is there already is left over. Closing waits for commands under way.
 */
export async function serveCommands(deps: ServiceDeps, dataDir: string): Promise<{ close(): Promise<void> }> {
  const folder = makePrivate(dataDir);
  removeStaged(folder);
  const { path, close: forget } = commandSocket(folder);
  rmSync(path, { force: true });
  const server = createServer((socket) => void answer(deps, socket));
  server.listen(path);
  await once(server, 'listening');
  const close = async () => {
    server.close();
    await once(server, 'close');
    forget();
  };
  return { close };
}

async function answer(deps: ServiceDeps, socket: Socket): Promise<void> {
  socket.on('error', (error) => deps.log.debug({ err: error }, 'command line went away'));
  try {
    const request = await readRequest(socket);
    const result = await perform(deps, request);
    socket.end(`${JSON.stringify(result)}\n`);
  } catch (error) {
    deps.log.error({ err: error }, 'command failed');
    socket.end(`${JSON.stringify(fail(say.unexpected(faultSentence(error))))}\n`);
  }
}

async function readRequest(socket: Socket): Promise<CommandRequest> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of socket.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    length += chunk.length;
    if (chunk.includes(10) || length > longestRequest) break;
  }
  return requestSchema.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
}

async function perform(
  deps: ServiceDeps,
  { command: name, operator, input, simulated }: CommandRequest,
): Promise<Result<unknown>> {
  const entry = commands.find((command) => command.name === name);
  if (!entry) return fail(say.unknown(name));
  if (entry.isAlone) return fail(backupSentence.stopFirst);
  if (simulated && deps.config.isProduction) return fail(say.simulatedInProduction);
  const { default: command } = await entry.load();
  const own = simulated && { simulated: new Date(simulated.now), real: systemClock.machine(), speed: simulated.speed };
  const { file, ...rest } = input;
  const sent = file && { name: file.name, bytes: Buffer.from(file.base64, 'base64') };
  const ranBy = { command: entry.name, operator };
  const clock = own ? anchoredClock(own) : deps.clock;
  return command.run({ ...deps, clock, ranBy }, { ...rest, ...(sent && { file: sent }) });
}
