/** What "too many requests" to one chat holds back: that chat; and the channel, once a second chat hears it too. Pure. */
import type { Address } from '../channels/address.ts';

/** A chat that the platform refused, until when (machine milliseconds of any origin). */
export type LimitedChat = { address: Address; until: number };

export type LimitVerdict = {
  /** The chats that are held from now on. */
  limited: LimitedChat[];
  /** Whether the limit is not that of one chat. */
  isOfChannel: boolean;
};

/** What a refusal comes to. Chats whose time is over are forgotten. */
export function afterLimit(limited: readonly LimitedChat[], refused: LimitedChat, now: number): LimitVerdict {
  const others = limited.filter(({ address, until }) => until > now && address !== refused.address);
  return { limited: [...others, refused], isOfChannel: others.length > 0 };
}
