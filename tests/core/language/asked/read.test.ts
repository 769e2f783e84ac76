import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLedgerQuestion } from '../../../../core/language/asked/read.ts';
import { fold } from '../../../../core/language/text.ts';
import { notAsked } from './not-asked.ts';
import { asked } from './questions.ts';

const sentences = asked.flatMap(([ask, said]) => said.map((text) => [text, ask] as const));

describe('a question over the ledger', () => {
  test('there are enough of them to say that people are understood', () => {
    expect(sentences.length).toBeGreaterThanOrEqual(120);
    expect(asked.length).toBeGreaterThanOrEqual(20);
    expect(notAsked.length).toBeGreaterThanOrEqual(40);
  });

  test.each(sentences)('%s', (text, ask) => {
    const read = readLedgerQuestion(text)?.ask;
    expect(read && same(read, ask) ? ask : read).toEqual(ask);
  });

  test('is read the same without diacritics, in capitals and with courtesy around it', () => {
    const wrong = sentences.flatMap(([text, ask]) =>
      [fold(text), text.toUpperCase(), `Em ơi ${text} vậy em?`].flatMap((said) => {
        const read = readLedgerQuestion(said)?.ask;
        return read && read.about === ask.about && same(read, ask) ? [] : [`${said}: ${JSON.stringify(read)}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('may name its directive', () => {
    for (const text of [
      'ai chưa nộp văn bản 07/UBND-VP',
      'công văn số 07/UBND-VP ai chưa nộp',
      'trong văn bản 07/UBND-VP còn ai chưa nộp vậy em',
    ])
      expect(readLedgerQuestion(text), text).toEqual({
        directive: '07/UBND-VP',
        ask: { about: 'units', standing: 'owing', kind: '', counts: false },
      });
  });
});

/** Names are told in the letters in which they were written. */
const same = (read: object, ask: object): boolean => {
  const folded = (value: unknown): string => fold(JSON.stringify(value));
  return Object.entries(ask).every(([key, value]) => folded(read[key as keyof typeof read]) === folded(value));
};

describe('what is no question over the ledger', () => {
  test.each(notAsked)('%s', (text) => {
    expect(readLedgerQuestion(text)).toBeUndefined();
  });

  test('is anything of more than a sentence, whatever stands in it; nothing is thrown and no time lost', () => {
    expect(readLedgerQuestion(`ai chưa nộp ${'rồi '.repeat(80)}`)).toBeUndefined();
    expect(readLedgerQuestion('ai chưa nộp\nxã nào vướng')).toBeUndefined();
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => void readLedgerQuestion(text)));
  });
});
