/** A row of the outbox as the request that its channel sends; its secrets are put back and the file of a paper is made here. */
import type { Outbound } from '../../core/channels/channel.ts';
import { urgency } from '../../core/delivery/message.ts';
import { ok, type Result } from '../../core/result.ts';
import type { OutboxRow } from '../../db/delivery/queue.ts';
import type { Opened } from '../links/vault.ts';
import type { PaperMaker } from '../papers/maker.ts';

/** `opened` holds the row's secrets. Fails with a sentence where the paper that the row names cannot be made. */
export async function outboundOf(
  row: OutboxRow,
  { reveal }: Pick<Opened, 'reveal'>,
  makePaper: PaperMaker,
): Promise<Result<Outbound>> {
  const { address: to, isGroup, topic, choices, attachment, asksContact, onMessage } = row;
  const place = { to, isGroup, ...(topic !== null && { topic }), ...(isUnasked(row) && { isUnasked: true as const }) };
  if (onMessage) {
    const { act, id: message } = onMessage;
    return ok(
      act === 'edit' ? { ...place, type: act, message, text: reveal(row.text) } : { ...place, type: act, message },
    );
  }
  if (!attachment)
    return ok({ ...place, type: 'text', text: reveal(row.text), choices, ...(asksContact && { asksContact }) });
  const { type, paper } = attachment;
  const caption = reveal(attachment.label);
  if (type === 'linked-picture') return ok({ ...place, type, link: reveal(attachment.link), caption });
  const upload = await makePaper(paper);
  return upload.ok ? ok({ ...place, type, upload: upload.value, caption }) : upload;
}

/** Answers and what they bring about are asked for, and go out first. */
const isUnasked = ({ kind }: OutboxRow): boolean => urgency[kind] > urgency.reply;
