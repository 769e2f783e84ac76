/** Reads a page that was sent in. */
import type { EnteredForm } from '../../../core/conversation/form.ts';
import type { ProgressForm } from '../../../core/progress/form.ts';
import { toldAnew } from '../../../core/progress/heard.ts';
import type { ObligationFact } from '../../../core/reports/obligation.ts';
import { formFault } from '../../../messages/pages/form.ts';
import type { Draft } from '../shape/draft.ts';
import { type FiguresRead, type NoteRead, readFigureFields, readNote } from './figures.ts';
import { readSections, type SectionsRead } from './sections.ts';

/** What a page is about: the report, and the tasks of the same unit and directive where they are asked for. */
export type AskedReport = { form: ObligationFact; tasks: ProgressForm | undefined; now: Date };

/** What was read, and what is kept of it until it is sent. */
export type FormRead = { figures: FiguresRead; note: NoteRead; sections: SectionsRead; draft: Draft };

/** Reads what was entered over what stood there before. */
export function readEntered({ form, tasks, now }: AskedReport, entered: EnteredForm, before: Draft): FormRead {
  const figures = readFigureFields(form, entered.figures, entered.sure, before);
  const note = readNote(entered.note, figures.asides, form.noteLabel ?? formFault.reason);
  const sections = readSections(tasks, entered.sections, now);
  const untold = (before.progress?.told ?? []).filter(({ section }) => !entered.sections.has(section));
  const told = toldAnew(untold, sections.told);
  const draft: Draft = {
    base: before.base,
    answers: figures.answers,
    ...(note.note !== undefined && { note: note.note }),
    sure: [...entered.sure],
    ...(tasks && told.length > 0 && { progress: { assignment: tasks.id, told } }),
    typed: Object.fromEntries(
      [...entered.figures].filter(([key, text]) => text.trim() !== '' && figures.answers[key] === undefined),
    ),
    sections: Object.fromEntries([...entered.sections].filter(([, { state }]) => state !== '')),
  };
  return { figures, note, sections, draft };
}

/** Whether all is there and nothing is open: it may be read back. */
export const isWhole = ({ figures, note, sections }: FormRead): boolean =>
  figures.faults.size === 0 &&
  figures.doubts.size === 0 &&
  figures.missing.length === 0 &&
  figures.problems.length === 0 &&
  note.fault === undefined &&
  sections.faults.size === 0;
