/**
 * Keeps the token pair of the Zalo Official Account. A refresh token works once, and its use ends the access token that
 * came with it. So the right to use a refresh token (a claim) is committed before the token goes out. A new pair is saved
 * before it is used. After a call without a clear answer the old access token tells: while it works, the refresh token
 * was not used. One whose fate cannot be known is never used again: an administrator has to consent anew.
 */
import { fail, ok, type Result } from '../../../../core/result.ts';
import type { ChannelLog } from '../../shared/health.ts';
import { backoffMs, type Wait, waitForTimer } from '../../shared/wait.ts';
import type { AccessTokens } from '../call.ts';
import type { OAuthClient } from '../oauth.ts';
import { type ConsentOptions, consentLink, isOurState, pkceOf } from './consent.ts';
import { isDue } from './decide.ts';
import { createTokenMemory } from './memory.ts';
import { type RefreshDeps, type RefreshWording, refreshPair, takeOverStored } from './refresh.ts';
import { createTokenVault, type VaultOptions } from './vault.ts';

const lookMs = 60_000;

/** What is said to the operator, and to the administrator whose consent is not taken. */
export type TokenWording = RefreshWording & {
  consentNeeded: (link: string) => string;
  consentStale: string;
  consentOtherOa: (oaId: string) => string;
  consentRefused: (reason: string) => string;
};

export type ZaloTokenOptions = ConsentOptions &
  VaultOptions & {
    oauth: OAuthClient;
    oaId?: string | undefined;
    /** Absent: a timer. */
    wait?: Wait;
    log: ChannelLog;
    wording: TokenWording;
    /** Asks Zalo whether an access token works; undefined: it could not be asked. */
    isAlive(access: string): Promise<boolean | undefined>;
    /** Called once each time that only a new consent helps; `lost` is the pair's generation, undefined: there was none. */
    onConsentNeeded?: (link: string, lost: number | undefined) => void;
    /** Called when a consent was taken. */
    onConsent?: () => void;
  };

/** What Zalo's consent page sends back with the administrator's browser. */
type Consent = { code: string; oaId: string; state: string };

export type ZaloTokenKeeper = AccessTokens & {
  /** Refreshes early and while nothing is sent, until stopped. Only for the process that holds the service's lock. */
  start(): void;
  /** Resolves when no refresh is under way. */
  stop(): Promise<void>;
  /** Where an administrator of the Official Account allows this app; valid for a week. */
  consentLink(): string;
  /** Takes the answer to a consent; the error is a sentence for the administrator. */
  acceptConsent(consent: Consent): Promise<Result<undefined>>;
};

/** A keeper that is not started; it works all the same whenever it is asked. */
export function createZaloTokenKeeper(options: ZaloTokenOptions): ZaloTokenKeeper {
  const { machineNow, wording, log, wait = waitForTimer } = options;
  const stopping = new AbortController();
  const vault = createTokenVault(options);
  const memory = createTokenMemory(vault, machineNow);
  const link = (): string => consentLink(options, machineNow());
  const deps: RefreshDeps = {
    ...options,
    vault,
    memory,
    wait,
    signal: stopping.signal,
    onConsentNeeded: (lost) => options.onConsentNeeded?.(link(), lost),
  };
  let oldClaim: Promise<void> = Promise.resolve();
  let running: Promise<void> = Promise.resolve();
  const refresh = onceAtATime(async () => {
    const known = memory.held()?.pair.generation;
    await oldClaim;
    await refreshPair(deps, known);
  });
  const logFailure = (error: unknown): void =>
    log.error({ channel: 'zalo-oa', err: error }, 'zalo-oa: the token pair could not be looked after');
  const refreshUnlessLost = async (): Promise<void> => {
    if (memory.trouble().type !== 'consent') await refresh.run().catch(logFailure);
  };

  return {
    current: async () => {
      if (memory.inForce() === undefined) await holdStored(deps).catch(logFailure);
      if (memory.inForce() === undefined) await refreshUnlessLost();
      return memory.inForce();
    },
    replace: async (refused) => {
      const held = memory.held();
      if (held && held.access !== refused) return memory.inForce();
      if (memory.isYoung()) return undefined;
      memory.markRefused(refused);
      await refreshUnlessLost();
      return memory.inForce();
    },
    trouble: () => {
      const trouble = memory.trouble();
      if (trouble.type === 'consent') return { sentence: wording.consentNeeded(link()), lasting: 'consent' };
      return trouble.type === 'passing' && memory.inForce() === undefined ? { sentence: trouble.sentence } : undefined;
    },
    start: () => {
      oldClaim = findOldClaim(deps).catch(logFailure);
      running = keepFresh(deps, refresh.run, logFailure);
    },
    stop: async () => {
      stopping.abort();
      await running;
      await refresh.underWay()?.catch(logFailure);
    },
    consentLink: link,
    acceptConsent: (consent) => acceptConsent(options, deps, consent),
  };
}

/** Whoever asks while the work is under way waits for the same run of it. */
function onceAtATime(work: () => Promise<void>) {
  let flight: Promise<void> | undefined;
  return {
    underWay: () => flight,
    run: (): Promise<void> => {
      flight ??= work().finally(() => {
        flight = undefined;
      });
      return flight;
    },
  };
}

/** Uses what is stored, where it can be used. */
async function holdStored({ vault, memory }: RefreshDeps): Promise<void> {
  const stored = await vault.read();
  if (stored) memory.hold(stored);
}

/** One process at a time starts this: a claim that stands here already was left behind by one that died. */
async function findOldClaim({ vault, memory }: RefreshDeps): Promise<void> {
  const stored = await vault.read();
  if (stored?.state === 'claimed') memory.setAbandoned(stored.generation);
}

/** Looks after the pair until the signal is aborted: every minute, and more often while something is wrong. */
async function keepFresh(
  deps: RefreshDeps,
  refresh: () => Promise<void>,
  logFailure: (error: unknown) => void,
): Promise<void> {
  const { memory, signal } = deps;
  for (let failures = 0; !signal.aborted; ) {
    try {
      if (!memory.held()) await holdStored(deps);
      const held = memory.held();
      if (!held || isDue(held.pair, deps.machineNow()) || memory.trouble().type !== 'none') await refresh();
      failures = memory.trouble().type === 'passing' ? failures + 1 : 0;
    } catch (error) {
      failures += 1;
      logFailure(error);
    }
    await deps.wait(failures > 0 ? backoffMs(failures - 1) : lookMs, signal);
  }
}

async function acceptConsent(
  options: ZaloTokenOptions,
  deps: RefreshDeps,
  { code, oaId, state }: Consent,
): Promise<Result<undefined>> {
  const { wording, machineNow } = options;
  if (!isOurState(options, state, machineNow())) return fail(wording.consentStale);
  if (options.oaId !== undefined && oaId !== options.oaId) return fail(wording.consentOtherOa(oaId.slice(0, 40)));
  const answer = await options.oauth.exchange(code, pkceOf(options).verifier);
  if (!answer.ok) return fail(wording.consentRefused(answer.error.reason));
  await deps.vault.put(answer.value);
  await takeOverStored(deps);
  options.onConsent?.();
  return ok(undefined);
}
