/** Measures, money and percentages: how they are asked for, what to type instead, and what is asked about. */

import type { Saying } from '../../../core/conversation/context.ts';
import type { Exact } from '../../../core/reports/exact.ts';
import { isAmount, placesOf, unitOf } from '../../../core/reports/indicators.ts';
import type { Indicator } from '../../../core/reports/obligation.ts';
import { withUnit } from '../../words/figures.ts';
import { count, isoDay } from '../../words/format.ts';

/** "12,5 ha", "85%": a figure as chats say it. */
export const amount = (indicator: Indicator, value: Exact): string =>
  withUnit(count(value), isAmount(indicator.kind) ? unitOf(indicator) : undefined);

/** The question, with what the figure is a share of where that is known. */
export function askAmount(indicator: Indicator, whole: Exact | undefined): Saying {
  const unit = indicator.kind === 'percent' ? 'phần trăm' : unitOf(indicator);
  const of = whole === undefined ? '' : ` (trên ${amount(indicator, whole)})`;
  return { text: `${indicator.label}: bao nhiêu ${unit}${of}?` };
}

/** A figure that could be typed. */
export function amountExample(indicator: Indicator): string {
  const unit = unitOf(indicator) ?? '';
  if (indicator.kind === 'percent') return placesOf(indicator) > 0 ? '85,5%' : '85%';
  if (indicator.kind === 'money' && unit === 'đồng') return '1.250.000 đồng';
  return withUnit(placesOf(indicator) > 0 ? '12,5' : '125', unit);
}

export const amountUnclear = (indicator: Indicator): string =>
  `Chưa đọc được số liệu ${indicator.label}. Đề nghị ‹đồng chí› ghi một con số${unitPart(indicator)}, ví dụ: ${amountExample(indicator)}.`;

const unitPart = (indicator: Indicator): string =>
  indicator.kind === 'percent' ? ' kèm dấu %' : ` tính bằng ${unitOf(indicator)}`;

export const noShare = (indicator: Indicator): string =>
  `${indicator.label} tính bằng ${unitOf(indicator)}, không phải bằng phần trăm. Đề nghị ‹đồng chí› ghi con số cụ thể, ví dụ: ${amountExample(indicator)}.`;

export const tooManyPlaces = (indicator: Indicator): string =>
  placesOf(indicator) === 0
    ? `${indicator.label} là số nguyên, không có phần thập phân. Đề nghị ‹đồng chí› nhập lại, ví dụ: ${amountExample(indicator)}.`
    : `${indicator.label} ghi tối đa ${placesOf(indicator)} chữ số sau dấu phẩy. Đề nghị ‹đồng chí› nhập lại, ví dụ: ${amountExample(indicator)}.`;

export function outsideBounds(indicator: Indicator, value: Exact): string {
  const { min = null, max = null } = indicator;
  const bounds = [
    ...(min === null ? [] : [`không nhỏ hơn ${amount(indicator, min)}`]),
    ...(max === null ? [] : [`không lớn hơn ${amount(indicator, max)}`]),
  ].join(' và ');
  return `${indicator.label} phải ${bounds}; ‹đồng chí› ghi ${amount(indicator, value)}. Đề nghị ‹đồng chí› kiểm tra và nhập lại.`;
}

const thousands = ['', ' nghìn', ' triệu', ' tỷ', ' nghìn tỷ'];

/** "1.250" as "1 nghìn 250": a dot is then no comma. Empty below a thousand. */
function inThousands(value: Exact): string {
  const [whole = ''] = String(value).split('.');
  if (whole.length < 4) return '';
  const groups = whole.match(/\d{1,3}(?=(?:\d{3})*$)/g) ?? [];
  const said = groups.flatMap((group, at) =>
    Number(group) === 0 ? [] : [`${Number(group)}${thousands[groups.length - 1 - at] ?? ''}`],
  );
  return ` (${said.join(' ')})`;
}

/** A figure that is likely meant. No menu: a typed figure is the answer. */
export const sureAmount = (indicator: Indicator, value: Exact): Saying => ({
  text: `${indicator.label}: hệ thống đọc là ${amount(indicator, value)}${inThousands(value)}. ‹Đồng chí› xác nhận có đúng không?`,
  choiceStyle: 'values',
  choices: [
    { id: 'sure', label: 'Đúng' },
    { id: 'again', label: 'Nhập lại' },
  ],
});

/** A day that is likely meant. */
export const sureDay = (indicator: Indicator, day: string): Saying => ({
  text: `${indicator.label}: hệ thống đọc là ${isoDay(day)}. ‹Đồng chí› xác nhận có đúng không?`,
  choiceStyle: 'values',
  choices: [
    { id: 'sure', label: 'Đúng' },
    { id: 'again', label: 'Nhập lại' },
  ],
});

export const sureDayUnclear = (): string =>
  'Hệ thống chưa rõ trả lời của ‹đồng chí›. Ngày trên đúng thì ‹đồng chí› gõ "Đúng", chưa đúng thì ghi ngày đúng, ví dụ: 08/9/2021.';

export const sureUnclear = (indicator: Indicator): string =>
  `Hệ thống chưa rõ trả lời của ‹đồng chí›. Số trên đúng thì ‹đồng chí› gõ "Đúng", chưa đúng thì ghi số đúng, ví dụ: ${amountExample(indicator)}.`;
