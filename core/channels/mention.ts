/** Names a member of a group so that Zalo notifies them. */
export const mentionOf = (address: string): string => `[@${address}]`;
