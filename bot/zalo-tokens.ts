/**
 * Keeps the token pair of the Zalo Official Account. A refresh token works once, and its use also ends the access token
 * it came with, so: the right to use it is committed before it goes out (a claim), the new pair is saved before it is
 * used, and after a call without a clear answer the old access token tells: while it works, the refresh token was not
 * used. One whose fate cannot be known is never used again; then an administrator has to consent anew.
 */
import { fail, ok, type Result } from '../core/result.ts';
import { claimTokens, releaseTokens, type StoredTokens, spendTokens } from '../db/platforms/platform-tokens.ts';
import { zaloSentence as say } from '../messages/terminal/zalo.ts';
import type { ChannelLog } from './channels/shared/health.ts';
import { backoffMs, type Wait, waitForTimer } from './channels/shared/wait.ts';
import type { AccessTokens } from './channels/zalo-oa/call.ts';
import { isTokenRefused, type OAuthClient, type TokenPair } from './channels/zalo-oa/oauth.ts';
import { type ConsentOptions, consentLink, isOurState, pkceOf } from './channels/zalo-oa/tokens/consent.ts';
import { fateOf } from './zalo-claim.ts';
import { createTokenVault, platform, type VaultOptions } from './zalo-token-vault.ts';

const lookMs = 60_000;
/** A pair this young is not exchanged because it was refused: the next one would fare no better. */
const youngMs = 3_000;

export type ZaloTokenOptions = ConsentOptions &
  VaultOptions & {
    oauth: OAuthClient;
    oaId?: string | undefined;
    /** Absent: a timer. */
    wait?: Wait;
    log: ChannelLog;
    /** Asks Zalo whether an access token works; undefined: it could not be asked. */
    isAlive(access: string): Promise<boolean | undefined>;
    /** Called once each time that only a new consent helps; `lost` is the pair's generation, undefined: there was none. */
    onConsentNeeded?: (link: string, lost: number | undefined) => void;
    /** Called when a consent was taken. */
    onConsent?: () => void;
  };

export type ZaloTokenKeeper = AccessTokens & {
  /** Refreshes early and while nothing is sent, until stopped. Only for the process that holds the service's lock. */
  start(): void;
  /** Resolves when no refresh is under way. */
  stop(): Promise<void>;
  /** Where an administrator of the Official Account allows this app; valid for a week. */
  consentLink(): string;
  /** Takes the answer to a consent; the error is a sentence for the administrator. */
  acceptConsent(answer: { code: string; oaId: string; state: string }): Promise<Result<undefined>>;
};

type Held = { row: StoredTokens; access: string };
type Trouble = { type: 'none' } | { type: 'consent' } | { type: 'passing'; sentence: string };

