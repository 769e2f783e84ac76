import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { fail, ok, type Result } from '../../../core/result.ts';
import { isOurs, makePrivate } from '../../../db/engine/folders/private-folder.ts';
import { folderFailure } from '../../../db/engine/open-failure.ts';
import { backupSentence } from '../../../messages/terminal/backup.ts';
import { commandSentence as say } from '../../../messages/terminal/command.ts';
import type { Config } from '../../config/environment.ts';
import { operatorName } from '../../process/operator.ts';
import type { CommandInput } from '../shape/command.ts';
import type { CommandEntry } from '../shape/entry.ts';
import { answerSchema, type CommandRequest, commandSocket } from './socket.ts';

/** How long a command waits for another process to leave the database, and from when on it says that it waits. */
export type Patience = { waitMs: number; tellAfterMs: number; tell(): void };

/** Another command ends, however loaded the machine is: half a minute was too short for it at ten processes on two cores. */
const patient: Patience = { waitMs: 600_000, tellAfterMs: 5_000, tell: () => {} };

/**
 * Runs a command: on PostgreSQL directly; with the embedded database in the running service, or here where none runs. One
 * that needs the database to itself is refused while a service runs.
 * While another process has the embedded database without taking commands (it starts, or is a command itself), it waits.
 */
export async function runCommand(
  config: Config,
  entry: CommandEntry,
  input: CommandInput,
  patience: Partial<Patience> = {},
): Promise<Result<unknown>> {
  if (config.database.url && !entry.isAlone) return runOnPostgres(config, entry, input);
  if (!config.database.url) {
    const folder = await privateFolder(config);
    if (!folder.ok) return folder;
    if (!entry.isAlone) return runOnFolder(config, folder.value, { entry, input, ...patient, ...patience });
  }
  const result = await runLocked(config, entry, input);
  return result === 'taken' ? fail(backupSentence.stopFirst) : result;
}

async function runOnFolder(
  config: Config,
  folder: string,
  { entry, input, waitMs, tellAfterMs, tell }: { entry: CommandEntry; input: CommandInput } & Patience,
): Promise<Result<unknown>> {
  for (let waited = 0; waited <= waitMs; waited += 100) {
    const socket = await reach(folder);
    if (socket) return ask(socket, requestOf(config, entry, input));
    const result = await runLocked(config, entry, input);
    if (result !== 'taken') return result;
    if (waited === tellAfterMs) tell();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return fail(say.busy);
}

async function privateFolder({ dataDir }: Config): Promise<Result<string>> {
  try {
    return ok(makePrivate(dataDir));
  } catch (error) {
    const { sayOpenFailure } = await import('../../process/database.ts');
    return fail(sayOpenFailure(folderFailure(dataDir, error)));
  }
}

/** A connection to the running service; undefined when nobody listens. What somebody else put there is told nothing. */
async function reach(folder: string): Promise<Socket | undefined> {
  const { path, close } = commandSocket(folder);
  if (!isOurs(path)) {
    close();
    return undefined;
  }
  const socket = connect(path);
  try {
    await once(socket, 'connect');
    return socket;
  } catch {
    socket.destroy();
    return undefined;
  } finally {
    close();
  }
}

function requestOf(config: Config, entry: CommandEntry, input: CommandInput): CommandRequest {
  const options = Object.fromEntries(
    Object.entries(input.options).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  const { simulated } = config;
  const own = simulated && { simulated: { now: simulated.now.toISOString(), speed: simulated.speed } };
  const { args, file } = input;
  const sent = file && { name: file.name, base64: Buffer.from(file.bytes).toString('base64') };
  const said = { args, options, ...(sent && { file: sent }) };
  return { command: entry.name, operator: operatorName(), input: said, ...own };
}

async function ask(socket: Socket, request: CommandRequest): Promise<Result<unknown>> {
  try {
    socket.write(`${JSON.stringify(request)}\n`);
    const answer = answerSchema.safeParse(JSON.parse(await text(socket)));
    return answer.success ? answer.data : fail(say.serviceLost);
  } catch {
    return fail(say.serviceLost);
  }
}

/** Runs a command with the database to itself; `taken` where another process has it. */
async function runLocked(config: Config, entry: CommandEntry, input: CommandInput): Promise<Result<unknown> | 'taken'> {
  const { lockService } = await import('../../../db/engine/service-lock.ts');
  const { openUnder, placeOf, sayOpenFailure } = await import('../../process/database.ts');
  const lock = await lockService(placeOf(config));
  if (!lock.ok) return lock.error.type === 'taken' ? 'taken' : fail(sayOpenFailure(lock.error));
  const opened = await openUnder(lock.value, placeOf(config));
  return opened.ok ? runOn(opened.value, config, entry, input) : fail(sayOpenFailure(opened.error));
}

async function runOnPostgres(config: Config, entry: CommandEntry, input: CommandInput): Promise<Result<unknown>> {
  const { openDatabase } = await import('../../../db/engine/open.ts');
  const { placeOf, sayOpenFailure } = await import('../../process/database.ts');
  const opened = await openDatabase(placeOf(config));
  return opened.ok ? runOn(opened.value, config, entry, input) : fail(sayOpenFailure(opened.error));
}

async function runOn(
  { db, kind, close }: import('../../../db/engine/open.ts').OpenedDatabase,
  config: Config,
  entry: CommandEntry,
  input: CommandInput,
): Promise<Result<unknown>> {
  const { clockFor } = await import('../../process/civil-clock.ts');
  let isNudged = false;
  const nudge = () => {
    isNudged = true;
  };
  try {
    const clock = await clockFor(config, db, { isService: false });
    if (!clock.ok) return clock;
    const { default: command } = await entry.load();
    const ranBy = { command: entry.name, operator: operatorName() };
    const answer = await command.run({ db, clock: clock.value, config, ranBy, nudge }, input);
    if (isNudged && kind === 'postgres') {
      const { wakeLeader } = await import('../../../db/conversation/wake.ts');
      // Whoever misses it looks by itself soon: the command has done its work.
      await wakeLeader(db).catch(() => {});
    }
    return answer;
  } finally {
    await close();
  }
}
