/** Who answers for a unit has a name: whoever came without one is asked before the first thing that counts. */
import { askName, namingCancelled } from '../../../messages/chat/people/naming.ts';
import type { Dialogue } from '../shape/dialogue.ts';
import { saying } from '../shape/reply.ts';
import { idle, type NamingState, namingSchema } from '../shape/states.ts';

export const namingDialogue: Dialogue<NamingState> = {
  schema: namingSchema,
  ask: () => ({ text: askName() }),
  step: () => ({}),
  cancel: () => ({ state: idle, say: saying(namingCancelled()) }),
};
