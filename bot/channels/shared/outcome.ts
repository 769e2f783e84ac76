/** How a message ended, where that is the same on every platform. */
import type { SendOutcome } from '../../../core/channels/channel.ts';
import type { Result } from '../../../core/result.ts';
import type { UnansweredCall } from './failure.ts';
import { operatorRetryMs } from './wait.ts';

/** Whether the platform answered a call, were it with a refusal. What was not asked for want of a token says nothing. */
export const isAnswer = (result: Result<unknown, { type: string }>): boolean =>
  result.ok || (result.error.type !== 'unreached' && result.error.type !== 'unclear');

/** What a call without an answer means for the message that it carried. */
export const outcomeOfUnanswered = ({ type, reason }: UnansweredCall): SendOutcome => ({
  type: type === 'unreached' ? 'not-sent' : 'uncertain',
  reason,
});

/** A refused token or a stopped account is no fault of the message: it is kept until a person has put that right. */
export const keptForOperator = (reason: string): SendOutcome => ({
  type: 'not-sent',
  reason,
  retryAfterSeconds: operatorRetryMs / 1000,
});

/** The message alone is at fault, and will never go. */
export const rejectedBecause = (reason: string): SendOutcome => ({ type: 'refused', because: 'rejected', reason });
