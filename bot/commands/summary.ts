import { plainPeriod } from '../../core/figures/plain-period.ts';
import { percentOf, type Summary } from '../../core/figures/summary.ts';
import { plainFigure } from '../../core/reports/exact.ts';
import { fail, ok } from '../../core/result.ts';
import { toIso } from '../../core/time/calendar.ts';
import { everyUnit, findLatestIssued, readSummary } from '../../db/figures/summary.ts';
import { summaryMessage } from '../../messages/chat/summary.ts';
import { commandSentence as say } from '../../messages/terminal/command.ts';
import { command } from './shape/command.ts';
import { readDirectiveId } from './shape/directive-id.ts';

/** Where a directive stands: the newest issued one when none is named. Instants are ISO with +07:00. */
export default command<ReturnType<typeof toDocument>>({
  async run({ db, clock }, { args }) {
    const asked = args[0] === undefined ? undefined : readDirectiveId(args[0]);
    if (args[0] !== undefined && asked === undefined) return fail(say.directiveId);
    const id = await findLatestIssued(db, undefined, asked);
    if (id === undefined) return fail(asked === undefined ? say.nothingIssued : say.notIssued(asked));
    const now = clock.civil();
    return ok(toDocument(await readSummary(db, id, now, { most: everyUnit }), now));
  },
  print: (document) => document.text,
});

function toDocument(summary: Summary, now: Date) {
  const {
    directive,
    round,
    units,
    indicators,
    period,
    consolidations,
    missing,
    extended,
    unreachable,
    progress = [],
  } = summary;
  const totals = (of: Summary['indicators']) =>
    of.map((i) => ({
      key: i.key,
      label: i.label,
      total: plainFigure(i.total),
      of: plainFigure(i.of),
      percent: percentOf(i.total, i.of),
      units: i.units,
      ...(i.unit && { unit: i.unit }),
      ...(i.target && { target: plainFigure(i.target), percentOfTarget: percentOf(i.total, i.target) }),
    }));
  return {
    id: directive.id,
    number: directive.number,
    subject: directive.subject,
    round: round?.key ?? null,
    due: round && toIso(round.due),
    overdueFrom: round && toIso(round.overdueFrom),
    units,
    indicators: totals(indicators),
    period: period ? plainPeriod(period) : null,
    missing: missing.first.map((u) => u.code),
    extended: (extended?.first ?? []).map(({ unit, due }) => ({ unit: unit.code, due: toIso(due) })),
    unreachable: unreachable.first.map(({ unit, reason }) => ({ unit: unit.code, reason })),
    consolidations: consolidations.map((c) => ({
      unit: c.unit.code,
      reporting: c.reporting,
      reported: c.reported,
      indicators: totals(c.indicators),
    })),
    progress,
    text: summaryMessage(summary, now, 'page'),
  };
}
