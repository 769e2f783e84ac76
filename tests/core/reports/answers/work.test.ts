import { afterEach, describe, expect, it, vi } from 'vitest';
import { readInContext } from '../../../../core/reports/answers/contexts.ts';
import { formNamed, standingFigures } from '../../../../core/reports/answers/settings.ts';

const setting = {
  form: formNamed(['CBCCVC', 'Bluezone', 'QR', 'Smart'], [{ label: 'Số CBCCVC', isDenominator: true }]),
  standing: standingFigures('CBCCVC=50,Bluezone=45,QR=40,Smart=38'),
};
const contexts = ['count:50', 'measure:ha', 'money:đồng', 'percent', 'progress:1..5', 'counts:QR', 'confirm', 'idle'];
/** What people would have to repeat to keep the reader busy. */
const bait = [
  'một ',
  '1 ',
  'không ',
  'mục 1, ',
  '(',
  '8/9 ',
  'đến ',
  'Xã Quảng ',
  'a1',
  'để mai gửi ',
  'trăm ',
  'bluezone ',
  '1,',
  'xin ',
  'còn ',
  '%',
  '🙂',
  'ddungs ',
  'trừ mục ',
];

afterEach(() => vi.restoreAllMocks());

/** How many phrases were compared with words of the text: each comparison asks every word of one. */
function stepsOf(context: string, text: string): number {
  const steps = vi.spyOn(Array.prototype, 'every');
  readInContext(context, text, setting);
  const count = steps.mock.calls.length;
  steps.mockRestore();
  return count;
}

describe.each(contexts)('in %s', (context) => {
  it.each(bait)('twice as many of %j are at most some three times the work', (piece) => {
    const [short, long] = [piece.repeat(Math.floor(120 / piece.length)), piece.repeat(Math.floor(240 / piece.length))];
    expect(stepsOf(context, long)).toBeLessThanOrEqual(3 * stepsOf(context, short) + 500);
  });

  it('a text far too long is no work at all', () => {
    for (const piece of bait) expect(stepsOf(context, piece.repeat(20_000))).toBeLessThan(200);
  });
});
