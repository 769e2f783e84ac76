/** What a person did, whatever the channel. */
export type Event =
  | { type: 'text'; text: string }
  | { type: 'tap'; tap: string }
  | { type: 'unreadable'; what: 'media' | 'edit' }
  | { type: 'contact'; name: string; phone: string }
  /** A picture or document, with its caption. */
  | { type: 'file'; text: string };
