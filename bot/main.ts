/** `npm start`: the service until SIGTERM or SIGINT. */

import { readEnvironment } from './config/environment.ts';
import { createLog } from './process/log.ts';
import { startService } from './service/start.ts';

/** After a signal, what is under way has this long to end (machine milliseconds). */
const drainMs = 4500;

function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

const config = readEnvironment();
if (!config.ok) giveUp(config.error);
const log = createLog(config.value);
const service = await startService(config.value, log);
if (!service.ok) giveUp(service.error);
const { stop, lost } = service.value;

async function end(reason: string, code: number): Promise<never> {
  log.info({ reason }, 'stopping');
  setTimeout(() => {
    log.error('did not end in time');
    process.exit(1);
  }, drainMs).unref();
  await stop();
  process.exit(code);
}

process.once('SIGTERM', () => void end('SIGTERM', 0));
process.once('SIGINT', () => void end('SIGINT', 0));
void lost.then((reason) => {
  log.fatal({ reason }, 'the lock on the database was lost');
  void end(reason, 1);
});
