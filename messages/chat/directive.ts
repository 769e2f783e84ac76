/** How a directive is named and its tasks are told. */

import { leastMeteredLength } from '../../core/channels/terms.ts';
import type { Saying } from '../../core/conversation/context.ts';
import type { Attachment } from '../../core/delivery/attachment.ts';
import type { Choice } from '../../core/delivery/layout.ts';
import type { AssignmentFact, DirectiveRef, TaskText } from '../../core/directives/assignment.ts';
import { lacksNumber } from '../../core/directives/directive.ts';
import type { OriginalFormat } from '../../core/directives/original.ts';
import type { ObligationFact } from '../../core/reports/obligation.ts';
import { exampleFigure } from '../../core/reports/plausible/doubt.ts';
import { enteredOnly } from '../../core/reports/report.ts';
import type { UnitRef } from '../../core/roster/person.ts';
import { addressOf, letterTo } from '../words/address.ts';
import { namedContact } from '../words/contact.ts';
import { kindOf } from '../words/document/kind.ts';
import { figurePeriodSaid } from '../words/figure-period.ts';
import { capital, firstWords, isoDay, moment, personNamed, uncapital } from '../words/format.ts';
import { signerNamed } from '../words/people.ts';

/** "12/UBND-VHXH"; "…/UBND-VH&TT" while the clerk has not numbered it. */
export const numberOf = (number: string): string => (lacksNumber(number) ? `…${number.trim()}` : number);

/** "văn bản số 12/UBND-VHXH ngày 02/3/2026". */
export const directiveName = (directive: Pick<DirectiveRef, 'number' | 'date'>): string =>
  `văn bản số ${numberOf(directive.number)}${directive.date ? ` ngày ${isoDay(directive.date)}` : ''}`;

/** The same; one without a number is told by what it is about. */
export const directiveOrSubject = (directive: Pick<DirectiveRef, 'number' | 'date' | 'subject'>): string =>
  lacksNumber(directive.number) ? `văn bản V/v ${firstWords(directive.subject, 10)}` : directiveName(directive);

/** The deadline with the words it came from: people must be able to hold it against the paper. */
export const deadlineOf = ({
  due,
  quote,
  isExtended,
  isEarlier,
  period,
}: Pick<ObligationFact, 'due' | 'quote' | 'isExtended' | 'isEarlier' | 'period'>): string =>
  `${moment(due)} (${isExtended ? 'đã gia hạn; ' : ''}${isEarlier ? 'để tổng hợp kịp hạn văn bản ghi' : 'văn bản ghi'}: "${quote}"${period ? `; ${figurePeriodSaid(period)}` : ''})`;

const labels = (obligation: ObligationFact): string =>
  capital(obligation.indicators.map((i) => uncapital(i.fullLabel ?? i.label)).join(', '));

/** "UBND huyện Quảng Xương": a name as people say it in a chat. */
const shortName = (name: string): string => name.replace(/^(?:Ủy|Uỷ) ban nhân dân/i, 'UBND');

/** "Công văn số 12/UBND-VHXH ngày 02/3/2026 V/v tổng vệ sinh môi trường". */
export const fullTitle = (directive: Omit<DirectiveRef, 'id' | 'basis' | 'issuer'>): string =>
  `${directiveTitle(directive)} V/v ${directive.subject}`;

/** Where the report goes: "UBND huyện Quảng Xương (qua Phòng Văn hóa và Thông tin)". */
export function recipientOf({
  issuer,
  reportTo,
  unit,
  isConsolidated,
}: {
  issuer: UnitRef;
  reportTo: UnitRef;
  unit?: UnitRef;
  /** Who is consolidated by another reports to that one and nobody else. */
  isConsolidated?: boolean;
}): string {
  if (isConsolidated) return shortName(reportTo.name);
  const isDirect = reportTo.id === issuer.id || reportTo.id === unit?.id;
  return isDirect ? shortName(issuer.name) : `${shortName(issuer.name)} (qua ${reportTo.name})`;
}

const acknowledgeChoice = (assignment: number): Choice => ({ id: `/nhan ${assignment}`, label: 'Đã nhận' });
/** Without an id: of all that the person was sent. */
export const progressChoice = (assignment?: number): Choice => ({
  id: assignment === undefined ? '/tiendo' : `/tiendo ${assignment}`,
  label: 'Báo tiến độ',
});
export const reportChoice = (obligation: number): Choice => ({ id: `/baocao ${obligation}`, label: 'Báo cáo' });

