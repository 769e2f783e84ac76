/** The live half of a chat: new messages as server-sent events, without loss or doubles across reconnections. */
import type { SSEStreamingApi } from 'hono/streaming';
import type { WebSession } from '../../../db/access/web-sessions.ts';
import { chatMoment } from '../../../messages/pages/web.ts';
import type { Signals } from '../../process/signals.ts';
import { advance, type Cursor, writeCursor } from './cursor.ts';
import type { ReadNews } from './news.ts';
import { pictureOf } from './picture.ts';
import type { ShownMessage } from './shown.ts';

/** A silent stream is pinged, and looks at the database again, this often. */
const pingMs = 15_000;
/** How soon a browser connects again, in milliseconds. */
const reconnectMs = 1_000;

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

export function chatMessage({ id, text, attachment, choices, at }: ShownMessage): ChatMessage {
  const picture = pictureOf({ attachment });
  return { id, text, ...(picture && { picture }), choices, at: chatMoment(at), instant: at.toISOString() };
}

export type Following = {
  signals: Signals;
  session: Pick<WebSession, 'hash' | 'address'>;
  readNews: ReadNews;
  from: Cursor;
  /** Aborted when a newer stream takes this one's place: the page is told to ask instead. */
  taken: AbortSignal;
  closing: AbortSignal;
};

/** Writes messages to the stream as they are sent, until the browser leaves, its session ends, or a signal is aborted. */
export async function followChat(
  stream: SSEStreamingApi,
  { signals, session, readNews, from, taken, closing }: Following,
): Promise<void> {
  const alarm = createAlarm();
  const unsubscribe = signals.onChange(session.address, alarm.ring);
  stream.onAbort(alarm.ring);
  for (const signal of [closing, taken]) signal.addEventListener('abort', alarm.ring);
  let cursor = from;
  try {
    await stream.writeSSE({ event: 'ping', data: '', retry: reconnectMs });
    while (!stream.aborted && !closing.aborted && !taken.aborted) {
      const { messages, isAll, isOpen } = await readNews(session, cursor);
      if (!isOpen) return;
      for (const message of messages) {
        cursor = advance(cursor, [message.id]);
        const data = JSON.stringify(chatMessage(message));
        await stream.writeSSE({ id: writeCursor(cursor), event: 'message', data });
      }
      if (!isAll) continue;
      if ((await alarm.wait(pingMs)) === 'silence') await stream.writeSSE({ event: 'ping', data: '' });
    }
    if (taken.aborted) await stream.writeSSE({ event: 'crowded', data: '' });
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
