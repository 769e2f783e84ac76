/** The kinds of value that variables have. */
import { z } from 'zod';
import { configSentence as say } from '../../messages/terminal/config.ts';

/** Whether a text is an address of one of these protocols (`http:`), with a host. */
const isUrl = (text: string, protocols: string[]): boolean =>
  URL.canParse(text) && protocols.includes(new URL(text).protocol) && new URL(text).hostname !== '';

/** A web address, without its slashes at the end; `why` is said of anything else. */
export const webUrl = (why: string) =>
  z
    .string()
    .refine((text) => isUrl(text, ['http:', 'https:']), why)
    .transform((text) => text.replace(/\/+$/, ''));

/** A whole number of at most nine digits. */
export const wholeNumber = z
  .string()
  .regex(/^\d{1,9}$/, say.wholeNumber)
  .transform(Number);

/** A port; 0 takes a free one. */
export const portNumber = z
  .string()
  .regex(/^\d{1,5}$/, say.port)
  .transform(Number)
  .refine((port) => port <= 65_535, say.port);
