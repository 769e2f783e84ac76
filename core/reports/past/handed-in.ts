import { fold } from '../../language/text.ts';
import type { PastReport } from '../history.ts';

/** The report of a round that counts, and to which debt it belongs. */
export type HandedIn = PastReport & { obligation: number; directiveId: number; roundKey: string };

/** So many rounds are told in one answer. */
export const mostHandedIn = 5;

/** The rounds that words mean: of a directive by its number, or of a day as it is written ("08/3"). All without words. */
export function roundsMeant<H extends Pick<HandedIn, 'directive' | 'roundKey'>>(
  reports: readonly H[],
  words: string,
): H[] {
  const said = words.trim().toLowerCase();
  if (said === '') return [...reports];
  const [, day, month] = /^(?:ngay )?(\d{1,2})[/.-](\d{1,2})(?:[/.-]\d{4})?$/.exec(fold(said)) ?? [];
  const ofDay = day && month ? `-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : undefined;
  return reports.filter(
    ({ directive, roundKey }) =>
      directive.toLowerCase().includes(said) || (ofDay !== undefined && roundKey.endsWith(ofDay)),
  );
}
