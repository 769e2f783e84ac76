/** Whether a webhook delivery came from Telegram. */
import { createHash, timingSafeEqual } from 'node:crypto';

/** The answer to a delivery, as an HTTP status; Telegram delivers again after anything but 200. */
export type WebhookAnswer = 200 | 400 | 401 | 500;

/** True when the header X-Telegram-Bot-Api-Secret-Token holds our secret; takes the same time whatever it holds. */
export function isOurSecret(given: string | undefined, secret: string): boolean {
  return given !== undefined && timingSafeEqual(digest(given), digest(secret));
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
