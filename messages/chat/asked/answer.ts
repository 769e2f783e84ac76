/** The one message that answers a question over the ledger: the figure, what it rests on, and the way to the proof. */
import type { Saying } from '../../../core/conversation/context.ts';
import type { Choice } from '../../../core/delivery/layout.ts';
import { directiveTag } from '../../../core/directives/find.ts';
import type { LedgerAnswer, LedgerFact, NoData } from '../../../core/figures/asked/answer.ts';
import { type DrillRequest, drillCommand } from '../../../core/figures/drill-down.ts';
import type { AskedStanding } from '../../../core/language/asked/question.ts';
import { count, moment, namesOf } from '../../words/format.ts';
import { directiveTitle } from '../directive.ts';
import { forecastLine } from '../forecast/line.ts';
import { boundedText, comparedText, figureText, rankedText } from './figures.ts';
import {
  orderText,
  sectionText,
  troublesText,
  unitContactText,
  unitReportText,
  unitsText,
  withoutText,
} from './units.ts';

type Told = Extract<LedgerAnswer, { directive: object }>;

/** The answer, and the ways on. */
export function ledgerAnswer(answer: LedgerAnswer, now: Date): Saying {
  if (answer.directive === null) return { text: noDirectiveNamed(answer.named) };
  const { directive, newestOf, round, scope } = answer;
  const deadline = round ? `; hạn ${moment(round.due)}` : '';
  return {
    text: [
      factText(answer, now),
      `${directiveTitle(directive)}${deadline}.`,
      ...(scope === 'own' ? ['‹Đồng chí› xem được số liệu của đơn vị mình.'] : []),
      ...(scope === 'below' ? ['Tính trên các đơn vị mà đơn vị ‹đồng chí› tổng hợp.'] : []),
      ...(newestOf > 1
        ? [
            `Đây là văn bản mới nhất trong ${count(newestOf)} văn bản đang thực hiện; để hỏi văn bản khác, đề nghị thêm "văn bản số …" vào câu hỏi.`,
          ]
        : []),
    ].join('\n'),
    choices: waysOn(answer),
  };
}

const noDirectiveNamed = (named: string): string =>
  named === ''
    ? 'Không có dữ liệu: chưa có văn bản nào được phát hành.'
    : `Không có dữ liệu: không thấy một văn bản đã phát hành nào mang số ${named}. Đề nghị gõ /vanban để xem danh sách văn bản.`;

function factText({ fact, counts, kind, round }: Told, now: Date): string {
  switch (fact.type) {
    case 'units':
      return unitsText(fact, counts, kind);
    case 'order':
      return orderText(fact, counts, kind);
    case 'section':
      return sectionText(fact, counts, kind);
    case 'figure':
      return figureText(fact, counts, kind);
    case 'ranked':
      return rankedText(fact, counts, kind);
    case 'bounded':
      return boundedText(fact, counts, kind);
    case 'without':
      return withoutText(fact, counts, kind);
    case 'unit':
      return unitReportText(fact, now);
    case 'troubles':
      return troublesText(fact);
    case 'contact':
      return unitContactText(fact.contact);
    case 'forecast':
      return fact.forecast ? forecastLine(fact.forecast) : noForecast(round, now);
    case 'compared':
      return comparedText(fact, counts, kind);
    case 'nothing':
      return nothingText(fact);
  }
}

const noForecast = (round: Told['round'], now: Date): string =>
  round && now >= round.due
    ? 'Không có dự kiến: đã hết hạn báo cáo.'
    : 'Không có dữ liệu để dự kiến: chưa có kỳ trước và chưa đủ báo cáo của kỳ này, hoặc không còn đơn vị nào phải báo cáo.';

