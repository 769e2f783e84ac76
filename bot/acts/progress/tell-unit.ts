import type { Body } from '../../../core/delivery/layout.ts';
import type { Message } from '../../../core/delivery/message.ts';
import { findHolders } from '../../../db/roster/people.ts';
import type { Work } from '../../delivery/work.ts';

/** What is told, by which message of whom. */
export type ToldToUnit = { unit: number; directive: number; body: Body; by: number; inbox: number };

/** Tells the people of a unit, but for whoever did it, what was reported for it: once for the message that did it. */
export async function tellUnit({ tx, say }: Work, { unit, directive, body, by, inbox }: ToldToUnit): Promise<void> {
  const holders = await findHolders(tx, [unit], ['head', 'delegate']);
  await say(
    holders.flatMap(({ personId }): Message[] =>
      personId === by
        ? []
        : [
            {
              meaning: `behalf-${inbox}:${unit}`,
              about: { directive, unit },
              recipient: { type: 'person', id: personId },
              kind: 'receipt',
              body,
            },
          ],
    ),
  );
}
