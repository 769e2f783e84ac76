/** The live half of a chat: new messages as server-sent events, without loss or doubles across reconnections. */
import type { SSEStreamingApi } from 'hono/streaming';
import { type SentMessage, sentAfter } from '../../../db/conversation/chat-history.ts';
import type { Db } from '../../../db/database.ts';
import { chatMoment } from '../../../messages/pages/web.ts';
import type { Signals } from '../../process/signals.ts';
import { advance, type Cursor, floorOf, writeCursor } from './cursor.ts';
import { pictureOf } from './picture.ts';

/** A silent stream is pinged, and looks at the database again, this often. */
const pingMs = 15_000;
/** How soon a browser connects again, in milliseconds. */
const reconnectMs = 1_000;
const batch = 100;

/** A message as the page's script gets it. */
export type ChatMessage = {
  id: number;
  text: string;
  /** The path of a picture, of which `text` is the label. */
  picture?: string;
  choices: { tap: string; label: string }[];
  /** For people. */
  at: string;
  /** ISO. */
  instant: string;
};

export function chatMessage({ id, text, attachment, choices, at }: SentMessage): ChatMessage {
  const picture = pictureOf({ attachment });
  return { id, text, ...(picture && { picture }), choices, at: chatMoment(at), instant: at.toISOString() };
}

/** What was sent since a cursor, at most one batch, oldest first. */
export const newSince = (db: Db, address: string, cursor: Cursor): Promise<SentMessage[]> =>
  sentAfter(db, address, { floor: floorOf(cursor), except: [...cursor], limit: batch });

/** Writes messages to the stream as they are sent, until the browser leaves or `closing` is aborted. */
export async function followChat(
  stream: SSEStreamingApi,
  {
    db,
    signals,
    address,
    from,
    closing,
  }: { db: Db; signals: Signals; address: string; from: Cursor; closing: AbortSignal },
): Promise<void> {
  const alarm = createAlarm();
  const unsubscribe = signals.onChange(address, alarm.ring);
  stream.onAbort(alarm.ring);
  closing.addEventListener('abort', alarm.ring);
  let cursor = from;
  try {
    await stream.writeSSE({ event: 'ping', data: '', retry: reconnectMs });
    while (!stream.aborted && !closing.aborted) {
      const messages = await newSince(db, address, cursor);
      for (const message of messages) {
        cursor = advance(cursor, [message.id]);
        const data = JSON.stringify(chatMessage(message));
        await stream.writeSSE({ id: writeCursor(cursor), event: 'message', data });
      }
      if (messages.length === batch) continue;
      if ((await alarm.wait(pingMs)) === 'silence') await stream.writeSSE({ event: 'ping', data: '' });
    }
  } finally {
    unsubscribe();
    closing.removeEventListener('abort', alarm.ring);
  }
}

type Alarm = { ring: () => void; wait: (ms: number) => Promise<'rung' | 'silence'> };

/** An alarm that rang before anybody waited is heard at the next wait. */
function createAlarm(): Alarm {
  let isRung = false;
  let wake = () => {};
  return {
    ring() {
      isRung = true;
      wake();
    },
    async wait(ms) {
      if (!isRung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      const heard = isRung ? 'rung' : 'silence';
      isRung = false;
      return heard;
    },
  };
}
