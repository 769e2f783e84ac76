/** A row of the outbox as the request that its channel sends; the file of a paper is made here. */
import type { Outbound } from '../../core/channels/channel.ts';
import { ok, type Result } from '../../core/result.ts';
import type { OutboxRow } from '../../db/delivery/queue.ts';
import type { PaperMaker } from '../papers/maker.ts';

/** Fails with a sentence where the paper that the row names cannot be made. */
export async function outboundOf(row: OutboxRow, makePaper: PaperMaker): Promise<Result<Outbound>> {
  const { address: to, isGroup, text, choices, attachment, asksContact } = row;
  if (!attachment) return ok({ to, isGroup, type: 'text', text, choices, ...(asksContact && { asksContact }) });
  const { type, label: caption, paper } = attachment;
  if (type === 'linked-picture') return ok({ to, isGroup, type, link: attachment.link, caption });
  const upload = await makePaper(paper);
  return upload.ok ? ok({ to, isGroup, type, upload: upload.value, caption }) : upload;
}
