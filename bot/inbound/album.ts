/** What was sent together is one thing: answered once, by its caption wherever that stands. */
import type { Inbound } from '../../core/channels/channel.ts';
import { type AlbumBefore, findAlbumBefore } from '../../db/conversation/before.ts';
import { withdrawAnswersTo } from '../../db/delivery/queue.ts';
import { findAlbumUnderWay, offerAttachment } from '../../db/reports/attachments.ts';
import type { Account } from '../../db/roster/accounts.ts';
import { followAlbum } from '../acts/keep-files.ts';
import type { Work } from '../delivery/work.ts';
import { attachmentOf, type Said } from './event.ts';

/** Something that may have been sent together with others. */
export type AlbumInbound = Extract<Said, { kind: 'file' | 'unreadable' }>;

/**
 * Where the platform does not say so, pictures that come one by one within so many seconds were sent together. A person needs
 * longer to take one picture and send it.
 */
const togetherSeconds = 20;

/**
 * How long the answer to an album without words waits for its caption, in milliseconds of machine time. Telegram delivers
 * an album as messages of one moment (https://core.telegram.org/bots/api#message, media_group_id).
 */
const captionMs = 2000;

const isWordless = (inbound: AlbumInbound): boolean => inbound.kind === 'unreadable' || inbound.text.trim() === '';

/** How long the answer waits, in milliseconds of machine time. */
export const holdOf = (inbound: Inbound): number =>
  (inbound.kind === 'file' || inbound.kind === 'unreadable') && inbound.album !== undefined && isWordless(inbound)
    ? captionMs
    : 0;

/** Keeps a file until its turn has decided. Returns the album that it belongs to: its own where it came alone. */
export async function keepFile(
  { tx, now }: Work,
  inbound: Extract<Said, { kind: 'file' }>,
  { account, inboxId }: { account: Account; inboxId: number },
): Promise<{ id: number; album: string }> {
  const since = new Date(now.getTime() - togetherSeconds * 1000);
  const joined = isWordless(inbound) ? await findAlbumUnderWay(tx, account.id, since) : undefined;
  const album = inbound.album ?? joined ?? `inbox-${inboxId}`;
  return {
    id: await offerAttachment(tx, attachmentOf(inbound, { inboxId, accountId: account.id, album }, now)),
    album,
  };
}

/**
 * Whether what came needs no answer of its own, because its album has one: a file goes the way of those before it. A caption
 * that comes behind takes the place of the answer that still waits for it.
 */
export async function isAnsweredWithAlbum(
  work: Work,
  inbound: AlbumInbound,
  { account, inboxId, file }: { account: Account; inboxId: number; file: { id: number; album: string } | undefined },
): Promise<boolean> {
  const before = await findBefore(work, inbound, { account, inboxId });
  const text = inbound.kind === 'file' ? inbound.text.trim() : '';
  const isRepeated = text === '' || before.words.includes(text);
  const { personId, id: accountId } = account;
  if (isRepeated && (!file || personId === null)) return before.inboxIds.length > 0;
  if (isRepeated && file && personId !== null) {
    const cause = { via: 'chat', by: personId, inbox: inboxId } as const;
    if (await followAlbum(work, cause, { ...file, accountId })) return true;
  }
  await withdrawAnswersTo(work.tx, before.inboxIds, work.now);
  return false;
}

async function findBefore(
  { tx }: Work,
  { channel, album }: AlbumInbound,
  { account, inboxId: id }: { account: Account; inboxId: number },
): Promise<AlbumBefore> {
  if (album === undefined) return { inboxIds: [], words: [] };
  return findAlbumBefore(tx, { id, accountId: account.id, channel }, album);
}
