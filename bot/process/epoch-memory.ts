/** What this installation remembers of its database outside of it, in the data folder. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { EpochMemory } from '../../core/time/epoch.ts';
import { makePrivate } from '../../db/engine/folders/private-folder.ts';
import { placeName } from '../../db/engine/open-failure.ts';
import type { Epoch } from '../../db/time/epochs.ts';
import type { Config } from '../config/environment.ts';

type Place = Pick<Config, 'database' | 'dataDir'>;

const schema = z.object({ where: z.string(), id: z.string(), beat: z.number().int() });
const fileOf = ({ dataDir }: Place): string => join(dataDir, 'epoch.json');

/**
 * So many beats of 10 s later one is taken as surely kept, so that a power cut is not taken for a restore. What PostgreSQL
 * has committed it keeps (db/engine/session-settings.ts). The embedded database may lose what it wrote last: the system
 * writes to the disk within some 35 s (dirty_expire_centisecs and dirty_writeback_centisecs,
 * https://docs.kernel.org/admin-guide/sysctl/vm.html).
 */
const keptAfterBeats = ({ database }: Place): number => (database.url ? 0 : 9);

/** Where the database is, without secrets. */
export const whereOf = ({ database }: Place): string => (database.url ? placeName(database.url) : 'embedded');

/** What is remembered; undefined where nothing is, or nothing that can be read. */
export function recallEpoch(place: Place): EpochMemory | undefined {
  try {
    const read = schema.safeParse(JSON.parse(readFileSync(fileOf(place), 'utf8')));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

/** Remembers an epoch of the database, with a beat that it has surely kept. */
export function rememberEpoch(place: Place, { id, beat }: Pick<Epoch, 'id' | 'beat'>): void {
  makePrivate(place.dataDir);
  const memory: EpochMemory = { where: whereOf(place), id, beat: Math.max(0, beat - keptAfterBeats(place)) };
  const aside = `${fileOf(place)}.${process.pid}`;
  writeFileSync(aside, `${JSON.stringify(memory)}\n`, { mode: 0o600 });
  renameSync(aside, fileOf(place));
}
