/** What staff must know of the rounds of a report that recurs. */
import { bodyOf } from '../../../core/delivery/layout.ts';
import type { Message } from '../../../core/delivery/message.ts';
import type { RoundTimes } from '../../../core/directives/deadline.ts';
import { yearUnknownTo } from '../../../core/directives/recurring.ts';
import { readDirectiveRef } from '../../../db/figures/summary.ts';
import { findHolders } from '../../../db/roster/people.ts';
import { daysOffUnknown, roundsMissed } from '../../../messages/chat/life/recurring.ts';
import type { Work } from '../../delivery/work.ts';

/**
 * Staff hear of rounds that were made when they were due already, and once of each year in which one is due and whose days off are not
 * known. Returns how many requests were written.
 */
export async function tellStaffOfRounds(
  { tx, now, say }: Work,
  directiveId: number,
  rounds: readonly { title: string; times: RoundTimes }[],
): Promise<number> {
  const missed = rounds.filter(({ times }) => times.due <= now);
  const years = new Map(rounds.flatMap(({ title, times }) => yearsOf(times).map((year) => [year, title] as const)));
  if (missed.length === 0 && years.size === 0) return 0;
  const directive = await readDirectiveRef(tx, directiveId);
  const staff = await findHolders(tx, [directive.issuer.id], ['staff']);
  const texts = [
    ...(missed.length > 0
      ? [{ what: `missed:${missed.at(-1)?.times.key ?? ''}`, text: roundsMissed(directive, missed) }]
      : []),
    ...[...years].map(([year, title]) => ({ what: `days-off:${year}`, text: daysOffUnknown(directive, title, year) })),
  ];
  return say(
    staff.flatMap(({ personId }) =>
      texts.map(
        ({ what, text }): Message => ({
          meaning: `directive-${directiveId}:rounds:${what}`,
          about: { directive: directiveId },
          recipient: { type: 'person', id: personId },
          kind: 'receipt',
          body: bodyOf({ text }),
        }),
      ),
    ),
  );
}

function yearsOf(times: RoundTimes): number[] {
  const year = yearUnknownTo(times);
  return year === undefined ? [] : [year];
}
