/** What is written in a group and meant for the service: all else there is nobody's business but the group's. */
import { normalise } from './text.ts';

/** So long a report in one message may be. */
const mostCharacters = 300;

const onlyFigures = /^\d{1,5}(?:[\s,;|/.–—-]+\d{1,5}){1,11}$/;
/** Telephone numbers begin so: nobody reports with leading zeros. */
const leadingZero = /^0\d/;
/** "Bluezone 45", "QR: 40/50". */
const labelled = /^\p{L}[\p{L} ]{0,40}[ :=]+\d{1,5}(?:\/\d{1,5})?$/u;
const date = /^\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?$/;

/** Whether a text is figures and nothing else: "50 45 40 38", "Bluezone 45, QR 40". A single number or a day is not. */
export function isFiguresAlone(said: string): boolean {
  const text = normalise(said);
  if (text.length > mostCharacters || date.test(text) || leadingZero.test(text)) return false;
  if (onlyFigures.test(text)) return true;
  const parts = text.split(/[,;\n]+/).map((part) => part.trim());
  return parts.length > 1 && parts.every((part) => labelled.test(part));
}

/** Whether a text in a group is read at all: a command, or figures. */
export const isForService = (said: string): boolean => said.startsWith('/') || isFiguresAlone(said);
