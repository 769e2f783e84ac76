import type { Address } from './address.ts';

/** Names a member of a group in a text, on a channel whose terms have the mention `[@id]`: the platform notifies them. */
export const mentionOf = (address: Address): string => `[@${address}]`;
