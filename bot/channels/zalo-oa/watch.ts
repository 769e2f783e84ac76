/** Watches whether the account works, and receives what no webhook delivered meanwhile. */
import type { Lifecycle } from '../shared/lifecycle.ts';
import { backoffMs } from '../shared/wait.ts';
import type { OaApi, OaProfile } from './api.ts';
import type { OaFailure } from './call.ts';
import { type KnownUntil, readMissed } from './catch-up.ts';
import { isSlowDown, lastingTroubleOf } from './outcome.ts';

const healthCheckMs = 5 * 60_000;

export type WatchOptions = {
  life: Lifecycle;
  api: OaApi;
  /** The account that is configured; undefined: any. */
  configured: string | undefined;
  /** Called with what Zalo tells of the account, each time, where it is the right one. */
  onProfile: (profile: OaProfile) => void;
  knownUntil?: KnownUntil | undefined;
  onAllowance?: ((remain: number) => void) | undefined;
};

export type AccountWatch = {
  /** Looks again and again until the channel stops; never rejects. */
  run(): Promise<void>;
  /** Looks at once: something has changed. */
  askNow(): void;
};

export function createAccountWatch(options: WatchOptions): AccountWatch {
  const { signal, waitUnless } = options.life;
  let asked = new AbortController();
  return {
    askNow: () => asked.abort(),
    run: async () => {
      for (let failures = 0; !signal.aborted; ) {
        asked = new AbortController();
        const failure = await askForAccount(options);
        if (signal.aborted) return;
        await waitUnless(failure ? backoffMs(failures) : healthCheckMs, asked.signal);
        failures = failure ? failures + 1 : 0;
      }
    },
  };
}

/** Asks Zalo for the account itself, the one call that shows whether all of it works; resolves with why it failed. */
async function askForAccount({ life, api, configured, ...options }: WatchOptions): Promise<OaFailure | undefined> {
  const { health, signal } = life;
  const asked = await api.readOa();
  if (signal.aborted) return undefined;
  if (!asked.ok) {
    if (!isSlowDown(asked.error)) health.failed('receiving', asked.error.reason, lastingTroubleOf(asked.error));
    return asked.error;
  }
  const { oa_id: told } = asked.value;
  if (configured !== undefined && told !== configured) {
    health.failed('receiving', `the token belongs to OA ${told}, configured is ${configured}`, 'account');
    return undefined;
  }
  options.onProfile(asked.value);
  health.worked('receiving');
  health.worked('sending');
  const allowance = await api.readAllowance();
  if (signal.aborted) return undefined;
  if (allowance.ok && allowance.value !== undefined) options.onAllowance?.(allowance.value);
  if (options.knownUntil) await catchUp(life, api, options.knownUntil);
  return undefined;
}

/** Receives what came while we were not there, or while the webhook did not reach us. */
async function catchUp({ log, signal, receive }: Lifecycle, api: OaApi, knownUntil: KnownUntil): Promise<void> {
  try {
    const missed = await readMissed(api, knownUntil);
    if (!missed.ok) return log.warn({ channel: 'zalo-oa', reason: missed.error.reason }, 'zalo-oa: not caught up');
    for (const inbound of missed.value) if (!signal.aborted) await receive(inbound);
    if (missed.value.length > 0)
      log.info({ channel: 'zalo-oa', messages: missed.value.length }, 'zalo-oa: caught up with what was missed');
  } catch (error) {
    log.warn({ channel: 'zalo-oa', err: error }, 'zalo-oa: not caught up');
  }
}
