/** Tasks told in the middle of a report, or together with its figures: one read-back shows both. */
import type { Context } from '../../../core/conversation/context.ts';
import { fold } from '../../../core/language/text.ts';
import type { ProgressForm } from '../../../core/progress/form.ts';
import { hearProgress, type ProgressHeard } from '../../../core/progress/heard.ts';
import { partProgress } from '../../../core/progress/parts.ts';
import { countsToldIn } from '../../../core/reports/counts.ts';
import type { ObligationFact } from '../../../core/reports/obligation.ts';
import { notHeldIn } from '../../../core/reports/remarks/not-held.ts';
import { agrees } from '../../../core/reports/report.ts';
import { progressNoted } from '../../../messages/chat/progress/answers.ts';
import { otherFigures } from '../../../messages/chat/report.ts';
import { beginProgress } from '../progress/dialogue.ts';
import { beginByWords, begunTalk, takeHeard, tasksBeside } from '../progress/hear.ts';
import { reportDialogue } from '../report/dialogue.ts';
import { correctAtOnce, figuresAtOnce, reportAtOnce } from '../report/figures.ts';
import type { Dialogue } from '../shape/dialogue.ts';
import type { Intent } from '../shape/intent.ts';
import { obligationOf, owedOf, reportedOf } from '../shape/obligations.ts';
import { type Reply, saying } from '../shape/reply.ts';
import type { ReportState } from '../shape/states.ts';
import { figureMeant, withOffer } from './given-in-report.ts';
import { withPageOffer } from './page-in-report.ts';

/** The steps at which words about tasks are no answer. A remark may speak of them, and so may a text. */
const hearing: readonly ReportState['step']['at'][] = [
  'value',
  'zero',
  'doubt',
  'exceeding',
  'change',
  'which',
  'confirm',
];

export const reportWithProgress: Dialogue<ReportState> = {
  ...reportDialogue,
  ask: (state, context) => withPageOffer(withOffer(reportDialogue.ask(state, context), state, context), state, context),
  step: (state, said, context) => {
    const intent = figureMeant(said, state, context);
    return hearTasks(state, intent, context) ?? reportDialogue.step(state, intent, context);
  },
};

export const isFigureOf =
  (form: ObligationFact) =>
  (clause: string): boolean =>
    Object.keys(countsToldIn(clause, form)?.answers ?? {}).length > 0 || headcount.test(fold(clause));

/** Whether a text tells figures of a report, beside others things or alone. */
export const areFiguresToldIn = (text: string, form: ObligationFact): boolean =>
  countsToldIn(text, form) !== undefined || partProgress(text, isFigureOf(form)) !== undefined;

/** "50 cán bộ" beside other figures: all whom they are of. */
const headcount = /^\s*\d{1,6}\s+(?:can bo|cbcc|cong chuc|vien chuc|nguoi)/;

/** The figure that is asked for, in a clause of its own: of one digit it may be the number of a section. */
const bareFigure = /^\s*\d{2,6}\s*$/;

export const areTasksMeant = (heard: ProgressHeard): boolean =>
  heard.type !== 'nothing' && (heard.type !== 'told' || heard.isNamed);

function hearTasks(state: ReportState, intent: Intent, context: Context): Reply | undefined {
  const form = obligationOf(state.obligation, context);
  const tasks = form && tasksBeside(form, context);
  if (intent.type !== 'answer' || !tasks || !hearing.includes(state.step.at)) return undefined;
  const asked = state.step.at === 'value' ? state.step.key : undefined;
  if (form.indicators.some(({ key, kind }) => key === asked && kind === 'text')) return undefined;
  const indicator = form.indicators.find(({ key }) => key === asked);
  // "mục 3" may be the third figure as well: no task of that number is theirs.
  const isNotHeld = indicator !== undefined && notHeldIn(intent.text, form, indicator) !== undefined;
  if (isNotHeld && hearProgress(intent.text, tasks).type !== 'told') return undefined;
  const isAsked = indicator?.kind === 'count';
  const isFigure = isFigureOf(form);
  const parts = partProgress(intent.text, (clause) => isFigure(clause) || (isAsked && bareFigure.test(clause)));
  const heard = hearProgress(parts?.tasks ?? intent.text, tasks);
  if (!areTasksMeant(heard)) return undefined;
  const taken = parts ? reportDialogue.step(state, { type: 'answer', text: parts.figures }, context) : {};
  return withTold(taken.state?.dialogue === 'report' ? taken.state : state, { tasks, heard, taken });
}

/** A report to which told tasks come; what is not clear of them is asked first, then the report goes on. */
export function withTold(
  report: ReportState,
  { tasks, heard, taken }: { tasks: ProgressForm; heard: ProgressHeard; taken: Reply },
): Reply | undefined {
  const behalf = report.isOnBehalf
    ? { unit: tasks.unit.id, ...(report.behalfReason !== undefined && { reason: report.behalfReason }) }
    : undefined;
  const begun = { ...begunTalk(tasks, behalf), told: report.progress?.told ?? [], report };
  const reply = takeHeard(begun, tasks, heard);
  if (!reply) return undefined;
  const isNoted = reply.state?.dialogue === 'report' && heard.type === 'told';
  const isReadBack = reply.state?.dialogue === 'report' && reply.state.step.at === 'confirm';
  const said = [
    taken.say?.text,
    isNoted && !isReadBack && heard.type === 'told' ? progressNoted(heard.told) : undefined,
    reply.say?.text,
  ].filter((text) => text !== undefined);
  return { ...reply, say: said.length > 0 ? saying(said.join('\n')) : undefined };
}

/** Of staff it asks for the summary, whose progress nobody asks. */
const progressAlone = 'tien do';

/** A report that begins with these figures, or the correction of one that is in; `unchanged`: it has them already. */
export function figuresTaken(
  form: ObligationFact,
  text: string,
): (Reply & { state: ReportState }) | 'unchanged' | undefined {
  if (form.state !== 'reported') {
    const { state, ...taken } = reportAtOnce(form, { type: 'answer', text }) ?? {};
    return state?.dialogue === 'report' ? { ...taken, state } : undefined;
  }
  const answers = figuresAtOnce(form, text);
  if (!answers) return undefined;
  if (agrees(answers, form.current?.values ?? {})) return 'unchanged';
  return { state: correctAtOnce(form, answers), say: saying(otherFigures(form)) };
}

/** Words about tasks while nothing is asked, with the figures of the same directive or without. */
export function tellTasks(intent: Intent, context: Context): Reply | undefined {
  if (intent.type !== 'answer' || (context.progress ?? []).length === 0) return undefined;
  if (fold(intent.text) === progressAlone) return beginProgress(context, '');
  const both = [...owedOf(context), ...reportedOf(context, '')].flatMap((form) => {
    const tasks = tasksBeside(form, context);
    const parts = tasks && partProgress(intent.text, isFigureOf(form));
    const heard = parts && hearProgress(parts.tasks, tasks);
    if (!heard || !areTasksMeant(heard)) return [];
    const taken = figuresTaken(form, parts.figures);
    if (taken === 'unchanged') return takeHeard(begunTalk(tasks), tasks, heard) ?? [];
    return taken ? (withTold(taken.state, { tasks, heard, taken }) ?? []) : [];
  });
  const [only, ...others] = both;
  return only && others.length === 0 ? only : beginByWords(intent.text, context.progress ?? []);
}
