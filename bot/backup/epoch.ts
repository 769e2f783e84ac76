import { judgeEpoch } from '../../core/time/epoch.ts';
import { leapIdentities } from '../../db/backup/load.ts';
import type { Db } from '../../db/database.ts';
import { beatEpoch, beginEpoch, beginRestoredEpoch, hasPast, readEpoch } from '../../db/time/epochs.ts';
import type { Config } from '../config/environment.ts';
import { recallEpoch, rememberEpoch, whereOf } from '../process/epoch-memory.ts';

/** The database was found put back: what is known of it, and how many requests are held back since. */
export type FoundPutBack = { keptUntil: Date | null; requests: number };

/**
 * Notices a database that is older than what this installation saw of it last, however it was put back, and holds back what
 * waits there. Then counts a beat and remembers it. Call at each start before anything is sent, and every 10 s.
 */
export async function keepEpoch(
  db: Db,
  place: Pick<Config, 'database' | 'dataDir'>,
  machineNow: Date,
): Promise<FoundPutBack | undefined> {
  const memory = recallEpoch(place);
  const { epoch, found } = await db.transaction(async (tx) => {
    const stored = await readEpoch(tx);
    const known = stored && { ...stored, isHeld: stored.hold === 'held' };
    const verdict = judgeEpoch(memory, known, { where: whereOf(place), hasPast: !stored && (await hasPast(tx)) });
    if (verdict === 'new') await beginEpoch(tx, machineNow);
    if (verdict !== 'put-back') return { epoch: await beatEpoch(tx, machineNow), found: undefined };
    const keptUntil = stored?.beatAt ?? null;
    await leapIdentities(tx);
    const requests = await beginRestoredEpoch(tx, keptUntil, machineNow);
    return { epoch: await beatEpoch(tx, machineNow), found: { keptUntil, requests } };
  });
  if (epoch) rememberEpoch(place, epoch);
  return found;
}
