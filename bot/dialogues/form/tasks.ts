/** A page on which nothing but tasks is told: kept, and once it is whole the conversation asks whether it is right. */
import type { EnteredForm } from '../../../core/conversation/form.ts';
import type { ProgressForm } from '../../../core/progress/form.ts';
import { formProblem } from '../../../messages/pages/form.ts';
import type { Draft, Drafts } from '../shape/draft.ts';
import type { ProgressTalk } from '../shape/progress-talk.ts';
import type { State } from '../shape/states.ts';
import { readState } from '../table/dialogues.ts';
import { type Desk, type FormStep, othersDraft } from './decide.ts';
import { type AskedTasks, isWhole, readEnteredTasks } from './read.ts';
import { tasksViewOf } from './view.ts';

/** The key of a draft that is of no debt. */
export const draftOfTasks = ({ id }: Pick<ProgressForm, 'id'>): string => `t${id}`;

/** The talk about an assignment's tasks that a conversation is in the middle of, and that belongs to no report. */
export function talkIn(state: State, assignment: number): ProgressTalk | undefined {
  const held = state.dialogue === 'naming' ? readState(state.held.state) : state;
  return held.dialogue === 'progress' && held.assignment === assignment && !held.report ? held : undefined;
}

/** The instant of the newest that was said of the tasks, in milliseconds: a draft from before it is good no more. */
const lastTold = ({ tasks }: ProgressForm): number => Math.max(0, ...tasks.map(({ told }) => told?.at.getTime() ?? 0));

/** What was said in the chat, else what was entered on a page. */
export function standingTasks({ tasks }: AskedTasks, { state, drafts }: Desk): Draft {
  const talk = talkIn(state, tasks.id);
  const base = lastTold(tasks);
  const kept = drafts[draftOfTasks(tasks)];
  const draft = kept?.base === base ? kept : undefined;
  if (!talk) return draft ?? { base, answers: {}, typed: {}, sections: {} };
  const { told, behalf, begunAt } = talk;
  return {
    base,
    answers: {},
    ...(told.length > 0 && { progress: { assignment: tasks.id, told } }),
    ...(behalf?.reason !== undefined && { behalfReason: behalf.reason }),
    ...(begunAt !== undefined && { begunAt }),
    typed: {},
    sections: draft?.sections ?? {},
  };
}

/** Keeps what was entered so far. A talk that is under way in the chat goes on with it. */
export function keepTasks(desk: Desk, asked: AskedTasks, entered: EnteredForm): FormStep {
  const standing = standingTasks(asked, desk);
  const read = readEnteredTasks(asked, entered, standing);
  const talk = desk.state.dialogue === 'progress' ? talkIn(desk.state, asked.tasks.id) : undefined;
  return {
    state: talk ? { ...talkOf(asked, read.draft), step: { at: 'tell' } } : desk.state,
    drafts: { ...desk.drafts, [draftOfTasks(asked.tasks)]: read.draft },
    view: tasksViewOf(asked, standing, { entered, read, isFinal: false }),
  };
}

/** Reads a page that is said to be whole. */
export function reviewTasks(desk: Desk, asked: AskedTasks, entered: EnteredForm): FormStep {
  const standing = standingTasks(asked, desk);
  const read = readEnteredTasks(asked, entered, standing);
  const drafts: Drafts = { ...othersDraft(desk), [draftOfTasks(asked.tasks)]: read.draft };
  const isTold = read.draft.progress !== undefined;
  if (isWhole(read) && isTold) return { state: talkOf(asked, read.draft), drafts, view: undefined };
  const problems = isTold || read.sections.faults.size > 0 ? [] : [formProblem.noTaskTold];
  return { ...desk, drafts, view: tasksViewOf(asked, standing, { entered, read, isFinal: true, problems }) };
}

const talkOf = ({ tasks, isOnBehalf }: AskedTasks, { progress, behalfReason, begunAt }: Draft): ProgressTalk => ({
  dialogue: 'progress',
  assignment: tasks.id,
  told: progress?.told ?? [],
  ...(isOnBehalf && {
    behalf: { unit: tasks.unit.id, ...(behalfReason !== undefined && { reason: behalfReason }) },
  }),
  ...(begunAt !== undefined && { begunAt }),
  step: { at: 'confirm' },
});
