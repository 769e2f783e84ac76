/** What something would come to, before it is done. */
import type { ChannelName } from '../channels/address.ts';
import type { PartView } from '../consolidation/part.ts';
import type { MissedTwin } from '../directives/audience.ts';
import type { DirectiveStanding } from '../directives/life/standing.ts';
import type { DayOff } from '../time/calendar.ts';

/** A directive that staff may issue, and what issuing it would do. */
export type IssuePreview = {
  id: number;
  number: string;
  /** The kind of document, as its draft has it. */
  type?: string;
  subject: string;
  groups: { kind: string; units: number }[];
  units: number;
  reporting: number;
  messages: number;
  /**
   * What it takes from each budget now (`cost`) and until every unit has acknowledged and reported in the fewest messages
   * (`whole`), and what is left of that budget this month.
   */
  budgets: { channel: ChannelName; cost: number; whole: number; left: number }[];
  unregistered: number;
  /** Units whose people are registered, but to whom no way is open now. */
  unreachable: number;
  due: Date | null;
  /** The days off on which its deadlines fall. */
  daysOff?: DayOff[];
  date: string | null;
  /** The directive under which the same document was issued already: this one is refused. */
  issuedAs?: number;
  /** The numbers that others of the office have. */
  taken: DirectiveStanding['taken'];
  /** The office wants it approved before it is issued. */
  mustBeApproved?: boolean;
  /** Figures that it asks for and that units gave in the last 30 days. */
  given?: { label: string; units: number; from: Date; until: Date }[];
  /** Units that are left out because their kind is written a little otherwise. */
  missed?: MissedTwin[];
};

/**
 * What was given up and is still needed: so many messages, for units of these names. `going` of them have a way now; to the
 * people of the units `withoutWay` none is open.
 */
export type Resendable = {
  messages: number;
  going: number;
  units: string[];
  withoutWay: string[];
};

/** That of one directive, or of what is about none: answers to people, and notices to staff. */
export type ResendPreview = Resendable &
  ({ about: 'directive'; id: number; number: string; subject: string } | { about: 'answers'; id: null });

/** How the people of a unit can be told something now: a message each; `cost` is what it takes from the channel's budget. */
export type UnitWays = { unit: number; people: { person: number; channel: ChannelName; cost: number }[] };

/** The ways of these units, in their own order. */
export function waysOf(units: readonly number[], ways: readonly UnitWays[]): UnitWays[] {
  const those = new Set(units);
  return ways.filter(({ unit }) => those.has(unit));
}

/** A directive to which something may be done. `ways` are read where units would be told. */
export type StandingInView = DirectiveStanding & {
  ways?: { units: UnitWays[]; left: { channel: ChannelName; left: number }[] };
  /** Where the reader consolidates: all of that part. */
  view?: PartView;
};
