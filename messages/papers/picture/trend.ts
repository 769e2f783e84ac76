/** How many units had reported, hour by hour, on the way to the deadline. */
import type { RoundModel } from '../../../core/figures/papers.ts';
import { count } from '../../words/format.ts';
import { axisText, pointsOf, stepsOf, wallClock } from './data.ts';
import { colors, label, margin } from './text.ts';

/** The line from `top` on with the deadline across it, and where it ends. */
export function trendChart(model: RoundModel, deadline: string, top: number) {
  const owing = model.summary.units.reporting - model.summary.units.excused;
  const grid = { left: margin + 60, right: margin + 30, top, height: 330 };
  return {
    bottom: grid.top + grid.height,
    grid,
    xAxis: {
      type: 'value' as const,
      gridIndex: 1,
      ...stepsOf(model),
      axisLabel: { ...label, margin: 18, formatter: axisText },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value' as const,
      gridIndex: 1,
      max: Math.max(owing, 1),
      minInterval: 1,
      axisLabel: { ...label, formatter: count, showMaxLabel: true, hideOverlap: true },
    },
    series: {
      type: 'line' as const,
      xAxisIndex: 1,
      yAxisIndex: 1,
      step: 'end' as const,
      symbol: 'none',
      color: colors.onTime,
      lineStyle: { width: 5 },
      areaStyle: { opacity: 0.15 },
      data: pointsOf(model),
      markLine: {
        symbol: 'none',
        lineStyle: { color: colors.owed, width: 3, type: 'dashed' as const },
        label: { ...label, color: colors.owed, formatter: deadline, position: 'end' as const },
        data: [{ xAxis: wallClock(model.round.due) }],
      },
    },
  };
}
