/** What stands in a group is corrected as reports come in: the card of a directive, and the newest reminder. Pure. */
import type { RequestState } from '../delivery/request-state.ts';

export type GroupPostType = 'card' | 'reminder';
/**
 * `asked`: the platform was asked to pin it. `refused`: it did not, and staff were told. `released`: it was asked to pin it no
 * longer.
 */
export type PinState = 'none' | 'asked' | 'refused' | 'released';

/** A post as it stands. States of requests are null where there is none. */
export type GroupPost = {
  type: GroupPostType;
  /** What it reads, or will once the newest edit has gone. */
  text: string;
  /** What the platform calls it; null while it has not arrived. */
  externalId: string | null;
  edit: RequestState | null;
  editedAt: Date | null;
  pin: PinState;
  pinned: RequestState | null;
  /** Its directive was closed or recalled. */
  isOver: boolean;
};

/** So often a post is edited at most, in machine milliseconds: a crowd of reports is one edit. */
export const editEveryMs = 10_000;

/** `lost`: it is not there any more, so that nothing is done to it from now on. */
export type GroupPostStep = 'pin' | 'unpin' | 'tell-unpinned' | 'edit' | 'lost';

const isUnderWay = (state: RequestState | null): boolean => state === 'queued' || state === 'sending';

/** What is done to a post that should read `text` at `machineNow`. An edit of which nobody knows whether it arrived is made again. */
export function decideGroupPost(post: GroupPost, text: string, machineNow: Date): GroupPostStep[] {
  const { externalId, edit, editedAt, pin, pinned, isOver } = post;
  if (externalId === null) return [];
  if (edit === 'refused') return ['lost'];
  const isSoon = editedAt !== null && machineNow.getTime() - editedAt.getTime() < editEveryMs;
  return [
    ...(post.type === 'card' && pin === 'none' && !isOver ? (['pin'] as const) : []),
    ...(pin === 'asked' && pinned === 'refused' && !isOver ? (['tell-unpinned'] as const) : []),
    // What is pinned twice is pinned once: where nobody knows whether it arrived, it is unpinned all the same.
    ...(isOver && pin === 'asked' && (pinned === 'sent' || pinned === 'uncertain') ? (['unpin'] as const) : []),
    ...((text !== post.text || edit === 'uncertain') && !isSoon && !isUnderWay(edit) ? (['edit'] as const) : []),
  ];
}

/** Whether nothing more is to be done to a post of a directive that is over; `text` is what it should read. */
export const isDoneWith = ({ isOver, text: reads, pin, pinned }: GroupPost, text: string): boolean =>
  isOver && reads === text && !(pin === 'asked' && isUnderWay(pinned));
