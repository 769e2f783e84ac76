/** Pictures that nobody asked for: their sender says what they are, in the words of a choice or in their own. */
import type { Context, Saying } from '../../../core/conversation/context.ts';
import type { PaperNumber } from '../../../core/language/paper-number.ts';
import { namesPaper, readPaperNumber } from '../../../core/language/paper-number.ts';
import { isNumberOf, type PictureMeaning, readPictureAnswer } from '../../../core/language/picture-words.ts';
import * as say from '../../../messages/chat/signed.ts';
import type { Dialogue } from '../shape/dialogue.ts';
import type { Intent } from '../shape/intent.ts';
import { directiveNumbersOf } from '../shape/obligations.ts';
import { type Reply, saying } from '../shape/reply.ts';
import { askingWhat, idle, type PictureState, pictureSchema } from '../shape/states.ts';
import { reportsFor, type Scan, takeEvidence, takeScan } from '../signed/scan.ts';
import { readUnasked } from '../unasked/dialogue.ts';
import { takeFree } from '../unasked/free.ts';

export const pictureDialogue: Dialogue<PictureState> = {
  schema: pictureSchema,
  needs: () => [{ type: 'pictures', album: null }],
  ask: askPicture,
  step: stepPicture,
  cancel: () => drop(),
};

/** Nothing is asked where the pictures have gone meanwhile. */
function askPicture(state: PictureState, context: Context): Saying | undefined {
  const forms = reportsFor(state, context);
  if (forms.length === 0 || context.pictures?.all === 0) return undefined;
  if (state.step.at === 'whose') return say.askWhose(forms, state.step.as);
  return say.askWhat(forms.length === 1 ? forms[0] : undefined);
}

const drop = (): Reply => ({
  state: idle,
  say: saying(say.picturesDropped()),
  effects: [{ type: 'keep-files', files: 'asked', as: 'nothing', obligation: null }],
});

function stepPicture(state: PictureState, intent: Intent, context: Context): Reply {
  const isGone = askPicture(state, context) === undefined;
  if (isGone) return { state: idle, ...(readUnasked(intent, context) ?? takeFree(idle, intent, context)) };
  if (intent.type === 'choice' && (intent.id === 'skip' || intent.id === 'cancel')) return drop();
  const decided = state.step.at === 'what' ? stepWhat(intent, context) : stepWhose(state, intent, context);
  // Whoever says something else is heard; the pictures wait.
  return decided ?? readUnasked(intent, context) ?? { say: saying(say.pictureUnclear()) };
}

const byChoice: Record<string, PictureMeaning> = { signed: 'signed', evidence: 'evidence' };

function stepWhat(intent: Intent, context: Context): Reply | undefined {
  const others = directiveNumbersOf(context);
  if (intent.type === 'choice') {
    const meaning = byChoice[intent.id];
    return meaning && decidePictures(meaning, { files: 'asked', paper: null }, context);
  }
  if (intent.type !== 'answer') return undefined;
  const meaning = readPictureAnswer(intent.text, others, context.now);
  if (meaning === undefined) return undefined;
  const isNamed = namesPaper(intent.text) && !isNumberOf(intent.text, others, context.now);
  const paper = isNamed ? (readPaperNumber(intent.text, context.now) ?? null) : null;
  return decidePictures(meaning, { files: 'asked', paper }, context);
}

/** What pictures are is known; where several reports are open it is asked whose they are. */
export function decidePictures(meaning: PictureMeaning, scan: Scan, context: Context): Reply {
  if (meaning === 'nothing') return drop();
  const [only, ...others] = reportsFor(askingWhat, context);
  if (only && others.length === 0)
    return meaning === 'signed'
      ? takeScan(askingWhat, only, scan, context)
      : takeEvidence(askingWhat, only, scan.files, context);
  const paper: PaperNumber | null = typeof scan.paper === 'object' ? scan.paper : null;
  return {
    state: { dialogue: 'picture', step: { at: 'whose', as: meaning, paper } },
    ...(scan.files === 'new' && {
      effects: [{ type: 'keep-files', files: 'new', as: 'asked', obligation: null }],
    }),
  };
}

function stepWhose({ step }: PictureState, intent: Intent, context: Context): Reply | undefined {
  const chosen = reportsFor(askingWhat, context).find((o) => intent.type === 'choice' && intent.id === `o:${o.id}`);
  if (!chosen || step.at !== 'whose') return undefined;
  return step.as === 'signed'
    ? takeScan(askingWhat, chosen, { files: 'asked', paper: step.paper }, context)
    : takeEvidence(askingWhat, chosen, 'asked', context);
}
