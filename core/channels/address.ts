export const channelNames = ['telegram', 'web', 'zalo-oa', 'zalo-bot'] as const;

export type ChannelName = (typeof channelNames)[number];

/** The channel that is a page of ours: the chat in the browser. */
export const ourPage = 'web' satisfies ChannelName;

/** A person's or a group's opaque id on one platform. Always a string: ids may exceed 2^53. */
export type Address = string;

export type Sender = { address: Address; name: string };

/** The group a message was written in; absent in a private chat. `topic`: the part of it, where a group has parts. */
export type GroupPlace = { address: Address; title: string; topic?: string };
