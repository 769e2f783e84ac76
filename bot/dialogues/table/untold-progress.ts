/** A talk about tasks in which nothing was told yet holds nobody: what is said of other things is heard as if nothing were asked. */
import type { Dialogue } from '../shape/dialogue.ts';
import { isUntold, type ProgressTalk } from '../shape/progress-talk.ts';
import { idle } from '../shape/states.ts';
import { progressWithFigures } from '../together/figures-in-progress.ts';
import { idleDialogue } from '../unasked/dialogue.ts';

export const untoldProgress: Dialogue<ProgressTalk> = {
  ...progressWithFigures,
  step: (state, intent, context) => {
    const reply = progressWithFigures.step(state, intent, context);
    if (!reply.isUnheard || !isUntold(state)) return reply;
    const free = idleDialogue.step(idle, intent, context);
    return { ...free, state: free.state ?? idle };
  },
};
