/**
 * By whom and on what occasion a thing is done. The chat, a page, a command and the clock do the same things in the same
 * way; what differs between them is said here.
 */
export type Cause =
  | { via: 'chat'; by: number; inbox: number }
  | { via: 'page'; by: number; request: string }
  | { via: 'command'; by: number | null }
  | { via: 'clock'; by: null; slot: string };

/** A cause behind which a person stands. */
export type PersonalCause = Extract<Cause, { via: 'chat' | 'page' }>;

/** The message by which it was done, where it was one. */
export const inboxOf = (cause: Cause): number | null => (cause.via === 'chat' ? cause.inbox : null);
