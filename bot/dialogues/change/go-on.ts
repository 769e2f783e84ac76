/** What comes of the answers so far: the next question, what stands in the way, or the thing itself. */
import type { Context } from '../../../core/conversation/context.ts';
import { planChange } from '../../../core/directives/life/change.ts';
import { changeDone } from '../../../messages/chat/life/change.ts';
import { changeRefused } from '../../../messages/words/refusals.ts';
import type { ChangeState } from '../shape/change-state.ts';
import { type Reply, saying } from '../shape/reply.ts';
import { idle } from '../shape/states.ts';
import { chosenOf, orderOf } from './pieces.ts';

/** Goes on from a state: it is left where nothing more is to be asked. */
export function goOn(state: ChangeState, context: Context): Reply {
  const standing = chosenOf(state, context);
  const order = orderOf(state, standing);
  if (!standing || 'missing' in order) return { state };
  const plan = planChange(standing, order, context.now);
  if ('why' in plan) return { state: idle, say: saying(changeRefused(plan)) };
  return {
    state: idle,
    say: saying(changeDone(order, standing)),
    effects: [{ type: 'change', directive: standing.id, order }],
  };
}
