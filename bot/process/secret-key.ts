import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../core/result.ts';
import { makeFilePrivate, makePrivate } from '../../db/engine/folders/private-folder.ts';
import { configSentence } from '../../messages/terminal/config.ts';
import type { Config } from '../config/environment.ts';

/**
 * The 32 bytes that sign links, seal the audit chain and encrypt platform tokens. They come from the environment, else
 * from a file in `dataDir` that is made once. Only its owner may read that file.
 */
export function readSecretKey(config: Pick<Config, 'secretKey' | 'dataDir'>): Result<Buffer> {
  if (config.secretKey) return ok(config.secretKey);
  const file = join(config.dataDir, 'secret-key');
  try {
    makePrivate(config.dataDir);
    const key = Buffer.from(readOrMake(file).trim(), 'hex');
    makeFilePrivate(file);
    return key.length === 32 ? ok(key) : fail(configSentence.secretKeyFile(file, `${key.length} byte`));
  } catch (error) {
    return fail(configSentence.secretKeyFile(file, error instanceof Error ? error.message : String(error)));
  }
}

/** Written aside and linked: of two processes that begin at once both read the key of the first, and never half of one. */
function readOrMake(file: string): string {
  const isCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code;
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
  }
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600 });
  try {
    linkSync(aside, file);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
  return readFileSync(file, 'utf8');
}
