/** Reads a page that was sent in. */
import type { EnteredForm, EnteredSection, FileTaken } from '../../../core/conversation/form.ts';
import { normalise } from '../../../core/language/text.ts';
import type { ProgressForm } from '../../../core/progress/form.ts';
import { toldAnew } from '../../../core/progress/heard.ts';
import type { ObligationFact } from '../../../core/reports/obligation.ts';
import { formFault } from '../../../messages/pages/form.ts';
import type { Draft } from '../shape/draft.ts';
import { type FiguresRead, type NoteRead, noFigures, readFigureFields, readNote } from './figures.ts';
import { readSections, type SectionsRead } from './sections.ts';

/** What a page is about: the report, and the tasks of the same unit and directive where they are asked for. */
export type AskedReport = {
  form: ObligationFact;
  tasks: ProgressForm | undefined;
  /** By somebody who is not of the unit. */
  isOnBehalf: boolean;
  /** What became of the files that came with the page, by their places. */
  files?: ReadonlyMap<string, FileTaken>;
  now: Date;
};

/** What was read, and what is kept of it until it is sent. */
export type FormRead = {
  figures: FiguresRead;
  note: NoteRead;
  sections: SectionsRead;
  /** Why there is no reason yet to report for the unit. */
  behalfFault: string | undefined;
  draft: Draft;
};

/** A page on which nothing but the tasks of an assignment is told. */
export type AskedTasks = Pick<AskedReport, 'isOnBehalf' | 'files' | 'now'> & { tasks: ProgressForm };

/** Reads what was entered over what stood there before. */
export function readEntered(asked: AskedReport, entered: EnteredForm, before: Draft): FormRead {
  const { form } = asked;
  const figures = readFigureFields(form, entered, before, asked.files);
  const note = readNote(entered.note, figures.asides, form.noteLabel ?? formFault.reason);
  const { sections, behalfFault, draft } = readBeside(asked, entered, before);
  const typed = form.indicators.flatMap(({ key }) => {
    const text = entered.figures.get(key) ?? '';
    return text.trim() === '' || figures.answers[key] !== undefined ? [] : [[key, text.slice(0, longestKept)] as const];
  });
  return {
    figures,
    note,
    sections,
    behalfFault,
    draft: {
      ...draft,
      answers: figures.answers,
      ...(note.note !== undefined && { note: note.note }),
      sure: [...entered.sure],
      typed: Object.fromEntries(typed),
    },
  };
}

/** The same of a page without figures. */
export function readEnteredTasks(asked: AskedTasks, entered: EnteredForm, before: Draft): FormRead {
  const figures = noFigures();
  return { figures, note: { note: undefined, fault: undefined }, ...readBeside(asked, entered, before) };
}

/** What is told of tasks, and why it is told for the unit. */
function readBeside(
  { tasks, isOnBehalf, files, now }: Pick<AskedReport, 'tasks' | 'isOnBehalf' | 'files' | 'now'>,
  entered: EnteredForm,
  before: Draft,
): Pick<FormRead, 'sections' | 'behalfFault' | 'draft'> {
  const sections = readSections(tasks, entered.sections, { now, files, known: before.progress?.told ?? [] });
  const reason = normalise(entered.behalf);
  const untold = (before.progress?.told ?? []).filter(({ section }) => !entered.sections.has(section));
  const told = toldAnew(untold, sections.told);
  const draft: Draft = {
    base: before.base,
    answers: {},
    ...(isOnBehalf && { isOnBehalf }),
    ...(isOnBehalf && reason !== '' && { behalfReason: reason.slice(0, longestBehalf) }),
    ...(tasks && told.length > 0 && { progress: { assignment: tasks.id, told } }),
    ...(before.begunAt !== undefined && { begunAt: before.begunAt }),
    typed: {},
    sections: Object.fromEntries(
      (tasks?.tasks ?? []).flatMap(({ section }) => {
        const said = entered.sections.get(section);
        return said && said.state !== '' ? [[section, cutSection(said)]] : [];
      }),
    ),
  };
  return { sections, behalfFault: isOnBehalf ? faultOfReason(reason) : undefined, draft };
}

function faultOfReason(reason: string): string | undefined {
  if (reason.length > longestBehalf) return formFault.tooLong(formFault.behalf, longestBehalf);
  return reason === '' ? formFault.noBehalf : undefined;
}

/** Characters of a reason. */
const longestBehalf = 500;

/** So much is kept of a field that could not be read. */
const longestKept = 4000;

const cutSection = ({ state, percent, reason, paper }: EnteredSection): EnteredSection => ({
  state: state.slice(0, 20),
  percent: percent.slice(0, 50),
  reason: reason.slice(0, longestKept),
  paper: paper.slice(0, longestKept),
});

/** Whether all is there and nothing is open: it may be read back. */
export const isWhole = ({ figures, note, sections, behalfFault }: FormRead): boolean =>
  figures.faults.size === 0 &&
  figures.doubts.size === 0 &&
  figures.missing.length === 0 &&
  figures.problems.length === 0 &&
  note.fault === undefined &&
  behalfFault === undefined &&
  sections.faults.size === 0;
