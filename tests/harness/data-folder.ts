/** A folder of data as a service leaves it that was started once: making its database takes five seconds of the processor. */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';

/**
 * Puts a migrated, empty embedded database into a folder of data, and returns the folder. For tests of what comes after a first
 * start; the first start itself is tested by tests/db/engine/open and tests/bot/commands/cli.
 */
export function furnishDataFolder(dataDir: string): string {
  const database = join(dataDir, 'database');
  mkdirSync(database, { recursive: true, mode: 0o700 });
  execFileSync('tar', ['-x', '-C', database, '-f', inject('embeddedTemplate')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return dataDir;
}
