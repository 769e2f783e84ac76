/** Progress told in somebody's own words: of which unit it is, and which question it leaves. */
import type { Context } from '../../../core/conversation/context.ts';
import type { ProgressForm } from '../../../core/progress/form.ts';
import {
  type GroupTold,
  groupsOf,
  hearProgress,
  incompleteIn,
  type ProgressHeard,
  type TaskGroup,
  toldAnew,
} from '../../../core/progress/heard.ts';
import type { ObligationFact } from '../../../core/reports/obligation.ts';
import { strangeSections } from '../../../messages/chat/progress/answers.ts';
import type { ProgressTalk } from '../shape/progress-talk.ts';
import { type Reply, saying } from '../shape/reply.ts';
import type { ReportState } from '../shape/states.ts';

/** The forms of the person's own units, and of those for which they may tell it. */
const formsKnown = ({ progress = [], progressFor = [] }: Context): ProgressForm[] => [...progress, ...progressFor];

export const formOf = (id: number | null, context: Context): ProgressForm | undefined =>
  formsKnown(context).find((form) => form.id === id);

/** The tasks of the unit and directive that a report is about. */
export const tasksBeside = (
  { unit, directive }: Pick<ObligationFact, 'unit' | 'directive'>,
  context: Context,
): ProgressForm | undefined =>
  formsKnown(context).find((form) => form.unit.id === unit.id && form.directive.id === directive.id);

/** The groups that a question about states is about. */
export const groupsAsked = (form: ProgressForm, sections: readonly string[], place: number | null): TaskGroup[] => {
  const groups = groupsOf(form).filter(({ section }) => sections.includes(section));
  const task = form.tasks.find((each) => each.place === place);
  return task && place !== null
    ? groups.map((group) => ({ ...group, place, tasks: [task.id], text: task.text, needsProof: task.needsProof }))
    : groups;
};

/** The next question: what is incomplete, what a guided talk has not asked yet, else the read-back. */
function proceedProgress(state: ProgressTalk, form: ProgressForm): ProgressTalk {
  const index = incompleteIn(state.told);
  if (index >= 0)
    return { ...state, step: { at: state.told[index]?.value.state === 'done' ? 'proof' : 'reason', index } };
  const isTold = (group: TaskGroup): boolean =>
    state.told.some(({ tasks }) => tasks.some((task) => group.tasks.includes(task)));
  const areLeft = !groupsOf(form).every(isTold);
  return { ...state, step: { at: state.isGuided && areLeft ? 'tell' : 'confirm' } };
}

/** What was told comes to the talk, or goes back to the report in the middle of which it was told. */
export function addTold(state: ProgressTalk, form: ProgressForm, said: readonly GroupTold[]): Reply {
  const next = proceedProgress({ ...state, told: toldAnew(state.told, said) }, form);
  return next.report && next.step.at === 'confirm' ? { state: backToReport(next, form, next.report) } : { state: next };
}

export const backToReport = (state: ProgressTalk, form: ProgressForm, report: ReportState): ReportState => ({
  ...report,
  progress: { assignment: form.id, told: state.told },
});

/** The talk about one form, as far as a text tells it; undefined where the text says nothing of tasks. */
export function takeHeard(state: ProgressTalk, form: ProgressForm, heard: ProgressHeard): Reply | undefined {
  switch (heard.type) {
    case 'told':
      return addTold({ ...state, isGuided: false }, form, heard.told);
    case 'strange':
      return { state: { ...state, step: { at: 'tell' } }, say: saying(strangeSections(form, heard.numbers)) };
    case 'doubt': {
      const [first] = heard.groups;
      const sections = heard.groups.map(({ section }) => section);
      return { state: { ...state, step: { at: 'state', sections, place: first?.place ?? null } } };
    }
    case 'nothing':
      return undefined;
  }
}

/** `behalf`: it is told for the unit by somebody else. */
export const begunTalk = (form: ProgressForm | null, behalf?: ProgressTalk['behalf']): ProgressTalk => ({
  dialogue: 'progress',
  assignment: form?.id ?? null,
  told: [],
  ...(behalf && { behalf }),
  step: { at: 'tell' },
});

type Fitting = { form: ProgressForm; heard: ProgressHeard };

/** What a text says of each form: those that it surely fits, else those that it may be asked about. */
export function fittingForms(text: string, forms: readonly ProgressForm[]): Fitting[] {
  const heard = forms.map((form) => ({ form, heard: hearProgress(text, form) }));
  const isOf = (...types: ProgressHeard['type'][]) => heard.filter((each) => types.includes(each.heard.type));
  const sure = isOf('told', 'doubt');
  return sure.length > 0 ? sure : isOf('strange');
}

/** Words about tasks while nothing is asked; several units or directives that they fit are asked about. */
export function beginByWords(
  text: string,
  forms: readonly ProgressForm[],
  behalf?: ProgressTalk['behalf'],
): Reply | undefined {
  const fitting = fittingForms(text, forms);
  const [only, ...others] = fitting;
  if (!only) return undefined;
  if (others.length > 0) return { state: { ...begunTalk(null, behalf), said: text } };
  return takeHeard(begunTalk(only.form, behalf), only.form, only.heard);
}
