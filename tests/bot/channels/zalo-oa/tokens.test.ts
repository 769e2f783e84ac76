import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Wait } from '../../../../bot/channels/shared/wait.ts';
import { isAccessAlive } from '../../../../bot/channels/zalo-oa/alive.ts';
import { createOAuthClient, type OAuthClient } from '../../../../bot/channels/zalo-oa/oauth.ts';
import { createZaloTokenKeeper, type ZaloTokenOptions } from '../../../../bot/channels/zalo-oa/tokens/keeper.ts';
import { openPair, sealPair } from '../../../../bot/channels/zalo-oa/tokens/seal.ts';
import { createTokenStore } from '../../../../bot/service/token-store.ts';
import type { Db } from '../../../../db/database.ts';
import { readTokens } from '../../../../db/platforms/platform-tokens.ts';
import { zaloSentence } from '../../../../messages/terminal/zalo.ts';
import { describeOnDatabase } from '../../../harness/database.ts';
import { createFakeZaloOa, type FakeZaloOa } from '../../../harness/platforms/zalo-oa/fake.ts';

const secretKey = randomBytes(32);
const hourMs = 3_600_000;
/** Lets everything else go on once. */
const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));
const untilAborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => (signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve())));
const patience = { timeout: 60_000 };

/** A process with a keeper. Its waits take no time and move the clock, which both processes share. */
type Process = ReturnType<typeof startProcess>;

function startProcess(zalo: FakeZaloOa, db: Db, more: Partial<ZaloTokenOptions> = {}) {
  const links: string[] = [];
  const lost: (number | undefined)[] = [];
  const logged: string[] = [];
  const note = (fields: object, message: string) => logged.push(`${message} ${JSON.stringify(fields)}`);
  const options: ZaloTokenOptions = {
    store: createTokenStore(db, 'zalo-oa'),
    secretKey,
    appId: zalo.keys.appId,
    oaId: zalo.keys.oaId,
    oauthRoot: zalo.url,
    redirectUri: 'https://chidao.example.vn/zalo/consent',
    machineNow: () => new Date(zalo.clock.now()),
    oauth: createOAuthClient({ root: zalo.url, appId: zalo.keys.appId, appSecret: zalo.keys.appSecret }),
    wait: async (ms) => {
      zalo.clock.advanceHours(ms / hourMs);
      await nextTurn();
    },
    log: { info: note, warn: note, error: note },
    wording: zaloSentence,
    isAlive: (access) => isAccessAlive(zalo.url, access),
    onConsentNeeded: (link, generation) => {
      links.push(link);
      lost.push(generation);
    },
    ...more,
  };
  return { keeper: createZaloTokenKeeper(options), options, links, lost, logged };
}

/** An OAuth client that ends the process at a moment of the call: what follows never happens. */
function dyingOAuth(oauth: OAuthClient, when: 'before the answer' | 'after the answer'): OAuthClient {
  const die = async (): Promise<never> => {
    throw new Error('kill -9');
  };
  return {
    ...oauth,
    refresh: async (token) => {
      if (when === 'after the answer') await oauth.refresh(token);
      return die();
    },
  };
}

const consentBy = async (zalo: FakeZaloOa, { keeper }: Process) => {
  const query = zalo.oauth.consent(keeper.consentLink()).searchParams;
  return keeper.acceptConsent({
    code: query.get('code') ?? '',
    oaId: query.get('oa_id') ?? '',
    state: query.get('state') ?? '',
  });
};

