/**
 * The port every chat platform is reached through. An adapter turns what a platform delivers into `Inbound` values and
 * one `Outbound` into one platform request; it knows no dialogue and no database.
 */

import type { Result } from '../result.ts';
import type { Address, ChannelName, GroupPlace, Sender } from './address.ts';
import type { GroupHost } from './group-host.ts';
import type { Webhook } from './webhook.ts';

/** What came in, once. `externalId` is unique per channel, and two deliveries of one thing carry the same. */
export type Inbound = {
  channel: ChannelName;
  externalId: string;
  /** A second identity of the same message where the platform may deliver it under two `externalId`s. */
  contentKey?: string;
  /** When it was written by the platform's clock, in milliseconds since 1970, where that is told: perhaps in whole seconds. */
  writtenAt?: number;
} & InboundEvent;

/** A picture or document that a person sent; `reference` is what the platform calls it, `name` what the person did. */
export type InboundFile = { reference: string; name: string | null };

/** Why something cannot be read: it is no text, it corrects another message, or no platform lets a text be so long. */
export type Unread = 'media' | 'edit' | 'long';

/** The message that was edited, by its `contentKey`, and its text or caption now. */
export type EditedMessage = { contentKey: string; text: string };

export type InboundEvent =
  | { kind: 'text'; from: Sender; text: string; group?: GroupPlace }
  /** A tapped choice; `tap` is the string made by `tapOf`. */
  | { kind: 'tap'; from: Sender; tap: string; group?: GroupPlace }
  /** Something a person sent that is not text: a sticker, a voice message, an edited message. */
  | { kind: 'unreadable'; from: Sender; what: Unread; group?: GroupPlace; album?: string; edited?: EditedMessage }
  /** A picture or a document; `text` is its caption. Those of one `album` were sent together. */
  | { kind: 'file'; from: Sender; file: InboundFile; text: string; group?: undefined; album?: string }
  /**
   * The person told their name and phone number, asked or not. `isProven`: the platform says that the number is the
   * sender's own; else it was typed, and proves nothing.
   */
  | { kind: 'contact'; from: Sender; name: string; phone: string; isProven?: true; group?: undefined }
  /** The person closed or reopened the chat with the bot. */
  | { kind: 'blocked'; from: Sender }
  | { kind: 'unblocked'; from: Sender }
  /** The bot was taken into a group, or may write there again; `by` is who did it. */
  | { kind: 'group-joined'; group: GroupPlace; by: Sender }
  /** The bot is in a group and may not write there. */
  | { kind: 'group-muted'; group: GroupPlace }
  | { kind: 'group-left'; group: GroupPlace }
  | { kind: 'group-moved'; group: GroupPlace; to: Address };

/** A choice under a message: `tap` goes to the platform, `label` is what a person reads and may type. */
export type OutboundChoice = {
  tap: string;
  label: string;
  /** The address of a page of ours that the button opens inside the platform instead. */
  page?: string;
};

/**
 * The chat that a request goes to, and the part of a group that has parts. `isUnasked`: one of many that nobody asked for,
 * where the platform tells them from answers.
 */
export type OutboundPlace = { to: Address; isGroup: boolean; topic?: string; isUnasked?: true };

/** A file to be uploaded. */
export type Upload = { name: string; bytes: Uint8Array };

/** What one request carries. The text already fits the channel's limits; a `link` is one that the platform can open. */
export type Content =
  /** `asksContact`: the person is asked for name and phone number, on a channel that has a form for it. */
  | { type: 'text'; text: string; choices: OutboundChoice[]; asksContact?: boolean }
  | { type: 'file' | 'picture'; upload: Upload; caption: string }
  | { type: 'linked-picture'; link: string; caption: string }
  /** A message of ours that the chat has reads otherwise from now on; `message` is what the platform calls it. */
  | { type: 'edit'; message: string; text: string }
  /** It is pinned, so that the chat shows it above all others. */
  | { type: 'pin'; message: string }
  /** It is pinned no longer. */
  | { type: 'unpin'; message: string };

export type TextOutbound = OutboundPlace & Extract<Content, { type: 'text' }>;

/** Exactly one platform request. */
export type Outbound = OutboundPlace & Content;

/**
 * Why a request will never succeed. `blocked` and `gone`: the person or group has closed the chat. `muted`: the bot may
 * not write in the group. `window-closed`: the
 * person must write first. `capped`: this person may get no more until they write. `quota`: nothing is left to pay with.
 * `rejected`: this request alone is at fault.
 */
