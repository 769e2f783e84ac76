/** The papers as the chat offers and sends them. */

import type { Saying } from '../../core/conversation/context.ts';
import type { PaperOffer, PapersOffered } from '../../core/conversation/paper-offer.ts';
import type { Attachment } from '../../core/delivery/attachment.ts';
import type { Choice } from '../../core/delivery/layout.ts';
import type { PaperTarget } from '../../core/delivery/link.ts';
import type { DirectiveRef } from '../../core/directives/assignment.ts';
import { directiveTag } from '../../core/directives/find.ts';
import type { UnitRef } from '../../core/roster/person.ts';
import { exportSentence } from '../words/files.ts';
import { directiveName } from './directive.ts';

const names = {
  docx: 'Báo cáo (Word)',
  xlsx: 'Bảng tổng hợp (Excel)',
  png: 'Biểu đồ tình hình báo cáo',
  annex: 'Phụ lục minh chứng (Word)',
  csv: 'Số liệu (CSV)',
  json: 'Số liệu (JSON)',
} as const;

export type ChatFormat = keyof typeof names;

/** What /xuat offers, in the order in which a leader asks for it. */
export const chatFormats = Object.keys(names) as ChatFormat[];

const paperOf = (directive: number, format: ChatFormat): PaperTarget => ({ what: 'paper', directive, format });

/** The chart of a directive, to go with a message about it. */
export const chartOf = (directive: number): Attachment => ({ label: names.png, paper: paperOf(directive, 'png') });

/** Whether the chart is to be had and would reach the reader. */
export const hasChart = (papers: PapersOffered | undefined): boolean =>
  papers?.offers.some(({ paper, carriage }) => paper.format === 'png' && carriage.type !== 'none') ?? false;

/** A paper by itself; where it cannot reach the reader here, a sentence that says so. */
const handOver = (label: string, { paper, carriage }: PaperOffer): Saying =>
  carriage.type === 'none' ? { text: noWay } : { text: '', attachments: [{ label, paper }] };

/** The paper that was asked for by its format. */
export function sendPaper({ offers }: PapersOffered, format: ChatFormat): Saying {
  const offer = offers.find(({ paper }) => paper.format === format);
  return offer ? handOver(names[format], offer) : { text: exportSentence.nothingToReport };
}

/** The draft that a unit signs and sends with its official seal. */
export const sendDraft = (unit: UnitRef, offer: PaperOffer): Saying =>
  handOver(`Dự thảo báo cáo của ${unit.name}`, offer);

/** What can be had: to choose from where files can be sent, and for the rest a link each. */
export function offerPapers({ directive, offers }: PapersOffered): Saying {
  if (offers.length === 0) return { text: exportSentence.nothingToReport };
  const hasFiles = offers.some(({ carriage }) => carriage.type === 'file');
  const isChoice = ({ carriage }: PaperOffer): boolean =>
    hasFiles && (carriage.type === 'file' || carriage.type === 'picture');
  const lines = offers
    .filter((offer) => !isChoice(offer))
    .flatMap(({ paper, carriage }) => ('link' in carriage ? `${nameOf(paper)}: ${carriage.link}` : []));
  const choices = offers.filter(isChoice).map(
    ({ paper }): Choice => ({
      id: `/xuat ${directiveTag(paper.directive)} ${paper.format}`,
      label: nameOf(paper),
    }),
  );
  if (choices.length === 0 && lines.length === 0) return { text: noWay };
  const head = `Tài liệu của ${directiveName(directive)}`;
  if (choices.length === 0)
    return { text: [`${head} (${whenMade}):`, ...lines].join('\n'), choices: [toSummary(directive)] };
  if (lines.length === 0) return { text: `${head}: ‹đồng chí› cần tài liệu nào?`, choices };
  const linked = [`${head}.`, `Mở bằng đường liên kết (${whenMade}):`, ...lines];
  return { text: [...linked, 'Nhận ngay tại đây: ‹đồng chí› cần tài liệu nào?'].join('\n'), choices };
}

export const paperFailed = (label: string): string =>
  `Hệ thống chưa gửi được: ${label}. Đề nghị ‹đồng chí› thử lại sau ít phút.`;

const nameOf = ({ format }: PaperTarget): string => (format in names ? names[format as ChatFormat] : '');

const whenMade = 'số liệu đến lúc mở';

/** Below links alone: with a choice of its own a number typed next does not answer an older message. */
const toSummary = ({ id }: DirectiveRef): Choice => ({ id: `/tonghop ${directiveTag(id)}`, label: 'Tổng hợp chung' });

const noWay =
  'Kênh này không gửi được tệp và hệ thống chưa có địa chỉ công khai để mở liên kết. Đề nghị ‹đồng chí› dùng Telegram hoặc trang trò chuyện trên trình duyệt.';
