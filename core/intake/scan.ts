/** What a file is, told from its first bytes: a name proves nothing. */

/** Files that are taken of one person in a day: some reports of several pages each, and no flood that fills the disk. */
export const mostFilesADay = 30;

const signatures: { type: string; bytes: number[] }[] = [
  { type: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
];
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const zip = [0x50, 0x4b, 0x03, 0x04];

const beginsWith = (bytes: Uint8Array, start: number[]): boolean => start.every((byte, at) => bytes[at] === byte);

/** The content type of a scan or document that is taken in: pdf, jpg, png or docx; undefined for anything else. */
export function contentTypeOfScan(bytes: Uint8Array): string | undefined {
  const found = signatures.find((signature) => beginsWith(bytes, signature.bytes))?.type;
  if (found !== undefined || !beginsWith(bytes, zip)) return found;
  // The names of a zip's files stand in it as they are.
  const names = String.fromCharCode(...bytes.subarray(0, 4096), ...bytes.subarray(-4096));
  return names.includes('word/') ? word : undefined;
}
