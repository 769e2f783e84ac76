/** Reads what a page says of the tasks of a unit, section by section. */

import { type EnteredSection, type FileTaken, filePlace } from '../../../core/conversation/form.ts';
import { readAmount } from '../../../core/language/amounts/amounts.ts';
import { readPaperNumber } from '../../../core/language/paper-number.ts';
import { compareDecimals, plainDecimal, wholeDecimal } from '../../../core/language/reading/decimal.ts';
import { normalise } from '../../../core/language/text.ts';
import type { ProgressForm } from '../../../core/progress/form.ts';
import { type GroupTold, groupsOf, type TaskGroup } from '../../../core/progress/heard.ts';
import type { TaskState } from '../../../core/progress/state.ts';
import { fileIn } from '../../../core/reports/file-answer.ts';
import { formFault } from '../../../messages/pages/form.ts';
import { fileText } from '../../../messages/words/file-answer.ts';

const longestReason = 500;

/** What was told of sections, and by the name of a section why something of it could not be taken. */
export type SectionsRead = { told: GroupTold[]; faults: Map<string, string> };

/** How all tasks of a group stand; undefined where nothing was said of one, or they stand apart. */
export function standingState(form: ProgressForm, group: TaskGroup): TaskState | undefined {
  const [first, ...others] = form.tasks.filter(({ id }) => group.tasks.includes(id)).map(({ told }) => told?.value);
  return others.every((other) => JSON.stringify(other) === JSON.stringify(first)) ? first : undefined;
}

export const nothingEntered: EnteredSection = { state: '', percent: '', reason: '', paper: '' };

/** A state as it stands in the fields of a page. */
export const enteredOf = (state: TaskState | undefined): EnteredSection => ({
  state: state?.state ?? '',
  percent: state?.state === 'doing' ? (state.percent ?? '').replace('.', ',') : '',
  reason: state?.state === 'blocked' || state?.state === 'na' ? state.reason : '',
  paper: state?.state === 'done' ? fileText(state.paper ?? '') : '',
});

/** What a section is read with: the files that came with the page, and what was told of sections before. */
export type BesideSections = {
  now: Date;
  files?: ReadonlyMap<string, FileTaken> | undefined;
  known: readonly GroupTold[];
};

/** The file that proves a section already, on this page or as it stands. */
function knownFile(group: TaskGroup, { known }: BesideSections, form: ProgressForm): string | undefined {
  const told = known.find(({ section }) => section === group.section)?.value ?? standingState(form, group);
  const paper = told?.state === 'done' ? told.paper : null;
  return paper !== null && fileIn(paper) !== undefined ? paper : undefined;
}

/** Reads the sections; one that stands as it stood is not told anew. */
export function readSections(
  form: ProgressForm | undefined,
  entered: ReadonlyMap<string, EnteredSection>,
  beside: BesideSections,
): SectionsRead {
  const read: SectionsRead = { told: [], faults: new Map() };
  for (const group of form ? groupsOf(form) : []) {
    const said = entered.get(group.section) ?? nothingEntered;
    if (!form || said.state === '') continue;
    const state = readState(said, group, beside, form);
    if (typeof state === 'string') read.faults.set(group.section, state);
    else if (JSON.stringify(state) !== JSON.stringify(standingState(form, group)))
      read.told.push({ ...group, value: state });
  }
  return read;
}

/** A state, or why it cannot be taken. */
function readState(
  said: EnteredSection,
  group: TaskGroup,
  beside: BesideSections,
  form: ProgressForm,
): TaskState | string {
  const reason = normalise(said.reason);
  switch (said.state) {
    case 'none':
      return { state: 'none' };
    case 'doing':
      return readPercent(normalise(said.percent));
    case 'done': {
      const file = beside.files?.get(filePlace.section(group.section));
      if (file?.type === 'refused') return file.why;
      if (file) return { state: 'done', paper: file.mark };
      const text = normalise(said.paper);
      const known = knownFile(group, beside, form);
      if (known !== undefined && text === fileText(known)) return { state: 'done', paper: known };
      return readProof(text, group.needsProof, beside.now);
    }
    case 'blocked':
    case 'na':
      if (reason.length > longestReason) return formFault.tooLong(formFault.reason, longestReason);
      return reason === '' ? formFault.noReason(said.state) : { state: said.state, reason };
    default:
      return formFault.noState;
  }
}

function readPercent(text: string): TaskState | string {
  if (text === '') return { state: 'doing', percent: null };
  const reading = readAmount(/%$/.test(text) ? text : `${text}%`, { kind: 'percent' });
  if (reading.type === 'zero') return { state: 'doing', percent: '0' };
  if (reading.type !== 'number' && reading.type !== 'percent') return formFault.percent;
  const isShare =
    compareDecimals(reading.value, wholeDecimal(0)) >= 0 && compareDecimals(reading.value, wholeDecimal(100)) <= 0;
  return isShare ? { state: 'doing', percent: plainDecimal(reading.value) } : formFault.percent;
}

function readProof(text: string, needsProof: boolean, now: Date): TaskState | string {
  if (text === '') return needsProof ? formFault.noProof : { state: 'done', paper: null };
  const paper = readPaperNumber(text, now);
  return typeof paper === 'object' ? { state: 'done', paper: paper.number } : formFault.proof;
}
