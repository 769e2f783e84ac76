/**
 * What a person is to be reminded of, thing by thing, and how that becomes one message. Pure. Slots, promises that ran out and
 * whoever consolidates write nudges; what falls together is said in one breath.
 */
import type { DirectiveRef } from '../directives/assignment.ts';
import type { FigurePeriod } from '../directives/recurring.ts';
import type { Indicator } from '../reports/obligation.ts';
import { groupedBy } from '../roster/grouped.ts';
import type { UnitRef } from '../roster/person.ts';
import { isWorkingTime } from '../time/calendar.ts';
import type { OfficeCalendar } from '../time/office-calendar.ts';
import { freshUntilEvening } from './freshness.ts';

/**
 * `owes`: a slot of the plan has come. `promise`: the time that the unit named is over. `submission`: what a unit consolidates is
 * to go up. `on-demand`: the office asked for it. `superior`: a unit below owes. `ladder-ends`: reminders end and some owe. `not-reached`: no message reaches some.
 */
export type NudgeReason = 'owes' | 'promise' | 'on-demand' | 'submission' | 'superior' | 'ladder-ends' | 'not-reached';

/** One thing that one person is to be told. `key` names it: it is written once a person. */
export type NewNudge = {
  person: number;
  why: NudgeReason;
  key: string;
  directive: number;
  round: number;
  /** The unit that owes, or that consolidates; null where several are meant. */
  unit: number | null;
  obligation: number | null;
  /** The key of a slot in the round's plan; null: no slot stands behind it. */
  slot: string | null;
  /** How many reminders behind the deadline this one makes; 0 up to it. */
  turn: number;
  /** The time that the unit had named (civil). */
  promised: Date | null;
};

/** A nudge that was not said yet. Instants are civil time. */
export type WaitingNudge = NewNudge & {
  id: number;
  at: Date;
  /** How often a message that said it was withdrawn before it left. */
  tries: number;
  /** How its debt stands; null where it rests on none. */
  debt: 'owed' | 'reported' | 'excused' | null;
  /** Its directive goes on, and its person still answers for what it is about. */
  isValid: boolean;
  /** The unit said when it will report, and that time has not come. */
  isPromised: boolean;
  /** The calendar of the office whose directive it is, where it has one. */
  office?: OfficeCalendar | null;
};

/** What one person is told in one message: at least one nudge, in the order in which they came. */
export type PersonalDigest = { person: number; nudges: WaitingNudge[] };

/** What was written so lately is said also where office hours have just ended: its slot stood in them. */
const justNowMs = 30 * 60_000;

/** Many were written at one instant, and to find its evening takes longer than all else here. */
function pointlessAt(now: Date): (nudge: WaitingNudge) => boolean {
  const evenings = new Map<number, Date>();
  const eveningOf = (at: Date): Date => {
    const evening = evenings.get(at.getTime()) ?? freshUntilEvening(at);
    evenings.set(at.getTime(), evening);
    return evening;
  };
  return ({ debt, isValid, isPromised, at }) =>
    !isValid || isPromised || (debt !== null && debt !== 'owed') || now >= eveningOf(at);
}

const mayBeSaid = ({ at, office }: WaitingNudge, now: Date): boolean =>
  now.getTime() - at.getTime() < justNowMs || isWorkingTime(now, office ?? undefined);

/**
 * Who is told what at `now`: one digest a person with all that waits for them and still holds. `ended` are those that hold no
 * more. What is in neither waits for office hours.
 */
export function decideNudges(
  waiting: readonly WaitingNudge[],
  now: Date,
): { digests: PersonalDigest[]; ended: number[] } {
  const isPointless = pointlessAt(now);
  const ended = waiting.filter(isPointless).map(({ id }) => id);
  const left = waiting.filter((nudge) => !isPointless(nudge));
  const digests = [...groupedBy(left, ({ person }) => person)]
    .filter(([, nudges]) => nudges.some((nudge) => mayBeSaid(nudge, now)))
    .map(([person, nudges]) => ({ person, nudges }));
  return { digests, ended };
}

/**
 * Each thing once, by its newest nudge: a debt of which two slots were missed is one debt. A promise that ran out says most, and
 * then what the office asked for.
 */
export function distinctNudges(nudges: readonly WaitingNudge[]): WaitingNudge[] {
  const isDebt = ({ why }: WaitingNudge): boolean => why === 'owes' || why === 'promise' || why === 'on-demand';
  const thingOf = (one: WaitingNudge): string =>
    isDebt(one) ? `debt ${one.obligation}` : `${one.why} ${one.round} ${one.unit}`;
  return [...groupedBy(nudges, thingOf).values()].flatMap(
    (same) =>
      same.findLast(({ why }) => why === 'promise') ??
      same.findLast(({ why }) => why === 'on-demand') ??
      same.at(-1) ??
      [],
  );
}

/** What names the message of a digest. Said again after it was withdrawn, it is another message. */
export function meaningOfDigest(nudges: readonly WaitingNudge[]): string {
  const [first, ...more] = nudges;
  if (!first) throw new Error('a digest of nothing');
  const tries = nudges.reduce((sum, one) => sum + one.tries, 0);
  const again = tries > 0 ? `:again-${tries}` : '';
  return more.length === 0
    ? `${first.key}${again}`
    : `nudges-${first.id}-${more.at(-1)?.id ?? 0}x${nudges.length}${again}`;
}

/** A debt that somebody is reminded of, as it stands. Instants are civil time. */
export type RemindedDebt = {
  id: number;
  /** Its round. */
  round: number;
  unit: UnitRef & { kind: string };
  directive: DirectiveRef;
  indicators: Indicator[];
  /** Who collects the report, or consolidates it. */
  collector: UnitRef;
  isConsolidated: boolean;
  quote: string;
  period?: FigurePeriod;
  due: Date;
  overdueFrom: Date;
  isExtended: boolean;
  isEarlier: boolean;
};
