/** Groups that a channel makes itself, because the bot cannot be taken into a group of people's own making. */

import type { Result } from '../result.ts';
import type { Address } from './address.ts';

/**
 * `refused`: the platform said no, nothing happened. `unreached`: nothing was asked. After `unclear` nobody knows. The
 * reason is for the operator.
 */
export type HostFailure = { type: 'refused' | 'unreached' | 'unclear'; reason: string };

type Hosted<T> = Promise<Result<T, HostFailure>>;

/** A right to one group that the office has bought; `usedFor` is the group that it was used for. */
export type GroupAsset = { id: string; capacity: number; usedFor: Address | null };

export type GroupHost = {
  /** What the office owns, small ones first. */
  listAssets(): Hosted<GroupAsset[]>;
  /** Makes a group; `members` hold an administrator of the account. It is made at most once for an asset. */
  make(order: { title: string; asset: string; members: Address[] }): Hosted<{ address: Address; link: string | null }>;
  /** Adds people; refused as a whole when one of them cannot be added. */
  invite(group: Address, people: Address[]): Hosted<undefined>;
  listMembers(group: Address): Hosted<Address[]>;
};
