/** A time that somebody named has come: who has not reported is asked for it, and staff learn who broke their word twice. */
import type { Work } from '../../bot/delivery/work.ts';
import { bodyOf } from '../../core/delivery/layout.ts';
import type { Message } from '../../core/delivery/message.ts';
import { nextSlotAfter, reminderPlan } from '../../core/reminders/plan.ts';
import { brokenTooOften, judgePromise, restsUntil } from '../../core/reminders/promise.ts';
import { isWorkingTime } from '../../core/time/calendar.ts';
import type { Db } from '../../db/database.ts';
import { findEndedPromises, listBrokenTimes, settlePromise } from '../../db/reports/promises.ts';
import { findPresentHolders } from '../../db/roster/delegates.ts';
import { findHolders } from '../../db/roster/people.ts';
import { listContacts } from '../../db/roster/units.ts';
import { writeNudges } from '../../db/talk/nudges.ts';
import { wordBrokenTwice } from '../../messages/chat/decisions/broken-word.ts';

/** A promise that has run out, with its debt. */
export type EndedWord = Awaited<ReturnType<typeof findEndedPromises>>[number];

/** A reminder of the plan that comes within this time asks for it as well. */
const soonMs = 3_600_000;

/** Whether the plan reminds the unit by itself, since its rest ended or soon. */
function isAskedByPlan({ reminders, round, until }: EndedWord, now: Date): boolean {
  const next = nextSlotAfter(reminderPlan(reminders, round), round, new Date(restsUntil(until).getTime() - 1));
  return next !== undefined && next.at.getTime() <= now.getTime() + soonMs;
}

/** The promises that have run out at `now`; none outside of the hours of the office. */
export const findPromisesToSettle = async (db: Db, now: Date): Promise<EndedWord[]> =>
  (await findEndedPromises(db, now)).filter(({ round }) => isWorkingTime(now, round.office ?? undefined));

/** Keeps what became of a promise, who is to be asked for it, and tells staff; returns how many are asked or told. */
export async function settleEndedPromise(work: Work, promise: EndedWord): Promise<number> {
  const verdict = promise.directive.state === 'issued' ? judgePromise(promise) : 'replaced';
  const settled = await settlePromise(work.tx, promise.id, verdict);
  work.record(...settled);
  if (settled.length === 0 || verdict !== 'broken') return 0;
  const isAsked = promise.debt !== 'owed' || isAskedByPlan(promise, work.now);
  return (isAsked ? 0 : await askForIt(work, promise)) + (await tellStaff(work, promise));
}

const aboutOf = ({ directive, unit, round }: EndedWord) => ({
  directive: directive.id,
  unit: unit.id,
  round: round.id,
});

async function askForIt({ tx, now }: Work, promise: EndedWord): Promise<number> {
  const { id, directive, round, unit, obligation, until } = promise;
  const holders = await findPresentHolders(tx, [unit.id], now);
  const about = { directive: directive.id, round: round.id, unit: unit.id, obligation, slot: null, turn: 0 };
  await writeNudges(
    tx,
    holders.map(({ personId: person }) => ({
      ...about,
      person,
      why: 'promise',
      key: `promise-${id}:over`,
      promised: until,
    })),
    now,
  );
  return holders.length;
}

async function tellStaff({ tx, say }: Work, promise: EndedWord): Promise<number> {
  const times = await listBrokenTimes(tx, promise.obligation);
  if (times.length < brokenTooOften || promise.debt !== 'owed') return 0;
  const staff = await findHolders(tx, [promise.directive.issuerId], ['staff']);
  const [line] = await listContacts(tx, [promise.unit.id]);
  return say(
    staff.map(
      ({ personId }): Message => ({
        meaning: `promise-${promise.id}:broken`,
        about: aboutOf(promise),
        recipient: { type: 'person', id: personId },
        kind: 'receipt',
        body: bodyOf(wordBrokenTwice({ ...promise, times, head: line })),
      }),
    ),
  );
}
