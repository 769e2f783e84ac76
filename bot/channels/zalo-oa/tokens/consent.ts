/**
 * The consent of the Official Account's administrator: the link that asks for it, and what proves that an answer belongs
 * to it. Zalo's console may want the PKCE challenge saved beforehand, so there is one pair for each app, made from the
 * secret key and stored nowhere.
 */
import { createHash, createHmac } from 'node:crypto';
import { isSameSecret } from '../../shared/secret.ts';

export type ConsentOptions = {
  secretKey: Buffer;
  appId: string;
  /** As https://oauth.zaloapp.com, without a slash at the end. */
  oauthRoot: string;
  /** Where Zalo sends the administrator back to; the same as in Zalo's console. */
  redirectUri: string;
};

const dayMs = 86_400_000;
/** A link stands in `status` and in messages for a while before somebody opens it. */
const stateDays = 7;

const derive = ({ secretKey, appId }: ConsentOptions, what: string): string =>
  createHmac('sha256', secretKey).update(`zalo-oa ${appId} ${what}`).digest('base64url');

/** The PKCE verifier (43 characters) and its challenge: base64url of its SHA-256. */
export function pkceOf(options: ConsentOptions): { verifier: string; challenge: string } {
  const verifier = derive(options, 'pkce');
  return { verifier, challenge: createHash('sha256').update(verifier).digest('base64url') };
}

const dayOf = (now: Date): number => Math.floor(now.getTime() / dayMs);
const stateOf = (options: ConsentOptions, day: number): string => `${day}.${derive(options, `state ${day}`)}`;

/** The page on which the administrator allows the app; the same all day, valid for a week. `now` is machine time. */
export function consentLink(options: ConsentOptions, now: Date): string {
  const query = new URLSearchParams({
    app_id: options.appId,
    redirect_uri: options.redirectUri,
    code_challenge: pkceOf(options).challenge,
    state: stateOf(options, dayOf(now)),
  });
  return `${options.oauthRoot}/v4/oa/permission?${query}`;
}

/** Whether a state was made by us, in the last week. */
export function isOurState(options: ConsentOptions, state: string, now: Date): boolean {
  const day = Number(/^(\d{1,7})\./.exec(state)?.[1] ?? Number.NaN);
  const age = dayOf(now) - day;
  return age >= 0 && age <= stateDays && isSameSecret(state, stateOf(options, day));
}