export function createZaloTokenKeeper(options: ZaloTokenOptions): ZaloTokenKeeper {
  const { db, oauth, log } = options;
  const vault = createTokenVault(options);
  const wait = options.wait ?? waitForTimer;
  const stopping = new AbortController();
  const { signal } = stopping;
  const now = (): number => options.machineNow().getTime();
  const link = (): string => consentLink(options, options.machineNow());

  let held: Held | undefined;
  let refusedAccess: string | undefined;
  let rotatedAt = Number.NEGATIVE_INFINITY;
  let trouble: Trouble = { type: 'none' };
  /** The generation of a claim that is nobody's any more: its process died, or its call ended without a clear answer. */
  let abandoned: number | undefined;
  let flight: Promise<void> | undefined;
  let running: Promise<void> = Promise.resolve();
  let oldClaim: Promise<void> = Promise.resolve();

  const accessOf = (row: StoredTokens): string | undefined => {
    const access = vault.open(row)?.access;
    const isAlive = row.expiresAt.getTime() > now();
    return access && access !== refusedAccess && isAlive ? access : undefined;
  };
  const hold = (row: StoredTokens): void => {
    const access = accessOf(row);
    held = access === undefined ? undefined : { row, access };
  };
  const takeOver = (row: StoredTokens): void => {
    hold(row);
    trouble = { type: 'none' };
  };
  const inForce = (): string | undefined => (held && accessOf(held.row) === held.access ? held.access : undefined);
  const isDue = (row: StoredTokens): boolean => row.state !== 'fresh' || row.refreshAt.getTime() <= now();

  async function needConsent(): Promise<void> {
    if (trouble.type === 'consent') return;
    const lost = await vault.generation();
    trouble = { type: 'consent' };
    log.error({ channel: platform, lost }, 'zalo-oa: an administrator of the Official Account has to consent again');
    options.onConsentNeeded?.(link(), lost);
  }

  /** One refresh at a time; whoever asks meanwhile waits for the same. Rejects when the database cannot be reached. */
  const refresh = (): Promise<void> => {
    flight ??= refreshOnce().finally(() => {
      flight = undefined;
    });
    return flight;
  };

  async function refreshOnce(): Promise<void> {
    const known = held?.row.generation;
    await oldClaim;
    while (!signal.aborted) {
      const row = await vault.readUsable();
      if (!row) return needConsent();
      if (row.generation !== known && !isDue(row) && accessOf(row) !== undefined) return takeOver(row);
      if ((await advance(row)) === 'leave') return;
    }
  }

  /** One step with a pair that is due. `look`: what is stored now shows the next one. `leave`: none for the time being. */
  async function advance(row: StoredTokens): Promise<'look' | 'leave'> {
    if (row.state === 'claimed') return settleClaim(row);
    const isOurs = await claimTokens(db, platform, row.generation, options.machineNow());
    return isOurs ? exchange(row) : 'look';
  }

  async function settleClaim(row: StoredTokens): Promise<'look' | 'leave'> {
    const { generation } = row;
    const claim = { ...row, access: vault.open(row)?.access, isAbandoned: generation === abandoned };
    const fate = await fateOf(claim, options.machineNow(), options.isAlive);
    if (fate === 'lost' || fate === 'unused') {
      log.info({ channel: platform, generation, fate }, 'zalo-oa: a refresh without an answer was cleared up');
      if (fate === 'lost') refusedAccess = claim.access;
      await (fate === 'lost' ? spendTokens : releaseTokens)(db, platform, generation);
      return 'look';
    }
    if (trouble.type === 'none') trouble = { type: 'passing', sentence: say.tokenWaiting };
    if (fate === 'open') return 'leave';
    await wait(1000, signal);
    return 'look';
  }

  async function exchange(row: StoredTokens): Promise<'look' | 'leave'> {
    abandoned = undefined;
    const { generation } = row;
    const pair = vault.open(row);
    const answer = pair && (await oauth.refresh(pair.refresh));
    if (answer?.ok) {
      await saveRotated(generation, answer.value);
      return 'leave';
    }
    if (answer === undefined || isTokenRefused(answer.error)) {
      log.error({ channel: platform, reason: answer?.error.reason }, 'zalo-oa: the refresh token is of no use');
      await spendTokens(db, platform, generation);
      return 'look';
    }
    const { type, reason } = answer.error;
    log.warn({ channel: platform, reason }, 'zalo-oa: the token pair could not be refreshed yet');
    trouble = { type: 'passing', sentence: say.tokenDelayed(reason) };
    if (type === 'unreached') {
      await releaseTokens(db, platform, generation);
      return 'leave';
    }
    abandoned = generation;
    return 'look';
  }

  /** Only this process knows the new pair, and nothing may use it before it is saved: it is saved at any price. */
  async function saveRotated(generation: number, pair: TokenPair): Promise<void> {
    for (let failures = 0; ; failures++) {
      try {
        const isSaved = await vault.rotate(generation, pair);
        rotatedAt = now();
        const row = await vault.read();
        if (row) takeOver(row);
        if (isSaved) log.info({ channel: platform, generation: generation + 1 }, 'zalo-oa: token pair refreshed');
        return;
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        trouble = { type: 'passing', sentence: say.tokenNotSaved(reason.slice(0, 100)) };
        log.error({ channel: platform, err: error }, 'zalo-oa: a new token pair could not be saved yet');
        if (signal.aborted) throw error;
        await wait(backoffMs(failures), signal);
      }
    }
  }

  async function load(): Promise<void> {
    const row = await vault.read();
    if (row) hold(row);
  }

  /** One process at a time starts this: a claim that stands here already was left behind by one that died. */
  async function findOldClaim(): Promise<void> {
    const row = await vault.read();
    if (row?.state === 'claimed') abandoned = row.generation;
  }

  async function keep(): Promise<void> {
    for (let failures = 0; !signal.aborted; ) {
      try {
        if (!held) await load();
        if (!held || isDue(held.row) || trouble.type !== 'none') await refresh();
        failures = trouble.type === 'passing' ? failures + 1 : 0;
      } catch (error) {
        failures += 1;
        noted(error);
      }
      await wait(failures > 0 ? backoffMs(failures - 1) : lookMs, signal);
    }
  }

  function noted(error: unknown): void {
    log.error({ channel: platform, err: error }, 'zalo-oa: the token pair could not be looked after');
  }

  return {
    current: async () => {
      if (inForce() === undefined) await load().catch(noted);
      if (inForce() === undefined && trouble.type !== 'consent') await refresh().catch(noted);
      return inForce();
    },
    replace: async (refused) => {
      if (held && held.access !== refused) return inForce();
      if (now() - rotatedAt < youngMs) return undefined;
      refusedAccess = refused;
      if (trouble.type !== 'consent') await refresh().catch(noted);
      return inForce();
    },
    trouble: () => {
      if (trouble.type === 'consent') return { sentence: say.consentNeeded(link()), lasting: 'consent' };
      return trouble.type === 'passing' && inForce() === undefined ? { sentence: trouble.sentence } : undefined;
    },
    start: () => {
      oldClaim = findOldClaim().catch(noted);
      running = keep();
    },
    stop: async () => {
      stopping.abort();
      await running;
      await flight?.catch(noted);
    },
    consentLink: link,
    acceptConsent: async ({ code, oaId, state }) => {
      if (!isOurState(options, state, options.machineNow())) return fail(say.consentStale);
      if (options.oaId !== undefined && oaId !== options.oaId) return fail(say.consentOtherOa(oaId.slice(0, 40)));
      const answer = await oauth.exchange(code, pkceOf(options).verifier);
      if (!answer.ok) return fail(say.consentRefused(answer.error.reason));
      await vault.put(answer.value);
      rotatedAt = now();
      const row = await vault.read();
      if (row) takeOver(row);
      options.onConsent?.();
      return ok(undefined);
    },
  };
}
