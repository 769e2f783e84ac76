/** Something is to be done to a directive: what is missing is asked, one piece after the other, and read back. */
import type { Context, Saying } from '../../../core/conversation/context.ts';
import { findNamed } from '../../../core/directives/find-named.ts';
import { planChange } from '../../../core/directives/life/change.ts';
import { type DirectiveStanding, unitsOf } from '../../../core/directives/life/standing.ts';
import { readAssent } from '../../../core/language/assent/assent.ts';
import { doingByAct, doingToDirectives } from '../../../core/language/assent/assent-words.ts';
import { leadingWords } from '../../../core/language/commands/command-words.ts';
import { readMoreTime } from '../../../core/language/commands/extension-order.ts';
import { behindPhrase, hasColonBefore, saidWords } from '../../../core/language/commands/said-words.ts';
import { readDay } from '../../../core/language/day.ts';
import { partChanged } from '../../../messages/chat/consolidation/part.ts';
import * as say from '../../../messages/chat/life/change.ts';
import * as extend from '../../../messages/chat/life/extend.ts';
import { dateQuestion, numberQuestion, numberReason } from '../../../messages/chat/life/number.ts';
import { changeRefused } from '../../../messages/words/refusals.ts';
import { type ChangeState, changeSchema } from '../shape/change-state.ts';
import { readChoiceOfTwo } from '../shape/choice-of-two.ts';
import type { Dialogue } from '../shape/dialogue.ts';
import type { Intent } from '../shape/intent.ts';
import { type Reply, saying } from '../shape/reply.ts';
import { idle } from '../shape/states.ts';
import { beginChange, isAboutUnits } from './begin.ts';
import { carryOut, goOn, reachesNobody, seenIn, takeWho } from './go-on.ts';
import { readNumberOrDate } from './number.ts';
import { type ChangePiece, chosenOf, orderOf } from './pieces.ts';
import { findWho } from './units.ts';

export const changeDialogue: Dialogue<ChangeState> = {
  schema: changeSchema,
  needs: ({ act, directive }) => [{ type: 'standings', act, directive }],
  ask: (state, context) => {
    const standing = chosenOf(state, context);
    if (state.directive !== null && !standing) return undefined;
    const order = orderOf(state, standing);
    if ('missing' in order) return question(order.missing, state, context);
    const plan = standing && planChange(standing, order, context.now);
    return plan && !('why' in plan) ? say.changePreview(order, plan, standing, context.now) : undefined;
  },
  step: stepChange,
  cancel: () => notDone,
};

const notDone: Reply = { state: idle, say: saying(say.changeCancelled()) };

function question(piece: ChangePiece, state: ChangeState, context: Context): Saying {
  const standing = chosenOf(state, context);
  switch (piece) {
    case 'directive':
      return say.whichToChange(context.standings ?? []);
    case 'number':
      return { text: numberQuestion(standing) };
    case 'date':
      return { text: dateQuestion(state.number ?? '') };
    case 'units':
      return extend.whoQuestion();
    case 'until':
      return { text: extend.untilQuestion() };
    case 'reason':
      return { text: state.act === 'number' ? numberReason(standing, state.number ?? '') : extend.reasonQuestion() };
  }
}

function stepChange(state: ChangeState, intent: Intent, context: Context): Reply {
  const standing = chosenOf(state, context);
  if (state.directive !== null && !standing) return { state: idle, say: saying(say.changeGone()) };
  const order = orderOf(state, standing);
  if ('missing' in order) return stepPiece(order.missing, state, intent, context);
  if (!standing) return notDone;
  const plan = planChange(standing, order, context.now);
  if ('why' in plan) return { state: idle, say: saying(changeRefused(plan)) };
  const anew = intent.type === 'answer' ? orderedAnew(state, intent.text, standing, context) : undefined;
  if (anew) return anew;
  const answer = isSentence(state, intent) ? undefined : readChoiceOfTwo(intent, 'do', doingByAct[state.act]);
  if (reachesNobody(plan, standing)) return goOn(state, context);
  if (answer === undefined && intent.type === 'answer')
    return state.act === 'chase' && !isYesToAnother(intent.text) && !isYesWithMore(intent.text)
      ? takeChaseWords(state, intent.text, standing, context)
      : { say: saying(say.changeNotSure()) };
  if (answer === undefined) return {};
  if (!answer) return notDone;
  const { seen } = seenIn(plan);
  return seen === state.seen
    ? carryOut(order, plan, standing)
    : { state: { ...state, seen }, say: saying(partChanged()) };
}

