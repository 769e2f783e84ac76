/** What stands in a group as long as a directive runs: who has reported, kept up to date by edits. */
import type { DirectiveRef } from '../../../core/directives/assignment.ts';
import { mostNamedInGroup } from '../../../core/reminders/digest.ts';
import type { Beginning } from '../../../core/roster/beginning.ts';
import type { UnitRef } from '../../../core/roster/person.ts';
import { count } from '../../words/format.ts';
import { deadlineOf, fullTitle } from '../directive.ts';

type CardFacts = {
  directive: DirectiveRef;
  round: { due: Date; overdueFrom: Date; quote: string; isExtended: boolean };
  reported: number;
  reporting: number;
  /** Units that owe; who said when they will report is counted and not named. */
  owing: Beginning<UnitRef>;
  promised: number;
  /** How many owe is said, and not who. */
  isCounted: boolean;
  isClosed: boolean;
};

function owingLines({ owing, promised, isCounted }: CardFacts): string[] {
  const all = owing.count + promised;
  if (all === 0) return ['Tất cả các đơn vị đã báo cáo.'];
  const named = isCounted ? [] : owing.first.slice(0, mostNamedInGroup);
  const others = isCounted ? 0 : owing.count - named.length;
  return [
    `Chưa báo cáo: ${count(all)} đơn vị${promised > 0 ? `, trong đó ${count(promised)} đơn vị đã hẹn giờ gửi` : ''}${named.length > 0 ? ':' : '.'}`,
    ...named.map(({ name }) => `- ${name}`),
    ...(others > 0 ? [`và ${count(others)} đơn vị khác.`] : []),
  ];
}

/** What every card begins with. */
export const cardTitle = 'THEO DÕI BÁO CÁO: ';

/** Says nothing of the time at which it is read, so that it changes only as reports come in. */
export function directiveCard(facts: CardFacts): string {
  const { directive, round, reported, reporting, isClosed } = facts;
  return [
    `${cardTitle}${fullTitle(directive)}`,
    `Hạn: ${deadlineOf(round)}.`,
    `Đã báo cáo: ${count(reported)}/${count(reporting)} đơn vị.`,
    ...(isClosed ? ['Văn bản đã kết thúc.'] : owingLines(facts)),
  ].join('\n');
}

/** What a reminder in a group reads once all whom it named have reported. */
export const groupReminderAnswered = (directive: DirectiveRef): string =>
  `Báo cáo theo ${fullTitle(directive)}: các đơn vị được nhắc đã báo cáo.`;

/** What stands in the outbox for the request that pins a card. */
export const pinLabel = (): string => 'Ghim tin theo dõi báo cáo.';

/** What stands there for the request that ends it. */
export const unpinLabel = (): string => 'Bỏ ghim tin theo dõi báo cáo.';

/** To staff, once: the card could not be pinned. */
export const cardNotPinned = (title: string): string =>
  `Hệ thống chưa ghim được tin theo dõi báo cáo trong nhóm ${title ? `"${title}"` : ''}: chưa có quyền ghim tin. Đề nghị ‹đồng chí› cấp quyền ghim tin cho hệ thống, hoặc tự ghim tin đó.`;
