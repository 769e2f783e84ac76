/** What a failed call to the Official Account means, for the message and for the account. Pure. */
import type { SendOutcome } from '../../../core/channels/channel.ts';
import { keptForOperator, outcomeOfUnanswered, rejectedBecause } from '../shared/outcome.ts';
import { actionOf, type ZaloAction } from './actions.ts';
import type { OaFailure } from './call.ts';

/** Calls are counted by the minute; a quarter of it is long enough to find the next one soon. */
const rateLimitSeconds = 15;

const waitingFor = { quota: 'quota', word: 'capped', morning: 'window-closed' } as const;

/** What is to be done about a failure; undefined where Zalo did not refuse anything. */
export const actionAfter = (failure: OaFailure): ZaloAction | undefined =>
  failure.type === 'answered' ? actionOf(failure.code) : undefined;

/** What a failed send means for the message. */
export function oaOutcomeOf(failure: OaFailure): SendOutcome {
  const { reason } = failure;
  if (failure.type === 'no-token') return keptForOperator(reason);
  if (failure.type !== 'answered') return outcomeOfUnanswered(failure);
  if (isUnknownRecipient(failure)) return { type: 'refused', because: 'gone', reason };
  const action = actionOf(failure.code);
  switch (action.do) {
    case 'retry':
      if (!action.isRateLimit) return rejectedBecause(reason);
      return { type: 'not-sent', reason, retryAfterSeconds: rateLimitSeconds, rateLimit: 'channel' };
    case 'refresh-token':
    case 'stop':
      return keptForOperator(reason);
    case 'wait':
      return { type: 'refused', because: waitingFor[action.until], reason };
    case 'unreachable':
      return { type: 'refused', because: action.because, reason };
    case 'split':
      return { type: 'too-long', reason };
    case 'simplify':
    case 'upload-again':
    case 'reject':
      return rejectedBecause(reason);
  }
}

/** -201 also refuses a recipient that does not exist; its words name the field. */
const isUnknownRecipient = (failure: OaFailure): boolean =>
  failure.type === 'answered' && failure.code === -201 && /user_id|group_id|recipient/i.test(failure.reason);

/** Whether the form of a message was refused, and not the message. */
export const isFormRefusal = (failure: OaFailure): boolean =>
  !isUnknownRecipient(failure) && actionAfter(failure)?.do === 'simplify';

/** Whether a failure concerns the account as a whole, so that nothing goes until a person has put it right. */
export function isAccountTrouble(failure: OaFailure): boolean {
  const action = actionAfter(failure)?.do;
  return failure.type === 'no-token' || action === 'stop' || action === 'refresh-token';
}

/** `account` for what only a person can put right in Zalo's own settings. */
export const lastingTroubleOf = (failure: OaFailure): 'account' | undefined =>
  actionAfter(failure)?.do === 'stop' ? 'account' : undefined;

/** Whether Zalo only asks to slow down. */
export function isSlowDown(failure: OaFailure): boolean {
  const action = actionAfter(failure);
  return action?.do === 'retry' && action.isRateLimit;
}
