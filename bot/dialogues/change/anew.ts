/** Another order in the middle of the one that waits. */
import type { Context } from '../../../core/conversation/context.ts';
import type { DirectiveStanding } from '../../../core/directives/life/standing.ts';
import { readAssent } from '../../../core/language/assent/assent.ts';
import { leadingWords } from '../../../core/language/commands/command-words.ts';
import { onlyThose } from '../../../core/language/commands/extension-words.ts';
import { behindPhrase, hasColonBefore, saidWords } from '../../../core/language/commands/said-words.ts';
import { patternsOf } from '../../../core/language/reading/patterns.ts';
import { tokensIn, written } from '../../../core/language/reading/tokens.ts';
import type { ChangeState } from '../shape/change-state.ts';
import type { Reply } from '../shape/reply.ts';
import { beginChange, isAboutUnits } from './begin.ts';

const orders = [
  ['chase', leadingWords.nhac],
  ['extend', leadingWords.giahan],
  ['excuse', leadingWords.mien],
  ['owe', leadingWords.thoimien],
  ['return', leadingWords.tralai],
] as const;

/**
 * An order in the middle of another is no answer and no sentence for the units: it begins in its place ("nhắc các xã thôi"). Of whoever
 * consolidates nothing but their own orders is heard. Of the order that waits only a reminder begins anew.
 */
export function orderedAnew(
  { act: waiting }: ChangeState,
  text: string,
  standing: DirectiveStanding | undefined,
  context: Context,
): Reply | undefined {
  const words = saidWords(
    text
      .trim()
      .split(/\s+/)
      .slice(isOnly(text) ? 1 : 0)
      .join(' '),
  );
  for (const [act, phrases] of orders) {
    const behind = behindPhrase(phrases, words);
    const isAgain = act === 'chase' && waiting === 'chase';
    const isOther = act !== waiting && isAboutUnits(waiting) && !standing?.part;
    if (behind === undefined || !(isAgain || isOther) || areCourtesy(behind)) continue;
    const argument = act === 'chase' && hasColonBefore(text, behind) ? `: ${behind}` : behind;
    return beginChange(act, argument, isAgain ? context : withoutParts(context));
  }
  return undefined;
}

/** "nhắc đi em": no word but courtesy. */
const areCourtesy = (text: string): boolean => {
  const assent = readAssent(text, []);
  return assent.type === 'nothing' && assent.isWhole;
};

const withoutParts = (context: Context): Context => ({
  ...context,
  standings: (context.standings ?? []).filter((one) => one.part === undefined),
});

/** "chỉ nhắc xã thôi": the order behind it begins anew. */
const isOnly = (text: string): boolean => only.endAt(tokensIn(written(text)), 0) > 0;

const only = patternsOf(onlyThose);
