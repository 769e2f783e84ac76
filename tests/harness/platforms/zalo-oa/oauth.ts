/** Zalo's OAuth as far as it matters: refresh tokens work once, access tokens 25 h and not after the next refresh. */
import { createHash } from 'node:crypto';

const hourMs = 3_600_000;
const accessLifeMs = 25 * hourMs;
const refreshLifeMs = 90 * 24 * hourMs;

export type Pair = { access_token: string; refresh_token: string; expires_in: string };

type Answer = Pair | { error: number; error_name: string };

export type FakeOAuth = {
  /** A first pair, as an administrator copies it from Zalo's console. */
  issuePair(): Pair;
  expireAccess(): void;
  /** Every refresh token that came in again after it had been used. Must stay empty. */
  reused: string[];
  /** How many pairs were given out. */
  pairs(): number;
  /** The administrator allows the app: the callback's address, with a code. */
  consent(link: string): URL;
  isAlive(access: string): boolean;
  answer(secret: string | undefined, fields: URLSearchParams): Answer;
};

type Options = { appId: string; appSecret: string; oaId: string; now: () => number };

export function createFakeOAuth({ appId, appSecret, oaId, now }: Options): FakeOAuth {
  const alive = new Map<string, { chain: number; until: number }>();
  const refreshes = new Map<string, { chain: number; until: number; isSpent: boolean }>();
  const codes = new Map<string, { challenge: string; isSpent: boolean }>();
  const reused: string[] = [];
  let serial = 0;
  const token = (what: string): string =>
    `${what}${++serial}-${createHash('sha256').update(`${what}${serial}`).digest('hex')}`;

  const issue = (chain: number): Pair => {
    for (const [access, one] of alive) if (one.chain === chain) alive.delete(access);
    const pair = { access_token: token('a'), refresh_token: token('r'), expires_in: String(accessLifeMs / 1000) };
    alive.set(pair.access_token, { chain, until: now() + accessLifeMs });
    refreshes.set(pair.refresh_token, { chain, until: now() + refreshLifeMs, isSpent: false });
    return pair;
  };

  const rotate = (refresh: string): Answer => {
    const found = refreshes.get(refresh);
    if (found?.isSpent) reused.push(refresh);
    if (!found || found.isSpent || found.until < now()) return { error: -14014, error_name: 'Invalid refresh token' };
    found.isSpent = true;
    return issue(found.chain);
  };

  const exchange = (code: string, verifier: string): Answer => {
    const found = codes.get(code);
    if (!found || found.isSpent) return { error: -14010, error_name: 'Invalid code' };
    found.isSpent = true;
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    if (verifier.length !== 43 || challenge !== found.challenge)
      return { error: -14011, error_name: 'Invalid code verifier' };
    return issue(++serial);
  };

  return {
    reused,
    pairs: () => refreshes.size,
    issuePair: () => issue(++serial),
    expireAccess: () => alive.clear(),
    isAlive: (access) => (alive.get(access)?.until ?? 0) > now(),
    consent: (link) => {
      const query = new URL(link).searchParams;
      if (query.get('app_id') !== appId) throw new Error('-14002 Invalid appId');
      const code = token('c');
      codes.set(code, { challenge: query.get('code_challenge') ?? '', isSpent: false });
      const back = new URL(query.get('redirect_uri') ?? '');
      back.search = new URLSearchParams({ code, oa_id: oaId, state: query.get('state') ?? '' }).toString();
      return back;
    },
    answer: (secret, fields) => {
      if (fields.get('app_id') !== appId) return { error: -14002, error_name: 'Invalid appId' };
      if (secret !== appSecret) return { error: -14004, error_name: 'Invalid secret key' };
      if (fields.get('grant_type') === 'refresh_token') return rotate(fields.get('refresh_token') ?? '');
      return exchange(fields.get('code') ?? '', fields.get('code_verifier') ?? '');
    },
  };
}
