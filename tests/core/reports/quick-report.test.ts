import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuickReport } from '../../../core/reports/quick-report.ts';
import { indicator } from './indicator.ts';

const share = {
  indicators: [
    indicator('k0', 'Số CBCCVC', { isDenominator: true }),
    indicator('k1', 'Bluezone'),
    indicator('k2', 'QR'),
    indicator('k3', 'Smart Thanh Hóa'),
  ],
  noteLabel: null,
};
const daily = {
  indicators: [indicator('k1', 'Số ca mới'), indicator('k2', 'Đã tổng vệ sinh', { kind: 'yes-no' })],
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
    ['50 - 45 - 40 - 38', { k0: 50, k1: 45, k2: 40, k3: 38 }],
    ['50-45-40-38', { k0: 50, k1: 45, k2: 40, k3: 38 }],
    ['50 – 45 – 40 – 38', { k0: 50, k1: 45, k2: 40, k3: 38 }],
    ['50/45/40/38', { k0: 50, k1: 45, k2: 40, k3: 38 }],
    ['50 | 45 | 40 | 38', { k0: 50, k1: 45, k2: 40, k3: 38 }],
    ['1.234 - 1.200 - 0 - 38', { k0: 1234, k1: 1200, k2: 0, k3: 38 }],
    ['CBCCVC 50 Bluezone 45 QR 40 Smart 38', { k0: 50, k1: 45, k2: 40, k3: 38 }],
    ['số cbccvc: 50 bluezone: 45 qr: 40 smart: 38', { k0: 50, k1: 45, k2: 40, k3: 38 }],
    ['Bluezone: 45 QR: 40 Smart: 38/50', { k0: 50, k1: 45, k2: 40, k3: 38 }],
    ['Bluezone 45/50 QR 40/50 Smart Thanh Hóa 38 / 50', { k0: 50, k1: 45, k2: 40, k3: 38 }],
    ['CBCCVC 50, Bluezone 45 QR 40; Smart 38', { k0: 50, k1: 45, k2: 40, k3: 38 }],
    ['Bluezone 45 - QR 40 - Smart 38/50', { k0: 50, k1: 45, k2: 40, k3: 38 }],
    ['Bluezone 45. QR 40. Smart 38.', { k1: 45, k2: 40, k3: 38 }],
    ['CBCCVC 50 Bluezone 1.234', { k0: 50, k1: 1234 }],
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
    ['Bluezone 45 Bluezone 46'],
    ['Bluezone 45 QR 40 Zalo 38'],
    ['Bluezone 45/50 QR 40/52'],
    ['Bluezone 45/50'],
    ['Bluezone 40-45 QR 40'],
    ['CBCCVC 50 Bluezone 45 QR 40 38'],
    ['50 Bluezone 45 QR 40 Smart 38'],
    ['50 - 45 - 40'],
    ['50 - 40-45 - 38'],
    ['50 / 45-40 / 38'],
    ['-50 -45 -40 -38'],
    ['45/50 40/50 38/50'],
    ['45/50/40/'],
    ['45'],
    ['1.234'],
    ['0912345678 45 40 38'],
    ['cảm ơn đồng chí'],
  ])('asks again about %j', (text) => {
    expect(readQuickReport(text, share)).toBeUndefined();
  });

  it.each([['45/50'], ['45 / 50'], ['40-45'], ['40 – 45'], ['45,5'], ['1,234'], ['1.234'], ['45 trên 50']])(
    'takes %j for one answer, also where two figures are asked for',
    (text) => {
      expect(readQuickReport(text, { indicators: share.indicators.slice(1, 3), noteLabel: null })).toBeUndefined();
    },
  );

  it.each([['8/9/2021'], ['08-09-2021'], ['2021-09-08'], ['8/9/21'], ['8 - 9 - 21'], ['1,234,567']])(
    'takes %j for one answer, also where three figures are asked for',
    (text) => {
      const form = { indicators: share.indicators.slice(1), noteLabel: null };
      expect(readQuickReport(text, form)).toBeUndefined();
      expect(numbers(readQuickReport('50/45/40', form))).toEqual({ k1: 50, k2: 45, k3: 40 });
    },
  );

  it('tells labels with figures in them apart, and asks where they can be read in two ways', () => {
    const doses = {
      indicators: [indicator('k1', 'Mũi 1'), indicator('k2', 'Mũi 2'), indicator('k3', 'Mũi 1 2')],
      noteLabel: null,
    };
    expect(numbers(readQuickReport('Mũi 1 40 Mũi 2 30', doses))).toEqual({ k1: 40, k2: 30 });
    expect(readQuickReport('Mũi 1 2 Mũi 2 30', doses)).toEqual(readQuickReport('Mũi 1 2, Mũi 2 30', doses));
    expect(readQuickReport('Mũi 40 Mũi 2 30', doses)).toBeUndefined();
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

  const figure = fc.integer({ min: 1, max: 999_999 });
  const between = fc.constantFrom(' ', ', ', '; ', '\n', ' - ', '-', ' – ', '/', ' / ', '|', ' | ');

  it('gives back any figures however they are parted, and never fewer or more than are asked for', () => {
    fc.assert(
      fc.property(fc.array(figure, { minLength: 1, maxLength: 6 }), between, (figures, apart) => {
        const written = figures.map((n) => n.toLocaleString('vi-VN')).join(apart);
        const read = Object.values(numbers(readQuickReport(written, share)) ?? {});
        expect(read).toEqual(figures.length === 4 ? figures : []);
      }),
    );
  });

  it('gives back any figures with their labels, in any order and with anything between', () => {
    const labelled = fc.tuple(
      fc.shuffledSubarray(share.indicators, { minLength: 2 }),
      fc.array(figure, { minLength: 4 }),
    );
    const apart = fc.constantFrom(' ', ', ', '; ', '\n', ' - ', ' | ', '. ');
    fc.assert(
      fc.property(labelled, fc.constantFrom(' ', ': ', ':', ' = '), apart, ([asked, figures], is, and) => {
        const expected = Object.fromEntries(asked.map(({ key }, at) => [key, figures[at]]));
        const written = asked.map(({ label }, at) => `${label}${is}${figures[at]}`).join(and);
        expect(numbers(readQuickReport(written, share))).toEqual(expected);
      }),
    );
  });

  it('takes nothing for a report that may answer one question', () => {
    const two = { indicators: share.indicators.slice(1, 3), noteLabel: null };
    const one = fc.tuple(figure, fc.constantFrom('/', ' / ', '-', ' - ', '–', ',', '.', ' trên '), figure);
    fc.assert(
      fc.property(one, ([a, apart, b]) => {
        for (const form of [two, share]) expect(readQuickReport(`${a}${apart}${b}`, form)).toBeUndefined();
      }),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void readQuickReport(text, share)));
  });
});
