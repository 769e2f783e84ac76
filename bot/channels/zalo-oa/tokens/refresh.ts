/** Carries out what is decided on the stored pair, until there is an access token or nothing more to do for now. */
import type { ChannelLog } from '../../shared/health.ts';
import { backoffMs, type Wait } from '../../shared/wait.ts';
import { isTokenRefused, type OAuthClient, type TokenPair } from '../oauth.ts';
import { decideOnPair, fateOfClaim, type PairDecision, type PairFacts } from './decide.ts';
import type { TokenMemory } from './memory.ts';
import type { StoredPair } from './store.ts';
import type { TokenVault } from './vault.ts';

/** What is said to the operator while a pair cannot be had. */
export type RefreshWording = {
  /** Another process is asking for the new pair. */
  tokenWaiting: string;
  /** Zalo has given no new pair yet. */
  tokenDelayed: (reason: string) => string;
  /** There is a new pair, and it cannot be stored yet. */
  tokenNotSaved: (reason: string) => string;
};

export type RefreshDeps = {
  vault: TokenVault;
  memory: TokenMemory;
  oauth: OAuthClient;
  /** Asks Zalo whether an access token works; undefined: it could not be asked. */
  isAlive(access: string): Promise<boolean | undefined>;
  /** Called when only a new consent helps, with the pair that is lost; undefined: there was none. */
  onConsentNeeded(lost: number | undefined): void;
  machineNow: () => Date;
  wait: Wait;
  signal: AbortSignal;
  log: ChannelLog;
  wording: RefreshWording;
};

const channel = 'zalo-oa';
const otherProcessMs = 1000;

/** `again`: what is stored now shows the next step. `done`: there is none for the time being. */
type Next = 'again' | 'done';

/** `known` is the pair that this process held when it was asked. Rejects when the store cannot be reached. */
export async function refreshPair(deps: RefreshDeps, known: number | undefined): Promise<void> {
  while (!deps.signal.aborted) {
    const pair = await deps.vault.readUsable();
    const decision = decideOnPair(pair && factsOf(deps, pair, known), deps.machineNow());
    if ((await carryOut(deps, decision)) === 'done') return;
  }
}

const factsOf = ({ vault, memory }: RefreshDeps, pair: StoredPair, known: number | undefined): PairFacts => ({
  pair,
  access: vault.open(pair)?.access,
  isInForce: memory.isUsable(pair),
  isKnown: pair.generation === known,
  isAbandoned: pair.generation === memory.abandoned(),
});

async function carryOut(deps: RefreshDeps, decision: PairDecision): Promise<Next> {
  const { vault, memory, machineNow } = deps;
  switch (decision.do) {
    case 'ask-consent':
      return askConsent(deps);
    case 'use':
      memory.takeOver(decision.pair);
      return 'done';
    case 'refresh':
      return (await vault.claim(decision.pair.generation, machineNow())) ? exchange(deps, decision.pair) : 'again';
    case 'wait':
      showWaiting(deps);
      await deps.wait(otherProcessMs, deps.signal);
      return 'again';
    case 'give-up':
      return giveUp(deps, decision.pair, decision.access);
    case 'test-access':
      return testAccess(deps, decision);
  }
}

async function askConsent({ vault, memory, log, onConsentNeeded }: RefreshDeps): Promise<Next> {
  if (memory.trouble().type === 'consent') return 'done';
  const lost = await vault.generation();
  memory.setTrouble({ type: 'consent' });
  log.error({ channel, lost }, 'zalo-oa: an administrator of the Official Account has to consent again');
  onConsentNeeded(lost);
  return 'done';
}

function showWaiting({ memory, wording }: RefreshDeps): void {
  if (memory.trouble().type === 'none') memory.setTrouble({ type: 'passing', sentence: wording.tokenWaiting });
}

async function testAccess(
  deps: RefreshDeps,
  { pair, access, isOver }: Extract<PairDecision, { do: 'test-access' }>,
): Promise<Next> {
  const fate = fateOfClaim(await deps.isAlive(access), isOver);
  if (fate === 'lost') return giveUp(deps, pair, access);
  if (fate === 'open') {
    showWaiting(deps);
    return 'done';
  }
  noteCleared(deps, pair, fate);
  await deps.vault.release(pair.generation);
  return 'again';
}

async function giveUp(deps: RefreshDeps, pair: StoredPair, access: string | undefined): Promise<Next> {
  noteCleared(deps, pair, 'lost');
  deps.memory.markRefused(access);
  await deps.vault.spend(pair.generation);
  return 'again';
}

const noteCleared = ({ log }: RefreshDeps, { generation }: StoredPair, fate: string): void =>
  log.info({ channel, generation, fate }, 'zalo-oa: a refresh without an answer was cleared up');

/** Uses the refresh token of a pair that this process has claimed. */
async function exchange(deps: RefreshDeps, stored: StoredPair): Promise<Next> {
  const { vault, memory, log, wording } = deps;
  memory.setAbandoned(undefined);
  const { generation } = stored;
  const pair = vault.open(stored);
  const answer = pair && (await deps.oauth.refresh(pair.refresh));
  if (answer?.ok) {
    await saveSuccessor(deps, generation, answer.value);
    return 'done';
  }
  if (answer === undefined || isTokenRefused(answer.error)) {
    log.error({ channel, reason: answer?.error.reason }, 'zalo-oa: the refresh token is of no use');
    await vault.spend(generation);
    return 'again';
  }
  const { type, reason } = answer.error;
  log.warn({ channel, reason }, 'zalo-oa: the token pair could not be refreshed yet');
  memory.setTrouble({ type: 'passing', sentence: wording.tokenDelayed(reason) });
  if (type === 'unreached') {
    await vault.release(generation);
    return 'done';
  }
  memory.setAbandoned(generation);
  return 'again';
}

/** Only this process knows the new pair, and nothing may use it before it is saved: it is saved at any price. */
async function saveSuccessor(deps: RefreshDeps, generation: number, successor: TokenPair): Promise<void> {
  const { vault, memory, log, signal } = deps;
  for (let failures = 0; ; failures++) {
    try {
      const isSaved = await vault.rotate(generation, successor);
      await takeOverStored(deps);
      if (isSaved) log.info({ channel, generation: generation + 1 }, 'zalo-oa: token pair refreshed');
      return;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      memory.setTrouble({ type: 'passing', sentence: deps.wording.tokenNotSaved(reason.slice(0, 100)) });
      log.error({ channel, err: error }, 'zalo-oa: a new token pair could not be saved yet');
      if (signal.aborted) throw error;
      await deps.wait(backoffMs(failures), signal);
    }
  }
}

/** Uses the pair that was stored just now. */
export async function takeOverStored({ vault, memory }: Pick<RefreshDeps, 'vault' | 'memory'>): Promise<void> {
  memory.markRotated();
  const stored = await vault.read();
  if (stored) memory.takeOver(stored);
}
