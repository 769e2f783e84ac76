import type { ShownMessage } from './shown.ts';

/** The picture that a message of the web chat is, by its path on this server; undefined for a text. */
export const pictureOf = ({ attachment }: Pick<ShownMessage, 'attachment'>): string | undefined =>
  attachment?.type === 'linked-picture' ? new URL(attachment.link).pathname : undefined;
