/** Tasks behind a summary: by section, by unit, and what blocks. */
import type { Saying } from '../../../core/conversation/context.ts';
import type { DrillView, Page } from '../../../core/figures/drill-down.ts';
import type { Summary } from '../../../core/figures/summary.ts';
import type { SectionFilter, SectionLine } from '../../../core/progress/sections.ts';
import { count } from '../../words/format.ts';
import { sectionCounts, sectionStanding } from '../../words/progress.ts';
import { back, type DrillWay, way } from './ways.ts';

type View = Extract<DrillView, { to: 'sections' | 'section' | 'blocked' }>;

const titles: Readonly<Record<SectionFilter, string>> = {
  all: 'Từng đơn vị',
  open: 'Chưa xong',
  blocked: 'Vướng mắc',
};

const pageOf = ({ page, pages }: Page<unknown>): string => (pages > 1 ? ` (trang ${page}/${pages})` : '');

const turns = (summary: Summary, { page, pages }: Page<unknown>, at: (page: number) => DrillWay) => [
  ...(page > 1 ? [way(summary, 'Trang trước', at(page - 1))] : []),
  ...(page < pages ? [way(summary, 'Trang sau', at(page + 1))] : []),
];

const allSections = (summary: Summary) => way(summary, 'Các mục', { to: 'sections' });

export function sectionsView(summary: Summary, view: View): Saying {
  switch (view.to) {
    case 'sections':
      return everySection(summary);
    case 'section':
      return oneSection(summary, view);
    case 'blocked':
      return blocked(summary, view.lines);
  }
}

function everySection(summary: Summary): Saying {
  const totals = summary.progress ?? [];
  const isBlocked = totals.some((total) => total.blocked > 0);
  return {
    text: 'Tiến độ nhiệm vụ theo mục:',
    choices: [
      ...totals.map((total) =>
        way(summary, `Mục ${total.section}: ${sectionCounts(total)}`.slice(0, 100), {
          to: 'section',
          section: total.section,
          only: 'all',
          kind: '',
          page: 1,
        }),
      ),
      ...(isBlocked ? [way(summary, 'Vướng mắc', { to: 'blocked', page: 1 })] : []),
      back(summary),
    ],
  };
}

function oneSection(summary: Summary, { total, request, lines, links }: Extract<View, { to: 'section' }>): Saying {
  const open = total.units - total.done - total.na;
  const filtered = (label: string, n: number, only: SectionFilter) =>
    n > 0 && request.only !== only
      ? [way(summary, `${label} (${count(n)})`, { ...request, only, kind: '', page: 1 })]
      : [];
  return {
    text: [
      `Mục ${total.section}: ${sectionCounts(total)}.`,
      `${titles[request.only]}${pageOf(lines)}:${lines.rows.length === 0 ? ' không có đơn vị nào.' : ''}`,
      ...lines.rows.flatMap((line) => [
        `- ${line.unit.name}: ${sectionStanding(line)}`,
        ...line.papers.flatMap((paper) => (links[paper] === undefined ? [] : [links[paper]])),
      ]),
    ].join('\n'),
    choices: [
      ...turns(summary, lines, (page) => ({ ...request, page })),
      ...filtered('Chưa xong', open, 'open'),
      ...filtered('Vướng mắc', total.blocked, 'blocked'),
      ...filtered('Tất cả', total.units, 'all'),
      allSections(summary),
      back(summary),
    ],
  };
}

const blocked = (summary: Summary, lines: Page<SectionLine>): Saying => ({
  text: [
    lines.rows.length === 0 ? 'Không có đơn vị nào báo vướng mắc.' : `Vướng mắc${pageOf(lines)}:`,
    ...lines.rows.map((line) => `- Mục ${line.section}, ${line.unit.name}: ${sectionStanding(line)}`),
  ].join('\n'),
  choices: [...turns(summary, lines, (page) => ({ to: 'blocked', page })), allSections(summary), back(summary)],
});
