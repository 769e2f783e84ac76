import type { DirectiveLine } from '../../../core/conversation/directive-line.ts';
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
  return own.map(({ id, number, date, subject, state }) => ({
    id,
    number,
    date,
    subject,
    state,
    reporting: counts.get(id)?.reporting ?? 0,
    reported: counts.get(id)?.reported ?? 0,
  }));
}
