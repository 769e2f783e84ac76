/** What is said in a group, and what may be looked at to answer it. */
import type { ChannelName } from '../channels/address.ts';
import type { Summary } from '../figures/summary.ts';
import type { InviteFact, Person, UnitRef } from '../roster/person.ts';

type GroupFactOf = {
  invite: InviteFact;
  /** Of the newest directive of the group's issuer, with the units below the issuer that still owe. */
  groupSummary: { summary: Summary; owing: (UnitRef & { parentId: number | null })[] };
};

/** What an answer in a group needs. */
export type GroupNeed = { type: 'invite'; code: string } | { type: 'groupSummary' };

export type GroupFacts = { [K in GroupNeed['type']]?: GroupFactOf[K] | undefined };

/** What an answer in a group may look at. `bound` is absent while nobody has bound the group to an office. */
export type GroupContext = {
  now: Date;
  channel: ChannelName;
  person: Person;
  bound: { id: number; issuerId: number } | undefined;
} & GroupFacts;
