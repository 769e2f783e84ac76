/**
 * How a request to a platform stands. `uncertain`: nobody knows whether it arrived. `refused`: the platform did not take
 * it. `withdrawn`: we took it off the queue before it was sent.
 */
export type RequestState = 'queued' | 'sending' | 'sent' | 'uncertain' | 'refused' | 'withdrawn';

/** It has not ended: it waits, or is being sent. */
export const pendingStates = ['queued', 'sending'] as const satisfies RequestState[];

/** Its reader has it, or may have it. */
export const arrivedStates = ['sent', 'uncertain'] as const satisfies RequestState[];
