/** A file that was sent with a page is kept as evidence, as one that was sent in a chat. */
import { createHash } from 'node:crypto';
import { ourPage } from '../../core/channels/address.ts';
import type { Inbound } from '../../core/channels/channel.ts';
import type { EnteredFile, FileTaken } from '../../core/conversation/form.ts';
import { contentTypeOfScan, mostFilesADay } from '../../core/intake/scan.ts';
import { fileMark } from '../../core/reports/file-answer.ts';
import { civilDate, instantAt } from '../../core/time/calendar.ts';
import { storeHandled } from '../../db/conversation/inbox.ts';
import { findByReference, insertKeptFile } from '../../db/reports/attachments.ts';
import { countTaken } from '../../db/reports/unanswered.ts';
import type { Account } from '../../db/roster/accounts.ts';
import { formFault } from '../../messages/pages/form.ts';
import type { Work } from '../delivery/work.ts';

/** Whose file it is, and of which page: the debt of a report, or the key of an assignment's tasks. */
export type PageFile = { account: Account; personId: number; page: string; obligation: number | null };

/** Keeps a file once, however often its page is sent; refuses what is no document, and more than a day's files. */
export async function keepPageFile(
  { tx, now, record }: Work,
  { account, personId, page, obligation }: PageFile,
  { name, bytes }: EnteredFile,
): Promise<FileTaken> {
  const contentType = contentTypeOfScan(bytes);
  if (contentType === undefined) return { type: 'refused', why: formFault.fileForm };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const reference = `page:${page}:${sha256}`;
  const known = await findByReference(tx, account.id, reference);
  if (known !== undefined) return { type: 'kept', mark: fileMark(known) };
  if ((await countTaken(tx, personId, instantAt(civilDate(now), '00:00'))) >= mostFilesADay)
    return { type: 'refused', why: formFault.tooManyFiles(mostFilesADay) };
  const { address } = account;
  const named = cleaned(name);
  const from = { address, name: account.name };
  const file = { reference, name: named };
  // As the answers of pages begin (bot/web/chat/history.ts): the chat shows that it came from there.
  const externalId = `${address}:form-${page}-${sha256}`;
  const inbound: Inbound = { channel: ourPage, externalId, kind: 'file', from, file, text: '' };
  const inboxId = await storeHandled(tx, { inbound, sealed: null }, now, address);
  if (inboxId === undefined) throw new Error('the file came in before and is not here');
  const sent = { inboxId, accountId: account.id, channel: inbound.channel, reference, name: named, receivedAt: now };
  const kept = await insertKeptFile(tx, { ...sent, obligationId: obligation, bytes, contentType, sha256 });
  record(kept.fact);
  return { type: 'kept', mark: fileMark(kept.id) };
}

/** One line that a database can keep; null where nothing is left. */
const cleaned = (name: string): string | null =>
  name
    .replace(/[\p{C}\p{Surrogate}/\\]/gu, ' ')
    .trim()
    .slice(0, 120) || null;
