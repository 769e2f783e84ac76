/** To whom the Official Account may write, and what it costs: free for 48 h (eight replies), paid for 7 days, then not. */
import { OaError } from './errors.ts';

const hourMs = 3_600_000;

/** One person as far as the windows are concerned; `interactedAt` in milliseconds of the fake's clock. */
export type Standing = {
  isFollowing: boolean;
  isBlocking: boolean;
  interactedAt: number | undefined;
  freeUsed: number;
};

export type Purse = { freeReplies: number; monthly: number; monthlyUsed: number };

/** Pays for one message and returns the quota as Zalo shows it (numbers as strings); throws where none may go. */
export function payFor(person: Standing, purse: Purse, now: number): object {
  if (person.isBlocking) throw new OaError(-244, 'User has restricted this message type from your OA');
  if (person.interactedAt === undefined) throw new OaError(-213, 'User has not followed OA');
  const age = now - person.interactedAt;
  if (age > 7 * 24 * hourMs) throw new OaError(-230, 'User has not interacted with the OA in the past 7 days');
  if (age <= 48 * hourMs && person.freeUsed < purse.freeReplies) {
    person.freeUsed += 1;
    return quota('reply', purse.freeReplies - person.freeUsed, purse.freeReplies);
  }
  if (purse.monthlyUsed >= purse.monthly) throw new OaError(-211, 'Out of quota');
  purse.monthlyUsed += 1;
  return quota('sub_quota', purse.monthly - purse.monthlyUsed, purse.monthly);
}

const quota = (type: string, remain: number, total: number): object => ({
  quota_type: type,
  remain: String(remain),
  total: String(total),
  expired_date: '31/12/2027',
  owner_type: 'OA',
});
