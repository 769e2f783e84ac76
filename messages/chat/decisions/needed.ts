/** What needs a decision: stands below the leader's summary. */
import type { DecisionsNeeded } from '../../../core/figures/decisions.ts';
import { count, firstWords, moment } from '../../words/format.ts';
import { deadlineSaid } from '../life/extend.ts';

/** So many of each kind are told one by one. */
const mostNamed = 5;

/** The lines; none where nothing waits. */
export function decisionLines({ extensions, broken }: DecisionsNeeded): string[] {
  const lines = [
    ...some(
      extensions,
      ({ unit, until, reason }) =>
        `${unit.name} xin gia hạn đến ${moment(deadlineSaid(until))}: ${firstWords(reason, 12)}`,
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
