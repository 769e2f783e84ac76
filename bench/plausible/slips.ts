/** Slips of people who type figures: each class changes one figure, or exchanges two. */
import type { Indicator } from '../../core/reports/obligation.ts';
import type { Chance } from './chance.ts';

export const slipKinds = ['digit lost', 'digit doubled', 'digits swapped', 'columns mixed up'] as const;
export type SlipKind = (typeof slipKinds)[number];

/** What was typed instead, and in which figures. */
export type Slip = { figures: Record<string, number>; keys: string[] };

const digitsOf = (value: number): string => String(value);

/** `text` with the change at its digit number `at`. */
function changed(text: string, at: number, kind: SlipKind): string {
  const places = [...text].flatMap((sign, place) => (/\d/.test(sign) ? [place] : []));
  const [here = 0, next = 0] = [places[at], places[at + 1]];
  const signs = [...text];
  if (kind === 'digit lost') signs.splice(here, 1);
  if (kind === 'digit doubled') signs.splice(here, 0, signs[here] ?? '');
  if (kind === 'digits swapped') [signs[here], signs[next]] = [signs[next] ?? '', signs[here] ?? ''];
  return signs.join('');
}

/** One slip in a report; undefined where it has no figure that this can happen to, or nothing changes. */
export function slip(
  chance: Chance,
  kind: SlipKind,
  form: readonly Indicator[],
  figures: Record<string, number>,
): Slip | undefined {
  const keys = form.map(({ key }) => key).filter((key) => (figures[key] ?? 0) > 0);
  if (kind === 'columns mixed up') {
    const at = chance.whole(0, Math.max(0, keys.length - 2));
    const [one, other] = [keys[at], keys[at + 1]];
    if (one === undefined || other === undefined || figures[one] === figures[other]) return undefined;
    return { figures: { ...figures, [one]: figures[other] ?? 0, [other]: figures[one] ?? 0 }, keys: [one, other] };
  }
  const long = keys.filter((key) => (figures[key] ?? 0) >= 10);
  if (long.length === 0) return undefined;
  const key = chance.pick(long);
  const text = digitsOf(figures[key] ?? 0);
  const last = text.replace(/\D/g, '').length - (kind === 'digits swapped' ? 2 : 1);
  const typed = Number(changed(text, chance.whole(0, last), kind));
  return typed === figures[key] ? undefined : { figures: { ...figures, [key]: typed }, keys: [key] };
}
