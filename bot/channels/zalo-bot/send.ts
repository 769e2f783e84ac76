/** Sending through the Bot Platform, and what a failed call means for the message. */
import type { Outbound, Sending, SendOutcome } from '../../../core/channels/channel.ts';
import { channelLimits } from '../../../core/channels/terms.ts';
import type { Result } from '../../../core/result.ts';
import type { CallFailure } from '../shared/failure.ts';
import type { Lifecycle } from '../shared/lifecycle.ts';
import { isAnswer, keptForOperator, outcomeOfUnanswered, rejectedBecause } from '../shared/outcome.ts';
import { backoffMs, operatorRetryMs } from '../shared/wait.ts';
import type { BotApi } from './api.ts';

const { textLength } = channelLimits['zalo-bot'];
/** No rate is documented: a fraction of what other platforms allow, even, and it widens by itself where Zalo objects. */
const pace = { everyMs: 200, perChatMs: 0, perGroupMs: 0 };

export function createZaloBotSending({ health }: Lifecycle, api: BotApi): Sending {
  /** What came of it, for the message and for the health of the channel. */
  const conclude = (result: Result<string, CallFailure>): SendOutcome => {
    if (result.ok) {
      health.worked('sending');
      return { type: 'sent', externalId: result.value };
    }
    const failure = result.error;
    if (isTokenTrouble(failure)) health.failed('sending', failure.reason, 'account');
    else if (isSpent(failure)) health.failed('sending', failure.reason);
    return botOutcomeOf(failure);
  };

  return {
    pace,
    probe: async () => isAnswer(await api.getMe()),
    send: async (outbound: Outbound) => {
      const { to, type } = outbound;
      if (type === 'linked-picture')
        return conclude(await api.sendPhoto(to, outbound.link, outbound.caption.normalize('NFC')));
      if (type !== 'text') return rejectedBecause('the platform takes no files');
      const words = outbound.text.normalize('NFC');
      if (words.trim() === '' || words.length > textLength)
        return rejectedBecause(`a text has 1 to ${textLength} characters`);
      return conclude(await api.sendMessage(to, words));
    },
  };
}

/** 408: nobody knows. 429: the month's messages are used up, and no time is told after which there are more. */
function botOutcomeOf(failure: CallFailure): SendOutcome {
  if (failure.type !== 'answered') return outcomeOfUnanswered(failure);
  const { reason, code } = failure;
  if (isTokenTrouble(failure)) return keptForOperator(reason);
  if (code === 408) return { type: 'uncertain', reason };
  if (isSpent(failure)) return { type: 'refused', because: 'quota', reason };
  if (code === 403) return { type: 'refused', because: 'blocked', reason };
  return { type: 'refused', because: /chat/i.test(reason) ? 'gone' : 'rejected', reason };
}

/** Whether the month's messages are used up. */
const isSpent = (failure: CallFailure): boolean => failure.type === 'answered' && failure.code === 429;

/** Whether the token itself is refused; a 403 may mean it or the chat, and says which. */
function isTokenTrouble(failure: CallFailure): boolean {
  if (failure.type !== 'answered') return false;
  return failure.code === 401 || (failure.code === 403 && /token|unauthori[sz]ed/i.test(failure.reason));
}

/** How long to wait before a call of our own (not a message) is tried again. */
export const waitAfterBotFailure = (failure: CallFailure, failures: number): number =>
  isTokenTrouble(failure) ? operatorRetryMs : backoffMs(failures);
