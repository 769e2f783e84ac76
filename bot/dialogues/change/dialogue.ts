/** Something is to be done to a directive: what is missing is asked, one piece after the other. */
import type { Context, Saying } from '../../../core/conversation/context.ts';
import { findDirective } from '../../../core/directives/find.ts';
import { readAssent } from '../../../core/language/assent/assent.ts';
import * as say from '../../../messages/chat/life/change.ts';
import { dateQuestion, numberQuestion, numberReason } from '../../../messages/chat/life/number.ts';
import { type ChangeState, changeSchema } from '../shape/change-state.ts';
import type { Dialogue } from '../shape/dialogue.ts';
import type { Intent } from '../shape/intent.ts';
import { type Reply, saying } from '../shape/reply.ts';
import { idle } from '../shape/states.ts';
import { goOn } from './go-on.ts';
import { readNumberOrDate } from './number.ts';
import { type ChangePiece, chosenOf, orderOf } from './pieces.ts';

export const changeDialogue: Dialogue<ChangeState> = {
  schema: changeSchema,
  needs: ({ act, directive }) => [{ type: 'standings', act, directive }],
  ask: (state, context) => {
    const piece = missingOf(state, context);
    return piece && question(piece, state, context);
  },
  step: stepChange,
  cancel: () => notDone,
};

const notDone: Reply = { state: idle, say: saying(say.changeCancelled()) };

/** The piece that is asked for; undefined where the directive is gone. */
function missingOf(state: ChangeState, context: Context): ChangePiece | undefined {
  const standing = chosenOf(state, context);
  if (state.directive !== null && !standing) return undefined;
  const order = orderOf(state, standing);
  return 'missing' in order ? order.missing : undefined;
}

function question(piece: ChangePiece, state: ChangeState, context: Context): Saying {
  const standing = chosenOf(state, context);
  switch (piece) {
    case 'directive':
      return say.whichToChange(context.standings ?? []);
    case 'number':
      return { text: numberQuestion(standing) };
    case 'date':
      return { text: dateQuestion(state.number ?? '') };
    case 'reason':
      return { text: numberReason(standing, state.number ?? '') };
  }
}

function stepChange(state: ChangeState, intent: Intent, context: Context): Reply {
  const piece = missingOf(state, context);
  if (piece === undefined) return { state: idle, say: saying(say.changeGone()) };
  if (intent.type === 'choice') return piece === 'directive' ? choose(state, Number(intent.id.slice(2)), context) : {};
  if (intent.type !== 'answer') return {};
  if (isGivenUp(intent.text)) return notDone;
  return takePiece(piece, state, intent.text, context);
}

/** "thôi", "để sau", "không" say that nothing is to be done. */
function isGivenUp(text: string): boolean {
  const assent = readAssent(text, []);
  return assent.type === 'cancel' || (assent.type === 'denial' && assent.isWhole) || assent.type === 'hold';
}

const choose = (state: ChangeState, directive: number, context: Context): Reply =>
  goOn({ ...state, directive }, context);

function takePiece(piece: ChangePiece, state: ChangeState, text: string, context: Context): Reply {
  switch (piece) {
    case 'directive': {
      const search = findDirective(context.standings ?? [], text);
      return search.type === 'found'
        ? choose(state, search.directive.id, context)
        : { say: saying(say.whichUnclear()) };
    }
    case 'number':
    case 'date': {
      const blank = chosenOf(state, context)?.number ?? '';
      const read = readNumberOrDate(
        state.number === undefined ? {} : { number: state.number },
        blank,
        text,
        context.now,
      );
      return 'wrong' in read ? { say: saying(read.wrong) } : goOn({ ...state, ...read.given }, context);
    }
    case 'reason':
      return goOn({ ...state, reason: text.trim().slice(0, longestReason) }, context);
  }
}

/** A reason is a sentence or two. */
const longestReason = 500;
