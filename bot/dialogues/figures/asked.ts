/** Questions over the ledger, as people type them. */
import type { Context } from '../../../core/conversation/context.ts';
import type { Need } from '../../../core/conversation/need.ts';
import type { LedgerQuestion } from '../../../core/language/asked/question.ts';
import { readLedgerQuestion } from '../../../core/language/asked/read.ts';
import { ledgerAnswer } from '../../../messages/chat/asked/answer.ts';
import type { Reply } from '../shape/reply.ts';
import { isOneOf } from '../shape/roles.ts';

/** What must be read to answer what a text asks of the ledger; nothing where it asks nothing. */
export function needsOfLedger(text: string): Need[] {
  const question = readLedgerQuestion(text);
  return question ? [{ type: 'ledger', question }] : [];
}

/** Whether a text asks the ledger by itself, whatever its names turn out to mean. */
export const isLedgerQuestion = (text: string): boolean => {
  const question = readLedgerQuestion(text);
  return question !== undefined && !isByNameAlone(question);
};

const isByNameAlone = ({ ask }: LedgerQuestion): boolean =>
  ask.about === 'without' ||
  ask.about === 'unit' ||
  ask.about === 'contact' ||
  (ask.about === 'figure' && !ask.isPlain);

/** The answer that was read: to whoever follows others before all else, to others where nothing else answers. */
export function answerAsked(context: Context, whom: 'overseer' | 'everybody'): Reply | undefined {
  const { ledger, person, now } = context;
  return ledger && isOneOf(whom, person) ? { say: ledgerAnswer(ledger, now) } : undefined;
}
