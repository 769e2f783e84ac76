/** What was sent to a chat as its page shows it: with its codes and links, which are kept apart from its words. */
import type { SentMessage } from '../../../db/conversation/chat-history.ts';
import type { Vault } from '../../links/vault.ts';

/** A message to the chat with its secrets put back. */
export type ShownMessage = Omit<SentMessage, 'sealed'>;

export function shownMessage(vault: Vault, { sealed, text, attachment, ...message }: SentMessage): ShownMessage {
  const { reveal } = vault.open(sealed);
  const link = attachment?.type === 'linked-picture' ? { link: reveal(attachment.link) } : {};
  return { ...message, text: reveal(text), attachment: attachment && { ...attachment, ...link } };
}
