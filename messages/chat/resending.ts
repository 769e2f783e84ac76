/** What staff read when they send again what was given up. */

import type { Saying } from '../../core/conversation/context.ts';
import type { ResendPreview } from '../../core/conversation/preview.ts';
import { directiveTag } from '../../core/directives/find.ts';
import { count, namesOf } from '../words/format.ts';
import { numberOf } from './directive.ts';

/** How many units a message names. */
const mostNamed = 8;

export const nothingToResend = (): string => 'Không có tin nào cần gửi lại. Gõ /goidien để xem đơn vị cần gọi điện.';

/** What stands behind `/guilai` for what is about no directive. */
export const answers = 'traloi';

export const pickResending = (previews: ResendPreview[]): Saying => ({
  text: '‹Đồng chí› gửi lại các tin chưa gửi được của văn bản nào?',
  choices: previews.map((p) =>
    p.about === 'answers'
      ? { id: `/guilai ${answers}`, label: `Tin trả lời, thông báo (${count(p.messages)} tin)` }
      : {
          id: `/guilai ${directiveTag(p.id)}`,
          label: `${numberOf(p.number)} (${count(p.messages)} tin) – ${p.subject}`.slice(0, 60),
        },
  ),
});

const goAhead = [
  { id: 'resend', label: 'Gửi lại' },
  { id: 'cancel', label: 'Không' },
];

export const resendPreview = (p: ResendPreview): Saying =>
  p.about === 'answers'
    ? {
        text: [
          `${count(p.messages)} tin trả lời, thông báo không thuộc văn bản nào chưa gửi được.`,
          ...(p.going < p.messages
            ? [`Trong đó ${count(p.messages - p.going)} tin hiện không kênh nào gửi được.`]
            : []),
          'Gửi lại?',
        ].join('\n'),
        choices: goAhead,
      }
    : previewOfDirective(p);

type OfDirective = Extract<ResendPreview, { about: 'directive' }>;

const previewOfDirective = (p: OfDirective): Saying => ({
  text: [
    `Văn bản số ${numberOf(p.number)}: ${p.subject}`,
    `${count(p.messages)} tin của ${count(p.units.length)} đơn vị chưa gửi được: ${namesOf(p.units, mostNamed)}.`,
    ...(p.withoutWay.length > 0
      ? [`Trong đó ${count(p.withoutWay.length)} đơn vị hiện không kênh nào nhắn được: cần gọi điện (/goidien).`]
      : []),
    'Gửi lại?',
  ].join('\n'),
  choices: goAhead,
});

export const resent = (p: ResendPreview): string =>
  p.about === 'answers' ? `Hệ thống đang gửi lại ${count(p.going)} tin trả lời, thông báo.` : resentOfDirective(p);

const resentOfDirective = (p: OfDirective): string =>
  [
    `Hệ thống đang gửi lại ${count(p.going)} tin của văn bản số ${numberOf(p.number)}.`,
    ...(p.withoutWay.length > 0
      ? [
          `Chưa có kênh nào để gửi cho ${count(p.withoutWay.length)} đơn vị: ${namesOf(p.withoutWay, mostNamed)}. Tin chờ đến khi có kênh; đề nghị ‹đồng chí› gọi điện theo /goidien.`,
        ]
      : []),
  ].join('\n');

export const resendUnclear = (): string =>
  'Hệ thống chưa rõ trả lời của ‹đồng chí› nên chưa gửi lại. Đề nghị ‹đồng chí› gõ "Gửi lại" hoặc "Không".';
export const notResent = (): string => 'Hệ thống chưa gửi lại tin nào. Khi cần, ‹đồng chí› gõ /guilai.';
export const resentAlready = (): string =>
  'Các tin này đã được gửi lại hoặc không còn cần gửi. Gõ /goidien để xem đơn vị cần gọi điện.';
