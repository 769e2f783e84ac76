import type { Saying } from '../../core/conversation/context.ts';
import type { Effect } from '../../core/conversation/effect.ts';
import type { MessageKind } from '../../core/delivery/message.ts';
import type { State } from './states.ts';

/**
 * What a dialogue makes of one intent: where the conversation stands now, what is said before the question that this
 * state asks, and the effects. Without `state` the conversation stays where it was.
 */
export type Reply = { state?: State; say?: Saying | undefined; kind?: MessageKind; effects?: Effect[] };

/** A plain sentence. */
export const saying = (text: string): Saying => ({ text });