/** "ai chưa nộp thì nộp ngay" where it is asked whether to remind: a no that does not begin with one is what units are to be told. */
function isSentence({ act }: ChangeState, intent: Intent): boolean {
  if (act !== 'chase' || intent.type !== 'answer') return false;
  const words = intent.text.trim().split(/\s+/);
  const isNo = (count: number): boolean => isWholeNo(words.slice(0, count).join(' '));
  return readAssent(intent.text, doingByAct.chase).type === 'denial' && ![1, 2, 3, words.length].some(isNo);
}

function isWholeNo(text: string): boolean {
  const assent = readAssent(text, doingByAct.chase);
  return assent.type === 'denial' && assent.isWhole;
}

/** "ừ gia hạn đi" where it is asked whether to remind. */
const isYesToAnother = (text: string): boolean => readAssent(text, doingToDirectives).type === 'assent';

/** "ừ, nhớ nhắc cả trường An Bình", "thôi chiều nhắc": a yes or a stop with more behind it is no sentence for the units. */
function isYesWithMore(text: string): boolean {
  const [first = ''] = text.trim().split(/[\s,.;]+/);
  const { type } = readAssent(first, []);
  return /\s/.test(text.trim()) && (type === 'assent' || type === 'cancel');
}

/** While it is asked whether to remind, other words name units, or are to be passed on. */
function takeChaseWords(state: ChangeState, text: string, standing: DirectiveStanding, context: Context): Reply {
  const found = findWho(text, standing);
  return found && !('unknown' in found)
    ? takeWho(state, text, standing, context)
    : { state: { ...state, reason: text.trim().slice(0, longestReason) } };
}

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
function orderedAnew(
  { act: waiting }: ChangeState,
  text: string,
  standing: DirectiveStanding | undefined,
  context: Context,
): Reply | undefined {
  const words = saidWords(text);
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

function stepPiece(piece: ChangePiece, state: ChangeState, intent: Intent, context: Context): Reply {
  if (intent.type === 'choice') return takeChoice(state, intent.id, context);
  if (intent.type !== 'answer') return {};
  // "tất cả" is no denial, and a reason may begin with a no.
  if (piece === 'reason') return takePiece(piece, state, intent.text, context);
  if (isGivenUp(intent.text)) return notDone;
  const anew = orderedAnew(state, intent.text, chosenOf(state, context), context);
  return anew ?? takePiece(piece, state, intent.text, context);
}

function takeChoice(state: ChangeState, id: string, context: Context): Reply {
  if (id === 'do') return {};
  if (id === 'everybody') return goOn({ ...state, units: 'everybody' }, context);
  return id.startsWith('d:') ? goOn({ ...state, directive: Number(id.slice(2)) }, context) : notDone;
}

/** "thôi", "để sau", "không" say that nothing is to be done. */
function isGivenUp(text: string): boolean {
  const assent = readAssent(text, []);
  return assent.type === 'cancel' || (assent.type === 'denial' && assent.isWhole) || assent.type === 'hold';
}

function takePiece(piece: ChangePiece, state: ChangeState, text: string, context: Context): Reply {
  const { standings = [], now } = context;
  const standing = chosenOf(state, context);
  switch (piece) {
    case 'directive': {
      const { directive } = findNamed(standings, text);
      return directive ? goOn({ ...state, directive: directive.id }, context) : { say: saying(say.directiveUnclear()) };
    }
    case 'number':
    case 'date': {
      const known = state.number === undefined ? {} : { number: state.number };
      const read = readNumberOrDate(known, standing?.number ?? '', text, now);
      return 'wrong' in read ? { say: saying(read.wrong) } : goOn({ ...state, ...read.given }, context);
    }
    case 'units':
      return standing && unitsOf(standing).length > 0 ? takeWho(state, text, standing, context) : notDone;
    case 'until': {
      const until = readDay(text, now);
      const more = until === undefined ? readMoreTime(text)?.more : undefined;
      if (more) return goOn({ ...state, more }, context);
      return typeof until === 'object' ? goOn({ ...state, until }, context) : { say: saying(extend.dayUnclear()) };
    }
    case 'reason':
      // A nod is no reason: the question is still there.
      if (readAssent(text, []).type === 'assent') return { state };
      return goOn({ ...state, reason: text.trim().slice(0, longestReason) }, context);
  }
}

/** A reason is a sentence or two. */
const longestReason = 500;
