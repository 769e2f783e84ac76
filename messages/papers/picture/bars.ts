/** A bar for each group: how many reported in time, how many late, how many still owe. */
import type { RoundModel } from '../../../core/figures/papers.ts';
import { count } from '../../words/format.ts';
import { type Bar, barLabel, barsOf } from './data.ts';
import { colors, fontFamily, ink, label, margin } from './text.ts';

/** A part of a bar below so many percent is too narrow for its number. */
const narrowest = 6;
const barWidth = 40;
/** What a bar takes with the name above it. */
const barHeight = 96;

/** One part of every bar, as a share of it. */
function partOf(bars: Bar[], key: 'onTime' | 'late' | 'owed', name: string, textColor: string) {
  const values = bars.map((bar) => bar[key]);
  const totals = bars.map((bar) => Math.max(bar.onTime + bar.late + bar.owed, 1));
  return {
    name,
    type: 'bar' as const,
    stack: 'units',
    barWidth,
    color: colors[key],
    data: values.map((value, index) => (100 * value) / (totals[index] ?? 1)),
    label: {
      show: true,
      fontFamily,
      fontSize: 28,
      color: textColor,
      formatter: ({ dataIndex, value }: { dataIndex: number; value: unknown }) =>
        typeof value === 'number' && value >= narrowest ? count(values[dataIndex] ?? 0) : '',
    },
  };
}

/** The names above the bars: labels of bars that are not seen. */
function namesAbove(bars: Bar[]) {
  const names = bars.map((bar) => barLabel(bar, label.fontSize));
  return {
    type: 'bar' as const,
    barWidth,
    barGap: '-100%',
    color: 'transparent',
    data: bars.map(() => 0),
    label: {
      show: true,
      position: [0, -42] as [number, number],
      ...label,
      formatter: ({ dataIndex }: { dataIndex: number }) => names[dataIndex] ?? '',
    },
  };
}

/** The bars with their legend from `top` on, and where they end. */
export function barChart(model: RoundModel, legend: { onTime: string; late: string; owed: string }, top: number) {
  const bars = barsOf(model);
  const grid = { left: margin, right: margin, top: top + 72, height: bars.length * barHeight };
  return {
    bottom: grid.top + grid.height,
    legend: {
      top: top + 4,
      left: margin,
      itemGap: 32,
      textStyle: label,
      data: [legend.onTime, legend.late, legend.owed],
    },
    grid,
    xAxis: { type: 'value' as const, gridIndex: 0, show: false, max: 100 },
    yAxis: {
      type: 'category' as const,
      gridIndex: 0,
      inverse: true,
      show: false,
      data: bars.map((bar) => bar.name),
    },
    series: [
      partOf(bars, 'onTime', legend.onTime, '#ffffff'),
      partOf(bars, 'late', legend.late, ink),
      partOf(bars, 'owed', legend.owed, '#ffffff'),
      namesAbove(bars),
    ],
  };
}
