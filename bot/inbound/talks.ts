/** Who waits for whose turn. */
import { talkOf, type WaitingInbound } from '../../db/conversation/inbox.ts';

/** What waits, each person's in its order: nobody waits for another's turn, and nobody's own are taken at once. */
export function talksOf(waiting: WaitingInbound[]): Iterable<WaitingInbound[]> {
  const talks = new Map<string, WaitingInbound[]>();
  for (const row of waiting) {
    const writer = talkOf(row.inbound);
    talks.set(writer, [...(talks.get(writer) ?? []), row]);
  }
  return talks.values();
}
