/** What opens behind a summary, as a leader reads it: each step ends with the ways on and back. */

import type { Saying } from '../../../core/conversation/context.ts';
import type { Choice } from '../../../core/delivery/layout.ts';
import { directiveTag } from '../../../core/directives/find.ts';
import type { DrillView, UnitStanding } from '../../../core/figures/drill-down.ts';
import type { GroupLine } from '../../../core/figures/papers.ts';
import { isShareOfSums } from '../../../core/figures/shares.ts';
import type { IndicatorTotal, Summary } from '../../../core/figures/summary.ts';
import { addsUp } from '../../../core/reports/indicators.ts';
import { groupName, planText, share, standing, unreachableReasons, valueText } from '../../words/figures.ts';
import { count } from '../../words/format.ts';
import { comparisonView } from './comparison.ts';
import { periodView } from './period.ts';
import { sectionsView } from './sections.ts';
import { deliveriesView, unitView } from './unit.ts';
import { back, figure, pageChoices, pageTitle, way } from './ways.ts';

type View<To extends DrillView['to']> = Extract<DrillView, { to: To }>;

/** What a summary opens into; `hasChart` where the chart would reach the reader and did not come with it. */
export function drillChoices(summary: Summary, hasChart: boolean): Choice[] {
  const hasTasks = (summary.progress ?? []).length > 0;
  const tasks = hasTasks ? [way(summary, 'Theo mục', { to: 'sections' })] : [];
  if (!summary.round) return tasks;
  const missing = summary.missing.count;
  return [
    ...(missing > 0 ? [way(summary, `Chưa báo cáo (${count(missing)})`, { to: 'missing', page: 1 })] : []),
    way(summary, 'Theo nhóm', { to: 'groups' }),
    way(summary, 'Theo chỉ tiêu', { to: 'indicators' }),
    ...tasks,
    ...(summary.period ? [way(summary, 'Lũy kế', { to: 'period', page: 1 })] : []),
    way(summary, 'So với hôm qua', { to: 'yesterday' }),
    ...(hasChart ? [{ id: `/bieudo ${directiveTag(summary.directive.id)}`, label: 'Biểu đồ' }] : []),
  ];
}

export const nothingThere = (summary: Summary): Saying => ({
  text: 'Văn bản này không có mục ‹đồng chí› cần xem.',
  choices: [back(summary)],
});

/** Silence is no zero. */
function totalOf({ kind, total, of, units, unit, target }: IndicatorTotal): string {
  if (units === 0) return 'chưa có số liệu';
  if (kind === 'yes-no') return `có ${figure(total, units)} đơn vị`;
  if (isShareOfSums({ kind, of })) return share(total, of);
  const plan = planText(total, target, unit);
  return addsUp(kind)
    ? `${figure(total, of, unit)}${plan === '' ? '' : `, ${plan}`}`
    : `${count(units)} đơn vị trả lời`;
}

const totalLines = (indicators: IndicatorTotal[]): string[] =>
  indicators.map((indicator) => `- ${indicator.label}: ${totalOf(indicator)}`);

/** What a view says, and where it leads. */
export function drillDown(summary: Summary, view: DrillView): Saying {
  switch (view.to) {
    case 'missing':
      return missing(summary, view);
    case 'groups':
      return groups(summary, view);
    case 'group':
      return group(summary, view);
    case 'indicators':
      return indicators(summary);
    case 'indicator':
      return indicator(summary, view);
    case 'unit':
      return unitView(summary, view);
    case 'deliveries':
      return deliveriesView(summary, view);
    case 'yesterday':
      return comparisonView(summary, view);
    case 'period':
      return periodView(summary, view);
    case 'sections':
    case 'section':
    case 'blocked':
      return sectionsView(summary, view);
    case 'units':
      return units(summary, view);
  }
}

function missing(summary: Summary, { units }: View<'missing'>): Saying {
  const all = summary.missing.count;
  if (all === 0) return { text: 'Tất cả các đơn vị đã báo cáo.', choices: [back(summary)] };
  return {
    text: `Chưa báo cáo: ${count(all)} đơn vị${pageTitle(units)}.`,
    choices: [
      ...units.rows.map(({ unit, reason }) =>
        way(summary, `${unit.name}${reason ? ` – ${unreachableReasons[reason]}` : ''}`, { to: 'unit', id: unit.id }),
      ),
      ...pageChoices(summary, units, (page) => ({ to: 'missing', page })),
      { id: '/goidien', label: 'Danh sách gọi điện' },
      back(summary),
    ],
  };
}

