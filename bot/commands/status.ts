import { ok } from '../../core/result.ts';
import { statusPage } from '../../messages/terminal/status.ts';
import { readStatus, type StatusDocument } from '../facts/status.ts';
import { command } from './shape/command.ts';

/** What an operator wants to know. */
export default command<StatusDocument>({
  async run({ db, clock, config }) {
    const status = await readStatus({ db, now: clock.civil(), machineNow: clock.machine() }, config);
    return ok({ database: config.database.url ? 'postgres' : 'embedded', ...status });
  },
  print: statusPage,
});
