/** When two directives are one document of an office: its number and its date say so. */
import { fold } from '../language/text.ts';
import { lacksNumber } from './directive.ts';

/** What tells a document from all others; `issuer` is the code of the office. */
export type DocumentMark = { number: string; date: string | null; issuer: string };

/** A number as it is compared: letter case, marks, blanks, quotation marks, kinds of dashes and leading zeros do not count. */
const numberKey = (number: string): string =>
  fold(number)
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\s"'`\u2018-\u201f\u00ab\u00bb]+/g, '')
    .replace(/^so[:.]?(?=\d)/, '')
    .replace(/^0+(?=\d)/, '');

/** Whether two directives are the same document. One without a number or a date is none that is known. */
export const isSameDocument = (one: DocumentMark, other: DocumentMark): boolean =>
  one.date !== null &&
  one.date === other.date &&
  one.issuer === other.issuer &&
  !lacksNumber(one.number) &&
  numberKey(one.number) === numberKey(other.number);
