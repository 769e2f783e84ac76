/** What a call to a platform means that did not succeed. */

/**
 * Nothing readable came back. `unreached`: the request was never written, nothing happened. `unclear`: it may have
 * happened (a timeout, a reset, a 5xx, an answer that cannot be read).
 */
export type UnansweredCall = { type: 'unreached' | 'unclear'; reason: string };

/** The platform said no: nothing happened. */
export type RefusedCall = { type: 'answered'; code: number; reason: string };

/** Reasons are for the operator and hold no secret. */
export type CallFailure = UnansweredCall | RefusedCall;
