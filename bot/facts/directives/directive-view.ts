import type { DirectiveState } from '../../../core/directives/assignment.ts';
import { type AudienceUnit, resolveAudience } from '../../../core/directives/audience.ts';
import { roundsOf } from '../../../core/directives/deadline.ts';
import type { DirectiveDraft } from '../../../core/directives/directive.ts';
import { civilDate, toIso } from '../../../core/time/calendar.ts';
import type { Db } from '../../../db/database.ts';
import { type Directive, unitsOfDuty, unitsOfTask } from '../../../db/directives/directives.ts';
import { listRoundTimes } from '../../../db/reports/deadlines.ts';
import { listUnits } from '../../../db/roster/units.ts';

type Asked = { key: string; label: string; kind: string };

/** A directive as `directive show` gives it. Instants are ISO with +07:00; null where a deadline has no round. */
export type DirectiveView = {
  id: number;
  state: DirectiveState;
  number: string;
  date: string | null;
  subject: string;
  issuer: string;
  tasks: { key: string; text: string; section: string; units: string[] }[];
  duties: {
    key: string;
    title: string;
    due: string | null;
    overdueFrom: string | null;
    quote: string;
    reportTo: string;
    denominator: Asked | null;
    indicators: Asked[];
    units: string[];
  }[];
};

/** The round that matters at `now`: the next one due, or the last. */
function roundAt(rounds: readonly { due: Date; overdueFrom: Date }[], now: Date) {
  const round = rounds.find((each) => each.due >= now) ?? rounds.at(-1);
  return round ? { due: toIso(round.due), overdueFrom: toIso(round.overdueFrom) } : { due: null, overdueFrom: null };
}

type Reached = Pick<DirectiveView, 'tasks' | 'duties'>;

/** Who would get what of a draft, with the units of a roster. */
export function viewDraft(draft: DirectiveDraft, roster: readonly AudienceUnit[], now: Date): Reached {
  const tasks = draft.tasks.map(({ key, text, section, audience }) => {
    return { key, text, section, units: resolveAudience(audience, roster) };
  });
  const duties = draft.duties.map(({ key, title, audience, deadline, reportTo, denominator, indicators }) => ({
    key,
    title,
    ...roundAt(roundsOf(deadline), now),
    quote: deadline.quote,
    reportTo,
    denominator: denominator ? { key: denominator.key, label: denominator.label, kind: 'count' } : null,
    indicators: indicators.map(({ key, label, kind }) => ({ key, label, kind })),
    units: resolveAudience(audience, roster),
  }));
  return { tasks, duties };
}

/** Who gets what: by today's roster for a draft, by what was assigned once it is issued. `now` is civil time. */
export async function viewDirective(db: Db, directive: Directive, now: Date): Promise<DirectiveView> {
  const { id, state, number, date, subject, issuerCode: issuer, draft } = directive;
  const roster = state === 'draft' ? await listUnits(db, civilDate(now)) : [];
  const { tasks, duties } = viewDraft(draft, roster, now);
  if (state !== 'draft') {
    const rounds = await listRoundTimes(db, id);
    for (const task of tasks) task.units = await unitsOfTask(db, id, task.key);
    for (const duty of duties) {
      const own = rounds.filter((round) => round.duty === duty.key);
      duty.units = await unitsOfDuty(db, id, duty.key);
      // A deadline may have been moved since the draft.
      if (own.length > 0) Object.assign(duty, roundAt(own, now));
    }
  }
  return { id, state, number, date, subject, issuer, tasks, duties };
}
