/** What a page shows of a report: what stands, or what was just entered with what is wrong with it. */
import {
  type EnteredForm,
  type EnteredSection,
  type FormDoubt,
  type FormField,
  type FormSection,
  type FormView,
  filePlace,
} from '../../../core/conversation/form.ts';
import type { ProgressForm } from '../../../core/progress/form.ts';
import { type GroupTold, groupsOf, type TaskGroup } from '../../../core/progress/heard.ts';
import { withFormulas } from '../../../core/reports/computed.ts';
import { denominatorFor, spokenUnit } from '../../../core/reports/indicators.ts';
import type { Indicator } from '../../../core/reports/obligation.ts';
import { standingLines } from '../../../messages/chat/progress/asking.ts';
import { tasksTitle } from '../../../messages/chat/progress/states.ts';
import { formFault, givenBefore, targetSaid } from '../../../messages/pages/form.ts';
import { withUnit } from '../../../messages/words/figures.ts';
import { count } from '../../../messages/words/format.ts';
import type { Draft } from '../shape/draft.ts';
import { fieldText } from './field-text.ts';
import type { AskedReport, AskedTasks, FormRead } from './read.ts';
import { enteredOf, nothingEntered, standingState } from './sections.ts';

/** A page that was sent in: as it was typed, and what was read of it. `isFinal`: what is missing is said too. */
type Sent = { entered: EnteredForm; read: FormRead; isFinal: boolean; problems?: string[] };

/** The page over what stands, or over what was sent in. */
export function viewOf(asked: AskedReport, standing: Draft, sent?: Sent): FormView {
  const { form } = asked;
  const answers = sent?.read.draft.answers ?? withFormulas(form, standing.answers);
  const missing = sent?.isFinal ? sent.read.figures.missing.map(({ key }) => key) : [];
  const fields = form.indicators.map((indicator): FormField => {
    const { key } = indicator;
    const value = answers[key];
    const typed = sent?.entered.figures.get(key);
    const isFile = indicator.kind === 'file' && sent?.entered.files.has(filePlace.figure(key));
    const text =
      isFile || typed === undefined ? (value ? fieldText(indicator, value) : (standing.typed[key] ?? '')) : typed;
    const own = sent?.read.figures.faults.get(key);
    return {
      indicator,
      text,
      value,
      fault: own ?? (missing.includes(key) ? formFault.missing(indicator.label) : undefined),
      doubts: doubtsOf(sent, key),
      of: denominatorFor(form, indicator),
      given: givenOf(asked, indicator, text),
      target: targetOf(asked, indicator),
    };
  });
  return {
    about: form,
    form,
    base: form.current?.number ?? 0,
    isCorrection: form.state === 'reported',
    fields,
    note: { text: sent?.entered.note ?? standing.note ?? '', fault: sent?.read.note.fault },
    ...behalfOf(asked, standing, sent),
    sections: sectionsOf(asked.tasks, standing, sent),
    problems: [...(sent?.problems ?? []), ...(sent?.read.figures.problems ?? [])],
    isReadBack: false,
  };
}

/** Doubts that were answered stand on the page with their tick, so that sending the page again keeps it. */
function doubtsOf(sent: Sent | undefined, key: string): FormDoubt[] {
  const open = (sent?.read.figures.doubts.get(key) ?? []).map((doubt) => ({ ...doubt, isTicked: false }));
  const ticked = (sent?.entered.sure ?? []).filter((name) => name.startsWith(`${key}=`));
  return [...open, ...ticked.map((name) => ({ name, text: '', isTicked: true }))];
}

function givenOf({ form }: AskedReport, indicator: Indicator, text: string): FormField['given'] {
  const given = indicator.formula ? undefined : form.given?.[indicator.key];
  const entry = given && fieldText(indicator, given.value);
  if (!given || entry === undefined || entry === text) return undefined;
  return { text: givenBefore(indicator, given.value, given.at), entry };
}

function targetOf({ form }: AskedReport, indicator: Indicator): string | undefined {
  const target = form.targets?.[indicator.key];
  return target === undefined ? undefined : targetSaid(withUnit(count(target), spokenUnit(indicator)));
}

/** The page on which nothing but tasks is told. */
export function tasksViewOf(asked: AskedTasks, standing: Draft, sent?: Sent): FormView {
  return {
    about: asked.tasks,
    form: undefined,
    base: 0,
    isCorrection: false,
    fields: [],
    note: { text: '', fault: undefined },
    ...behalfOf(asked, standing, sent),
    sections: sectionsOf(asked.tasks, standing, sent),
    problems: sent?.problems ?? [],
    isReadBack: false,
  };
}

const behalfOf = ({ isOnBehalf }: Pick<AskedReport, 'isOnBehalf'>, { behalfReason }: Draft, sent: Sent | undefined) =>
  isOnBehalf && {
    behalf: {
      text: sent?.entered.behalf ?? behalfReason ?? '',
      fault: sent?.isFinal ? sent.read.behalfFault : undefined,
    },
  };

function sectionsOf(tasks: ProgressForm | undefined, standing: Draft, sent: Sent | undefined): FormSection[] {
  if (!tasks) return [];
  const told = standing.progress?.told ?? [];
  return groupsOf(tasks).map((group) => ({
    section: group.section,
    title: tasksTitle(group, 12),
    texts: tasks.tasks.filter(({ id }) => group.tasks.includes(id)).map(({ text }) => text),
    needsProof: group.needsProof,
    standing:
      standingState(tasks, group) === undefined && !isTold(tasks, group) ? '' : standingLines(tasks, group).join('\n'),
    entered: enteredIn(sent, group) ?? pendingOf(standing, told, group) ?? nothingEntered,
    fault: sent?.read.sections.faults.get(group.section),
  }));
}

/** As it was typed; a file that came with it stands in the place of its number. */
function enteredIn(sent: Sent | undefined, { section }: TaskGroup): EnteredSection | undefined {
  const typed = sent?.entered.sections.get(section);
  if (!sent?.entered.files.has(filePlace.section(section))) return typed;
  const told = sent.read.draft.progress?.told.find((group) => group.section === section);
  return told ? enteredOf(told.value) : typed;
}

const isTold = (tasks: ProgressForm, group: TaskGroup): boolean =>
  tasks.tasks.some(({ id, told }) => group.tasks.includes(id) && told !== null);

/** What was told of a section and not sent yet, in the chat or on a page. */
function pendingOf(standing: Draft, told: readonly GroupTold[], { section }: TaskGroup): EnteredSection | undefined {
  const pending = told.find((group) => group.section === section && group.place === null);
  return pending ? enteredOf(pending.value) : standing.sections[section];
}
