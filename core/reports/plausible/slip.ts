/** What was meant where a figure is one slip of the hand. */

/** A figure that may have been meant, and how likely a slip in it makes what was typed. */
export type MeantFigure = { figure: number; chance: number };

/** Differences of less than a quarter are not worth a question. */
export const small = Math.log(1.25);

/** Digits without the point: a slip leaves that where it is. */
const figureOf = (digits: string, decimals: number): number => Number(digits) / 10 ** decimals;

/**
 * Every figure that differs by a quarter or more and may have become this one: a digit left out, a digit typed twice, or two digits in
 * each other's place. Each of its digits is as likely to slip as another.
 */
export function meantBy(figure: number): MeantFigure[] {
  const text = String(figure);
  if (!/^\d+(?:\.\d+)?$/.test(text)) return [];
  const point = text.indexOf('.');
  const decimals = point < 0 ? 0 : text.length - point - 1;
  const digits = text.replace('.', '');
  const chances = new Map<number, number>();
  const add = (meant: string, chance: number): void => {
    const value = figureOf(meant, decimals);
    if (value <= 0 || Math.abs(Math.log(value / figure)) < small) return;
    chances.set(value, (chances.get(value) ?? 0) + chance);
  };
  for (let at = 0; at <= digits.length; at++) {
    const [head, tail] = [digits.slice(0, at), digits.slice(at)];
    const [one, other] = [tail[0], tail[1]];
    for (let left = 0; left < 10; left++)
      if (head !== '' || left > 0) add(`${head}${left}${tail}`, 1 / (digits.length + 1));
    if (one !== undefined && one === head.at(-1)) add(head + tail.slice(1), 1 / (digits.length - 1));
    if (one !== undefined && other !== undefined && one !== other)
      add(`${head}${other}${one}${tail.slice(2)}`, 1 / (digits.length - 1));
  }
  return [...chances].map(([value, chance]) => ({ figure: value, chance }));
}
