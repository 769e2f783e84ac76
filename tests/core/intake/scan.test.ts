import { expect, it } from 'vitest';
import { contentTypeOfScan } from '../../../core/intake/scan.ts';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part as string))));

it.each([
  ['a PDF', bytes('%PDF-1.7 …'), 'application/pdf'],
  ['a JPEG', bytes([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
  ['a PNG', bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'image/png'],
  [
    'a Word file',
    bytes('PK\x03\x04', '[Content_Types].xml word/document.xml'),
    expect.stringContaining('wordprocessingml'),
  ],
  ['another zip', bytes('PK\x03\x04', 'xl/workbook.xml'), undefined],
  ['a program', bytes('MZ'), undefined],
  ['a page', bytes('<html>%PDF-'), undefined],
  ['nothing', bytes(''), undefined],
])('%s is told by its first bytes', (_, given, type) => {
  expect(contentTypeOfScan(given)).toEqual(type);
});
