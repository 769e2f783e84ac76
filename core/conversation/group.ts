/** What is said in a group, and what may be looked at to answer it. */
import type { ChannelName } from '../channels/address.ts';
import type { Summary } from '../figures/summary.ts';
import type { LastGroupReminder } from '../reminders/reason.ts';
import type { Beginning } from '../roster/beginning.ts';
import type { InviteFact, Person, UnitRef } from '../roster/person.ts';

type GroupFactOf = {
  invites: InviteFact[];
  /**
   * Of the directive of the group's issuer that was named, else of its newest, with the units below the issuer that still
   * owe. `unknown` where no issued directive has the number.
   */
  groupSummary: { unknown: string } | { summary: Summary; owing: Beginning<UnitRef> };
  lastGroupReminder: LastGroupReminder;
};

/** What an answer in a group needs. */
export type GroupNeed =
  | { type: 'invites'; codes: string[] }
  | { type: 'groupSummary'; words: string }
  | { type: 'lastGroupReminder' };

export type GroupFacts = { [K in GroupNeed['type']]?: GroupFactOf[K] | undefined };

/** What an answer in a group may look at. `bound` is absent while nobody has bound the group to an office. */
export type GroupContext = {
  now: Date;
  channel: ChannelName;
  person: Person;
  bound: { id: number; issuerId: number } | undefined;
} & GroupFacts;
