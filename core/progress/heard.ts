/** What a text says of one unit's tasks. */

import { withoutDoubt } from '../language/progress/doubt.ts';
import { type ProgressReading, readProgress } from '../language/progress/progress.ts';
import { roman } from '../language/progress/progress-words.ts';
import type { TaskProgress } from '../language/progress/task-progress.ts';
import { fold } from '../language/text.ts';
import { type ProgressForm, type ProgressTask, sectionsOf } from './form.ts';
import type { TaskState } from './state.ts';

/** Tasks of one section that are spoken of together: all of them, or one by its number (`place`). */
export type TaskGroup = { section: string; place: number | null; tasks: number[]; text: string; needsProof: boolean };

/** What was said of a group. A reason that is still to be asked for is empty. */
export type GroupTold = TaskGroup & { value: TaskState };

export type ProgressHeard =
  | { type: 'told'; told: GroupTold[]; isNamed: boolean }
  /** Numbers that are neither sections nor tasks of the unit. */
  | { type: 'strange'; numbers: number[] }
  /** It is not said whether these are done or under way. */
  | { type: 'doubt'; groups: TaskGroup[] }
  | { type: 'nothing' };

const groupOf = (section: string, tasks: readonly ProgressTask[], place: number | null = null): TaskGroup => ({
  section,
  place,
  tasks: tasks.map(({ id }) => id),
  text: tasks[0]?.text ?? '',
  needsProof: tasks.some(({ needsProof }) => needsProof),
});

/** The sections of a form, each with all of its tasks. */
export const groupsOf = (form: Pick<ProgressForm, 'tasks'>): TaskGroup[] =>
  sectionsOf(form).map((section) =>
    groupOf(
      section,
      form.tasks.filter((task) => task.section === section),
    ),
  );

/** The number by which people name a section: 3 of "3" and "III". */
const numberOf = (section: string): number | undefined =>
  /^\d+$/.test(section) ? Number(section) : roman.get(fold(section));

const stateOf = (said: TaskProgress): TaskState => {
  switch (said.state) {
    case 'none':
      return { state: 'none' };
    case 'na':
      return { state: 'na', reason: '' };
    case 'doing':
      return { state: 'doing', percent: said.percent ?? null };
    case 'done':
      return { state: 'done', paper: said.paper ?? null };
    case 'blocked':
      return { state: 'blocked', reason: said.reason };
  }
};

/** Beyond any directive's sections: a number above those of the unit is heard as a number, and asked about. */
const manySections = 40;

type Told = Extract<ProgressReading, { type: 'progress' }>;

function readOf(text: string, form: Pick<ProgressForm, 'tasks'>): Told | undefined {
  const sections = sectionsOf(form);
  const numbers = sections.flatMap((section) => numberOf(section) ?? []);
  const places = form.tasks.map(({ place }) => place);
  for (const count of new Set([sections.length, Math.max(0, ...numbers, ...places), manySections])) {
    const reading = readProgress(text, count);
    if (reading.type === 'progress') return reading;
  }
  return undefined;
}

/**
 * Reads what a text says of a form's tasks. Numbers are sections where the unit has all of those named, else they are the
 * numbers of tasks in the list that the unit was sent. What is said of all, or of the rest, is said of the unit's sections.
 */
export function hearProgress(text: string, form: Pick<ProgressForm, 'tasks'>): ProgressHeard {
  const reading = readOf(text, form);
  if (reading) return resolve(reading, form);
  const sure = withoutDoubt(text);
  const doubted = sure === undefined ? undefined : readOf(sure, form);
  if (!doubted || doubted.named.size === 0) return { type: 'nothing' };
  const heard = resolve(doubted, form);
  if (heard.type !== 'told') return heard;
  return { type: 'doubt', groups: heard.told.map(({ value: _, ...group }) => group) };
}

function resolve({ tasks, named, rest }: Told, form: Pick<ProgressForm, 'tasks'>): ProgressHeard {
  const said = (number: number): TaskState[] => [tasks.get(number) ?? []].flat().map(stateOf);
  const groups = groupsOf(form);
  const bySection = [...named].flatMap((number) => {
    const group = groups.find(({ section }) => numberOf(section) === number);
    return group ? said(number).map((value) => ({ ...group, value })) : [];
  });
  const isNamed = named.size > 0;
  if (bySection.length === named.size) {
    const others = groups.filter(({ section }) => {
      const number = numberOf(section) ?? 0;
      return !named.has(number) && !rest?.excluded.includes(number);
    });
    const left = rest ? others.map((group) => ({ ...group, value: stateOf(rest.progress) })) : [];
    const told = [...bySection, ...left];
    return told.length > 0 ? { type: 'told', told: inOrder(told, groups), isNamed } : { type: 'nothing' };
  }
  const byPlace = [...named].flatMap((number) => {
    const task = form.tasks.find(({ place }) => place === number);
    return task ? said(number).map((value) => ({ ...groupOf(task.section, [task], task.place), value })) : [];
  });
  if (byPlace.length === named.size && !rest) return { type: 'told', told: byPlace, isNamed };
  return {
    type: 'strange',
    numbers: [...named].filter((number) => !groups.some(({ section }) => numberOf(section) === number)),
  };
}

const inOrder = (told: GroupTold[], groups: readonly TaskGroup[]): GroupTold[] => {
  const at = ({ section }: TaskGroup): number => groups.findIndex((group) => group.section === section);
  return told.toSorted((a, b) => at(a) - at(b));
};

/** A state said of what is asked, without its name: "xong rồi", "đang làm 60%", "vướng kinh phí". */
export function hearState(text: string): TaskState | undefined {
  const reading = readProgress(`muc 1 ${text}`, 1);
  const [said] = reading.type === 'progress' ? reading.tasks.values() : [];
  return said && stateOf(said);
}

/** What stands after more was said: the newest word on a task counts. */
export function toldAnew(before: readonly GroupTold[], said: readonly GroupTold[]): GroupTold[] {
  const anew = new Set(said.flatMap(({ tasks }) => tasks));
  const kept = before.flatMap((group) => {
    const tasks = group.tasks.filter((task) => !anew.has(task));
    return tasks.length > 0 ? [{ ...group, tasks }] : [];
  });
  return [...kept, ...said];
}

/** The first group of which something is still to be asked: why, or the document that proves it. */
export const incompleteIn = (told: readonly GroupTold[]): number =>
  told.findIndex(
    ({ value, needsProof }) =>
      ((value.state === 'blocked' || value.state === 'na') && value.reason === '') ||
      (value.state === 'done' && needsProof && value.paper === null),
  );
