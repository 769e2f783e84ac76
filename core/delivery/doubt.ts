/** What becomes of a request of which nobody knows whether it arrived. Pure. */
import { type MessageKind, resendsWhenUncertain } from './message.ts';

/** So often in all a message goes out while its channel otherwise works. */
const mostAttempts = 4;
/** The same in an outage, where the last times are far apart. */
const mostAttemptsInOutage = 10;
/**
 * Waits before the second attempt and those after it, in milliseconds of machine time. The first leaves a quick reader time
 * to answer what did arrive.
 */
const waitsMs = [2000, 5000, 15_000];
const longestWaitMs = 600_000;

/** `attempt` counts from 1; `isAnswered`: its reader has written since it went out. */
export type Doubt = { kind: MessageKind; attempt: number; isAnswered: boolean };

/**
 * `again`: it is due again. `answered`: its reader went on, so that it either arrived or is wanted no more. `once`: its
 * kind is never said twice, unless an outage swallowed it (core/reminders/freshness.ts). `given-up`: it went out often
 * enough.
 */
export type DoubtVerdict =
  | { type: 'again'; afterMs: number }
  | { type: 'answered' }
  | { type: 'once' }
  | { type: 'given-up' };

/** Kinds that answer a person: whoever writes again has read them, or asks anew. */
export const answerKinds = ['reply', 'registration'] as const satisfies MessageKind[];

/** Kinds that are said once. */
export const onceKinds = ['reminder', 'group', 'summary', 'calls'] as const satisfies MessageKind[];

/** What becomes of it; `isInOutage` where its whole channel is in trouble. */
export function decideDoubt({ kind, attempt, isAnswered }: Doubt, isInOutage: boolean): DoubtVerdict {
  if (!resendsWhenUncertain[kind]) return { type: 'once' };
  if (isAnswered && answerKinds.some((answer) => answer === kind)) return { type: 'answered' };
  if (attempt >= (isInOutage ? mostAttemptsInOutage : mostAttempts)) return { type: 'given-up' };
  return { type: 'again', afterMs: waitsMs[attempt - 1] ?? longestWaitMs };
}
