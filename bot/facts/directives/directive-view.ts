import type { DirectiveState } from '../../../core/directives/assignment.ts';
import { type AudienceUnit, resolveAudience } from '../../../core/directives/audience.ts';
import { earlierThan, linesOf } from '../../../core/directives/consolidation.ts';
import { roundsAt } from '../../../core/directives/deadline.ts';
import type { DirectiveDraft } from '../../../core/directives/directive.ts';
import type { Recurrence } from '../../../core/language/recurrence.ts';
import { askedOf } from '../../../core/progress/asked.ts';
import { civilDate, toIso } from '../../../core/time/calendar.ts';
import { type ConsolidatorLine, listConsolidators } from '../../../db/consolidation/consolidators.ts';
import type { Db } from '../../../db/database.ts';
import { type Directive, unitsOfDuty, unitsOfTask } from '../../../db/directives/directives.ts';
import { describeOriginal } from '../../../db/directives/originals.ts';
import { listRoundTimes } from '../../../db/reports/deadlines.ts';
import { listUnits } from '../../../db/roster/units.ts';
import { signerNamed } from '../../../messages/words/people.ts';

type Asked = { key: string; label: string; kind: string };

/** What it is counted in, how its rounds go together, what it is computed from, its parts: where the draft says so. */
type AskedFigure = Asked & {
  unit?: string;
  nature?: string;
  formula?: string;
  breakdown?: Pick<Asked, 'key' | 'label'>[];
};

/** A directive as `directive show` gives it. Instants are ISO with +07:00; null where a deadline has no round. */
export type DirectiveView = {
  id: number;
  state: DirectiveState;
  number: string;
  date: string | null;
  subject: string;
  issuer: string;
  /** Who signs it, as the draft has it; and the digest of the signed original that is here. */
  signer: string | null;
  original: { sha256: string; at: string } | null;
  tasks: {
    key: string;
    text: string;
    section: string;
    /** What is asked of its progress; null: nothing is. */
    progress: { every: string | null; proof: boolean } | null;
    /** Its own deadline or that of its section; null: it has none. */
    due: string | null;
    overdueFrom: string | null;
    units: string[];
  }[];
  duties: {
    key: string;
    title: string;
    due: string | null;
    overdueFrom: string | null;
    quote: string;
    /** How often it is due until it is revoked, or until a last day; `due` is then that of the next round. */
    recurring: { every: Recurrence; until: string | null } | null;
    reportTo: string;
    denominator: Asked | null;
    indicators: AskedFigure[];
    /** What must hold between them. */
    rules: { rule: string; message: string }[];
    units: string[];
    /** Who consolidates whom, and until when those below report; `claimed`: units of another's that it names too. */
    consolidations: ConsolidationView[];
  }[];
};

type ConsolidationView = {
  by: string;
  due: string | null;
  overdueFrom: string | null;
  units: string[];
  claimed: string[];
};

/** The units that a body claims, and another consolidates. */
const claimedBy = (by: string, duty: DirectiveDraft['duties'][number], roster: readonly AudienceUnit[]): string[] =>
  [...linesOf(duty, roster)].flatMap(([code, line]) => (line.alsoClaimedBy.includes(by) ? [code] : []));

/** Who consolidates whom of a duty, each body once for each deadline. */
function viewConsolidations(
  duty: DirectiveDraft['duties'][number],
  roster: readonly AudienceUnit[],
  times: { due: Date; overdueFrom: Date } | undefined,
): ConsolidationView[] {
  const lines = [...linesOf(duty, roster)];
  const groups = new Map(lines.map(([, { by, leads }]) => [`${by} ${leads.join(' ')}`, { by, leads }]));
  return [...groups.values()].map(({ by, leads }) => {
    const own = times && earlierThan(times, leads);
    return {
      by,
      due: own ? toIso(own.due) : null,
      overdueFrom: own ? toIso(own.overdueFrom) : null,
      units: lines.flatMap(([code, line]) =>
        line.by === by && line.leads.join(' ') === leads.join(' ') ? [code] : [],
      ),
      claimed: claimedBy(by, duty, roster),
    };
  });
}

const timesAt = (rounds: readonly { due: Date; overdueFrom: Date }[], now: Date) =>
  rounds.find((each) => each.due >= now) ?? rounds.at(-1);

