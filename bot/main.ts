/** `npm start`: the service until SIGTERM or SIGINT. */

import { readEnvironment } from './config/environment.ts';
import { createLog } from './process/log.ts';
import { serve } from './service/serve.ts';

/** After a signal, what is under way has this long to end (machine milliseconds). */
const drainMs = 4500;

function giveUp(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

const config = readEnvironment();
if (!config.ok) giveUp(config.error);
const log = createLog(config.value);
const stopping = new AbortController();
let code = 0;

function end(reason: string): void {
  if (stopping.signal.aborted) return;
  log.info({ reason }, 'stopping');
  setTimeout(() => {
    log.error('did not end in time');
    process.exit(1);
  }, drainMs).unref();
  stopping.abort(reason);
}

process.once('SIGTERM', () => end('SIGTERM'));
process.once('SIGINT', () => end('SIGINT'));
// A fault that nobody caught, also one of a library, still lets what is under way end. Then a supervisor begins anew.
process.on('uncaughtException', (error) => {
  log.fatal({ err: error }, 'a fault that nobody caught');
  code = 1;
  end('fault');
});
const ended = await serve(config.value, log, stopping.signal);
if (!ended.ok) giveUp(ended.error);
process.exit(code);
