/** What the webhooks of both Zalo platforms share. */
import { createHash, timingSafeEqual } from 'node:crypto';

/** The answer to a delivery, as an HTTP status; anything but 200 may be delivered again. */
export type WebhookAnswer = 200 | 400 | 401 | 500;

/** Header names in lower case. */
export type WebhookHeaders = Readonly<Record<string, string | undefined>>;

/** Whether two texts are the same; takes the same time whatever they hold. */
export function isSameSecret(given: string, secret: string): boolean {
  return timingSafeEqual(digest(given), digest(secret));
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
