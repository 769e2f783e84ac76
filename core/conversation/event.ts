import type { Unread } from '../channels/channel.ts';

/** What a person did, whatever the channel. */
export type Event =
  /** `writtenAt`: by the platform's clock, in milliseconds since 1970, where that is known. */
  | { type: 'text'; text: string; writtenAt?: number }
  | { type: 'tap'; tap: string }
  | { type: 'unreadable'; what: Unread }
  /** `isProven`: the platform says that the number is theirs. */
  | { type: 'contact'; name: string; phone: string; isProven: boolean }
  /** A picture or document, with its caption, kept as `id`. What was sent together with it has the same `album`. */
  | { type: 'file'; text: string; album: string | null; id?: number };
