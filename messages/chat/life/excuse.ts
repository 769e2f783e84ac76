/** A unit need not report, or has to again. */
import type { Saying } from '../../../core/conversation/context.ts';
import type { UnitRef } from '../../../core/roster/person.ts';
import { moment } from '../../words/format.ts';
import { directiveName, directiveTitle, reportChoice } from '../directive.ts';

type Told = { unit: UnitRef; directive: { number: string; date: string | null; subject: string }; reason: string };

/** What the people of a unit are told once it is let off. */
export const excuseTold = ({ unit, directive, reason }: Told): Saying => ({
  text: `${directiveTitle(directive)} V/v ${directive.subject}: ${unit.name} được miễn báo cáo kỳ này.\nLý do: ${reason}.\nCác nhiệm vụ khác của văn bản giữ nguyên.`,
});

/** What they are told where it has to report after all. */
export const owedAgainTold = ({ unit, directive, reason, due, owed }: Told & { due: Date; owed: number }): Saying => ({
  text: `${directiveTitle(directive)} V/v ${directive.subject}: ${unit.name} không còn được miễn, phải báo cáo, hạn ${moment(due)}.\nLý do: ${reason}.`,
  choices: [reportChoice(owed)],
});

/** To whoever wants to report for a unit that is let off. */
export const excusedNow = (unit: UnitRef, directive: { number: string; date: string | null }, isOwn: boolean): string =>
  `${unit.name} được miễn báo cáo theo ${directiveName(directive)}, không phải báo cáo kỳ này.${isOwn ? ' Nếu vẫn cần báo cáo, đề nghị liên hệ cán bộ theo dõi.' : ` Để nhận báo cáo, gõ /thoimien ${unit.code}.`}`;