/** The round that matters at `now`: the next one due, or the last. */
function roundAt(rounds: readonly { due: Date; overdueFrom: Date }[], now: Date) {
  const round = timesAt(rounds, now);
  return round ? { due: toIso(round.due), overdueFrom: toIso(round.overdueFrom) } : { due: null, overdueFrom: null };
}

type Reached = Pick<DirectiveView, 'tasks' | 'duties'>;

/** Who would get what of a draft, with the units of a roster. */
export function viewDraft(draft: DirectiveDraft, roster: readonly AudienceUnit[], now: Date): Reached {
  const tasks = draft.tasks.map((task) => {
    const { key, text, section, audience } = task;
    const { asksProgress, progressEvery: every, needsProof: proof, due, overdueFrom } = askedOf(draft, task);
    return {
      key,
      text,
      section,
      progress: asksProgress ? { every, proof } : null,
      due: due && toIso(due),
      overdueFrom: overdueFrom && toIso(overdueFrom),
      units: resolveAudience(audience, roster),
    };
  });
  const duties = draft.duties.map((duty) => {
    const { key, title, audience, deadline, reportTo, denominator, indicators } = duty;
    const rounds = roundsAt(deadline, now);
    return {
      key,
      title,
      ...roundAt(rounds, now),
      quote: deadline.quote,
      recurring: deadline.rule === 'recurring' ? { every: deadline.every, until: deadline.until ?? null } : null,
      reportTo,
      denominator: denominator ? { key: denominator.key, label: denominator.label, kind: 'count' } : null,
      indicators: indicators.map(askedFigure),
      rules: duty.rules,
      units: resolveAudience(audience, roster),
      consolidations: viewConsolidations(duty, roster, timesAt(rounds, now)),
    };
  });
  return { tasks, duties };
}

const askedFigure = (one: DirectiveDraft['duties'][number]['indicators'][number]): AskedFigure => ({
  ...{ key: one.key, label: one.label, kind: one.kind },
  ...(one.unit !== undefined && { unit: one.unit }),
  ...(one.nature !== undefined && { nature: one.nature }),
  ...(one.formula !== undefined && { formula: one.formula }),
  ...(one.breakdown.length > 0 && { breakdown: one.breakdown.map(({ key, label }) => ({ key, label })) }),
});

/** Who consolidates whom as it was written when the directive was issued. */
const viewStored = (
  { by, due, overdueFrom, units }: ConsolidatorLine,
  duty: DirectiveDraft['duties'][number] | undefined,
  roster: readonly AudienceUnit[],
): ConsolidationView => ({
  by,
  due: toIso(due),
  overdueFrom: toIso(overdueFrom),
  units,
  claimed: duty ? claimedBy(by, duty, roster) : [],
});

/** Who gets what: by today's roster for a draft, by what was assigned once it is issued. `now` is civil time. */
export async function viewDirective(db: Db, directive: Directive, now: Date): Promise<DirectiveView> {
  const { id, state, number, date, subject, issuerCode: issuer, draft } = directive;
  const roster = state === 'draft' ? await listUnits(db, civilDate(now)) : [];
  const { tasks, duties } = viewDraft(draft, roster, now);
  if (state !== 'draft') {
    const rounds = await listRoundTimes(db, id);
    for (const task of tasks) task.units = await unitsOfTask(db, id, task.key);
    const isConsolidated = draft.duties.some(({ consolidations }) => consolidations?.length);
    const named = isConsolidated ? await listUnits(db, civilDate(directive.issuedAt ?? now)) : [];
    for (const duty of duties) {
      const own = rounds.filter((round) => round.duty === duty.key);
      duty.units = await unitsOfDuty(db, id, duty.key);
      duty.consolidations = (await listConsolidators(db, id, duty.key, now)).map((line) =>
        viewStored(
          line,
          draft.duties.find(({ key }) => key === duty.key),
          named,
        ),
      );
      // A deadline may have been moved since the draft.
      if (own.length > 0) Object.assign(duty, roundAt(own, now));
    }
  }
  const original = await describeOriginal(db, id);
  return {
    ...{ id, state, number, date, subject, issuer },
    signer: draft.signer ? signerNamed(draft.signer) : null,
    original: original ? { sha256: original.sha256, at: toIso(original.at) } : null,
    tasks,
    duties,
  };
}
