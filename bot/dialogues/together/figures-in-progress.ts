/** Figures told in the middle of a talk about tasks: the report begins, and its read-back shows both. */
import type { Context } from '../../../core/conversation/context.ts';
import type { ProgressForm } from '../../../core/progress/form.ts';
import { hearProgress, toldAnew } from '../../../core/progress/heard.ts';
import { otherUnitNamed } from '../../../messages/chat/progress/behalf.ts';
import { progressDialogue } from '../progress/dialogue.ts';
import { formOf } from '../progress/hear.ts';
import { reportAtOnce } from '../report/figures.ts';
import type { Dialogue } from '../shape/dialogue.ts';
import type { Intent } from '../shape/intent.ts';
import { owedOf } from '../shape/obligations.ts';
import type { ProgressTalk } from '../shape/progress-talk.ts';
import { type Reply, saying } from '../shape/reply.ts';
import { hearFiguresFor, saidOf } from './figures-for-unit.ts';
import { withTasksPageOffer } from './page-in-report.ts';
import { tellTasks } from './progress-in-report.ts';

export const progressWithFigures: Dialogue<ProgressTalk> = {
  ...progressDialogue,
  needs: (state) => [
    ...(progressDialogue.needs?.(state) ?? []),
    ...(state.behalf && !state.report ? [{ type: 'units', unit: state.behalf.unit } as const] : []),
  ],
  ask: (state, context) => withTasksPageOffer(progressDialogue.ask(state, context), state, context),
  step: (state, intent, context) =>
    stepTelling(state, intent, context) ?? progressDialogue.step(state, intent, context),
};

/** What is told where anything may be told: of this unit, and of its figures too. */
function stepTelling(state: ProgressTalk, intent: Intent, context: Context): Reply | undefined {
  const form = formOf(state.assignment, context);
  const isHeard = state.step.at === 'tell' || state.step.at === 'confirm';
  if (intent.type !== 'answer' || !form || !isHeard || state.report) return undefined;
  if (!state.behalf) return hearFigures(state, form, intent, context);
  const text = saidOf(form.unit, intent.text);
  if (text === undefined) return { say: saying(otherUnitNamed(form.unit)), isUnheard: true };
  if (hearProgress(text, form).type === 'nothing') {
    const taken = hearFiguresFor(state, form, text, context);
    if (taken) return taken;
  }
  return progressDialogue.step(state, { ...intent, text }, context);
}

function hearFigures(
  state: ProgressTalk,
  form: ProgressForm,
  intent: Extract<Intent, { type: 'answer' }>,
  context: Context,
): Reply | undefined {
  if (hearProgress(intent.text, form).type !== 'nothing') return undefined;
  const fitting = owedOf(context).flatMap((owed) => {
    if (owed.unit.id !== form.unit.id || owed.directive.id !== form.directive.id) return [];
    return reportAtOnce(owed, intent) ?? [];
  });
  const [only, ...others] = fitting;
  if (only?.state?.dialogue === 'report' && others.length === 0) {
    const progress = { assignment: form.id, told: state.told };
    return { ...only, state: { ...only.state, ...(state.told.length > 0 && { progress }) } };
  }
  const { state: both, ...reply } = tellTasks(intent, context) ?? {};
  if (both?.dialogue === 'report' && both.progress) {
    const progress = { ...both.progress, told: toldAnew(state.told, both.progress.told) };
    return { ...reply, state: { ...both, progress } };
  }
  return both?.dialogue === 'progress' && both.report
    ? { ...reply, state: { ...both, told: toldAnew(state.told, both.told) } }
    : undefined;
}
