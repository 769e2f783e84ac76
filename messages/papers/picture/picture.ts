/** One chart for a phone: how many, with what results, by type, who is missing, and the way to the deadline. An SVG first, then its pixels. */
import { BarChart, LineChart } from 'echarts/charts';
import {
  GraphicComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TitleComponent,
} from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { RoundModel } from '../../../core/figures/papers.ts';
import { xmlText } from '../xml.ts';
import { barChart } from './bars.ts';
import { resultBars } from './results.ts';
import { colors, faint, fontFamily, stack, width } from './text.ts';
import { trendChart } from './trend.ts';
import { pictureWords } from './wording.ts';

use([
  BarChart,
  LineChart,
  GraphicComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TitleComponent,
  SVGRenderer,
]);

/** Without what a browser would use: styles of hovering, and names that count the pictures drawn so far. */
const plainSvg = (svg: string): string =>
  xmlText(svg)
    .replace(/<style.*?<\/style>/s, '')
    .replace(/ (?:class|ecmeta_\w+)="[^"]*"/g, '')
    .replace(/\bzr\d+-/g, 'zr-');

type Words = ReturnType<typeof pictureWords>;

/** Everything above the results. */
const headOf = (words: Words) =>
  stack(
    [
      { text: words.issuer, size: 28, color: faint },
      { text: words.title, size: 36, weight: 700, most: 3 },
      { text: words.asOf, size: 28, color: faint },
      { text: words.big, size: 96, weight: 700, color: colors.onTime },
      { text: words.bigUnit, size: 40, weight: 700 },
      ...words.small.map((text) => ({ text, size: 30 })),
      { text: ' ', size: 14 },
    ],
    40,
  );

/** Who is missing, between the bars and the way to the deadline. */
const missingOf = (words: Words, isAnyMissing: boolean, top: number) =>
  stack(
    [
      { text: words.missing, size: 30, color: isAnyMissing ? colors.owed : colors.onTime },
      ...(words.unreachable ? [{ text: words.unreachable, size: 30 }] : []),
      { text: ' ', size: 14 },
      { text: words.trend, size: 34, weight: 700 },
    ],
    top,
  );

/** The picture as SVG: the same model gives the same text. */
export function drawPicture(model: RoundModel): string {
  const words = pictureWords(model);
  const head = headOf(words);
  const results = resultBars(model, head.bottom);
  const types = stack([{ text: words.byGroup, size: 34, weight: 700 }], results.bottom);
  const bars = barChart(model, words.legend, types.bottom);
  const missing = missingOf(words, model.summary.missing.count > 0, bars.bottom + 30);
  const trend = trendChart(model, words.deadline, missing.bottom + 40);
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height: trend.bottom + 80 });
  chart.setOption({
    animation: false,
    backgroundColor: '#ffffff',
    textStyle: { fontFamily },
    graphic: [...head.graphic, ...results.graphic, ...types.graphic, ...missing.graphic],
    legend: bars.legend,
    grid: [bars.grid, trend.grid],
    xAxis: [bars.xAxis, trend.xAxis],
    yAxis: [bars.yAxis, trend.yAxis],
    series: [...bars.series, trend.series],
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return plainSvg(svg);
}
