/** What needs a decision: stands below the leader's summary. */
import type { Choice } from '../../../core/delivery/layout.ts';
import type { DecisionsNeeded } from '../../../core/figures/decisions.ts';
import { count, firstWords, moment } from '../../words/format.ts';
import { deadlineSaid } from '../life/extend.ts';

/** So many of each kind are told one by one. */
const mostNamed = 5;

/** The lines; none where nothing waits. */
export function decisionLines({ extensions, broken, blocked }: DecisionsNeeded): string[] {
  const lines = [
    ...some(
      extensions,
      ({ unit, until, reason }) =>
        `${unit.name} xin gia hạn đến ${moment(deadlineSaid(until))}: ${firstWords(reason, 12)}`,
    ),
    ...some(
      blocked,
      ({ unit, section, reason }) =>
        `${unit.name} vướng mắc mục ${section}${reason === '' ? '' : `: ${firstWords(reason, 12)}`}`,
    ),
    ...some(broken, ({ unit, times }) => `${unit.name}: ${count(times.length)} lần hẹn gửi báo cáo mà chưa gửi`),
  ];
  return lines.length === 0 ? [] : ['Cần quyết định:', ...lines];
}

function some<T>(list: readonly T[], line: (one: T) => string): string[] {
  const rest = list.length - mostNamed;
  return [
    ...list.slice(0, mostNamed).map((one) => `- ${line(one)}.`),
    ...(rest > 0 ? [`- và ${count(rest)} việc khác.`] : []),
  ];
}

/** So many requests are decided by a tap below the summary; the command lists the others. */
const mostTapped = 2;

/** The choices that decide what waits; each is a word as well: "đồng ý gia hạn", "không gia hạn". What is blocked is answered in words. */
export function decisionChoices({ extensions, broken, blocked }: DecisionsNeeded): Choice[] {
  const tapped = extensions.length <= mostTapped ? extensions : [];
  return [
    ...tapped.flatMap(({ id, unit }) => [
      { id: `/dongygiahan ${id}`, label: `Gia hạn ${unit.name}`.slice(0, 60) },
      { id: `/khonggiahan ${id}`, label: `Không gia hạn ${unit.name}`.slice(0, 60) },
    ]),
    ...(extensions.length > mostTapped
      ? [{ id: '/xingiahan', label: `Đề nghị gia hạn (${count(extensions.length)})` }]
      : []),
    ...blocked.slice(0, mostTapped).map(({ unit, section, question }) => ({
      id: `/traloi ${question}`,
      label: `Trả lời ${unit.name} (mục ${section})`.slice(0, 60),
    })),
    ...(blocked.length > mostTapped ? [{ id: '/hoi', label: `Vướng mắc chờ trả lời (${count(blocked.length)})` }] : []),
    ...broken
      .slice(0, mostTapped)
      .map(({ unit }) => ({ id: `/nhac ${unit.code}`, label: `Nhắc ${unit.name}`.slice(0, 60) })),
  ];
}
