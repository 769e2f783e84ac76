/** How many messages of one sender are taken: a bucket that holds `burst` and gains `perSecond`. */
export type Rate = { burst: number; perSecond: number };

/** Those of registered people, and of everybody else. */
export type Rates = { known: Rate; stranger: Rate };

/**
 * A head who answers a form types some ten answers in a row; registering takes three messages. Nobody types a message a
 * second for long.
 */
export const usualRates: Rates = { known: { burst: 60, perSecond: 1 }, stranger: { burst: 10, perSecond: 0.2 } };
