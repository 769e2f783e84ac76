/** The results themselves: a bar for each figure, as long as its share of the whole. */
import type { RoundModel } from '../../../core/figures/papers.ts';
import { isShareOfSums } from '../../../core/figures/shares.ts';
import { type IndicatorTotal, percentOf } from '../../../core/figures/summary.ts';
import { hasTotal } from '../../../core/reports/indicators.ts';
import { commonBasis } from '../../words/figures.ts';
import { colors, cut, fontFamily, ink, margin, width } from './text.ts';
import { resultWords } from './wording.ts';

/** As many as a phone shows beside all the rest; the workbook has every one. */
const mostResults = 5;
const letters = 30;
const [textHeight, barHeight, between] = [44, 30, 16];
/** What is missing to the whole. */
const rest = '#d1d5db';

type Result = { total: IndicatorTotal; percent: number };

/** The totals that are a share of something, in the order of the form. */
function resultsOf({ summary }: Pick<RoundModel, 'summary'>): Result[] {
  return summary.indicators.flatMap((total) => {
    const isShare = total.units > 0 && (hasTotal(total.kind) || isShareOfSums(total));
    const percent = isShare ? percentOf(total.total, total.kind === 'yes-no' ? total.units : total.of) : null;
    return percent === null ? [] : [{ total, percent }];
  });
}

/** Draws the bars with their names from `top` on; returns what to draw and where it ends. Nothing where there is no share. */
export function resultBars(model: RoundModel, top: number) {
  const results = resultsOf(model);
  if (results.length === 0) return { graphic: [], bottom: top };
  const isCommon = commonBasis(results.map(({ total }) => total)) !== undefined;
  const room = width - 2 * margin;
  const shown = results.slice(0, mostResults);
  const text = (words: string, y: number, weight: 400 | 700 = 400, size = letters) => ({
    type: 'text' as const,
    left: margin,
    top: y,
    style: { text: cut(words, size, room), fontSize: size, fontWeight: weight, fontFamily, fill: ink },
  });
  const bar = (length: number, fill: string, y: number) => ({
    type: 'rect' as const,
    shape: { x: margin, y, width: length, height: barHeight },
    style: { fill },
  });
  let y = top + 50;
  const graphic = [
    text(resultWords.title(results.map(({ total }) => total)), top, 700, 34),
    ...shown.flatMap(({ total, percent }) => {
      const at = y;
      y += textHeight + barHeight + between;
      return [
        text(resultWords.line(total, percent, !isCommon), at),
        bar(room, rest, at + textHeight),
        bar(room * Math.min(1, percent / 100), colors.onTime, at + textHeight),
      ];
    }),
  ];
  return { graphic, bottom: y + 14 };
}
