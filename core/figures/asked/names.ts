/** The indicator that the words of a question name, and what else they name. */
import { nameIn } from '../../language/asked/subject.ts';
import { tokensIn, type Word, written } from '../../language/reading/tokens.ts';
import { fold } from '../../language/text.ts';
import { labelAt } from '../../reports/labels.ts';
import type { Indicator } from '../../reports/obligation.ts';

/** `rest`: the name of a unit perhaps; empty where nothing else is named. */
export type NamedIndicator = { indicator: Indicator; rest: string };

/** More are not tried. */
const mostReadings = 3;

/** What words may mean, what is named most fully first: "QR xã Hòa Bình" names QR, and not Smart Thanh Hóa. */
export function indicatorsNamed(said: string, indicators: Indicator[]): NamedIndicator[] {
  const words = tokensIn(written(said));
  const found = words.flatMap((_, at) => {
    const label = labelAt(words, at, { indicators, noteLabel: null });
    return label ? [{ at, ...label, covers: (label.end - at) / wordsOf(label.indicator) }] : [];
  });
  return found
    .toSorted((a, b) => b.covers - a.covers || b.end - b.at - (a.end - a.at))
    .slice(0, mostReadings)
    .map(({ at, end, indicator }) => ({ indicator, rest: restOf(words.slice(0, at), words.slice(end)) }));
}

const wordsOf = ({ label }: Indicator): number => fold(label).split(/\s+/).length;

const restOf = (...parts: (readonly Word[])[]): string => parts.map(nameIn).filter(Boolean).join(' ');
