/** What a command works with beyond reading: work in a transaction, as the service's own. */
import { ok, type Result } from '../../core/result.ts';
import { createAuditor } from '../audit/auditor.ts';
import { createSeal } from '../audit/seal.ts';
import { termsOf } from '../delivery/budgets.ts';
import { createTransact } from '../delivery/transact.ts';
import type { Transact } from '../delivery/work.ts';
import { createLinks } from '../links/make.ts';
import { readSecretKey } from '../process/secret-key.ts';
import type { CommandDeps } from './command.ts';

/** Fails with a sentence where the secret key cannot be had. */
export function openWork({ db, clock, config }: CommandDeps): Result<{ transact: Transact; key: Buffer }> {
  const key = readSecretKey(config);
  if (!key.ok) return key;
  const auditor = createAuditor(createSeal(key.value), clock.civil);
  const links = createLinks(key.value, config.publicUrl, clock);
  return ok({ transact: createTransact({ db, clock, auditor, terms: termsOf(config), links }), key: key.value });
}
