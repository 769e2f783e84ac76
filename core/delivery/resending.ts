/** Whether what was given up is still worth saying. Pure. */
import { answerKinds, onceKinds } from './doubt.ts';
import type { MessageKind } from './message.ts';

/**
 * What was given up: of one directive; or of what is about none, as answers are. Those went to people of these offices and
 * of the units below them, to their groups, or to strangers. Where offices are null: to everybody.
 */
export type GivenUpOf = { directive: number } | { offices: number[] | null };

/**
 * A message that was given up, as it stands now. `isAcknowledged`, `hasReported`: its unit has, for the directive that it
 * is about. `isOver`: every round in which that unit owed something has closed. `isTheirs`: its reader still answers for
 * the unit. `isAnswered`: its reader has written since. `isErased`: its words are gone.
 */
export type GivenUpStanding = {
  kind: MessageKind;
  isAcknowledged: boolean;
  hasReported: boolean;
  isOver: boolean;
  isTheirs: boolean;
  isAnswered: boolean;
  isErased: boolean;
};

const isAmong = (kinds: readonly MessageKind[], kind: MessageKind): boolean => kinds.includes(kind);

/**
 * Whether it is still needed. Tasks are while their unit has neither acknowledged nor reported and is still held to them.
 * What is said once was given up because its time had passed. An answer is wanted no more once its reader went on.
 */
export function isStillNeeded(message: GivenUpStanding): boolean {
  if (message.isErased || isAmong(onceKinds, message.kind)) return false;
  if (isAmong(answerKinds, message.kind)) return !message.isAnswered;
  return !(message.isAcknowledged || message.hasReported || message.isOver) && message.isTheirs;
}
