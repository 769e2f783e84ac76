/** What is answered before all of a group. */
import type { Summary } from '../../../core/figures/summary.ts';
import { count, moment } from '../../words/format.ts';
import { directiveTitle } from '../directive.ts';

/** How many have reported, and until when; no names and no figures. */
export function groupCounts({ directive, round, units }: Summary, now: Date): string {
  const { reported } = units;
  const reporting = units.reporting - units.excused;
  const left = reporting - reported;
  const standing =
    round === null
      ? 'văn bản không yêu cầu báo cáo số liệu'
      : `đã báo cáo ${count(reported)}/${count(reporting)} đơn vị${left > 0 ? `, còn ${count(left)} đơn vị` : ''}`;
  return [
    `${directiveTitle(directive)}, đến ${moment(now)}: ${standing}.`,
    ...(round ? [`Hạn: ${moment(round.due)}.`] : []),
    'Muốn biết từng đơn vị, từng số liệu, đề nghị ‹đồng chí› nhắn riêng cho hệ thống.',
  ].join('\n');
}

export const askInPrivate = (): string =>
  'Việc này đề nghị ‹đồng chí› nhắn riêng cho hệ thống. Trong nhóm, hệ thống chỉ trả lời số đơn vị đã báo cáo và hạn báo cáo.';