export type Refusal = 'blocked' | 'gone' | 'muted' | 'window-closed' | 'capped' | 'quota' | 'rejected';

/** Whose limit "too many requests" means, as far as the platform says it: that of the chat that was written to, or of all. */
export type RateLimit = 'chat' | 'channel';

/**
 * How a request ended. `not-sent`: it surely did not happen, and may be tried again. `too-long`: it surely did not happen,
 * and its text is to go in two. `uncertain`: it may have happened (a reset after the request was written, a timeout, a
 * 5xx). `refused`: it will never succeed. `moved`: the group has another address now.
 */
export type SendOutcome =
  | { type: 'sent'; externalId: string }
  | { type: 'not-sent'; reason: string; retryAfterSeconds?: number; rateLimit?: RateLimit }
  | { type: 'uncertain'; reason: string }
  | { type: 'refused'; because: Refusal; reason: string }
  | { type: 'too-long'; reason: string }
  | { type: 'moved'; to: Address };

/**
 * The even spacing of requests, in milliseconds of machine time; 0 means none. `replyMs`: answers may follow each other so
 * closely, while all together stay below what `everyMs` puts into a second; absent: they are spaced like the rest.
 */
export type Pace = { everyMs: number; perChatMs: number; perGroupMs: number; replyMs?: number };

/** What will not pass by itself: an administrator must consent anew, or put the account or its token right. */
export type LastingTrouble = 'consent' | 'account';

/** What the operator sees of a channel in `status`. */
export type ChannelState = { state: 'starting' | 'up' | 'down'; detail?: string; lasting?: LastingTrouble };

/** Bytes of a file that is taken in: a scan of some pages. */
export const longestFile = 10 * 1024 * 1024;

/** Why a file could not be fetched, for the operator; `isFinal` where trying again would not help. */
export type FetchFailure = { reason: string; isFinal: boolean };

/** `isOneOfMany`: what came at once holds much of the same sender. */
export type Arrival = { isOneOfMany?: boolean };

/** Resolves once the message is stored; a channel confirms to its platform only after that. */
export type Receive = (inbound: Inbound, arrival?: Arrival) => Promise<unknown>;

/** Sending through a channel. */
export type Sending = {
  /** How closely requests may follow each other; the caller keeps to it. */
  readonly pace: Pace;
  /** Makes one platform request; resolves with how it ended. */
  send(outbound: Outbound): Promise<SendOutcome>;
  /** Whether the platform answers, found out by a call that changes nothing; a refusal is an answer. Never rejects. */
  probe(): Promise<boolean>;
};

/** Receiving of what people do on the platform. */
export type Receiving = {
  /** Begins to receive, and returns at once, whatever the platform answers. */
  start(receive: Receive): void;
  /** Ends receiving; resolves when nothing that the channel began is under way. */
  stop(): Promise<void>;
  /** Takes deliveries beside a process that has started it; absent where the channel polls the platform. */
  accept?(receive: Receive): void;
  /** Takes what the platform delivers to us; absent where the channel polls the platform. */
  readonly webhook?: Webhook;
};

/** The files that people sent. */
export type FileSource = {
  /** The bytes of one, at most `longestFile`. */
  fetch(reference: string): Promise<Result<Uint8Array, FetchFailure>>;
};

/** What the platform calls people and groups. */
export type NameSource = {
  /** The name of a person or a group; undefined when the platform cannot say now. */
  read(chat: OutboundPlace): Promise<string | undefined>;
};

/**
 * Who opened a page of ours inside the platform, by what the platform gave that page, at an instant of machine time. `old`: it was
 * given out too long ago.
 */
export type PageProof = (told: string, machineNow: Date) => Result<Sender, 'forged' | 'old'>;

/** One platform, as the service uses it. A part that a platform does not have is absent; one that is there is whole. */
export type Channel = {
  readonly name: ChannelName;
  /** How it works now. */
  state(): ChannelState;
  /** The address at which a person opens the chat with this code; undefined while not known. */
  link(code: string): string | undefined;
  readonly sending: Sending;
  /** Absent for a page of ours: what people write there reaches the web server itself. */
  readonly receiving?: Receiving;
  /** Absent where people can send no files. */
  readonly files?: FileSource;
  /** Groups that the channel makes itself; absent where people make groups and take the bot in. */
  readonly groups?: GroupHost;
  /** Absent where the platform opens no pages inside itself. */
  readonly readOpener?: PageProof;
  /** The origins of the platform's own pages, where those show such a page in a frame. */
  readonly framedBy?: readonly string[];
  /** Absent where messages tell the names. */
  readonly names?: NameSource;
};