function nothingText(fact: NoData): string {
  switch (fact.why) {
    case 'no-report':
      return 'Không có dữ liệu: văn bản này không yêu cầu báo cáo số liệu.';
    case 'no-progress':
      return 'Không có dữ liệu: văn bản này không theo dõi tiến độ theo mục.';
    case 'first-round':
      return 'Không có dữ liệu để so sánh: đây là kỳ báo cáo đầu tiên.';
    case 'not-shown':
      return 'Không có dữ liệu trong phạm vi ‹đồng chí› được xem; đề nghị hỏi cơ quan ban hành văn bản.';
    case 'no-section':
      return `Không có dữ liệu: văn bản theo dõi tiến độ các mục ${namesOf(fact.sections, 15)}.`;
    case 'which-figure':
      return `Không có dữ liệu: đề nghị nói rõ chỉ tiêu. Văn bản có các chỉ tiêu: ${namesOf(fact.labels, 15)}.`;
    case 'no-share':
      return `Không có dữ liệu: ${fact.label} không tính tỷ lệ; đề nghị hỏi tổng số.`;
    case 'no-unit':
      return `Không có dữ liệu: trong các đơn vị của văn bản không thấy "${fact.said}".`;
    case 'several-units':
      return `Có nhiều đơn vị mang tên này: ${namesOf(fact.units, 9)}. Đề nghị nói rõ tên đơn vị.`;
  }
}

type Way = Exclude<DrillRequest, { to: 'words' }>;

const standingWays: Readonly<Record<AskedStanding, [string, Way | string]>> = {
  owing: ['Danh sách chưa báo cáo', { to: 'missing', page: 1 }],
  overdue: ['Danh sách chưa báo cáo', { to: 'missing', page: 1 }],
  promised: ['Danh sách chưa báo cáo', { to: 'missing', page: 1 }],
  'broke-word': ['Danh sách chưa báo cáo', { to: 'missing', page: 1 }],
  reported: ['Theo nhóm', { to: 'groups' }],
  'on-time': ['Theo nhóm', { to: 'groups' }],
  late: ['Theo nhóm', { to: 'groups' }],
  excused: ['Theo nhóm', { to: 'groups' }],
  extended: ['Theo nhóm', { to: 'groups' }],
  today: ['So với hôm qua', { to: 'yesterday' }],
  corrected: ['So với hôm qua', { to: 'yesterday' }],
  received: ['Tổng hợp chung', { to: 'summary' }],
  silent: ['Danh sách chưa báo cáo', { to: 'missing', page: 1 }],
  unreceived: ['Danh sách gọi điện', '/goidien'],
  unreachable: ['Danh sách gọi điện', '/goidien'],
  'asked-extension': ['Đơn vị xin gia hạn', '/xingiahan'],
  remarked: ['Khó khăn, kiến nghị', '/khokhan'],
};

/** What leads to the rows behind an answer. */
function proofOf(fact: LedgerFact): [string, Way | string] {
  switch (fact.type) {
    case 'units':
      return standingWays[fact.standing];
    case 'section': {
      if (!fact.total) return ['Vướng mắc', { to: 'blocked', page: 1 }];
      const only = fact.only === 'done' ? 'all' : fact.only;
      return [`Mục ${fact.total.section}`, { to: 'section', section: fact.total.section, only, kind: '', page: 1 }];
    }
    case 'figure':
    case 'ranked':
    case 'bounded': {
      const { label, place } = fact.figure;
      if (fact.type === 'figure' && fact.of) return [fact.of.name, { to: 'unit', id: fact.of.id }];
      return place === 0 ? ['Theo chỉ tiêu', { to: 'indicators' }] : [label, { to: 'indicator', place, page: 1 }];
    }
    case 'without':
    case 'forecast':
      return ['Danh sách chưa báo cáo', { to: 'missing', page: 1 }];
    case 'unit':
      return [fact.report.unit.name, { to: 'unit', id: fact.report.unit.id }];
    case 'troubles':
      return [fact.unit.name, { to: 'unit', id: fact.unit.id }];
    case 'contact':
      return [fact.contact.unit.name, { to: 'unit', id: fact.contact.unit.id }];
    default:
      return ['Tổng hợp chung', { to: 'summary' }];
  }
}

function waysOn({ directive, scope, fact }: Told): Choice[] {
  if (scope === 'own') return [];
  const all: Choice = { id: `/tonghop ${directiveTag(directive.id)}`, label: 'Tổng hợp chung' };
  if (scope === 'below') return [all];
  if (fact.type === 'nothing' && fact.why === 'several-units')
    return fact.units
      .slice(0, 9)
      .map(({ id, name }) => ({ id: drillCommand(directive.id, { to: 'unit', id }), label: name }));
  const [label, way] = proofOf(fact);
  const proof = { label, id: typeof way === 'string' ? way : drillCommand(directive.id, way) };
  return proof.id === all.id ? [all] : [proof, all];
}
