/** What a page that was sent in comes to: it is kept, and once it is whole the conversation asks whether it is right. */
import type { EnteredForm, FormView } from '../../../core/conversation/form.ts';
import { agrees } from '../../../core/reports/report.ts';
import { valueLines } from '../../../messages/chat/figures/values.ts';
import { formProblem } from '../../../messages/pages/form.ts';
import { proceed } from '../report/progress.ts';
import type { Draft, Drafts } from '../shape/draft.ts';
import type { ReportState, State } from '../shape/states.ts';
import { type AskedReport, type FormRead, isWhole, readEntered } from './read.ts';
import { reportIn, standingReport, underWay } from './standing.ts';
import { viewOf } from './view.ts';

/** Where the conversation of whoever fills in a page stands, and what they have entered on pages. */
export type Desk = { state: State; drafts: Drafts };

/** What is kept, and the page that answers; no page where it is asked whether all is right. */
export type FormStep = { state: State; drafts: Drafts; view: FormView | undefined };

/** Keeps what was entered so far, without asking for what is missing. A report that is under way in the chat goes on with it. */
export function keepForm(desk: Desk, asked: AskedReport, entered: EnteredForm): FormStep {
  const { form } = asked;
  const standing = standingReport(form, desk.state, desk.drafts);
  const read = readEntered(asked, entered, standing);
  if (entered.base !== standing.base) return { ...desk, view: overtaken(asked, entered, standing) };
  const report = desk.state.dialogue === 'report' ? underWay(form, desk.state) : undefined;
  return {
    state: report ? proceed(withDraft(report, read.draft), form) : desk.state,
    drafts: { ...desk.drafts, [form.id]: read.draft },
    view: viewOf(asked, standing, { entered, read, isFinal: false }),
  };
}

/** Reads a page that is said to be whole: back comes what is wrong with it, or the conversation stands at its read-back. */
export function reviewForm(desk: Desk, asked: AskedReport, entered: EnteredForm): FormStep {
  const { form } = asked;
  const standing = standingReport(form, desk.state, desk.drafts);
  if (entered.base !== standing.base) return { ...desk, view: overtaken(asked, entered, standing) };
  const read = readEntered(asked, entered, standing);
  const drafts = { ...othersDraft(desk, form.id), [form.id]: read.draft };
  const strange = [...entered.figures].some(
    ([key, text]) => text.trim() !== '' && !form.indicators.some((one) => one.key === key),
  );
  const problems = [
    ...(strange ? [formProblem.formChanged] : []),
    ...(isSameAsHandedIn(asked, read) ? [formProblem.nothingChanged] : []),
  ];
  const state = readBackOf(asked, read.draft);
  if (isWhole(read) && problems.length === 0 && state.step.at === 'confirm') return { state, drafts, view: undefined };
  return { ...desk, drafts, view: viewOf(asked, standing, { entered, read, isFinal: true, problems }) };
}

/** The report with what was entered: what it asks next follows from that. */
function withDraft(report: ReportState, { answers, note, sure = [], progress, behalfReason }: Draft): ReportState {
  const { note: _, aside: __, progress: ___, behalfReason: ____, ...rest } = report;
  return {
    ...rest,
    answers,
    ...(note !== undefined && { note }),
    sure: [...new Set([...(report.sure ?? []), ...namesIn(sure)])],
    ...(progress && { progress }),
    ...(behalfReason !== undefined && { behalfReason }),
  };
}

/** A tick may stand for several figures at once. */
const namesIn = (sure: readonly string[]): string[] => sure.flatMap((names) => names.split(' '));

function readBackOf({ form, isOnBehalf }: AskedReport, draft: Draft): ReportState {
  const begun: ReportState = {
    dialogue: 'report',
    obligation: form.id,
    base: draft.base,
    isOnBehalf,
    answers: {},
    isNoteLeftOut: true,
    ...(draft.begunAt !== undefined && { begunAt: draft.begunAt }),
    step: { at: 'change' },
  };
  return proceed(withDraft(begun, draft), form);
}

/** Another report that the chat was in the middle of is kept as if it had been entered on its page. */
export function othersDraft({ state, drafts }: Desk, id?: number): Drafts {
  const other = reportIn(state);
  if (!other || other.obligation === id || Object.keys(other.answers).length === 0) return drafts;
  const { base, answers, note, sure, progress, isOnBehalf, behalfReason, begunAt } = other;
  const kept: Draft = {
    base,
    answers,
    ...(note !== undefined && { note }),
    ...(sure && { sure }),
    ...(progress && { progress }),
    ...(isOnBehalf && { isOnBehalf }),
    ...(behalfReason !== undefined && { behalfReason }),
    ...(begunAt !== undefined && { begunAt }),
    typed: {},
    sections: {},
  };
  return { ...drafts, [other.obligation]: kept };
}

function isSameAsHandedIn({ form }: AskedReport, { draft, figures }: FormRead): boolean {
  const { current } = form;
  if (form.state !== 'reported' || !current || draft.progress) return false;
  const isSame = agrees(draft.answers, current.values) && agrees(current.values, figures.answers);
  return isSame && (draft.note ?? null) === current.note;
}

/** Somebody reported meanwhile: who and what is said, and what was typed stays on the page. */
function overtaken(asked: AskedReport, entered: EnteredForm, standing: Draft): FormView {
  const { form } = asked;
  const read = readEntered(asked, entered, standing);
  const lines = form.current ? valueLines(form, form.current.values) : [];
  return viewOf(asked, standing, {
    entered,
    read,
    isFinal: false,
    problems: [formProblem.overtaken(form, lines)],
  });
}
