/** A question of somebody who is asked whether, for whom, until when or why a thing shall be done. */
import type { Context } from '../../../core/conversation/context.ts';
import { readAssent } from '../../../core/language/assent/assent.ts';
import { amendingWords, doingToDirectives, issuing, passingOn } from '../../../core/language/assent/assent-words.ts';
import { leadingWords } from '../../../core/language/commands/command-words.ts';
import { behindPhrase, saidWords } from '../../../core/language/commands/said-words.ts';
import { asksPlainly, asksWhether } from '../../../core/language/speech/plainly-asked.ts';
import { chaseWordsAsked, leftUnanswered } from '../../../messages/chat/talk/questions.ts';
import type { Intent } from '../shape/intent.ts';
import { type Reply, saying } from '../shape/reply.ts';
import type { State } from '../shape/states.ts';

const asking: readonly State['dialogue'][] = ['change', 'issue', 'resend', 'amending', 'extension'];

/**
 * What is said where a question comes in place of an answer and nothing answers it (see beside.ts). It is no yes or no, no unit and
 * no reason, and nothing is passed on in its words. Undefined where none was asked.
 */
export function askedInstead(state: State, intent: Intent, { ledger }: Context): Reply | undefined {
  if (intent.type !== 'answer' || !mayBeAsked(state, ledger !== undefined)) return undefined;
  const { text } = intent;
  const isChase = state.dialogue === 'change' && state.act === 'chase';
  if (isChase && behindPhrase(leadingWords.nhac, saidWords(text)) !== undefined) return undefined;
  if (!asksPlainly(text) || isDecided(text)) return undefined;
  return { say: saying(isChase ? chaseWordsAsked() : leftUnanswered()) };
}

/** What staff answer to a head may be a question too, but for one that can be answered here. */
const mayBeAsked = ({ dialogue }: State, isOfLedger: boolean): boolean =>
  asking.includes(dialogue) || (dialogue === 'answering' && isOfLedger);

const verbs = [...doingToDirectives, ...issuing, ...amendingWords, ...passingOn];

/** "chứ sao không", "thôi khỏi": a yes or a no, and no other word. */
function isDecided(text: string): boolean {
  const { type, ...assent } = readAssent(text, verbs);
  const isNo = type === 'denial' || type === 'hold' || type === 'cancel';
  return type === 'assent' || (isNo && !asksWhether(text) && 'isWhole' in assent && assent.isWhole);
}
