/** Who acts for a unit beside its head, in their place for a time, or after them. */
import type { Saying } from '../../../core/conversation/context.ts';
import type { ObligationFact } from '../../../core/reports/obligation.ts';
import type { HeldRole, RoleFact, UnitRef } from '../../../core/roster/person.ts';
import { namedContact } from '../../words/contact.ts';
import { count, moment, namesOf } from '../../words/format.ts';
import { deadlineOf, directiveOrSubject } from '../directive.ts';
import { roleNames } from '../registration.ts';

const named = (name: string | undefined): string => (name ? namedContact({ name }) : 'người được giao');

/** An invitation to forward: both get the tasks, and the head answers for the unit as before. */
export const delegateInvited = (unit: UnitRef, name: string | undefined, code: string, links: string[]): string =>
  [
    `Mã mời cán bộ đầu mối của ${unit.name} (dùng một lần, có hạn): ${code}`,
    ...links,
    `Đề nghị ‹đồng chí› chuyển riêng cho ${named(name)}. Khi nhận mã, ${named(name)} cùng nhận nhiệm vụ, cùng báo cáo; ‹đồng chí› vẫn chịu trách nhiệm. Muốn thôi giao, ‹đồng chí› gõ /thoiuyquyen.`,
  ].join('\n');

/** Somebody was named, and it is not plain that they are to act for the unit. */
export const offerToDelegate = (name: string | undefined): Saying => ({
  text: `‹Đồng chí› muốn giao ${named(name)} cùng nhận nhiệm vụ và báo cáo của đơn vị? Hệ thống cấp mã mời để ‹đồng chí› chuyển cho người đó.`,
  choices: [{ id: `/uyquyen${name ? ` ${name.slice(0, 30)}` : ''}`, label: 'Lấy mã mời' }],
});

export const delegateForWhich = (units: readonly UnitRef[]): Saying => ({
  text: '‹Đồng chí› ủy quyền cho đơn vị nào?',
  choices: units.slice(0, 8).map(({ id, name }) => ({ id: `/uyquyen u:${id}`, label: name.slice(0, 60) })),
});

export const onlyHeadsDelegate = (): string =>
  'Việc ủy quyền do thủ trưởng đơn vị thực hiện. Đề nghị ‹đồng chí› báo thủ trưởng gõ /uyquyen, hoặc liên hệ cán bộ theo dõi.';

/** To the head: who was invited has come. */
export const delegateJoined = (unit: UnitRef): Saying => ({
  text: `Cán bộ đầu mối của ${unit.name} đã nhận mã mời và cùng nhận nhiệm vụ với ‹đồng chí›. Muốn thôi giao, ‹đồng chí› gõ /thoiuyquyen.`,
});

/** To staff: a unit has two heads. */
export const headJoined = (unit: UnitRef, others: readonly { roleId: number; name: string }[]): Saying => ({
  text: `${unit.name} có thủ trưởng mới nhận tin qua hệ thống; trước đó là ${namesOf(
    others.map(({ name }) => name || 'người chưa rõ tên'),
    3,
  )}. Người trước đã thôi phụ trách thì ‹đồng chí› kết thúc vai trò.`,
  choices: others
    .slice(0, 3)
    .map(({ roleId, name }) => ({ id: `/thuhoi ${roleId}`, label: `Kết thúc: ${name}`.slice(0, 60) })),
});

const mostTold = 4;

/** To a new head: how the unit stands. */
export function takenOver(
  unit: UnitRef,
  { directives, obligations }: { directives: number; obligations: readonly ObligationFact[] },
): Saying {
  const owed = obligations.filter(({ state }) => state === 'owed');
  const isOneDirective = new Set(obligations.map((o) => o.directive.id)).size < 2;
  const under = (o: ObligationFact): string => (isOneDirective ? '' : ` theo ${directiveOrSubject(o.directive)}`);
  const reported = obligations.filter(({ state }) => state === 'reported');
  return {
    text: [
      `Hồ sơ ${unit.name} chuyển giao cho ‹đồng chí›: ${count(directives)} văn bản; ${count(reported.length)} báo cáo đã gửi, ${count(owed.length)} báo cáo còn phải gửi.`,
      ...owed.slice(0, mostTold).map((o) => `- Còn phải báo cáo${under(o)}: ${o.title}, hạn ${deadlineOf(o)}.`),
      ...reported
        .slice(0, mostTold)
        .map((o) => `- Đã báo cáo${under(o)}: ${o.title}${o.current ? `, lúc ${moment(o.current.at)}` : ''}.`),
      'Gõ /nhiemvu để xem nhiệm vụ, /lichsu để xem các lần báo cáo.',
    ].join('\n'),
  };
}

export const noDelegates = (): string =>
  'Hiện không có cán bộ đầu mối nào được ‹đồng chí› giao. Để giao, ‹đồng chí› gõ /uyquyen kèm tên người.';

const held = ({ person, unit }: HeldRole): string => `${person.name || 'người chưa rõ tên'} – ${unit.name}`;

export const endWhichDelegation = (delegates: readonly HeldRole[]): Saying => ({
  text: '‹Đồng chí› thôi giao ai?',
  choices: delegates.slice(0, 8).map((one) => ({ id: `/thoiuyquyen ${one.id}`, label: held(one).slice(0, 60) })),
});

export const delegationEnded = (delegate: HeldRole): string =>
  `Đã thôi giao ${held(delegate)}. Người đó không nhận tin và không báo cáo cho đơn vị nữa.`;

export const awayUntilWhen = (): string => '‹Đồng chí› vắng mặt đến ngày nào? Ví dụ: /vangmat đến 15/9.';

/** Who is away; whoever else is there for their units is reminded in their place. */
export const isAway = (until: Date): string =>
  `Đã ghi: ‹đồng chí› vắng mặt đến ${moment(until)}. Đến khi đó hệ thống nhắc người cùng phụ trách đơn vị; nếu không có ai, tin nhắc vẫn gửi ‹đồng chí›: khi cần, ‹đồng chí› gõ /uyquyen kèm tên để giao. Về sớm hơn, ‹đồng chí› gõ "đã về".`;

export const isBack = (): string => 'Hệ thống đã ghi nhận; các tin nhắc lại được gửi tới ‹đồng chí› như trước.';

const rolesSaid = (roles: readonly RoleFact[]): string =>
  roles.map(({ role, unit }) => `${roleNames[role]} – ${unit.name}`).join('; ');

export const confirmHandOver = (roles: readonly RoleFact[]): Saying => ({
  text: `‹Đồng chí› bàn giao và thôi vai trò: ${rolesSaid(roles)}? Báo cáo đã gửi vẫn lưu trong hồ sơ đơn vị; cán bộ theo dõi được báo để mời người mới.`,
  choices: [
    { id: '/xacnhanbangiao', label: 'Xác nhận bàn giao' },
    { id: '/giunguyen', label: 'Giữ nguyên' },
  ],
  choiceStyle: 'values',
});

export const handedOver = (roles: readonly RoleFact[]): string =>
  `‹Đồng chí› đã thôi vai trò: ${rolesSaid(roles)}. Hệ thống trân trọng cảm ơn ‹đồng chí›.`;
