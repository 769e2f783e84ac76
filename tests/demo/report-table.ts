/** The small table at the end. */

import { count } from '../../messages/words/format.ts';
import { alignRows } from '../../messages/words/table.ts';
import type { Checks } from './checks.ts';
import { demoEnd, demoKind } from './wording.ts';

/** What was sent, whether the totals are what people typed, and what must be zero. */
export function endTable({ sent, totals, remindersAfterReport, uncertain, audit }: Checks, seconds: number): string {
  const sum = (channel: 'telegram' | 'web') => sent.reduce((all, row) => all + row[channel], 0);
  const line = (name: string, telegram: number, web: number) => [
    name,
    ...[telegram, web, telegram + web].map((n, at) => count(n).padStart(demoEnd.sentHead[at + 1]?.length ?? 0)),
  ];
  return [
    demoEnd.sent,
    alignRows([
      demoEnd.sentHead,
      ...sent.map(({ kind, telegram, web }) => line(demoKind(kind), telegram, web)),
      line(demoEnd.all, sum('telegram'), sum('web')),
    ]),
    '',
    demoEnd.totals,
    alignRows([
      demoEnd.totalsHead,
      ...totals.map(({ label, typed, counted }) => [
        label,
        count(typed),
        count(counted),
        typed === counted ? demoEnd.equal : demoEnd.different,
      ]),
    ]),
    '',
    demoEnd.remindersAfterReport(remindersAfterReport),
    demoEnd.unsettled(uncertain),
    demoEnd.audited(audit.records, audit.faults.length),
    demoEnd.took(seconds),
  ].join('\n');
}
