/** What came in, in the terms of the database and of the dialogues. */
import type { Inbound } from '../../core/channels/channel.ts';
import type { Event } from '../../core/conversation/event.ts';
import type { NewAttachment } from '../../db/reports/attachments.ts';

/**
 * Characters of the longest text that is read. Telegram lets 4,096 through (https://core.telegram.org/bots/api#message)
 * and Zalo 2,000: what is four times as long was not written by a person.
 */
const longestText = 16_384;

/**
 * What a database can keep: PostgreSQL refuses NUL and broken surrogates, and then could not even keep the failure. A text
 * beyond `longestText` is not read, and no other string is longer.
 */
export function storable(came: Inbound): Inbound {
  const isLong = (came.kind === 'text' || came.kind === 'file') && came.text.length > longestText;
  return JSON.parse(JSON.stringify(isLong ? unreadLong(came) : came), (_key, value: unknown) =>
    typeof value === 'string'
      ? value
          .slice(0, longestText)
          .replaceAll('\0', '')
          .replace(/\p{Surrogate}/gu, '\ufffd')
      : value,
  );
}

function unreadLong({ channel, externalId, contentKey, from, group }: Inbound & { kind: 'text' | 'file' }): Inbound {
  const head = { channel, externalId, ...(contentKey !== undefined && { contentKey }), ...(group && { group }) };
  return { ...head, kind: 'unreadable', from, what: 'long' };
}

/** What a person said or did. */
export type Said = Extract<Inbound, { kind: 'text' | 'tap' | 'unreadable' | 'contact' | 'file' }>;

const saidKinds: readonly Inbound['kind'][] = ['text', 'tap', 'unreadable', 'contact', 'file'] satisfies Said['kind'][];

/** Whether somebody wrote it, in private or in a group; the rest tells what became of a chat. */
export const isSaid = (inbound: Inbound): inbound is Inbound & Said => saidKinds.includes(inbound.kind);

/** What a person did, whatever the channel. */
export function eventOf(inbound: Said, file: { id: number; album: string } | undefined): Event {
  switch (inbound.kind) {
    case 'text':
      return {
        type: 'text',
        text: inbound.text,
        ...(inbound.writtenAt !== undefined && { writtenAt: inbound.writtenAt }),
      };
    case 'tap':
      return { type: 'tap', tap: inbound.tap };
    case 'contact':
      return { type: 'contact', name: inbound.name, phone: inbound.phone, isProven: inbound.isProven === true };
    case 'file':
      return { type: 'file', text: inbound.text, album: file?.album ?? null, ...(file && { id: file.id }) };
    case 'unreadable':
      return { type: 'unreadable', what: inbound.what };
  }
}

/** A file that a person sent, as it is kept until its turn says what becomes of it. */
export const attachmentOf = (
  { channel, file: { reference, name } }: Extract<Inbound, { kind: 'file' }>,
  { inboxId, accountId, album }: { inboxId: number; accountId: number; album: string | null },
  now: Date,
): NewAttachment => ({ inboxId, accountId, channel, reference, name, album, receivedAt: now });
