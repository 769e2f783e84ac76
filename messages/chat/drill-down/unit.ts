/** One unit behind a summary: its figures, who gave them by which message, every correction, and what it was told. */
import type { Saying } from '../../../core/conversation/context.ts';
import type { DrillView } from '../../../core/figures/drill-down.ts';
import { changedValues, type DeliveryLine, type RevisionLine } from '../../../core/figures/papers.ts';
import { periodAnswers, periodForm } from '../../../core/figures/period.ts';
import type { Summary } from '../../../core/figures/summary.ts';
import { addsUp, denominatorFor, spokenUnit } from '../../../core/reports/indicators.ts';
import { figureIn } from '../../../core/reports/report.ts';
import { channelName } from '../../words/channels.ts';
import { deliveryKind, outcomeInChat, sentBy } from '../../words/deliveries.ts';
import { roundsTold } from '../../words/figures/period.ts';
import { changeText, planText, standing, unreachableReasons, valueText, withUnit } from '../../words/figures.ts';
import { count, isoDay, moment, personNamed } from '../../words/format.ts';
import { reasonSaid } from '../../words/senders.ts';
import { back, figure, way } from './ways.ts';

type UnitView = Extract<DrillView, { to: 'unit' }>;

const messageOf = ({ message }: RevisionLine): string =>
  message ? `, tin ${count(message.id)} qua ${channelName(message.channel)}` : '';

function reporter({ by, isOnBehalf, message }: RevisionLine, reasons: UnitView['reasons']): string {
  const reason = message ? reasonSaid(reasons.get(message.id), '; ') : '';
  return isOnBehalf ? `${personNamed(by)} (cán bộ theo dõi, báo cáo thay${reason})` : personNamed(by);
}

export function unitView(summary: Summary, view: UnitView): Saying {
  const { line, form, revisions, signed, unreachable } = view;
  const values = form.flatMap((asked) => {
    const value = line.values[asked.key];
    if (!value) return [];
    const of = addsUp(asked.kind) ? figureIn(line.values, denominatorFor({ indicators: form }, asked)?.key) : undefined;
    const isFigure = value.type === 'number' && addsUp(asked.kind);
    const plan = isFigure ? planText(value.value, line.targets?.[asked.key], spokenUnit(asked)) : '';
    return [
      `- ${asked.label}: ${isFigure ? figure(value.value, of ?? null, spokenUnit(asked)) : valueText(value, asked.kind)}${plan === '' ? '' : `, ${plan}`}`,
    ];
  });
  return {
    text: [
      line.unit.name,
      summary.round
        ? `${standing(line, summary.round)}${line.firstReportedAt ? `: ${moment(line.firstReportedAt)}` : ''}.`
        : '',
      ...values,
      ...periodLine(view),
      ...(line.report?.note ? [`Ghi chú: ${line.report.note}`] : []),
      ...revisionLines(view),
      ...(signed ? [signedLine(signed)] : []),
      ...evidenceLines(view.evidence),
      acknowledgement(view),
      ...(unreachable ? [`Chưa liên hệ được: ${unreachableReasons[unreachable]}.`] : []),
    ]
      .filter((text) => text !== '')
      .join('\n'),
    choices: [
      ...(view.deliveries.length > 0
        ? [way(summary, `Tin đã gửi (${count(view.deliveries.length)})`, { to: 'deliveries', unit: line.unit.id })]
        : []),
      ...(revisions.length === 0 ? [{ id: '/goidien', label: 'Danh sách gọi điện' }] : []),
      back(summary),
    ],
  };
}

/** What the unit's reports come to together, where there are several. */
function periodLine({ line, form }: UnitView): string[] {
  const { period } = line;
  if (!period || period.reported + period.owed < 2) return [];
  const answers = periodAnswers(form, period.figures);
  const told = periodForm(form).flatMap((asked) => {
    const value = answers[asked.key];
    return value
      ? [
          `${asked.label} ${withUnit(valueText(value, asked.kind), spokenUnit(asked.kind === 'percent' ? { kind: 'count' } : asked))}`,
        ]
      : [];
  });
  return [
    `Lũy kế từ đầu kỳ (đã báo cáo ${roundsTold(period)}): ${told.length > 0 ? told.join('; ') : 'chưa có số liệu'}.`,
  ];
}

/** Who gave the figures by which message; what each correction changed. */
const revisionLines = ({ revisions, form, reasons }: UnitView): string[] =>
  revisions.map((revision, at) => {
    const before = revisions[at - 1];
    const changes = before ? changeText(changedValues(before.values, revision.values), form) : '';
    const what = before ? `Sửa lần ${at}` : 'Người báo cáo';
    const said = `${what}: ${reporter(revision, reasons)}, ${moment(revision.at)}${messageOf(revision)}`;
    return `${said}${changes === '' ? '' : `: ${changes}`}.`;
  });

/** So many links fit one message beside the figures. */
const mostEvidence = 10;

const evidenceLines = (links: readonly string[]): string[] =>
  links.length === 0
    ? []
    : [
        `Ảnh (tệp) minh chứng: ${count(links.length)}${links.length > mostEvidence ? `, ${mostEvidence} ảnh (tệp) gần nhất` : ''}:`,
        ...links.slice(-mostEvidence).map((link) => `- ${link}`),
      ];

const signedLine = ({ number, date, isCurrent, links }: NonNullable<UnitView['signed']>): string =>
  `Báo cáo đã ký: ${number ? `số ${number}` : 'đã có bản chụp'}${date ? ` ngày ${isoDay(date)}` : ''}${isCurrent ? '' : ', ký trước khi sửa số liệu'}.${links.map((link) => ` ${link}`).join('')}`;

function acknowledgement({ line }: UnitView): string {
  const { acknowledged } = line;
  if (acknowledged)
    return `Xác nhận đã nhận: ${acknowledged.by ? `${acknowledged.by}, ` : ''}${moment(acknowledged.at)}.`;
  return line.deliveredAt
    ? `Đã chuyển nhiệm vụ ${moment(line.deliveredAt)}, chưa xác nhận.`
    : 'Chưa chuyển được nhiệm vụ qua hệ thống.';
}

/** So many messages fit one screen of two. */
const mostDeliveries = 12;

const deliveryLine = (delivery: DeliveryLine): string =>
  `- ${moment(delivery.writtenAt)}: ${deliveryKind(delivery.kind)} – ${delivery.recipient}, ${sentBy(delivery)}. ${outcomeInChat(delivery)}.`;

export const deliveriesView = (
  summary: Summary,
  { unit, deliveries }: Extract<DrillView, { to: 'deliveries' }>,
): Saying => ({
  text: [
    `Tin đã gửi cho ${unit.name}: ${count(deliveries.length)}${deliveries.length > mostDeliveries ? `, ${mostDeliveries} tin gần nhất` : ''}:`,
    ...deliveries.slice(-mostDeliveries).reverse().map(deliveryLine),
  ].join('\n'),
  choices: [way(summary, unit.name, { to: 'unit', id: unit.id }), back(summary)],
});
