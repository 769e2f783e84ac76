/** The first look at a message in private. */
import type { Inbound } from '../../core/channels/channel.ts';
import { lockWriter, type StoredConversation } from '../../db/conversation/conversations.ts';
import { settleAnswered } from '../../db/delivery/answered.ts';
import { type Account, touchAccount } from '../../db/roster/accounts.ts';
import type { Work } from '../delivery/work.ts';
import { type Business, readBusiness } from '../facts/asker.ts';
import { isSaid } from './event.ts';

/** Who wrote in private, where their conversation stands, and what they have to do; they are locked for the rest of the transaction. */
export type WhoWrote = { account: Account; stored: StoredConversation | undefined; business: Business };

/** The address of whoever wrote in private. */
export const writerOf = (inbound: Inbound): string | null =>
  isSaid(inbound) && !inbound.group ? inbound.from.address : null;

/** A tap may stand for one number. */
const numbersIn = (inbound: Inbound): number =>
  Math.max(1, inbound.kind === 'text' ? (inbound.text.match(/\d+(?:[.,]\d+)*/g)?.length ?? 0) : 0);

/** Takes note of who wrote. Its statements are said in one breath, and what is said with them comes after them. */
export async function hearWriter(
  { tx, now, machineNow, record }: Pick<Work, 'tx' | 'now' | 'machineNow' | 'record'>,
  inbound: Inbound,
): Promise<WhoWrote | undefined> {
  if (!isSaid(inbound) || inbound.group) return undefined;
  const { channel, from } = inbound;
  const writer = { channel, address: from.address };
  const [account, stored, business, answered] = await Promise.all([
    touchAccount(tx, inbound, now, machineNow),
    lockWriter(tx, writer),
    readBusiness({ tx, now }, writer, numbersIn(inbound)),
    settleAnswered(tx, writer, now),
  ]);
  record(...answered);
  return { account, stored, business };
}
