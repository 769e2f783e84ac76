import { describe, expect, test } from 'vitest';
import { readInContext } from '../../../../core/reports/answers/contexts.ts';
import { setting } from './rows.ts';

const contexts = [
  'count:50',
  'measure:ha',
  'money:triệu đồng',
  'percent',
  'progress:1..5',
  'counts:Bluezone,QR',
  'confirm',
  'idle',
];
const words = ['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty'];

describe('a word that every object knows', () => {
  test.each(words)('“%s” is a word like any other', (word) => {
    for (const context of contexts)
      for (const said of [word, `45 ${word}`, `${word} 45`, `mục ${word} xong`, `bluezone ${word}`])
        expect(() => readInContext(context, said, setting), `${context}: ${said}`).not.toThrow();
    expect(readInContext('count:50', word, setting)?.kind).not.toBe('integer');
  });
});
