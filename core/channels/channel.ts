import type { Address, ChannelName, GroupPlace, Sender } from './address.ts';
/**
 * The port every chat platform is reached through. An adapter turns what a platform delivers into `Inbound` values and
 * one `Outbound` into one platform request; it knows no dialogue and no database.
 */

import type { Result } from '../result.ts';
import type { GroupHost } from './group-host.ts';
import type { Limits } from './terms.ts';

/** What came in, once. `externalId` is unique per channel, and two deliveries of one thing carry the same. */
export type Inbound = {
  channel: ChannelName;
  externalId: string;
  /** A second identity of the same message where the platform may deliver it under two `externalId`s. */
  contentKey?: string;
} & InboundEvent;

/** A picture or document that a person sent; `reference` is what the platform calls it, `name` what the person did. */
export type InboundFile = { reference: string; name: string | null };

export type InboundEvent =
  | { kind: 'text'; from: Sender; text: string; group?: GroupPlace }
  /** A tapped choice; `tap` is the string made by `tapOf`. */
  | { kind: 'tap'; from: Sender; tap: string; group?: GroupPlace }
  /** Something a person sent that is not text: a sticker, a voice message, an edited message. */
  | { kind: 'unreadable'; from: Sender; what: 'media' | 'edit'; group?: GroupPlace }
  /** A picture or a document; `text` is its caption. */
  | { kind: 'file'; from: Sender; file: InboundFile; text: string; group?: undefined }
  /** The person told their name and phone number, asked or not. It proves nothing by itself. */
  | { kind: 'contact'; from: Sender; name: string; phone: string; group?: undefined }
  /** The person closed or reopened the chat with the bot. */
  | { kind: 'blocked'; from: Sender }
  | { kind: 'unblocked'; from: Sender }
  | { kind: 'group-left'; group: GroupPlace }
  | { kind: 'group-moved'; group: GroupPlace; to: Address };

/** A choice under a message: `tap` goes to the platform, `label` is what a person reads and may type. */
export type OutboundChoice = { tap: string; label: string };

/** The chat that a request goes to. */
export type OutboundPlace = { to: Address; isGroup: boolean };

/** A file to be uploaded. */
export type Upload = { name: string; bytes: Uint8Array };

/** What one request carries. The text already fits the channel's limits; a `link` is one that the platform can open. */
export type Content =
  /** `asksContact`: the person is asked for name and phone number, on a channel that has a form for it. */
  | { type: 'text'; text: string; choices: OutboundChoice[]; asksContact?: boolean }
  | { type: 'file' | 'picture'; upload: Upload; caption: string }
  | { type: 'linked-picture'; link: string; caption: string };

export type TextOutbound = OutboundPlace & Extract<Content, { type: 'text' }>;

/** Exactly one platform request. */
export type Outbound = OutboundPlace & Content;

/**
 * Why a request will never succeed. `blocked` and `gone`: the person or group has closed the chat. `window-closed`: the
 * person must write first. `capped`: this person may get no more until they write. `quota`: nothing is left to pay with.
 * `rejected`: this request alone is at fault.
 */
export type Refusal = 'blocked' | 'gone' | 'window-closed' | 'capped' | 'quota' | 'rejected';

/**
 * How a request ended. `not-sent` is certain and may be tried again; `too-long` is certain too, and goes in two; `uncertain` may have happened (a reset after the
 * request was written, a timeout, a 5xx); `refused` will never succeed.
 */
export type SendOutcome =
  | { type: 'sent'; externalId: string }
  | { type: 'not-sent'; reason: string; retryAfterSeconds?: number; isRateLimit?: boolean }
  | { type: 'uncertain'; reason: string }
  | { type: 'refused'; because: Refusal; reason: string }
  | { type: 'too-long'; reason: string }
  | { type: 'moved'; to: Address };

/** The even spacing of requests, in milliseconds of machine time; 0 means none. */
export type Pace = { everyMs: number; perChatMs: number; perGroupMs: number };

/** What will not pass by itself: an administrator must consent anew, or put the account or its token right. */
export type LastingTrouble = 'consent' | 'account';

/** What the operator sees of a channel in `status`. */
export type ChannelState = { state: 'starting' | 'up' | 'down'; detail?: string; lasting?: LastingTrouble };

/** Bytes of a file that is taken in: a scan of some pages. */
export const longestFile = 10 * 1024 * 1024;

/** Why a file could not be fetched; `isFinal` where trying again would not help. */
export type FetchFailure = { reason: string; isFinal: boolean };

/** Resolves once the message is stored; a channel confirms to its platform only after that. */
export type Receive = (inbound: Inbound) => Promise<void>;

export interface Channel {
  readonly name: ChannelName;
  readonly limits: Limits;
  readonly pace: Pace;
  state(): ChannelState;
  /** Starts receiving; returns at once, whatever the platform answers. */
  start(receive: Receive): void;
  /** Stops receiving and resolves when nothing is under way. */
  stop(): Promise<void>;
  send(outbound: Outbound): Promise<SendOutcome>;
  /** The bytes of a file that a person sent, at most `longestFile`; the error is for the operator, and final where it says so. */
  fetchFile?(reference: string): Promise<Result<Uint8Array, FetchFailure>>;
  /** Groups that the channel makes itself; absent where people make groups and take the bot in. */
  readonly groups?: GroupHost;
  /** What the platform calls a person or a group, where no message tells; undefined when it cannot say now. */
  readName?(place: Pick<Outbound, 'to' | 'isGroup'>): Promise<string | undefined>;
  /** The address at which a person opens the chat with this code as payload; undefined while not known. */
  link(code: string): string | undefined;
}
