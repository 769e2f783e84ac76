import fc from 'fast-check';
import { expect, test } from 'vitest';
import { run } from '../../../messages/papers/word/parts.ts';
import { rowXml } from '../../../messages/papers/workbook/rows.ts';
import { xmlText } from '../../../messages/papers/xml.ts';

/** Char of XML 1.0 (https://www.w3.org/TR/xml/#charsets). */
const isFit = (text: string): boolean =>
  [...text].every((letter) => {
    const code = letter.codePointAt(0) ?? 0;
    const isControl = code < 0x20 && ![9, 10, 13].includes(code);
    return !isControl && !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
  });

const odd = fc.constantFrom(
  '\ufffe',
  '\uffff',
  '\ufdd0',
  '\u{1fffe}',
  '\u{10ffff}',
  '\ud800',
  '\udfff',
  '\0',
  '\u0001',
  '\v',
);
const text = fc.array(fc.oneof(odd, fc.string({ unit: 'binary', maxLength: 3 }))).map((pieces) => pieces.join(''));

test('every paper keeps out what XML cannot hold', () => {
  const column = { letter: 'A', style: '1', width: 40, styles: new Map() };
  fc.assert(
    fc.property(text, (written) => {
      expect(isFit(xmlText(written))).toBe(true);
      expect(isFit(rowXml([written], [column], 1))).toBe(true);
      expect(isFit(JSON.stringify(run(written)))).toBe(true);
    }),
    { numRuns: 1000 },
  );
  expect(xmlText('Xã Đông\ufffe Hưng\uffff\n😀')).toBe('Xã Đông Hưng\n😀');
});