/** "Kế hoạch số 12/KH-UBND ngày 02/3/2026"; where its kind is not known here "Văn bản số …". */
export const directiveTitle = ({
  type = '',
  ...named
}: Pick<DirectiveRef, 'number' | 'date'> & { type?: string }): string =>
  capital(directiveName(named).replace(/^văn bản/, kindOf({ type, number: named.number }) ?? 'văn bản'));

/** A unit's tasks word for word, numbered, with the section each came from. */
const taskLines = (tasks: TaskText[]): string[] =>
  tasks.map((task, index) => `${index + 1}. (mục ${task.section}) ${task.text}`);

const basisLine = ({ basis }: DirectiveRef): string => (basis === null ? '' : `\nThực hiện: ${basis}`);

const signerLine = ({ signer }: DirectiveRef): string => (signer ? `\nNgười ký: ${signerNamed(signer)}` : '');

/** The signed original goes with the tasks, opened by the people of this unit. */
const originalOf = ({ directive, unit, original }: AssignmentFact): Attachment[] =>
  original === undefined ? [] : [originalAttached(directive, unit.code, original)];

/** The signed original as it goes to a unit. */
export const originalAttached = (
  directive: Pick<DirectiveRef, 'id' | 'number'>,
  unit: string,
  format: OriginalFormat,
): Attachment => ({
  label: `Bản ký văn bản số ${numberOf(directive.number)}`,
  paper: { what: 'paper', directive: directive.id, format, unit },
});

/** Whom the document names for questions. */
const contactLine = ({ contact }: DirectiveRef): string[] => (contact ? [`Liên hệ: ${namedContact(contact)}.`] : []);

/** The tasks of one unit as a page of their own, with all that a brief form leaves out. */
export const tasksText = (assignment: AssignmentFact, tasks: TaskText[], obligations: ObligationFact[]): string => {
  const { directive, unit } = assignment;
  return [
    ...(directive.state === 'recalled'
      ? ['VĂN BẢN ĐÃ THU HỒI: không thực hiện, không báo cáo theo văn bản này nữa.']
      : []),
    `${directive.issuer.name}\nV/v ${directive.subject}${signerLine(directive)}${basisLine(directive)}`,
    ...(tasks.length > 0 ? [`Nhiệm vụ của ${unit.name}:`, ...taskLines(tasks)] : []),
    ...dutiesOf({ directive, unit }, obligations).map((o) => dutyText(o)),
    ...contactLine(directive),
    ...consolidatesText(assignment),
  ].join('\n\n');
};

/** How to give all figures in one message, with an example that fits the form. */
export function quickLine(obligation: Pick<ObligationFact, 'indicators'>): string | undefined {
  const { indicators } = enteredOnly(obligation);
  if (indicators.length < 2 || !indicators.every((i) => i.kind === 'count' || i.kind === 'yes-no')) return undefined;
  const example = indicators.map((i, at) => (i.kind === 'yes-no' ? 'có' : exampleFigure(at)));
  return `Trả lời một tin, lần lượt: ${indicators.map((i) => uncapital(i.label)).join(', ')}. Ví dụ: ${example.join(' ')}`;
}

/** The person of a unit who confirmed a directive, and when. */
export const acknowledgedLine = (unit: UnitRef, acknowledged: AssignmentFact['acknowledged']): string =>
  `${unit.name} đã xác nhận nhận văn bản${acknowledged ? ` (${personNamed(acknowledged.by)}, ${moment(acknowledged.at)})` : ''}.`;

/** What a unit must report, to whom and in which form, and until when. */
function dutyText(o: ObligationFact, hasQuote = true): string {
  const to = recipientOf({ ...o, issuer: o.directive.issuer });
  const deadline = hasQuote ? deadlineOf(o) : moment(o.due);
  return `Báo cáo: ${labels(o)}; gửi ${to}${o.inWriting ? ', bằng văn bản' : ''}.\nHạn: ${deadline}.`;
}

/** What a unit consolidates, to whom that goes, and until when. */
const consolidatesText = ({ directive, consolidates }: AssignmentFact): string[] => {
  if (!consolidates) return [];
  const { units, below, due } = consolidates;
  const to = recipientOf({ ...consolidates, issuer: directive.issuer });
  const limits =
    below && due ? { below: ` (hạn của các đơn vị: ${moment(below)})`, own: `\nHạn: ${moment(due)}.` } : null;
  return [
    `Tổng hợp: báo cáo của ${units} đơn vị${limits?.below ?? ''}; gửi ${to}.${limits?.own ?? ''}\nGõ /tonghop để theo dõi, /guitonghop để gửi.`,
  ];
};

