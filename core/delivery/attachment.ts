/** Papers that go with a message, and which way a channel brings one to its reader. */
import type { Limits } from '../channels/terms.ts';
import type { PaperTarget } from './link.ts';
import { paperEndings } from './paper-format.ts';

/** A paper by reference: its file is made when it is sent or opened. */
export type Attachment = { label: string; paper: PaperTarget };

/**
 * The way of a paper to its reader. `file` and `picture` are uploaded, `linked-picture` is fetched from its link by the
 * platform or the page, `link` is a line of text; `none`: nothing that would open.
 */
export type Carriage =
  | { type: 'file' }
  | { type: 'picture' }
  | { type: 'linked-picture'; link: string }
  | { type: 'link'; link: string }
  | { type: 'none' };

/** An attachment that is a platform request of its own. */
export type AttachmentPart = Attachment & Exclude<Carriage, { type: 'link' | 'none' }>;

/** How a channel carries a paper; `link` is the address at which its reader can open it, undefined where there is none. */
export function carriageOf(
  { format }: PaperTarget,
  { files, pictures }: Pick<Limits, 'files' | 'pictures'>,
  link: string | undefined,
): Carriage {
  const ending = paperEndings[format];
  if (ending === 'png') {
    if (pictures === 'uploaded') return { type: 'picture' };
    const isFetched = pictures === 'linked' || (pictures === 'linked-https' && link?.startsWith('https:'));
    if (isFetched && link !== undefined) return { type: 'linked-picture', link };
  }
  if (files === 'all' || files.includes(ending)) return { type: 'file' };
  return link === undefined ? { type: 'none' } : { type: 'link', link };
}
