/**
 * What people wrote while no webhook reached us, read from the account's conversations. It carries the ids of the
 * webhook's deliveries, so that one that still comes is a duplicate.
 */
import type { Inbound } from '../../../core/channels/channel.ts';
import type { OaApi, OaChatLine } from './api.ts';
import type { OaResult } from './call.ts';
import { readUserText, senderOf } from './events.ts';

/** Zalo gives at most ten lines a call; of the calls a minute, the smaller package allows 100. */
const page = 10;
const mostCalls = 40;

/** Until when messages are known, in machine time: over all, and of each of these people who ever wrote. */
export type KnownUntil = (addresses: string[]) => Promise<{ all: Date | undefined; people: Map<string, Date> }>;

/**
 * The messages that people sent after what is known, oldest first. Nothing where nobody ever wrote: then there is no
 * telling what is old. Fails as a whole, so that nothing is taken out of order.
 */
export async function readMissed(
  api: Pick<OaApi, 'listRecentChats' | 'listConversation'>,
  known: KnownUntil,
): OaResult<Inbound[]> {
  const { all } = await known([]);
  if (all === undefined) return { ok: true, value: [] };
  let calls = 0;
  const linesUntil = async (list: (offset: number) => OaResult<OaChatLine[]>, until: Date): OaResult<OaChatLine[]> => {
    const lines: OaChatLine[] = [];
    while (calls++ < mostCalls) {
      const read = await list(lines.length);
      if (!read.ok) return read;
      lines.push(...read.value);
      const oldest = read.value.at(-1);
      if (read.value.length < page || !oldest || oldest.time <= until.getTime()) break;
    }
    return { ok: true, value: lines };
  };

  const chats = await linesUntil((offset) => api.listRecentChats(offset, page), all);
  if (!chats.ok) return chats;
  const addresses = [...new Set(chats.value.map((line) => line.person))];
  const { people } = await known(addresses);
  const missed: (OaChatLine & { text: string })[] = [];
  for (const address of addresses) {
    const until = people.get(address) ?? all;
    if (!chats.value.some((line) => line.person === address && line.time > until.getTime())) continue;
    const talk = await linesUntil((offset) => api.listConversation(address, offset, page), until);
    if (!talk.ok) return talk;
    for (const line of talk.value)
      if (line.isFromPerson && line.text !== undefined && line.time > until.getTime())
        missed.push({ ...line, text: line.text });
  }
  missed.sort((a, b) => a.time - b.time);
  return {
    ok: true,
    value: missed.map(({ id, person, text }) => ({
      channel: 'zalo-oa',
      externalId: id,
      ...readUserText(senderOf(person), text),
    })),
  };
}
