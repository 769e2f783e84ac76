import type { Recorded } from '../../../core/audit/fact.ts';
import { ok, type Result } from '../../../core/result.ts';
import { insertCommandRun } from '../../../db/audit/command-runs.ts';
import type { Db } from '../../../db/database.ts';
import { createAuditor } from '../../audit/auditor.ts';
import { createSeal } from '../../audit/seal.ts';
import type { Clock } from '../../clock.ts';
import type { Config } from '../../config/environment.ts';
import { termsOf } from '../../delivery/budgets.ts';
import { createTransact } from '../../delivery/transact.ts';
import type { Transact } from '../../delivery/work.ts';
import { createLinks } from '../../links/make.ts';
import { createVault } from '../../links/vault.ts';
import { readSecretKey } from '../../process/secret-key.ts';

/** A command's name, and whoever runs it by the name that the machine has for them. */
export type RanBy = { command: string; operator: string };

/** What a command works with: in the running service its own, else what the command line opened. */
export type CommandDeps = {
  db: Db;
  clock: Clock;
  config: Pick<Config, 'publicUrl' | 'database' | 'dataDir' | 'secretKey' | 'budgets' | 'freeReplies'>;
  /** Which command it is, and who runs it: what it brings about is recorded as theirs. */
  ranBy: RanBy;
  /** Wakes whoever sends, also in another process. */
  nudge(): void;
};

/** What was typed. `file` is the content of a command's file, read where the command was typed. */
export type CommandInput = {
  args: string[];
  options: Record<string, string | boolean | (string | boolean)[] | undefined>;
  file?: { name: string; bytes: Uint8Array };
};

/** One command: what it does and how a person reads the outcome. `T` is plain JSON, the document of `--json`. */
export type Command<T> = {
  run(deps: CommandDeps, input: CommandInput): Promise<Result<T>>;
  print(value: T): string;
  /** For an outcome that is a document and a failure at once: the sentence for stderr. */
  complain?(value: T): string | undefined;
};

/** A command whose document's type only it knows. */
export type AnyCommand = {
  run(deps: CommandDeps, input: CommandInput): Promise<Result<unknown>>;
  print(value: unknown): string;
  complain(value: unknown): string | undefined;
};

/** Forgets the type of the document. What `print` gets is what `run` returned, by way of JSON. */
export function command<T>({ run, print, complain }: Command<T>): AnyCommand {
  return { run, print: (value) => print(value as T), complain: (value) => complain?.(value as T) };
}

/** Work in transactions, as the service's own, on record as the command's; fails with a sentence where the secret key cannot be had. */
export function openWork({
  db,
  clock,
  config,
  ranBy,
  nudge,
}: CommandDeps): Result<{ transact: Transact; key: Buffer }> {
  const key = readSecretKey(config);
  if (!key.ok) return key;
  const auditor = createAuditor(createSeal(key.value), clock.civil);
  const links = createLinks(key.value, config.publicUrl, clock);
  const vault = createVault(key.value);
  const transact = createTransact({ db, clock, auditor, terms: termsOf(config), links, vault });
  return ok({ transact: nudging(nudge, recordedAs(ranBy, transact)), key: key.value });
}

/** The same work; whoever sends is told once it is done. */
const nudging =
  (nudge: () => void, transact: Transact): Transact =>
  async (run) => {
    const outcome = await transact(run);
    nudge();
    return outcome;
  };

/** The same work; what it records stands behind a record of the command and who ran it. */
function recordedAs(ranBy: RanBy, transact: Transact): Transact {
  return (run) =>
    transact(async (work) => {
      const recorded: Recorded[] = [];
      const outcome = await run({ ...work, record: (...facts) => void recorded.push(...facts) });
      const facts = (await Promise.all(recorded)).flat();
      if (facts.length > 0) {
        const noted = await insertCommandRun(work.tx, { ...ranBy, at: work.now, facts: facts.length });
        work.record(noted, ...facts);
      }
      return outcome;
    });
}
