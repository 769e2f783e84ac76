/** What to do about each refusal of the Official Account API: a closed list, and the table that leads to it. */

/**
 * `retry`: the same again after a while. `refresh-token`: once, with a new access token. `wait`: not before there is
 * more to pay with, the person has written, or the morning. `split`: in two, the text is too long. `simplify`: the same as
 * plain text. `upload-again`: the attachment is gone.
 * `unreachable`: this person or group cannot be written to. `reject`: this message will never go. `stop`: nothing will
 * go until a person has put it right.
 */
export type ZaloAction =
  | { do: 'retry'; isRateLimit: boolean }
  | { do: 'refresh-token' }
  | { do: 'wait'; until: 'quota' | 'word' | 'morning' }
  | { do: 'split' }
  | { do: 'simplify' }
  | { do: 'upload-again' }
  | { do: 'unreachable'; because: 'blocked' | 'gone' | 'window-closed' }
  | { do: 'reject' }
  | { do: 'stop' };

const retry: ZaloAction = { do: 'retry', isRateLimit: false };
const stop: ZaloAction = { do: 'stop' };
const blocked: ZaloAction = { do: 'unreachable', because: 'blocked' };
const windowClosed: ZaloAction = { do: 'unreachable', because: 'window-closed' };
const gone: ZaloAction = { do: 'unreachable', because: 'gone' };

/** Codes of the Official Account API (https://docs.zaloplatforms.com/docs/OA/phu-luc/ma-loi). */
const actions: Readonly<Record<number, ZaloAction>> = {
  [-32]: { do: 'retry', isRateLimit: true },
  [-100]: { do: 'upload-again' },
  [-124]: { do: 'refresh-token' },
  [-200]: retry,
  [-201]: { do: 'simplify' },
  [-204]: stop,
  [-205]: stop,
  [-209]: stop,
  [-210]: { do: 'split' },
  [-211]: { do: 'wait', until: 'quota' },
  [-212]: stop,
  [-213]: blocked,
  [-216]: { do: 'refresh-token' },
  [-217]: blocked,
  [-218]: { do: 'wait', until: 'word' },
  [-219]: stop,
  [-220]: { do: 'refresh-token' },
  [-221]: stop,
  [-223]: stop,
  [-224]: stop,
  [-227]: blocked,
  [-230]: windowClosed,
  [-232]: windowClosed,
  [-233]: { do: 'simplify' },
  [-234]: { do: 'wait', until: 'morning' },
  [-235]: stop,
  [-237]: gone,
  [-240]: stop,
  [-242]: stop,
  [-244]: blocked,
  [-248]: { do: 'reject' },
  [-320]: stop,
  [-321]: stop,
  [-403]: gone,
  // HTTP statuses that came without Zalo's envelope: nothing was done.
  401: stop,
  403: stop,
  404: stop,
  429: { do: 'retry', isRateLimit: true },
};

/** What to do about a refusal; a code that is in no list concerns this one message. */
export const actionOf = (code: number): ZaloAction => actions[code] ?? { do: 'reject' };
