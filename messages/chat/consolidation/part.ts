/** What a unit consolidates: how it stands, before it goes up, and what is said of it above. */

import { type PartView, progressOfPart } from '../../../core/consolidation/part.ts';
import type { Saying } from '../../../core/conversation/context.ts';
import { directiveTag } from '../../../core/directives/find.ts';
import { count, firstWords, moment, namesOf, overdueWords, percent } from '../../words/format.ts';
import { directiveName, directiveTitle, recipientOf } from '../directive.ts';
import { indicatorLines } from '../summary.ts';

/** So many units are named. */
const mostNamed = 10;

const toWhom = (part: PartView): string => recipientOf({ ...part, issuer: part.directive.issuer });

/** "58/61 đơn vị (95,1%)". */
function shareOf(part: PartView): string {
  const { reporting, reported } = progressOfPart(part);
  const share = reporting > 0 ? ` (${percent(Math.round((1000 * reported) / reporting) / 10)})` : '';
  return `${count(reported)}/${count(reporting)} đơn vị${share}`;
}

const missingOf = ({ below }: PartView): string[] =>
  below.filter(({ state }) => state === 'owed').map(({ unit }) => unit.name);

function missingLines(part: PartView, now: Date): string[] {
  const missing = missingOf(part);
  if (missing.length === 0) return ['Tất cả các đơn vị đã báo cáo.'];
  const late = part.below.some(({ state, due }) => state === 'owed' && due <= now) ? ' (đã đến hạn)' : '';
  return [`Chưa báo cáo${late}: ${count(missing.length)} đơn vị: ${namesOf(missing, mostNamed)}.`];
}

/** What came or changed since it went up last. */
function newsLine({ news: { added, changed } }: PartView): string {
  const parts = [
    ...(added.length > 0 ? [`thêm ${count(added.length)} đơn vị báo cáo (${namesOf(added, mostNamed)})`] : []),
    ...(changed.length > 0
      ? [`${count(changed.length)} đơn vị thay đổi số liệu (${namesOf(changed, mostNamed)})`]
      : []),
  ];
  return parts.join('; ');
}

function submittedLine(part: PartView): string {
  const { submitted } = part;
  if (submitted === null) return 'Chưa gửi báo cáo tổng hợp.';
  const sent = `Đã gửi tổng hợp lần ${submitted.revision} lúc ${moment(submitted.at)}: ${count(submitted.reports.length)} đơn vị`;
  const news = newsLine(part);
  return news === '' ? `${sent}.` : `${sent}; từ đó ${news}, chưa gửi bổ sung.`;
}

const sendChoice = ({ directive, submitted }: PartView) => ({
  id: `/guitonghop ${directiveTag(directive.id)}`,
  label: submitted === null ? 'Gửi tổng hợp' : 'Gửi bổ sung',
});

/** Whether there is something that has not gone up. */
const hasNews = ({ reports, submitted, news }: PartView): boolean =>
  submitted === null ? reports.length > 0 : news.added.length + news.changed.length > 0;

/** How the part stands, for whoever consolidates. */
export function partSummary(part: PartView, now: Date): Saying {
  const { unit, directive, below, due, belowDue, indicators } = part;
  const late = below.filter(({ isLate }) => isLate).length;
  return {
    text: [
      `TỔNG HỢP của ${unit.name} đến ${moment(now)}`,
      `${directiveTitle(directive)}: ${firstWords(directive.subject, 8)}`,
      `Đã báo cáo: ${shareOf(part)}${late > 0 ? `; quá hạn: ${count(late)}` : ''}.`,
      ...indicatorLines(indicators, Number.POSITIVE_INFINITY),
      ...missingLines(part, now),
      `Hạn của các đơn vị: ${moment(belowDue)}; hạn gửi ${toWhom(part)}: ${moment(due)}.`,
      submittedLine(part),
    ].join('\n'),
    choices: [
      ...(hasNews(part) ? [sendChoice(part)] : []),
      ...(missingOf(part).length > 0
        ? [{ id: `/nhac ${directiveTag(directive.id)}`, label: 'Nhắc đơn vị chưa báo cáo' }]
        : []),
    ],
  };
}

/** What would go up, to be confirmed by one word. */
export function submissionPreview(part: PartView): string {
  const missing = missingOf(part);
  const head =
    part.submitted === null
      ? 'Gửi báo cáo tổng hợp'
      : `Gửi bổ sung báo cáo tổng hợp (lần ${part.submitted.revision + 1})`;
  return [
    `${head} theo ${directiveName(part.directive)} về ${toWhom(part)}: ${count(part.reports.length)}/${count(progressOfPart(part).reporting)} đơn vị.`,
    ...(part.submitted === null ? [] : [`So với lần trước: ${newsLine(part)}.`]),
    ...indicatorLines(part.indicators, Number.POSITIVE_INFINITY),
    ...(missing.length > 0 ? [`Còn ${count(missing.length)} đơn vị gửi sau: ${namesOf(missing, mostNamed)}.`] : []),
    'Gửi?',
  ].join('\n');
}

/** While it was read, more came in. */
export const partChanged = (): string => 'Số liệu vừa thay đổi, đề nghị ‹đồng chí› xem lại trước khi gửi.';

/** To whoever answers for no unit that consolidates. */
export const noPart = (): string => 'Hiện không có văn bản nào mà đơn vị của ‹đồng chí› phải tổng hợp.';

/** To the staff above: a report went up. */
export const submissionTold = (part: PartView): string =>
  [
    `${part.unit.name} đã gửi báo cáo tổng hợp${(part.submitted?.revision ?? 1) > 1 ? ` (bổ sung, lần ${part.submitted?.revision})` : ''} theo ${directiveName(part.directive)}: ${count(part.submitted?.reports.length ?? 0)}/${count(progressOfPart(part).reporting)} đơn vị.`,
    ...indicatorLines(part.indicators, Number.POSITIVE_INFINITY),
    ...(missingOf(part).length > 0 ? [`Gửi sau: ${namesOf(missingOf(part), mostNamed)}.`] : []),
  ].join('\n');

/** Once a day: what waits to go up. */
export const submissionAsked = (part: PartView, now: Date): Saying => ({
  text: [
    part.submitted === null
      ? `${part.unit.name} chưa gửi báo cáo tổng hợp theo ${directiveName(part.directive)} về ${toWhom(part)} (hạn ${moment(part.due)}${now > part.due ? `, ${overdueWords(part.due, now)}` : ''}).`
      : `Báo cáo tổng hợp theo ${directiveName(part.directive)}: sau lần gửi ${part.submitted.revision}, ${newsLine(part)}.`,
    `Đã có ${shareOf(part)}.`,
    ...missingLines(part, now),
    part.submitted === null ? 'Gửi tổng hợp? Đơn vị nào báo cáo sau sẽ gửi bổ sung.' : 'Gửi bổ sung?',
  ].join('\n'),
  choices: [sendChoice(part)],
});
