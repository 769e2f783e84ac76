/** What reading and doing take: one small value in place of a list of services. */
import type { RecordFacts } from '../../core/audit/fact.ts';
import type { Message } from '../../core/delivery/message.ts';
import type { Db } from '../../db/database.ts';
import type { Leave } from '../audit/auditor.ts';
import type { Links } from '../links/make.ts';
import type { Vault } from '../links/vault.ts';
import type { DeliveryTerms } from './budgets.ts';

/** What a fact is read with: it can change nothing. */
export type Reading = {
  /** The transaction, or the database where none is under way. */
  tx: Db;
  /** Civil time. It stands still for as long as the transaction lasts. */
  now: Date;
  /** Machine time, likewise. */
  machineNow: Date;
  terms: DeliveryTerms;
  links: Links;
  /** Takes secrets out of what is kept, and puts them back into what is sent. */
  vault: Vault;
};

/** What a thing is done with, inside one transaction. */
export type Work = Reading & {
  /** Puts facts on record: they join the audit chain as the last thing that the transaction does. */
  record: RecordFacts;
  /** Leaves the last statements, whose outcome decides nothing: they are said in one breath with the commit. */
  leave: Leave;
  /**
   * Says messages, each once for its meaning and recipient. Resolves with the number of platform requests that were
   * written; none is written for a person to whom no way is open.
   */
  say(messages: Message[]): Promise<number>;
};

/** Runs one piece of work in a transaction of its own. What it records and says is there when it is committed. */
export type Transact = <T>(run: (work: Work) => Promise<T>) => Promise<T>;
