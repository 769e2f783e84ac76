/** The shape of a dialogue: a reducer with named steps, and all that stands around it, in one record. */
import type { ZodType } from 'zod';
import type { Context, Saying } from '../../../core/conversation/context.ts';
import type { Need } from '../../../core/conversation/need.ts';
import type { Intent } from './intent.ts';
import type { Reply } from './reply.ts';
import type { State } from './states.ts';

export type Dialogue<S extends State> = {
  /**
   * How its state is stored between two messages. Rename nothing in it once it was released: people stand in it. One that is
   * about a debt has its id in an `obligation`, wherever in it: it is locked before anything is read (`db/conversation/conversations.ts`).
   */
  schema: ZodType<S>;
  /** What must be read before a turn in this state. */
  needs?(state: S): Need[];
  /** The question that the state asks; undefined where it asks nothing, or what it was about is gone. */
  ask(state: S, context: Context): Saying | undefined;
  /** What an intent other than a command comes to. */
  step(state: S, intent: Intent, context: Context): Reply;
  /** What the command to cancel comes to. */
  cancel(state: S): Reply;
};
