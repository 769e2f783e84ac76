/** What is said once the time has come that a unit named and did not keep. */
import type { Saying } from '../../../core/conversation/context.ts';
import type { UnitRef } from '../../../core/roster/person.ts';
import { moment } from '../../words/format.ts';
import { directiveName, reportChoice } from '../directive.ts';

type Promised = {
  until: Date;
  obligation: number;
  unit: UnitRef;
  directive: { number: string; date: string | null };
};

/** To who promised: the time has come. */
export const promiseBroken = ({ until, obligation, unit, directive }: Promised): Saying => ({
  text: `Đã quá giờ hẹn (${moment(until)}): ${unit.name} chưa báo cáo theo ${directiveName(directive)}. Đề nghị ‹đồng chí› báo cáo ngay, hoặc nhắn giờ gửi mới.`,
  choices: [reportChoice(obligation)],
});

/** Whom to call in a unit, as the roster has them. */
type Head = { headName: string | null; headTitle: string | null; phone: string | null } | undefined;

function headText(head: Head): string {
  const who = [head?.headTitle, head?.headName].filter((part) => part).join(' ');
  return `${who || 'thủ trưởng đơn vị'}, điện thoại ${head?.phone ?? 'chưa có trong danh bạ'}`;
}

/** To staff: somebody had better call. */
export const wordBrokenTwice = ({
  unit,
  directive,
  times,
  head,
}: Pick<Promised, 'unit' | 'directive'> & { times: readonly Date[]; head: Head }): Saying => ({
  text: [
    `${unit.name} đã ${times.length} lần hẹn gửi báo cáo theo ${directiveName(directive)} nhưng chưa gửi (${times.map(moment).join('; ')}).`,
    `Đề nghị ‹đồng chí› gọi ${headText(head)}.`,
  ].join('\n'),
});