describeOnDatabase('the token keeper', (db) => {
  let zalo: FakeZaloOa;
  let seed: string;
  beforeEach(async () => {
    zalo = await createFakeZaloOa();
    seed = zalo.oauth.issuePair().refresh_token;
    onTestFinished(zalo.stop);
  });

  const works = async ({ keeper }: Process) => zalo.oauth.isAlive((await keeper.current()) ?? '');

  it('begins with the configured refresh token, once', async () => {
    expect(await works(startProcess(zalo, db(), { seed }))).toBe(true);
    expect(await works(startProcess(zalo, db(), { seed }))).toBe(true);
    expect([zalo.oauth.pairs(), zalo.oauth.reused]).toEqual([2, []]);
  });

  it('keeps nothing readable in the database', async () => {
    const { keeper } = startProcess(zalo, db(), { seed });
    const access = await keeper.current();
    const stored = JSON.stringify(await readTokens(db(), 'zalo-oa'));
    expect(stored).not.toContain(access);
    expect(stored).not.toContain(seed);
  });

  it('asks for consent once when it has nothing to begin with', async () => {
    const process = startProcess(zalo, db());
    expect([await process.keeper.current(), await process.keeper.current()]).toEqual([undefined, undefined]);
    expect([process.links, process.lost]).toEqual([[process.keeper.consentLink()], [undefined]]);
    expect(process.keeper.trouble()).toMatchObject({
      sentence: expect.stringContaining(process.keeper.consentLink()),
      lasting: 'consent',
    });
  });

  it('works after the administrator has consented', async () => {
    let consents = 0;
    const onConsent = () => {
      consents += 1;
    };
    const process = startProcess(zalo, db(), { onConsent });
    await process.keeper.current();
    expect(await consentBy(zalo, process)).toEqual({ ok: true, value: undefined });
    expect([await works(process), consents]).toEqual([true, 1]);
    expect(process.keeper.trouble()).toBeUndefined();
  });

  it('takes no consent for another account, with a foreign state or with a used code', async () => {
    const process = startProcess(zalo, db());
    const query = zalo.oauth.consent(process.keeper.consentLink()).searchParams;
    const answer = { code: query.get('code') ?? '', oaId: zalo.keys.oaId, state: query.get('state') ?? '' };
    expect(await process.keeper.acceptConsent({ ...answer, oaId: '1' })).toMatchObject({ ok: false });
    expect(await process.keeper.acceptConsent({ ...answer, state: `${answer.state}x` })).toMatchObject({ ok: false });
    expect(await process.keeper.acceptConsent(answer)).toMatchObject({ ok: true });
    expect(await process.keeper.acceptConsent(answer)).toMatchObject({ ok: false });
    zalo.clock.advanceHours(9 * 24);
    expect(await process.keeper.acceptConsent(answer)).toMatchObject({ ok: false });
  });

  it('refreshes once for all who ask at the same time', async () => {
    const { keeper } = startProcess(zalo, db(), { seed });
    const tokens = await Promise.all([keeper.current(), keeper.current(), keeper.current()]);
    expect(new Set(tokens).size).toBe(1);
    expect(zalo.oauth.pairs()).toBe(2);
  });

  it('refreshes early while nothing is sent, hours before the access token ends', async () => {
    let looks = 0;
    const process = startProcess(zalo, db(), {
      seed,
      wait: async (ms, signal) => {
        zalo.clock.advanceHours(ms / hourMs);
        looks += 1;
        await (looks > 21 * 60 ? untilAborted(signal) : nextTurn());
      },
    });
    process.keeper.start();
    await expect.poll(() => zalo.oauth.pairs(), patience).toBe(3);
    await process.keeper.stop();
    expect(zalo.oauth.reused).toEqual([]);
    expect(await works(process)).toBe(true);
  });

  it('gets another access token when one is refused, but not for one it has replaced already', async () => {
    const { keeper } = startProcess(zalo, db(), { seed });
    const first = (await keeper.current()) ?? '';
    zalo.clock.advanceHours(1);
    zalo.oauth.expireAccess();
    const second = await keeper.replace(first);
    expect(zalo.oauth.isAlive(second ?? '')).toBe(true);
    expect(await keeper.replace(first)).toBe(second);
    expect([zalo.oauth.pairs(), zalo.oauth.reused]).toEqual([3, []]);
  });

  it('does not use up pairs when a fresh one is refused', async () => {
    const { keeper } = startProcess(zalo, db(), { seed });
    const access = (await keeper.current()) ?? '';
    expect(await keeper.replace(access)).toBeUndefined();
    expect(zalo.oauth.pairs()).toBe(2);
  });

  it('shares one pair among processes that refresh at the same time', async () => {
    const one = startProcess(zalo, db(), { seed, wait: nextTurn });
    const two = startProcess(zalo, db(), { seed, wait: nextTurn });
    const tokens = await Promise.all([one.keeper.current(), two.keeper.current()]);
    expect(tokens[0]).toBe(tokens[1]);
    expect(zalo.oauth.reused).toEqual([]);
  });

  it.each(['before the answer', 'after the answer'] as const)(
    'never uses a token again after a process died %s, and asks for consent',
    async (when) => {
      const { options } = startProcess(zalo, db(), { seed });
      const dying = startProcess(zalo, db(), { seed, oauth: dyingOAuth(options.oauth, when) });
      await dying.keeper.current();
      const next = startProcess(zalo, db(), { seed });
      expect(await next.keeper.current()).toBeUndefined();
      expect(next.links).toHaveLength(1);
      expect(zalo.oauth.reused).toEqual([]);
      await consentBy(zalo, next);
      expect(await works(next)).toBe(true);
    },
  );

  it('asks for consent as soon as it starts, when the process before it died in the middle of a refresh', async () => {
    const { options } = startProcess(zalo, db(), { seed });
    await startProcess(zalo, db(), { seed, oauth: dyingOAuth(options.oauth, 'after the answer') }).keeper.current();
    const next = startProcess(zalo, db(), { seed, wait: (_, signal) => untilAborted(signal) });
    next.keeper.start();
    await expect.poll(() => next.links, patience).toHaveLength(1);
    await next.keeper.stop();
    expect(zalo.oauth.reused).toEqual([]);
  });

  describe('with a pair whose access token still works', () => {
    let zaloHours: (hours: number) => Wait;
    beforeEach(async () => {
      await startProcess(zalo, db(), { seed }).keeper.current();
      zalo.clock.advanceHours(21);
      zaloHours = (hours) => {
        const end = zalo.clock.now() + hours * hourMs;
        return async (ms, signal) => {
          if (zalo.clock.now() >= end) return untilAborted(signal);
          zalo.clock.advanceHours(ms / hourMs);
          await nextTurn();
        };
      };
    });

    /** Leaves a claim behind, as a process does that is killed in the middle of a refresh. */
    const dieRefreshing = async (when: Parameters<typeof dyingOAuth>[1]) => {
      const { options } = startProcess(zalo, db());
      const oauth = dyingOAuth(options.oauth, when);
      const dying = startProcess(zalo, db(), { oauth, wait: (_, signal) => untilAborted(signal) });
      dying.keeper.start();
      await expect.poll(async () => (await readTokens(db(), 'zalo-oa'))?.state, patience).toBe('claimed');
      await dying.keeper.stop();
    };

    it.each([
      ['ends in a gateway', { kind: 'bad-gateway' }],
      ['is cut off before Zalo took it', { kind: 'reset-before' }],
      ['is refused for another reason than the token', { kind: 'error', code: -32 }],
    ] as const)('tries again when a refresh %s, after the longest life of the call', async (_, fault) => {
      zalo.failNext('access_token', fault, 2);
      const asked: number[] = [];
      const { oauth } = startProcess(zalo, db()).options;
      const process = startProcess(zalo, db(), {
        wait: zaloHours(1),
        oauth: {
          ...oauth,
          refresh: (token) => {
            asked.push(zalo.clock.now());
            return oauth.refresh(token);
          },
        },
      });
      process.keeper.start();
      await expect.poll(() => zalo.oauth.pairs(), patience).toBe(3);
      await process.keeper.stop();
      expect([process.links, zalo.oauth.reused, await works(process)]).toEqual([[], [], true]);
      const [first = 0, second = 0, third = 0] = asked;
      expect(Math.min(second - first, third - second)).toBeGreaterThanOrEqual(30_000);
    });

    it('goes on with the old access token meanwhile', async () => {
      zalo.failNext('access_token', { kind: 'bad-gateway' });
      const process = startProcess(zalo, db(), { wait: (_, signal) => untilAborted(signal) });
      process.keeper.start();
      await expect.poll(() => zalo.calls.filter((path) => path.endsWith('getoa')).length, patience).toBe(1);
      expect([await works(process), process.keeper.trouble()]).toEqual([true, undefined]);
      await process.keeper.stop();
    });

    it('asks for consent at once when the answer to a refresh was lost: Zalo refuses the old access token', async () => {
      zalo.failNext('access_token', { kind: 'reset-after' });
      const process = startProcess(zalo, db(), { wait: (_, signal) => untilAborted(signal) });
      process.keeper.start();
      await expect.poll(() => process.lost, patience).toEqual([2]);
      await process.keeper.stop();
      expect([await process.keeper.current(), zalo.oauth.reused]).toEqual([undefined, []]);
    });

    it('takes up a refresh that a killed process never got through', async () => {
      await dieRefreshing('before the answer');
      const next = startProcess(zalo, db(), { wait: zaloHours(1) });
      next.keeper.start();
      await expect.poll(() => zalo.oauth.pairs(), patience).toBe(3);
      await next.keeper.stop();
      expect([next.links, zalo.oauth.reused, await works(next)]).toEqual([[], [], true]);
    });

    it('asks for consent at once when a process was killed after Zalo had refreshed', async () => {
      await dieRefreshing('after the answer');
      const next = startProcess(zalo, db(), { wait: (_, signal) => untilAborted(signal) });
      next.keeper.start();
      await expect.poll(() => next.lost, patience).toEqual([2]);
      await next.keeper.stop();
      expect(zalo.oauth.reused).toEqual([]);
    });

    it('leaves the token alone while Zalo cannot be asked, and gives it up when the access token has expired', async () => {
      await dieRefreshing('before the answer');
      let hasAsked = false;
      const isAlive = async () => {
        hasAsked = true;
        return undefined;
      };
      const calls = zalo.calls.length;
      const next = startProcess(zalo, db(), { wait: zaloHours(3), isAlive });
      next.keeper.start();
      await expect.poll(() => zalo.clock.now(), patience).toBeGreaterThan(1_690_000_000_000 + 24 * hourMs);
      expect([next.links, hasAsked]).toEqual([[], true]);
      await next.keeper.stop();
      zalo.clock.advanceHours(2);
      const late = startProcess(zalo, db(), { isAlive });
      late.keeper.start();
      await expect.poll(() => late.lost, patience).toEqual([2]);
      await late.keeper.stop();
      expect(zalo.calls).toHaveLength(calls);
    });

    it('names the pair that is lost, each time another one', async () => {
      const process = startProcess(zalo, db());
      for (const _ of [1, 2]) {
        zalo.failNext('access_token', { kind: 'reset-after' });
        zalo.clock.advanceHours(26);
        await process.keeper.current();
        await consentBy(zalo, process);
      }
      expect(process.lost).toEqual([2, 3]);
    });
  });

  it.each([
    ['is refused', { kind: 'error', code: -14014 }],
    ['is cut off after Zalo took it', { kind: 'reset-after' }],
    ['ends in a gateway', { kind: 'bad-gateway' }],
  ] as const)('asks for consent and tries no more when its first refresh %s', async (_, fault) => {
    zalo.failNext('access_token', fault);
    const process = startProcess(zalo, db(), { seed });
    expect(await process.keeper.current()).toBeUndefined();
    const calls = zalo.calls.length;
    expect(await process.keeper.current()).toBeUndefined();
    expect(await startProcess(zalo, db(), { seed }).keeper.current()).toBeUndefined();
    expect([zalo.calls.length, process.links.length, zalo.oauth.reused]).toEqual([calls, 1, []]);
  });

  it('tries again when Zalo could not be reached at all: the token was not used', async () => {
    const unreached: OAuthClient['refresh'] = async () => ({
      ok: false,
      error: { type: 'unreached', reason: 'ENOTFOUND' },
    });
    const { options } = startProcess(zalo, db(), { seed });
    const oauth = { ...options.oauth, refresh: unreached };
    const process = startProcess(zalo, db(), { seed, oauth });
    expect(await process.keeper.current()).toBeUndefined();
    expect(process.keeper.trouble()?.sentence).toContain('ENOTFOUND');
    oauth.refresh = options.oauth.refresh;
    expect(await works(process)).toBe(true);
    expect([process.links, zalo.oauth.reused]).toEqual([[], []]);
  });

  it('takes a new configured token after the chain was broken, and the old one never', async () => {
    zalo.failNext('access_token', { kind: 'reset-after' });
    await startProcess(zalo, db(), { seed }).keeper.current();
    const fresh = zalo.oauth.issuePair().refresh_token;
    expect(await works(startProcess(zalo, db(), { seed: fresh }))).toBe(true);
    expect(zalo.oauth.reused).toEqual([]);
  });

  it('uses no pair before it is saved, and saves it when the database is back', async () => {
    const held: boolean[] = [];
    await db().execute(sql`create or replace function refuse_pair() returns trigger language plpgsql as
      $$ begin if new.generation > old.generation then raise 'disk full'; end if; return new; end $$`);
    await db().execute(sql`create trigger refuse_pair before update on platform_tokens
      for each row execute function refuse_pair()`);
    const process = startProcess(zalo, db(), {
      seed,
      wait: async () => {
        held.push(process.keeper.trouble() !== undefined);
        await db().execute(sql`drop trigger if exists refuse_pair on platform_tokens`);
      },
    });
    expect(await works(process)).toBe(true);
    expect(held).toEqual([true]);
    expect((await readTokens(db(), 'zalo-oa'))?.state).toBe('fresh');
  });
});

it('a sealed pair opens with its key and for its app only', () => {
  const pair = { access: 'a', refresh: 'r' };
  const sealed = sealPair(pair, secretKey, '1');
  expect(openPair(sealed, secretKey, '1')).toEqual(pair);
  expect(openPair(sealed, secretKey, '2')).toBeUndefined();
  expect(openPair(sealed, randomBytes(32), '1')).toBeUndefined();
  expect(openPair(`${sealed.slice(0, -4)}AAAA`, secretKey, '1')).toBeUndefined();
  expect(openPair('', secretKey, '1')).toBeUndefined();
});
