import type { DirectiveLine } from '../../../core/conversation/directive-line.ts';
import { roundsAt } from '../../../core/directives/deadline.ts';
import type { DirectiveDraft } from '../../../core/directives/directive.ts';
import type { Db } from '../../../db/database.ts';
import { listDirectives } from '../../../db/directives/directives.ts';
import { countReported } from '../../../db/directives/issuing.ts';

/** The directives of some issuers, each with how many of its units have reported. `now` is civil time. */
export async function listDirectiveLines(db: Db, issuerIds: number[], now: Date): Promise<DirectiveLine[]> {
  if (issuerIds.length === 0) return [];
  const own = (await listDirectives(db)).filter((d) => issuerIds.includes(d.issuerId));
  const counts = await countReported(
    db,
    own.map((d) => d.id),
    now,
  );
  return own.map(({ id, number, date, subject, state, draft }) => ({
    id,
    number,
    date,
    subject,
    state,
    reporting: counts.get(id)?.reporting ?? 0,
    reported: counts.get(id)?.reported ?? 0,
    ...(state === 'issued' || state === 'draft' ? recurringIn(draft, now) : {}),
  }));
}

function recurringIn({ duties }: DirectiveDraft, now: Date): Pick<DirectiveLine, 'recurring'> {
  const recurring = duties.flatMap(({ deadline }) =>
    deadline.rule === 'recurring'
      ? [{ quote: deadline.quote, next: roundsAt(deadline, now).find(({ due }) => due >= now)?.due ?? null }]
      : [],
  );
  return recurring.length > 0 ? { recurring } : {};
}
