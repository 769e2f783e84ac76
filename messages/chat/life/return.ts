/** A report that is sent back to its unit. */
import type { Saying } from '../../../core/conversation/context.ts';
import type { UnitRef } from '../../../core/roster/person.ts';
import { asSentence, moment } from '../../words/format.ts';
import { directiveTitle, reportChoice } from '../directive.ts';

type Told = {
  unit: UnitRef;
  directive: { number: string; date: string | null; subject: string };
  /** Who sends it back, by name. */
  by: string;
  reason: string;
  due: Date;
  owed: number;
};

/** What the people of the unit read. */
export const sentBackTold = ({ unit, directive, by, reason, due, owed }: Told): Saying => ({
  text: [
    `${by} trả lại báo cáo của ${unit.name} theo ${directiveTitle(directive)} V/v ${directive.subject}.`,
    `Ý kiến: ${asSentence(reason)}`,
    `Số liệu đã gửi không còn được tính. Đề nghị ‹đồng chí› báo cáo lại, hạn ${moment(due)}.`,
  ].join('\n'),
  choices: [reportChoice(owed)],
});
