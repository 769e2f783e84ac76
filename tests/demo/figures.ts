/** What a unit has to report in this play, and how its head puts it into words. */
import type { Unit } from './cast.ts';

/** The labels of the sample directive's duty. */
export const denominator = 'Số CBCCVC';
export const indicatorLabels = ['Bluezone', 'QR', 'Smart Thanh Hóa'] as const;

/** A unit's figures by label. */
export type Figures = Record<string, number>;

/** What is typed, or tapped, when a label is asked for, in this order: slips first. The last is repeated if need be. */
export type Words = Record<string, (string | { tap: string })[]>;

/** A number of a text, always the same one. */
const numberFrom = (text: string): number =>
  [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7);

/** One of many ways to behave, always the same one for a unit. */
export const mannerOf = ({ code }: Pick<Unit, 'code'>): number => numberFrom(`${code}?`);

/** A unit's figures, in the order of the form: the roster's staff where known, and never more installed than staff. */
export function figuresOf({ code, staff }: Pick<Unit, 'code' | 'staff'>): Figures {
  const seed = numberFrom(code);
  const of = staff ?? 12 + (seed % 20);
  return {
    [denominator]: of,
    Bluezone: of - (seed % 4),
    QR: of - (seed % 7 === 0 ? 0 : 1 + (seed % 3)),
    'Smart Thanh Hóa': of - (seed % 6),
  };
}

/** Different people put a number differently. */
function wordOf(value: number, of: number, manner: number): string {
  if (value === 0) return 'Không có';
  if (value === of && manner % 3 === 0) return 'tất cả';
  if (manner % 4 === 1) return `${value} người`;
  if (manner % 4 === 2) return `${value}/${of}`;
  return String(value);
}

/** What a head types who makes no mistake. */
export function wordsFor(figures: Figures, unit: Pick<Unit, 'code' | 'staff'>): Words {
  const manner = mannerOf(unit);
  const of = figures[denominator] ?? 0;
  const isOnRoster = unit.staff === of;
  const words = indicatorLabels.map((label, at) => [label, [wordOf(figures[label] ?? 0, of, manner + at)]] as const);
  const staff = isOnRoster && manner % 2 === 0 ? { tap: String(of) } : String(of);
  return { [denominator]: [staff], ...Object.fromEntries(words) };
}

/** All figures as one message. */
export const inOneMessage = (figures: Figures, unit: Pick<Unit, 'code'>): string =>
  Object.values(figures).join(mannerOf(unit) % 2 === 0 ? ' ' : ', ');
