import { randomBytes } from 'node:crypto';
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { endOf } from '../../../core/audit/archive.ts';
import { fail, ok, type Result } from '../../../core/result.ts';
import { instantAt } from '../../../core/time/calendar.ts';
import { findLastBefore } from '../../../db/audit/archived.ts';
import { findKeyChange, readHead } from '../../../db/audit/chain.ts';
import { makePrivate } from '../../../db/engine/folders/private-folder.ts';
import { archivedPage, archiveSentence as say } from '../../../messages/terminal/archive.ts';
import { auditSentence } from '../../../messages/terminal/audit.ts';
import { findArchived, moveArchived } from '../../audit/archive-move.ts';
import { writeArchive } from '../../audit/archive-write.ts';
import { createSeal } from '../../audit/seal.ts';
import { stagedName, sync } from '../../backup/staged-file.ts';
import { type CommandDeps, command, openWork } from '../shape/command.ts';
import { readUntil } from '../shape/until.ts';

/** `kept` is where the file lies until the command line moves it to where it was asked for; `isElsewhere` where it could not. */
type Archived = {
  from: number;
  to: number;
  records: number;
  sha256: string;
  kept: string;
  file?: string;
  isElsewhere?: true;
};

/**
 * Moves the oldest records of the audit chain into a file. It is on the disk, under its name in the data folder, before anything
 * is taken out of the database. So whoever is interrupted has the whole chain, or the file and the event.
 */
export default command<Archived>({
  async run(deps, { options }) {
    const until = readUntil(options.before);
    if (!until || until.time !== null || typeof options.out !== 'string') return fail(say.usage);
    return archiveBefore(deps, until.date);
  },
  print: ({ file, kept, ...moved }) => archivedPage({ ...moved, file: file ?? kept }),
  complain: ({ file, kept, isElsewhere }) => (isElsewhere ? say.isElsewhere(file ?? kept) : undefined),
});

async function archiveBefore(deps: CommandDeps, day: string): Promise<Result<Archived>> {
  const { db, config } = deps;
  const opened = openWork(deps);
  if (!opened.ok) return opened;
  const seal = createSeal(opened.value.key);
  const { head } = await readHead(db);
  if (!head) return fail(say.nothing(day));
  if (head.keyId !== seal.keyId) return fail(auditSentence.otherKey);
  const trustedFrom = Math.max(1, await findKeyChange(db));
  const before = await findArchived(db, seal, trustedFrom);
  const start = endOf(before?.parts ?? []);
  const to = await findLastBefore(db, start.seq, instantAt(day, '00:00'));
  if (to === null || to <= start.seq) return fail(say.nothing(day));
  const folder = makePrivate(config.dataDir);
  const staged = join(folder, stagedName(randomBytes(6).toString('hex')));
  const written = await writeArchive(db, seal, { start, to, trustedFrom }, staged);
  if (!written) return fail(say.faulty);
  const { from, sha256 } = written;
  const kept = join(folder, `audit-${from}-${to}-${sha256.slice(0, 8)}.gz`);
  renameSync(staged, kept);
  sync(folder);
  try {
    await opened.value.transact(async ({ tx, record }) => record(await moveArchived(tx, before, written)));
  } catch (error) {
    // Nobody knows whether what failed was the commit: only a file that surely is of no use goes.
    if ((await findArchived(db, seal, trustedFrom))?.parts.length === before?.parts.length)
      rmSync(kept, { force: true });
    throw error;
  }
  return ok({ from, to, records: to - from + 1, sha256, kept });
}
