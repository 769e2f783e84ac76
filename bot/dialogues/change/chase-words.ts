/** What is said where it is asked whether to remind: units, words for them, or neither. */
import type { Context } from '../../../core/conversation/context.ts';
import type { DirectiveStanding } from '../../../core/directives/life/standing.ts';
import { readAssent } from '../../../core/language/assent/assent.ts';
import { doingByAct, doingToDirectives } from '../../../core/language/assent/assent-words.ts';
import { leadingWords } from '../../../core/language/commands/command-words.ts';
import { besidesThose } from '../../../core/language/commands/extension-words.ts';
import { patternsOf } from '../../../core/language/reading/patterns.ts';
import { tokensIn, written } from '../../../core/language/reading/tokens.ts';
import { changeNotSure } from '../../../messages/chat/life/change.ts';
import type { ChangeState } from '../shape/change-state.ts';
import type { Intent } from '../shape/intent.ts';
import { type Reply, saying } from '../shape/reply.ts';
import { takeWho } from './go-on.ts';
import { longestReason } from './pieces.ts';
import { findWho } from './units.ts';

/** "ai chưa nộp thì nộp ngay" where it is asked whether to remind: a no that does not begin with one is what units are to be told. */
export function isSentence({ act }: ChangeState, intent: Intent): boolean {
  if (act !== 'chase' || intent.type !== 'answer') return false;
  const words = intent.text.trim().split(/\s+/);
  const isNo = (count: number): boolean => isWholeNo(words.slice(0, count).join(' '));
  return readAssent(intent.text, doingByAct.chase).type === 'denial' && ![1, 2, 3, words.length].some(isNo);
}

export function isWholeNo(text: string): boolean {
  const assent = readAssent(text, doingByAct.chase);
  return assent.type === 'denial' && assent.isWhole;
}

/** "ừ gia hạn đi" where it is asked whether to remind. */
const isYesToAnother = (text: string): boolean => readAssent(text, doingToDirectives).type === 'assent';

/** What is done itself: "đã bảo là nhắc đi mà". */
const naming = leadingWords.nhac.filter((verb) => !verb.includes(' '));
const fewestOfSentence = 8;

/** "ừ, nhớ nhắc cả trường An Bình", "thôi chiều nhắc": a yes or a stop with more behind it is no sentence for the units. */
function isYesWithMore(text: string): boolean {
  const words = text.trim().split(/[\s,.;]+/);
  const { type } = readAssent(words[0] ?? '', []);
  if (words.length > 1 && (type === 'assent' || type === 'cancel')) return true;
  return words.length < fewestOfSentence && words.some((word) => readAssent(word, naming).type === 'assent');
}

/** While it is asked whether to remind, other words name units, or are to be passed on. */
export function takeChaseWords(state: ChangeState, text: string, standing: DirectiveStanding, context: Context): Reply {
  if (isYesToAnother(text) || isYesWithMore(text)) return { say: saying(changeNotSure()) };
  const found = findWho(text, standing);
  return found && !('unknown' in found)
    ? takeWho(state, text, standing, context)
    : { state: { ...state, reason: text.trim().slice(0, longestReason) } };
}

const adding = patternsOf(besidesThose);

/** "thêm cả các trường nữa": those, and who was named before. Undefined where nobody is added, or somebody by other words. */
export function unitsAdded(
  { act, units }: ChangeState,
  text: string,
  standing: DirectiveStanding,
): number[] | 'unknown' | undefined {
  const said = written(text);
  const words = tokensIn(said);
  const end = adding.endAt(words, 0);
  if (act !== 'chase' || end === 0 || words.length > mostAdding || !Array.isArray(units)) return undefined;
  const found = findWho(said.slice(words[end]?.from), standing);
  if (!found || !('found' in found)) return 'unknown';
  return found.found === 'everybody' ? undefined : [...new Set([...units, ...found.found])];
}

/** More words are rather a sentence. */
const mostAdding = 10;
