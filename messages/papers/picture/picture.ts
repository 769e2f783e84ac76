/** One chart for a phone: how many, by group, who is missing, and the way to the deadline. An SVG first, then its pixels. */
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
import { count } from '../../words/format.ts';
import { axisText, barLabel, barsOf, pointsOf, stepsOf, wallClock } from './data.ts';
import { faint, fontFamily, ink, margin, stack, width } from './text.ts';
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

/** Apart also for eyes that do not tell red from green (Okabe and Ito's blue and orange; the red is darker than both). */
export const colors = { onTime: '#0072b2', late: '#e69f00', owed: '#a61c1c' };
/** A part of a bar below so many percent is too narrow for its number. */
const narrowest = 6;
const barWidth = 40;

/** Without what a browser would use: styles of hovering, and names that count the pictures drawn so far. */
const plainSvg = (svg: string): string =>
  svg
    .replace(/<style.*?<\/style>/s, '')
    .replace(/ (?:class|ecmeta_\w+)="[^"]*"/g, '')
    .replace(/\bzr\d+-/g, 'zr-');

/** The picture as SVG: the same model gives the same text. */
export function drawPicture(model: RoundModel): string {
  const words = pictureWords(model);
  const bars = barsOf(model);
  const head = stack(
    [
      { text: words.issuer, size: 28, color: faint },
      { text: words.title, size: 36, weight: 700, most: 3 },
      { text: words.asOf, size: 28, color: faint },
      { text: words.big, size: 96, weight: 700, color: colors.onTime },
      { text: words.bigUnit, size: 40, weight: 700 },
      ...words.small.map((text) => ({ text, size: 30 })),
      { text: ' ', size: 14 },
      { text: words.byGroup, size: 34, weight: 700 },
    ],
    40,
  );
  const barsTop = head.bottom + 72;
  const barsHeight = bars.length * 96;
  const missing = stack(
    [
      { text: words.missing, size: 30, color: model.summary.missing.length > 0 ? colors.owed : colors.onTime },
      ...(words.unreachable ? [{ text: words.unreachable, size: 30 }] : []),
      { text: ' ', size: 14 },
      { text: words.trend, size: 34, weight: 700 },
    ],
    barsTop + barsHeight + 30,
  );
  const trendTop = missing.bottom + 40;
  const height = trendTop + 330 + 80;
  const owing = model.summary.units.reporting - model.summary.units.excused;
  const label = { fontFamily, fontSize: 28, color: ink };
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  const steps = stepsOf(model);
  const labels = bars.map((bar) => barLabel(bar, label.fontSize));
  const totals = bars.map((bar) => Math.max(bar.onTime + bar.late + bar.owed, 1));
  const stacked = (name: string, color: string, values: number[], text = '#ffffff') => ({
    name,
    type: 'bar' as const,
    stack: 'units',
    barWidth,
    color,
    data: values.map((value, index) => (100 * value) / (totals[index] ?? 1)),
    label: {
      show: true,
      fontFamily,
      fontSize: 28,
      color: text,
      formatter: ({ dataIndex, value }: { dataIndex: number; value: unknown }) =>
        typeof value === 'number' && value >= narrowest ? count(values[dataIndex] ?? 0) : '',
    },
  });
  chart.setOption({
    animation: false,
    backgroundColor: '#ffffff',
    textStyle: { fontFamily },
    graphic: [...head.graphic, ...missing.graphic],
    legend: {
      top: head.bottom + 4,
      left: margin,
      itemGap: 32,
      textStyle: label,
      data: [words.legend.onTime, words.legend.late, words.legend.owed],
    },
    grid: [
      { left: margin, right: margin, top: barsTop, height: barsHeight },
      { left: margin + 60, right: margin + 30, top: trendTop, height: 330 },
    ],
    xAxis: [
      { type: 'value', gridIndex: 0, show: false, max: 100 },
      {
        type: 'value',
        gridIndex: 1,
        ...steps,
        axisLabel: { ...label, margin: 18, formatter: axisText },
        splitLine: { show: false },
      },
    ],
    yAxis: [
      { type: 'category', gridIndex: 0, inverse: true, show: false, data: bars.map((bar) => bar.name) },
      {
        type: 'value',
        gridIndex: 1,
        max: Math.max(owing, 1),
        minInterval: 1,
        axisLabel: { ...label, formatter: count, showMaxLabel: true, hideOverlap: true },
      },
    ],
    series: [
      stacked(
        words.legend.onTime,
        colors.onTime,
        bars.map((bar) => bar.onTime),
      ),
      stacked(
        words.legend.late,
        colors.late,
        bars.map((bar) => bar.late),
        ink,
      ),
      stacked(
        words.legend.owed,
        colors.owed,
        bars.map((bar) => bar.owed),
      ),
      {
        type: 'bar',
        barWidth,
        barGap: '-100%',
        color: 'transparent',
        data: bars.map(() => 0),
        label: {
          show: true,
          position: [0, -42],
          ...label,
          formatter: ({ dataIndex }: { dataIndex: number }) => labels[dataIndex] ?? '',
        },
      },
      {
        type: 'line',
        xAxisIndex: 1,
        yAxisIndex: 1,
        step: 'end',
        symbol: 'none',
        color: colors.onTime,
        lineStyle: { width: 5 },
        areaStyle: { opacity: 0.15 },
        data: pointsOf(model),
        markLine: {
          symbol: 'none',
          lineStyle: { color: colors.owed, width: 3, type: 'dashed' },
          label: { ...label, color: colors.owed, formatter: words.deadline, position: 'end' },
          data: [{ xAxis: wallClock(model.round.due) }],
        },
      },
    ],
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return plainSvg(svg);
}
