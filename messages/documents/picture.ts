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
import type { RoundModel } from '../../core/papers.ts';
import { count, isoDay } from '../format.ts';
import { groupName } from '../paper-figures.ts';
import { pictureWords } from '../picture.ts';
import { faint, fontFamily, ink, margin, stack, width } from './picture-text.ts';

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

const colors = { onTime: '#15803d', late: '#d97706', owed: '#dc2626' };
/** Groups beyond these are drawn as one: a phone shows no more. */
const mostGroups = 10;
/** A part of a bar below so many percent is too narrow for its number. */
const narrowest = 5;

type Bar = { name: string; onTime: number; late: number; owed: number };

function barsOf({ groups }: RoundModel): Bar[] {
  const bars = groups.map(({ key, progress: p }) => ({
    name: groupName(key),
    onTime: p.onTime,
    late: p.reported - p.onTime,
    owed: p.reporting - p.excused - p.reported,
  }));
  if (bars.length <= mostGroups) return bars;
  const rest = bars.slice(mostGroups - 1);
  const sum = (pick: (bar: Bar) => number) => rest.reduce((all, bar) => all + pick(bar), 0);
  const others = {
    name: 'Các nhóm khác',
    onTime: sum((b) => b.onTime),
    late: sum((b) => b.late),
    owed: sum((b) => b.owed),
  };
  return [...bars.slice(0, mostGroups - 1), others];
}

/** The wall clock of Vietnam as the time of an axis that knows no zone. */
const wallClock = (instant: Date): number => instant.getTime() + 7 * 3_600_000;
const dayOf = (axis: number): string => isoDay(new Date(axis).toISOString().slice(0, 10)).replace(/\/\d{4}$/, '');

const day = 24 * 3_600_000;

/** The days of the trend, from the opening to the deadline or now, with at most seven of them written. */
function daysOf({ round, now }: RoundModel) {
  const min = Math.floor(wallClock(round.opensAt) / day) * day;
  const end = Math.max(wallClock(round.due), wallClock(now));
  const interval = Math.max(1, Math.ceil((end - min) / day / 6)) * day;
  return { min, max: min + Math.ceil((end - min) / interval) * interval, interval };
}

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
      { text: words.title, size: 36, weight: 700 },
      { text: words.asOf, size: 28, color: faint },
      { text: words.big, size: 96, weight: 700, color: colors.onTime },
      { text: words.bigUnit, size: 40, weight: 700 },
      ...words.small.map((text) => ({ text, size: 30 })),
      { text: ' ', size: 14 },
      { text: words.byGroup, size: 34, weight: 700 },
    ],
    40,
  );
  const barsTop = head.bottom + 56;
  const barsHeight = bars.length * 88;
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
  const height = trendTop + 330 + 90;
  const owing = model.summary.units.reporting - model.summary.units.excused;
  const label = { fontFamily, fontSize: 26, color: ink };
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  const last = model.trend.at(-1);
  const days = daysOf(model);
  const trend =
    last && last.at < model.now ? [...model.trend, { at: model.now, reported: last.reported }] : model.trend;
  const totals = bars.map((bar) => Math.max(bar.onTime + bar.late + bar.owed, 1));
  const stacked = (name: string, color: string, values: number[]) => ({
    name,
    type: 'bar' as const,
    stack: 'units',
    barWidth: 34,
    color,
    data: values.map((value, index) => (100 * value) / (totals[index] ?? 1)),
    label: {
      show: true,
      fontFamily,
      fontSize: 24,
      color: '#ffffff',
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
      { left: margin + 50, right: margin + 20, top: trendTop, height: 330 },
    ],
    xAxis: [
      { type: 'value', gridIndex: 0, show: false, max: 100 },
      {
        type: 'value',
        gridIndex: 1,
        ...days,
        axisLabel: { ...label, fontSize: 24, formatter: dayOf },
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
        axisLabel: { ...label, fontSize: 24, formatter: count, showMaxLabel: true, hideOverlap: true },
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
      ),
      stacked(
        words.legend.owed,
        colors.owed,
        bars.map((bar) => bar.owed),
      ),
      {
        type: 'bar',
        barWidth: 34,
        barGap: '-100%',
        color: 'transparent',
        data: bars.map(() => 0),
        label: {
          show: true,
          position: [0, -40],
          width: width - 2 * margin,
          overflow: 'truncate' as const,
          ...label,
          formatter: ({ dataIndex }: { dataIndex: number }) => {
            const bar = bars[dataIndex];
            return bar ? `${bar.name}: ${count(bar.onTime + bar.late)}/${count(bar.onTime + bar.late + bar.owed)}` : '';
          },
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
        data: trend.map(({ at, reported }) => [wallClock(at), reported]),
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
