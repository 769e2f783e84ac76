/** Whoever consolidates is asked once a day whether what is in shall go up. */
import type { Work } from '../../bot/delivery/work.ts';
import { readPart } from '../../bot/facts/consolidation/parts.ts';
import { askForSubmission } from '../../core/consolidation/ask.ts';
import { isWorkingTime } from '../../core/time/calendar.ts';
import { findParts } from '../../db/consolidation/parts.ts';
import { readCalendarOver } from '../../db/roster/offices.ts';
import { findHolders } from '../../db/roster/people.ts';
import { writeNudges } from '../../db/talk/nudges.ts';
import { recordRun } from '../../db/time/job-runs.ts';

/** Keeps who is to be asked about each part that waits, once a day; returns how many. */
export async function askForSubmissions(work: Work): Promise<number> {
  const { tx, now } = work;
  let written = 0;
  for (const key of await findParts(tx, now)) {
    const office = await readCalendarOver(tx, key.issuer);
    if (!isWorkingTime(now, office)) continue;
    const part = await readPart(work, key);
    const ask = part && askForSubmission(part, now, office);
    if (!part || !ask) continue;
    const period = `round-${key.round}:${key.unit}:${ask.key}`;
    if (!(await recordRun(tx, { name: 'ask-for-submission', period, result: 'done' }, now))) continue;
    const holders = await findHolders(tx, [key.unit], ['head', 'delegate']);
    const about = { directive: key.directive, round: key.round, unit: key.unit, obligation: null };
    const named = `directive-${key.directive}:${part.unit.code}:submission:${period}`;
    await writeNudges(
      tx,
      holders.map(({ personId: person }) => ({
        ...about,
        person,
        why: 'submission',
        key: named,
        slot: null,
        turn: 0,
        promised: null,
      })),
      now,
    );
    written += holders.length;
  }
  return written;
}
