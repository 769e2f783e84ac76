import type { Account } from '../../db/roster/accounts.ts';
import { awaitsAddress } from '../../messages/words/address.ts';
import { answer, answerAddressed } from '../delivery/say.ts';
import { routeBack } from '../delivery/ways.ts';
import type { Work } from '../delivery/work.ts';
import { tapOf } from '../dialogues/intent.ts';
import type { Turn } from '../dialogues/turn.ts';

/** What answers a message, and how long it is held (milliseconds of machine time). `turn` is the question's number: its choices carry it, so that an old one cannot answer a new. */
export type Answer = { said: Turn['reply']; turn: number; inbox: number; heldMs?: number; as?: 'reply' | 'apology' };

/**
 * Queues one answer to what an account said; nothing where there is nothing to say. All its statements are under way when this
 * returns, where it addresses its reader already.
 */
export function reply(
  work: Work,
  account: Account,
  { said, turn, inbox, heldMs, as = 'reply' }: Answer,
): Promise<unknown> {
  if (!said) return Promise.resolve();
  const choices = said.choices.map((choice) => ({ ...choice, id: tapOf(turn, choice.id) }));
  const { kind, ...body } = { ...said, choices };
  const recipient = { type: 'account', id: account.id } as const;
  const meaning = `inbox-${inbox}:${as}`;
  const message = { meaning, inbox, recipient, kind, body };
  const say = awaitsAddress(body) ? answer : answerAddressed;
  return say(work, message, routeBack(work.terms, account), heldMs);
}
