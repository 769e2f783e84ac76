import type { Db } from '../../db/database.ts';
import type { Auditor } from '../audit/auditor.ts';
import type { Clock } from '../clock.ts';
import type { Links } from '../links/make.ts';
import type { Vault } from '../links/vault.ts';
import type { DeliveryTerms } from './budgets.ts';
import { sayAll } from './say.ts';
import type { Reading, Transact, Work } from './work.ts';

/** What stands behind every piece of work. */
export type WorkDeps = { db: Db; clock: Clock; auditor: Auditor; terms: DeliveryTerms; links: Links; vault: Vault };

/** A reading of the database as it stands now, outside any transaction. */
export const readingOf = ({ db, clock, terms, links, vault }: Omit<WorkDeps, 'auditor'>): Reading => ({
  tx: db,
  now: clock.civil(),
  machineNow: clock.machine(),
  terms,
  links,
  vault,
});

/** What others are told once a transaction is committed: that it queued something, or that it recorded something. */
export type OnCommitted = { onSaid?: () => void; onRecorded?: () => void };

/** Gives out work, one transaction each. A transaction that the database ends for reasons of its own runs once more. */
export function createTransact(deps: WorkDeps, { onSaid, onRecorded }: OnCommitted = {}): Transact {
  return async (run) => {
    let [isSaid, isRecorded] = [false, false];
    const outcome = await deps.auditor.transact(deps.db, (tx, keep, leave) => {
      const reading = readingOf({ ...deps, db: tx });
      const record: Work['record'] = (...facts) => {
        isRecorded ||= facts.length > 0;
        keep(...facts);
      };
      const say: Work['say'] = async (messages) => {
        const requests = await sayAll(reading, messages);
        isSaid ||= requests > 0;
        return requests;
      };
      return run({ ...reading, record, leave, say });
    });
    if (isRecorded) onRecorded?.();
    if (isSaid) onSaid?.();
    return outcome;
  };
}
