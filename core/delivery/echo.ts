/** Words that answer a question which somebody was asked twice, and has answered already. */
import type { RequestState } from './request-state.ts';

/** A request that answered a person: its text, how often it went out, and when it was accepted (machine time; null: not yet). */
export type Answered = { text: string; state: RequestState; attempt: number; sentAt: Date | null };

/** A platform keeps what it could not deliver for a day (https://core.telegram.org/bots/api#getting-updates). */
const longestWayMs = 24 * 3_600_000;

/**
 * Whether words are one more answer to a question that was asked twice, as when it was said again in doubt. `said` are the
 * last answers to their writer, newest first. They are so where they were written before the newest had come, and where the
 * one before it had come twice. `writtenAt` is the platform's time (Unix, milliseconds), perhaps cut to whole seconds. One
 * that is not of the day before `now` tells nothing.
 */
export function isEcho(said: readonly Answered[], writtenAt: number | undefined, now: Date): boolean {
  const [standing, answered, before] = said;
  if (!standing || !answered) return false;
  const way = writtenAt === undefined ? Number.NaN : now.getTime() - writtenAt;
  const isKnown = Math.abs(way) <= longestWayMs;
  const isUnread = standing.sentAt === null || (isKnown && Number(writtenAt) < standing.sentAt.getTime());
  const wasDoubtful = answered.attempt > 1 || answered.state === 'uncertain';
  return isUnread && (wasDoubtful || (before !== undefined && lastLine(before.text) === lastLine(answered.text)));
}

const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1) ?? '';