/** What a unit owes under a directive: of the rounds of one duty, the first. */
function dutiesOf(
  { directive, unit }: Pick<AssignmentFact, 'directive' | 'unit'>,
  obligations: ObligationFact[],
): ObligationFact[] {
  const ofUnit = obligations.filter((o) => o.unit.id === unit.id && o.directive.id === directive.id);
  return ofUnit.filter((o, index) => ofUnit.findIndex((other) => other.title === o.title) === index);
}

/** What stands where a link to the whole text would, when no link opens for the reader: the command that tells it. */
export const asksForTasks = 'gõ /nhiemvu';

/**
 * What a unit is told of a directive. `whole` says where its whole text is: with it, there are brief forms. It is asked only
 * where one is worded, since to sign a link takes as long as to word a short directive.
 */
type Told = { tasks: TaskText[]; obligations: ObligationFact[]; whole?: (() => string) | undefined };

/** How much of a directive is told: with its basis, with the quotes of the deadlines, and so many words of each task. */
type Extent = { hasBasis: boolean; hasQuotes: boolean; words: number };

const everything: Extent = { hasBasis: true, hasQuotes: true, words: Number.POSITIVE_INFINITY };

/** What is left out where room is short, first to last. The deadline, what is asked and how to answer always stay. */
const shorterExtents: readonly Extent[] = [
  { ...everything, hasBasis: false },
  { ...everything, hasBasis: false, hasQuotes: false },
  ...[50, 40, 30, 25, 20, 15, 10, 5, 0].map((words) => ({ hasBasis: false, hasQuotes: false, words })),
];

/** The tasks of one unit, and what it must report. */
export function tasksMessage(assignment: AssignmentFact, { tasks, obligations, whole }: Told, now: Date): Saying {
  const { directive, unit } = assignment;
  const owed = dutiesOf(assignment, obligations);
  const open = owed.filter((o) => o.state === 'owed' && o.opensAt <= now);
  const tell = ({ hasBasis, hasQuotes, words }: Extent): string =>
    [
      `${(kindOf(directive) ?? 'văn bản chỉ đạo').toLocaleUpperCase('vi')}\nSố: ${numberOf(directive.number)}${directive.date ? `, ngày ${isoDay(directive.date)}` : ''}\nCơ quan ban hành: ${directive.issuer.name}\nV/v ${directive.subject}${hasBasis ? `${signerLine(directive)}${basisLine(directive)}` : ''}`,
      letterTo(unit),
      ...(tasks.length === 0
        ? []
        : words > 0
          ? [`Nhiệm vụ của ${unit.name}:`, ...taskLines(tasks.map((task) => cutTo(task, words)))]
          : [`Nhiệm vụ của ${unit.name}: ${tasks.length} nhiệm vụ.`]),
      ...(hasBasis || whole === undefined ? [] : [`Xem toàn văn: ${whole()}`]),
      ...owed.map((o) => dutyText(o, hasQuotes)),
      ...contactLine(directive),
      ...consolidatesText(assignment),
      assignment.acknowledged
        ? acknowledgedLine(unit, assignment.acknowledged)
        : `Đề nghị ${addressOf(unit.kind).you} xác nhận đã nhận.`,
    ].join('\n\n');
  const [first] = open;
  const closing = first && quickLine(first);
  const attachments = originalOf(assignment);
  const text = tell(everything);
  const briefs = whole === undefined ? [] : briefForms(text, closing ?? '', tell);
  return {
    text,
    ...(attachments.length > 0 && { attachments }),
    choices: [
      acknowledgeChoice(assignment.id),
      ...(first ? [reportChoice(first.id)] : []),
      ...(assignment.asksProgress ? [progressChoice(assignment.id)] : []),
    ],
    ...(closing !== undefined && { closing }),
    ...(briefs.length > 0 && { briefs }),
  };
}

/** What may yet come to a text where it is laid out, in UTF-16 units: choices written out, a link of the signed original. */
const mostAdded = 400;

/**
 * The brief forms that a channel may take, the longest first. None is made behind one that surely takes one message everywhere:
 * to word all of them for ten thousand units took half of the time of issuing.
 */
function briefForms(full: string, closing: string, tell: (extent: Extent) => string): string[] {
  const room = leastMeteredLength - mostAdded - closing.length;
  const forms = [full];
  for (const extent of shorterExtents) {
    if ((forms.at(-1) ?? '').length <= room) break;
    forms.push(tell(extent));
  }
  return forms.slice(1);
}

const cutTo = (task: TaskText, words: number): TaskText => ({ ...task, text: firstWords(task.text, words) });
