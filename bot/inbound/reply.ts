import type { Message } from '../../core/delivery/message.ts';
import type { Account } from '../../db/roster/accounts.ts';
import { awaitsAddress } from '../../messages/words/address.ts';
import { answer, answerAddressed } from '../delivery/say.ts';
import { routeBack } from '../delivery/ways.ts';
import type { Work } from '../delivery/work.ts';
import { tapOf } from '../dialogues/intent.ts';
import type { Turn } from '../dialogues/turn.ts';

/** What answers a message, and how long it is held (milliseconds of machine time). `turn` is the question's number: its choices carry it, so that an old one cannot answer a new. */
export type Answer = { said: Turn['reply']; turn: number; inbox: number; heldMs?: number; as?: 'reply' | 'apology' };

/** What is said to an account; undefined where there is nothing to say. */
export function messageTo(accountId: number, { said, turn, inbox, as = 'reply' }: Answer): Message | undefined {
  if (!said) return undefined;
  const choices = said.choices.map((choice) => ({ ...choice, id: tapOf(turn, choice.id) }));
  const { kind, ...body } = { ...said, choices };
  return { meaning: `inbox-${inbox}:${as}`, inbox, recipient: { type: 'account', id: accountId }, kind, body };
}

/**
 * Queues one answer to what an account said; nothing where there is nothing to say. All its statements are under way when this
 * returns, where it addresses its reader already.
 */
export function reply(work: Work, account: Account, said: Answer): Promise<unknown> {
  const message = messageTo(account.id, said);
  if (!message) return Promise.resolve();
  const say = awaitsAddress(message.body) ? answer : answerAddressed;
  return say(work, message, routeBack(work.terms, account), said.heldMs);
}
