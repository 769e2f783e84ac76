/** Something is to be done to a directive: what is missing is asked, one piece after the other, and read back. */
import type { Context, Saying } from '../../../core/conversation/context.ts';
import { findNamed } from '../../../core/directives/find-named.ts';
import { planChange } from '../../../core/directives/life/change.ts';
import { unitsOf } from '../../../core/directives/life/standing.ts';
import { readChangeWords } from '../../../core/directives/life/words.ts';
import { readAssent } from '../../../core/language/assent/assent.ts';
import { doingByAct } from '../../../core/language/assent/assent-words.ts';
import { readMoreTime } from '../../../core/language/commands/extension-order.ts';
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
import { orderedAnew } from './anew.ts';
import { isAboutUnits } from './begin.ts';
import { isSentence, isWholeNo, takeChaseWords, unitsAdded } from './chase-words.ts';
import { carryOut, goOn, reachesNobody, seenIn, takeWho } from './go-on.ts';
import { readNumberOrDate } from './number.ts';
import { type ChangePiece, chosenOf, longestReason, orderOf } from './pieces.ts';
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
  const more = intent.type === 'answer' ? unitsAdded(state, intent.text, standing) : undefined;
  if (more === 'unknown') return { say: saying(say.changeNotSure()) };
  if (more) return goOn({ ...state, units: more }, context);
  const anew = intent.type === 'answer' ? orderedAnew(state, intent.text, standing, context) : undefined;
  if (anew) return anew;
  const until = intent.type === 'answer' ? dayInstead(state, intent.text, context.now) : undefined;
  if (until) return goOn({ ...state, until }, context);
  const answer = isSentence(state, intent)
    ? undefined
    : readChoiceOfTwo(intent, 'do', doingByAct[state.act], isAboutUnits(state.act));
  if (reachesNobody(plan, standing)) return goOn(state, context);
  if (answer === undefined && intent.type === 'answer')
    return state.act === 'chase'
      ? takeChaseWords(state, intent.text, standing, context)
      : { say: saying(say.changeNotSure()) };
  if (answer === undefined) return {};
  if (!answer) return notDone;
  const { seen } = seenIn(plan);
  return seen === state.seen
    ? carryOut(order, plan, standing)
    : { state: { ...state, seen }, say: saying(partChanged()) };
}

function stepPiece(piece: ChangePiece, state: ChangeState, intent: Intent, context: Context): Reply {
  if (intent.type === 'choice') return takeChoice(state, intent.id, context);
  if (intent.type !== 'answer') return {};
  if (piece === 'reason') return takeReason(state, intent.text, context);
  // "tất cả" is no denial.
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

function takePiece(piece: Exclude<ChangePiece, 'reason'>, state: ChangeState, text: string, context: Context): Reply {
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
  }
}

/** "thôi cho 14/9 thôi" where more time is given: another day, and no word but courtesy. */
function dayInstead({ act }: ChangeState, text: string, now: Date): ChangeState['until'] {
  if (act !== 'extend') return undefined;
  const { until, who, reason } = readChangeWords(text, now);
  const beside = readAssent(who, []);
  const isAlone = who === '' || beside.type === 'assent' || beside.isWhole;
  return typeof until === 'object' && reason === undefined && isAlone ? until : undefined;
}

/** "thôi khỏi" gives up. */
const fewestOfReason = 3;

/** A nod or a mere no is no reason, "để sau" gives up, and "à không, xã An Bình" is another unit. A reason may begin with a no. */
function takeReason(state: ChangeState, text: string, context: Context): Reply {
  const { type, ...assent } = readAssent(text, []);
  const isWhole = 'isWhole' in assent && assent.isWhole;
  if (isWhole && (type === 'cancel' || type === 'hold')) return notDone;
  if (type === 'cancel' && text.trim().split(/\s+/).length < fewestOfReason) return notDone;
  if (type === 'assent' || (isWhole && type === 'denial')) return { state };
  const until = dayInstead(state, text, context.now);
  if (until) return goOn({ ...state, until }, context);
  const standing = chosenOf(state, context);
  const [, no = '', behind = ''] = /^([^,.;]+)[,.;]\s*(\S.*)$/su.exec(text.trim()) ?? [];
  const other = standing && isAboutUnits(state.act) && isWholeNo(no) ? findWho(behind, standing) : undefined;
  if (other && 'found' in other) return goOn({ ...state, units: other.found }, context);
  return goOn({ ...state, reason: text.trim().slice(0, longestReason) }, context);
}