const groupProgress = ({ progress: { reported, reporting, excused } }: GroupLine): string =>
  figure(reported, reporting - excused);

function groups(summary: Summary, { groups }: View<'groups'>): Saying {
  return {
    text: `Đã báo cáo theo nhóm đơn vị, ${figure(summary.units.reported, summary.units.reporting - summary.units.excused)}:`,
    choices: [
      ...groups.map((line, at) =>
        way(summary, `${groupName(line.key)}: ${groupProgress(line)}`, { to: 'group', place: at + 1, page: 1 }),
      ),
      back(summary),
    ],
  };
}

function group(summary: Summary, { place, group, units }: View<'group'>): Saying {
  const { progress } = group;
  const round = summary.round;
  return {
    text: [
      groupName(group.key),
      `Đã báo cáo: ${groupProgress(group)}; đúng hạn: ${count(progress.onTime)}.${progress.excused > 0 ? ` Được miễn: ${count(progress.excused)}.` : ''}`,
      ...totalLines(group.indicators),
      `Từng đơn vị${pageTitle(units)}:`,
    ].join('\n'),
    choices: [
      ...units.rows.map((row) =>
        way(summary, `${row.unit.name} – ${round ? standing(row, round).toLowerCase() : ''}`, {
          to: 'unit',
          id: row.unit.id,
        }),
      ),
      ...pageChoices(summary, units, (page) => ({ to: 'group', place, page })),
      way(summary, 'Các nhóm', { to: 'groups' }),
      back(summary),
    ],
  };
}

const indicators = (summary: Summary): Saying => ({
  text: 'Kết quả theo chỉ tiêu:',
  choices: [
    ...summary.indicators.map((line, at) =>
      way(summary, `${line.label}: ${totalOf(line)}`, { to: 'indicator', place: at + 1, page: 1 }),
    ),
    back(summary),
  ],
});

function indicator(summary: Summary, { place, indicator, groups, units }: View<'indicator'>): Saying {
  const byGroup = groups.flatMap((line) => {
    const total = line.indicators.find(({ key }) => key === indicator.key);
    return total && total.units > 0 ? [`- ${groupName(line.key)}: ${totalOf(total)}`] : [];
  });
  const hasShares = units.rows.some((row) => row.of !== null && row.of !== 0);
  const order = hasShares ? ', từ tỷ lệ thấp đến cao' : '';
  return {
    text: [
      `${indicator.label}: ${totalOf(indicator)}.`,
      ...byGroup,
      ...(units.rows.length > 0 ? [`Từng đơn vị${order}${pageTitle(units)}:`] : []),
    ].join('\n'),
    choices: [
      ...units.rows.map((row) => way(summary, unitFigure(row, indicator), { to: 'unit', id: row.unit.id })),
      ...pageChoices(summary, units, (page) => ({ to: 'indicator', place, page })),
      way(summary, 'Các chỉ tiêu', { to: 'indicators' }),
      back(summary),
    ],
  };
}

function unitFigure({ unit, value, of }: UnitStanding, { kind, unit: counted }: IndicatorTotal): string {
  const isCounted = addsUp(kind) && value?.type === 'number';
  return `${unit.name}: ${isCounted ? figure(value.value, of, counted) : valueText(value, kind).slice(0, 80)}`;
}

const mostUnits = 9;

function units(summary: Summary, { words, units }: View<'units'>): Saying {
  if (units.length === 0)
    return {
      text: `Không tìm thấy đơn vị, nhóm hoặc chỉ tiêu "${words.slice(0, 60)}". Đề nghị gõ /tonghop kèm tên, ví dụ: /tonghop ${summary.missing.first[0]?.name ?? 'tên đơn vị'}.`,
      choices: [back(summary)],
    };
  return {
    text:
      units.length > mostUnits
        ? `Có ${count(units.length)} đơn vị, sau đây là ${mostUnits} đơn vị đầu; ‹đồng chí› chọn đơn vị nào?`
        : '‹Đồng chí› chọn đơn vị nào?',
    choices: [
      ...units.slice(0, mostUnits).map((unit) => way(summary, unit.name, { to: 'unit', id: unit.id })),
      back(summary),
    ],
  };
}
