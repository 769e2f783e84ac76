/** What a failed call to the Bot Platform means for a message. Pure. */
import type { SendOutcome } from '../../../core/channels/channel.ts';
import type { BotFailure } from './api.ts';

/** A refused token is no fault of the message: it is kept until a person has put the token right. */
const tokenRetrySeconds = 30;

/** 408: nobody knows. 429: the month's messages are used up, and no time is told after which there are more. */
export function toOutcome(failure: BotFailure): SendOutcome {
  const { reason } = failure;
  if (failure.type === 'unreached') return { type: 'not-sent', reason };
  if (failure.type === 'unclear') return { type: 'uncertain', reason };
  if (isTokenTrouble(failure)) return { type: 'not-sent', reason, retryAfterSeconds: tokenRetrySeconds };
  switch (failure.code) {
    case 408:
      return { type: 'uncertain', reason };
    case 429:
      return { type: 'refused', because: 'quota', reason };
    case 403:
      return { type: 'refused', because: 'blocked', reason };
    default:
      return { type: 'refused', because: /chat/i.test(reason) ? 'gone' : 'rejected', reason };
  }
}

/** Whether the token itself is refused; a 403 may mean it or the chat, and says which. */
export function isTokenTrouble(failure: BotFailure): boolean {
  if (failure.type !== 'answered') return false;
  return failure.code === 401 || (failure.code === 403 && /token|unauthori[sz]ed/i.test(failure.reason));
}

/** Whether nothing can go on this channel until a person has done something. */
export const isBotTrouble = (failure: BotFailure): boolean =>
  isTokenTrouble(failure) || (failure.type === 'answered' && failure.code === 429);
