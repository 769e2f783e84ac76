import type { SentMessage } from '../../../db/conversation/chat-history.ts';

/** The picture that a message of the web chat is, by its path on this server; undefined for a text. */
export const pictureOf = ({ attachment }: Pick<SentMessage, 'attachment'>): string | undefined =>
  attachment?.type === 'linked-picture' ? new URL(attachment.link).pathname : undefined;
