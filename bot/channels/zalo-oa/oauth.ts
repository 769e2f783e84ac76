/** Zalo's OAuth v4: a code or a refresh token against a token pair. Every refresh token works once. */
import { z } from 'zod';
import { fail, ok, type Result } from '../../../core/result.ts';
import type { UnansweredCall } from '../shared/failure.ts';
import { callHttp, withoutSecrets } from '../zalo/http.ts';
import { numberSchema } from '../zalo/json.ts';

/** Access tokens live 25 h where Zalo does not say how long. */
const defaultLifeSeconds = 90_000;
const timeoutMs = 15_000;

export type TokenPair = { access: string; refresh: string; expiresInSeconds: number };

/** `refused`: Zalo answered without a pair. After `unclear` nobody knows whether the token was spent. */
export type OAuthFailure = UnansweredCall | { type: 'refused'; code: string; reason: string };

/** Zalo's code for a refresh token that was used, has expired or was revoked. */
const invalidRefreshToken = '-14014';

/** Whether the refresh token itself is refused: it will never work again. */
export const isTokenRefused = (failure: OAuthFailure): boolean =>
  failure.type === 'refused' && failure.code === invalidRefreshToken;

export type OAuthClient = {
  refresh(refreshToken: string): Promise<Result<TokenPair, OAuthFailure>>;
  /** `verifier` is the PKCE verifier whose challenge stood in the consent link. */
  exchange(code: string, verifier: string): Promise<Result<TokenPair, OAuthFailure>>;
};

const pairSchema = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: numberSchema.catch(defaultLifeSeconds),
});
const errorSchema = z.object({
  error: z.union([z.string(), z.number()]).optional(),
  error_name: z.string().optional().catch(undefined),
  error_description: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
});

/** A client for one app; a call is given up after 15 s. No reason it gives holds a token, a code or the secret. */
export function createOAuthClient(options: { root: string; appId: string; appSecret: string }): OAuthClient {
  const { root, appId, appSecret } = options;

  async function ask(fields: Record<string, string>): Promise<Result<TokenPair, OAuthFailure>> {
    const answer = await callHttp({
      url: `${root}/v4/oa/access_token`,
      method: 'POST',
      headers: { secret_key: appSecret, 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...fields, app_id: appId }).toString(),
      timeoutMs,
    });
    if (!answer.ok) return answer;
    const { status, json } = answer.value;
    const pair = pairSchema.safeParse(json);
    if (pair.success) {
      const { access_token: access, refresh_token: refresh, expires_in: expiresInSeconds } = pair.data;
      return ok({ access, refresh, expiresInSeconds });
    }
    const refusal = errorSchema.safeParse(json);
    if (!refusal.success) return fail({ type: 'unclear', reason: `HTTP ${status}, an answer that cannot be read` });
    const { error, error_name, error_description, message } = refusal.data;
    const words = [error, error_name ?? message, error_description].filter((word) => word !== undefined && word !== '');
    const secrets = [appSecret, ...Object.values(fields).filter((value) => value.length > 20)];
    const reason = withoutSecrets(words.join(' ') || `HTTP ${status}`, secrets);
    return fail({ type: 'refused', code: String(error ?? ''), reason });
  }

  return {
    refresh: (refreshToken) => ask({ grant_type: 'refresh_token', refresh_token: refreshToken }),
    exchange: (code, verifier) => ask({ grant_type: 'authorization_code', code, code_verifier: verifier }),
  };
}
