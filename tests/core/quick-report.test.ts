import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Indicator } from '../../core/facts.ts';
import { readQuickReport } from '../../core/quick-report.ts';

const indicator = (id: number, label: string, rest: Partial<Indicator> = {}): Indicator => ({
  id,
  key: `k${id}`,
  label,
  kind: 'count',
  options: [],
  isDenominator: false,
  fromRoster: false,
  ...rest,
});

const share = {
  indicators: [
    indicator(0, 'Số CBCCVC', { isDenominator: true }),
    indicator(1, 'Bluezone'),
    indicator(2, 'QR'),
    indicator(3, 'Smart Thanh Hóa'),
  ],
  noteLabel: null,
};
const daily = {
  indicators: [indicator(1, 'Số ca mới'), indicator(2, 'Đã tổng vệ sinh', { kind: 'yes-no' })],
  noteLabel: null,
};

const numbers = (answers: ReturnType<typeof readQuickReport>) =>
  answers && Object.fromEntries(Object.entries(answers).map(([key, value]) => [key, value.value]));

describe('a whole report in one message', () => {
  it.each([
    ['50 45 40 38', { k0: 50, k1: 45, k2: 40, k3: 38 }],
    ['50, 45, 40, 38', { k0: 50, k1: 45, k2: 40, k3: 38 }],
    ['50\n45\n40\n38', { k0: 50, k1: 45, k2: 40, k3: 38 }],
    ['1.234 1.200 0 38', { k0: 1234, k1: 1200, k2: 0, k3: 38 }],
    ['Bluezone 45, QR 40, Smart 38/50', { k0: 50, k1: 45, k2: 40, k3: 38 }],
    ['bluezone: 45; qr: 40; smart thanh hoa: 38; cbccvc: 50', { k0: 50, k1: 45, k2: 40, k3: 38 }],
    ['Bluezone 45/50\nQR 40/50\nSmart Thanh Hóa 38/50', { k0: 50, k1: 45, k2: 40, k3: 38 }],
    ['Bluezone 45, QR 40', { k1: 45, k2: 40 }],
  ])('reads %j', (text, expected) => {
    expect(numbers(readQuickReport(text, share))).toEqual(expected);
  });

  it.each([
    ['50 45 40'],
    ['50 45 40 38 2'],
    ['0 45 40 38'],
    ['50 45 bốn mươi gì đó 38'],
    ['Bluezone 45, Zalo 40'],
    ['Bluezone 45/50, QR 40/52'],
    ['Bluezone 45, Bluezone 46'],
    ['45'],
    ['0912345678 45 40 38'],
    ['cảm ơn đồng chí'],
  ])('asks again about %j', (text) => {
    expect(readQuickReport(text, share)).toBeUndefined();
  });

  it('reads yes and no among figures', () => {
    expect(numbers(readQuickReport('0 có', daily))).toEqual({ k1: 0, k2: 1 });
    expect(numbers(readQuickReport('3 không', daily))).toEqual({ k1: 3, k2: 0 });
  });

  it('gives back any figures written in order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 999_999 }), { minLength: 4, maxLength: 4 }), (figures) => {
        const written = figures.map((n) => n.toLocaleString('vi-VN')).join(' ');
        expect(Object.values(numbers(readQuickReport(written, share)) ?? {})).toEqual(figures);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void readQuickReport(text, share)));
  });
});
