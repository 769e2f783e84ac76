/** The steps at which states, reasons and documents are asked for. */
import type { Context } from '../../../core/conversation/context.ts';
import { readPaperNumber } from '../../../core/language/paper-number.ts';
import type { ProgressForm } from '../../../core/progress/form.ts';
import { type GroupTold, groupsOf, hearProgress, hearState } from '../../../core/progress/heard.ts';
import { type ProgressState, progressStates, type TaskState } from '../../../core/progress/state.ts';
import { fileMark } from '../../../core/reports/file-answer.ts';
import * as say from '../../../messages/chat/progress/answers.ts';
import type { Intent } from '../shape/intent.ts';
import type { ProgressTalk } from '../shape/progress-talk.ts';
import { type Reply, saying } from '../shape/reply.ts';
import { addTold, groupsAsked, takeHeard } from './hear.ts';

const longestReason = 500;

const chosenState = (id: string): TaskState | undefined => {
  const state: ProgressState | undefined = progressStates.find((each) => each === id);
  switch (state) {
    case 'doing':
      return { state, percent: null };
    case 'done':
      return { state, paper: null };
    case 'blocked':
    case 'na':
      return { state, reason: '' };
    default:
      return state && { state };
  }
};

/** What stands is shown, and anything may be told of it. */
export function stepTell(state: ProgressTalk, form: ProgressForm, intent: Intent): Reply | undefined {
  const groups = groupsOf(form);
  const [only, ...others] = groups;
  if (intent.type === 'choice') {
    if (intent.id === 'enough') return { state: { ...state, step: { at: 'confirm' } } };
    if (intent.id === 'all')
      return addTold(
        state,
        form,
        groups.map((group) => ({ ...group, value: { state: 'done', paper: null } })),
      );
    if (intent.id.startsWith('s:'))
      return {
        state: { ...state, isGuided: true, step: { at: 'state', sections: [intent.id.slice(2)], place: null } },
      };
    const value = chosenState(intent.id);
    return only && value ? addTold(state, form, [{ ...only, value }]) : {};
  }
  if (intent.type !== 'answer') return {};
  const heard = takeHeard(state, form, hearProgress(intent.text, form));
  if (heard) return heard;
  const value = hearState(intent.text);
  if (!only || !value) return undefined;
  if (others.length === 0) return addTold(state, form, [{ ...only, value }]);
  // "xong rồi" does not say of which: it is asked once more, of all of them.
  return { state: { ...state, step: { at: 'state', sections: groups.map(({ section }) => section), place: null } } };
}

/** Sections, or one task, wait for their state. */
export function stepState(
  state: ProgressTalk,
  form: ProgressForm,
  { sections, place }: Extract<ProgressTalk['step'], { at: 'state' }>,
  intent: Intent,
): Reply | undefined {
  const groups = groupsAsked(form, sections, place);
  const take = (value: TaskState): Reply =>
    addTold(
      state,
      form,
      groups.map((group): GroupTold => ({ ...group, value })),
    );
  const chosen = intent.type === 'choice' ? chosenState(intent.id) : undefined;
  if (chosen) return take(chosen);
  if (intent.type !== 'answer') return {};
  const value = hearState(intent.text);
  return value ? take(value) : takeHeard(state, form, hearProgress(intent.text, form));
}

const withValue = (state: ProgressTalk, index: number, value: TaskState): GroupTold[] => {
  const group = state.told[index];
  return group ? [{ ...group, value }] : [];
};

/** Any words are a reason. */
export function stepReason(state: ProgressTalk, form: ProgressForm, index: number, intent: Intent): Reply {
  const reason = intent.type === 'answer' ? intent.text.trim().slice(0, longestReason) : '';
  const before = state.told[index]?.value.state;
  if (reason === '' || (before !== 'blocked' && before !== 'na')) return {};
  return addTold(state, form, withValue(state, index, { state: before, reason }));
}

/** A file that was sent is the proof; it is kept as evidence. */
export const proveByFile = (state: ProgressTalk, form: ProgressForm, index: number, file: number): Reply => ({
  ...addTold(state, form, withValue(state, index, { state: 'done', paper: fileMark(file) })),
  effects: [{ type: 'keep-files', files: 'new', as: 'evidence', obligation: null }],
});

/** The number of a document, or that there is none: then the task is under way and not done. */
export function stepProof(
  state: ProgressTalk,
  form: ProgressForm,
  index: number,
  { intent, context }: { intent: Intent; context: Context },
): Reply | undefined {
  if (intent.type === 'choice') {
    const taken = addTold(state, form, withValue(state, index, { state: 'doing', percent: null }));
    return { ...taken, say: saying(say.unprovenNoted()) };
  }
  if (intent.type !== 'answer') return {};
  const paper = readPaperNumber(intent.text, context.now);
  if (typeof paper !== 'object') return undefined;
  return addTold(state, form, withValue(state, index, { state: 'done', paper: paper.number }));
}
