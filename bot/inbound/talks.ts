/** Who waits for whose turn. */
import type { WaitingInbound } from '../../db/conversation/inbox.ts';

/** What waits, each person's in its order: nobody waits for another's turn, and nobody's own are taken at once. */
export function talksOf(waiting: WaitingInbound[]): Iterable<WaitingInbound[]> {
  const talks = new Map<string, WaitingInbound[]>();
  for (const row of waiting) {
    const { inbound } = row;
    const writer = `${inbound.channel} ${'from' in inbound ? inbound.from.address : inbound.group.address}`;
    talks.set(writer, [...(talks.get(writer) ?? []), row]);
  }
  return talks.values();
}
