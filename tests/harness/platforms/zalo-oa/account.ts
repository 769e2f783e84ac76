/** What the fake Official Account holds: its people, groups, uploads, assets and purse, and the clock of all of them. */
import { invalid, OaError } from './errors.ts';
import type { FakeAsset } from './groups.ts';
import type { Purse } from './limits.ts';
import type { ButtonRule } from './message.ts';
import type { Group, Person } from './people.ts';
import type { Keys, Webhook } from './webhook.ts';

export type FakeClock = { now(): number; advanceHours(hours: number): void };

/** A clock that moves only when a test moves it. */
export function createFakeClock(): FakeClock {
  let now = 1_690_000_000_000;
  return {
    now: () => now,
    advanceHours: (hours) => {
      now += hours * 3_600_000;
    },
  };
}

export type Account = {
  keys: Keys;
  webhook: Webhook;
  purse: Purse;
  /** In which form buttons are taken. */
  buttons: ButtonRule;
  /** As the account itself names its package. */
  packageName: string;
  people: Map<string, Person>;
  groups: Map<string, Group>;
  uploads: Set<unknown>;
  assets: FakeAsset[];
  now(): number;
  newId(): string;
  /** Refuses an id that is nobody's. */
  personOf(id: unknown): Person;
  /** Refuses an id that is no group's, and a group that is closed. */
  groupOf(id: unknown): Group;
};

export function createAccount(
  given: Pick<Account, 'keys' | 'webhook' | 'purse' | 'buttons' | 'packageName' | 'now'>,
): Account {
  const people = new Map<string, Person>();
  const groups = new Map<string, Group>();
  let serial = 0;
  return {
    ...given,
    people,
    groups,
    uploads: new Set(),
    assets: [],
    newId: () => (++serial).toString(16).padStart(20, '0'),
    personOf: (id) => {
      const person = typeof id === 'string' ? people.get(id) : undefined;
      if (!person) throw invalid('user_id');
      return person;
    },
    groupOf: (id) => {
      const group = typeof id === 'string' ? groups.get(id) : undefined;
      if (!group) throw invalid('group_id');
      if (group.closed === 'disabled') throw new OaError(-237, 'The group is disabled');
      if (group.closed === 'removed') throw new OaError(-403, 'OA is not in group');
      return group;
    },
  };
}
