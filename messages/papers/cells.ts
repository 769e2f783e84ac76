/** Text in a spreadsheet's cell. */
import { normalise } from '../../core/language/text.ts';

/** What makes a spreadsheet read a text as a formula, in the full width of East Asian keyboards too. */
const starts = /^(?=\s*[=+\-@|%\uff1d\uff0b\uff0d\uff20])/gmu;

/** Letters and digits first, then those, single spaces and signs without meaning: most texts, told apart quickly. */
const harmless = /^[\p{L}\p{N}](?:[\p{L}\p{N}.,;:()/_-]| (?! |$))*$/u;

/**
 * A person's text as a cell that no spreadsheet runs: each line that begins like a formula gets an apostrophe in front
 * (OWASP, CSV injection; ASVS 5.0, 1.2.10). Tabs and carriage returns become spaces and line feeds.
 */
export const safeCell = (text: string): string =>
  harmless.test(text) ? text.normalize('NFC') : normalise(text).replace(starts, "'");

/** Behind a sign that some program takes for the end of a cell, also through quotation marks. */
const behindSeparator = /(?<=[,;|])(?=[\s"]*[=+\-@|%\uff1d\uff0b\uff0d\uff20])/gu;
const behindQuote = /^(?=[\s"]*[=+\-@|%\uff1d\uff0b\uff0d\uff20])/gmu;

/**
 * A person's text as a cell of a CSV file. Where the comma is the decimal sign, as in Vietnam, spreadsheets part cells at
 * ";". Each piece of the text is as harmless as a cell.
 */
export const safeCsvCell = (text: string): string =>
  harmless.test(text) && !/[,;]/.test(text)
    ? safeCell(text)
    : safeCell(text).replace(behindSeparator, "'").replace(behindQuote, "'");
