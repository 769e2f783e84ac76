import { fail, ok, type Result } from '../../core/result.ts';
import type { Db } from '../../db/database.ts';
import { readAnchor, writeAnchor } from '../../db/time/civil-clock.ts';
import { databaseSentence } from '../../messages/terminal/database.ts';
import { type Anchor, anchoredClock, type Clock, systemClock } from '../clock.ts';
import type { Config } from '../config/environment.ts';

/**
 * The clock of this process. With a `SIMULATED_NOW` of its own the service starts the rehearsal there and writes the
 * anchor for others; a command keeps it to itself. Without one both follow the anchor in the database, else real time.
 * In production a database with an anchor is refused.
 */
export async function clockFor(
  config: Pick<Config, 'simulated' | 'isProduction'>,
  db: Db,
  { isService }: { isService: boolean },
): Promise<Result<Clock>> {
  if (config.simulated) {
    const { now, speed } = config.simulated;
    const anchor: Anchor = { simulated: now, real: systemClock.machine(), speed };
    if (isService) await writeAnchor(db, anchor);
    return ok(anchoredClock(anchor));
  }
  const anchor = await readAnchor(db);
  if (!anchor) return ok(systemClock);
  return config.isProduction ? fail(databaseSentence.simulatedInProduction) : ok(anchoredClock(anchor));
}
