/** A platform request, as the audit chain has it. */
import type { ChannelName } from '../channels/address.ts';
import type { MessageKind } from '../delivery/message.ts';

/** How a platform request stands. `open`: it waits (again), is under way, or was withdrawn. */
export type RecordedState = 'open' | 'sent' | 'uncertain' | 'refused';

/** What stays of an erased request: the keyed digests that its newest record holds; empty where it has none. */
export type ErasedRequest = { address?: string; text?: string; reason?: string | null; attachment?: string | null };

/** How a request stands, as it is recorded. Ids are those of the tables. */
export type RecordedRequest = {
  kind: 'request';
  id: number;
  message: number;
  meaning: string;
  recipient: string;
  about: MessageKind;
  channel: ChannelName;
  address: string;
  part: number;
  parts: number;
  attempt: number;
  state: RecordedState;
  /** The platform's own id of the message. */
  receipt: string | null;
  settledAt: Date | null;
  reason: string | null;
  text: string;
  /** The paper that it carries. */
  attachment: object | null;
  /** In place of what was erased. */
  erased: ErasedRequest | null;
};
