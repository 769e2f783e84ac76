/** Bytes of a file that should be a text or a table, told from the bytes: a name proves nothing. */
import { fromLegacy, lettersOf, vietnameseShare } from '../language/legacy-letters.ts';
import { fail, ok, type Result } from '../result.ts';

/**
 * What a file is. `workbook` is .xlsx. `old-office` are .xls and .doc, and workbooks with a password; `word` is .docx; `other`
 * is no text that can be read.
 */
export type FileType = 'text' | 'workbook' | 'old-office' | 'word' | 'open-document' | 'pdf' | 'page' | 'other';

const begins = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, at) => bytes[at] === byte);

/** The type of a file. */
export function fileTypeOf(bytes: Uint8Array): FileType {
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return 'old-office';
  if (begins(bytes, [0x25, 0x50, 0x44, 0x46])) return 'pdf';
  if (begins(bytes, [0x50, 0x4b, 0x03, 0x04])) return zipTypeOf(bytes);
  const beginning = latin(bytes.subarray(0, 1000)).replace(/^\u00ef\u00bb\u00bf/, '');
  if (/^\s*<(!doctype|html|table|\?xml|head|meta)/i.test(beginning)) return 'page';
  return widthOf(bytes) !== undefined || !bytes.subarray(0, 4096).includes(0) ? 'text' : 'other';
}

const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** The names of a zip's files stand in it as they are. */
function zipTypeOf(bytes: Uint8Array): FileType {
  const names = latin(bytes.subarray(0, 8192)) + latin(bytes.subarray(Math.max(0, bytes.length - 65_536)));
  if (names.includes('xl/workbook.xml')) return 'workbook';
  if (names.includes('word/')) return 'word';
  return names.includes('opendocument') ? 'open-document' : 'other';
}

/** UTF-16: by its mark, or because every second byte of the beginning is 0. */
function widthOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (begins(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (begins(bytes, [0xfe, 0xff])) return 'utf-16be';
  const pairs = Math.min(200, Math.floor(bytes.length / 2));
  const zeros = (odd: 0 | 1): number => {
    let count = 0;
    for (let at = odd; at < pairs * 2; at += 2) if (bytes[at] === 0) count += 1;
    return count;
  };
  if (pairs > 3 && zeros(1) > pairs * 0.6 && zeros(0) === 0) return 'utf-16le';
  return pairs > 3 && zeros(0) > pairs * 0.6 && zeros(1) === 0 ? 'utf-16be' : undefined;
}

/** So much must read as Vietnamese before a file that says nothing of its letters is believed to be of Windows-1258. */
const sure = 0.9;

/**
 * The text of a file: UTF-8 or UTF-16, with or without its mark, or Windows-1258. Text of an old font (TCVN3, VNI) keeps its
 * letters as a program shows them: `lettersOf` tells. Fails where no reading is Vietnamese.
 */
export function decodeText(bytes: Uint8Array): Result<string, 'unknown-letters'> {
  const width = widthOf(bytes);
  if (width !== undefined) return ok(new TextDecoder(width).decode(bytes));
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return decodeByteText(bytes);
  }
}

function decodeByteText(bytes: Uint8Array): Result<string, 'unknown-letters'> {
  const windows1258 = new TextDecoder('windows-1258').decode(bytes).normalize('NFC');
  const western = new TextDecoder('windows-1252').decode(bytes);
  const letters = lettersOf(western);
  const old = letters.type === 'legacy' ? vietnameseShare(fromLegacy(western, letters.encoding)) : 0;
  const windows = vietnameseShare(windows1258);
  if (old >= sure && old >= windows) return ok(western);
  return windows >= sure ? ok(windows1258) : fail('unknown-letters');
}
