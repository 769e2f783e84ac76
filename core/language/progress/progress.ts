/** What an answer says of the tasks of a directive, section by section: states, or that it must be asked. */

import { tokensIn, written } from '../reading/tokens.ts';
import { type ProgressPiece, progressPieces } from './progress-pieces.ts';
import { progressSteps, type Step } from './progress-steps.ts';
import * as table from './progress-words.ts';
import type { Sections } from './sections.ts';
import type { TaskProgress } from './task-progress.ts';

/**
 * `tasks` has every section that something is said of. `named` are those that are named; `rest` is what is said of all
 * others but the excluded.
 */
export type ProgressReading =
  | {
      type: 'progress';
      tasks: ReadonlyMap<number, TaskProgress>;
      named: ReadonlySet<number>;
      rest?: { progress: TaskProgress; excluded: readonly number[] };
    }
  | { type: 'unclear' };

const unclear: ProgressReading = { type: 'unclear' };
const mostCharacters = 1000;
/** "1/ xong": a point of a list, as "1." is. */
const slashedPoint = /(?<=^|\n|[;,] )([1-9]\d?)\/ (?=\p{L})/gu;

/**
 * Reads an answer about the sections 1 to `count`. A section that is not named is not in it. One that gets two states, a
 * state whose section is not sure, or a word that is not known, makes the whole unclear. Never throws.
 */
export function readProgress(said: string, count: number): ProgressReading {
  if (said.length > mostCharacters || said.includes('?')) return unclear;
  const [before = '', ...behind] = said.normalize('NFC').split(table.slipBetween);
  if (behind.length === 0) return readInOrder(said, count);
  const [corrected = '', ...more] = behind;
  return more.length > 0 ? unclear : corrections(readSure(before, count), readSure(corrected, count), before === '');
}

/** What is excepted in front with its own state is read as if it stood behind. */
function readInOrder(said: string, count: number): ProgressReading {
  const reading = readSure(said, count);
  const [, excepted = '', others = ''] =
    reading.type === 'unclear' ? (table.exceptedFirst.exec(written(said)) ?? []) : [];
  return excepted === '' ? reading : readSure(`${others} ${excepted}`, count);
}

/** What was said first, with what takes back a part of it: "mục 2 xong, à nhầm, mục 2 đang làm". */
function corrections(first: ProgressReading, second: ProgressReading, isAlone: boolean): ProgressReading {
  if (isAlone || second.type === 'unclear') return second;
  if (second.rest) return unclear;
  if (first.type === 'unclear' || [...second.named].some((section) => !first.tasks.has(section))) return unclear;
  return {
    ...first,
    tasks: new Map([...first.tasks, ...second.tasks]),
    named: new Set([...first.named, ...second.named]),
  };
}

function readSure(said: string, count: number): ProgressReading {
  const text = written(said).replace(slashedPoint, '$1. ');
  const clauses = clausesOf(progressPieces(tokensIn(text), { text, count }));
  if (!clauses) return unclear;
  const tasks = new Map<number, TaskProgress>();
  const later: { excluded: readonly number[]; progress: TaskProgress }[] = [];
  for (const { sections, excluded, progress } of clauses) {
    if (!progress) continue;
    if (sections === 'all' || sections === 'rest') later.push({ excluded, progress });
    else
      for (const section of sections) {
        if (tasks.has(section)) return unclear;
        tasks.set(section, progress);
      }
  }
  if (later.length > 1) return unclear;
  const excluded = clauses.flatMap((clause) => clause.excluded);
  const named = new Set(tasks.keys());
  const [left] = later;
  if (left)
    for (let section = 1; section <= count; section += 1)
      if (!tasks.has(section) && !excluded.includes(section)) tasks.set(section, left.progress);
  if (tasks.size === 0) return unclear;
  const inOrder = new Map([...tasks].sort(([a], [b]) => a - b));
  return { type: 'progress', tasks: inOrder, named, ...(left && { rest: { progress: left.progress, excluded } }) };
}

/** Sections and what is said of them. Without a state they are only excepted. */
type Clause = { sections: Sections; excluded: readonly number[]; progress?: TaskProgress };

function clausesOf(pieces: readonly ProgressPiece[]): Clause[] | undefined {
  const steps = progressSteps(pieces);
  if (!steps) return undefined;
  const parted = exceptions(steps);
  return parted && [...parted.clauses, ...(pairs(parted.steps) ?? [undefined])].every((clause) => clause !== undefined)
    ? [...parted.clauses, ...(pairs(parted.steps) ?? [])]
    : undefined;
}

/** What is excepted is taken out: "xong hết trừ mục 4", "trừ mục 4 ra còn lại xong". */
function exceptions(said: readonly Step[]): { clauses: Clause[]; steps: Step[] } | undefined {
  const steps = said.filter((step, at) => step.type !== 'except' || !step.isWeak || isException(said, at));
  const at = steps.findIndex(({ type }) => type === 'except');
  if (at < 0) return { clauses: [], steps: [...steps] };
  const [before, behind] = [steps.slice(0, at), steps.slice(at + 1)];
  const [excepted, ...rest] = behind;
  if (excepted?.type !== 'sections' || !Array.isArray(excepted.sections) || rest.some(({ type }) => type === 'except'))
    return undefined;
  const excluded = excepted.sections as readonly number[];
  const states = before.filter((step) => step.type === 'state');
  const areAll = before.every(
    (step) => step.type === 'state' || (step.type === 'sections' && typeof step.sections === 'string'),
  );
  const [own, ...more] = rest;
  if (before.length === 0) {
    const others = rest.filter((step) => !(step.type === 'state' && step === own && rest[1]?.type === 'sections'));
    const clauses: Clause[] =
      own?.type === 'state' && rest[1]?.type === 'sections'
        ? [{ sections: excluded, excluded: [], progress: own.progress }]
        : [{ sections: excluded, excluded }].map(({ excluded: out }) => ({ sections: [], excluded: out }));
    return { clauses, steps: [...others] };
  }
  const [state] = states;
  if (!areAll || states.length !== 1 || !state || more.length > 0 || (own && own.type !== 'state')) return undefined;
  const clauses: Clause[] = [{ sections: 'all', excluded, progress: state.progress }];
  if (own?.type === 'state') clauses.push({ sections: excluded, excluded: [], progress: own.progress });
  return { clauses, steps: [] };
}

/** "xong hết, còn mục 5": all is said before, or what is left is said behind. */
const isException = (steps: readonly Step[], at: number): boolean => {
  const before = steps.slice(0, at);
  const isRest = (step: Step): boolean => step.type === 'sections' && step.sections === 'rest';
  if (before.length === 0) return steps.slice(at).some(isRest);
  return before.every(
    (step) => step.type === 'state' || (step.type === 'sections' && typeof step.sections === 'string'),
  );
};

/** Sections and states in turn, whichever comes first. */
function pairs(steps: readonly Step[]): Clause[] | undefined {
  if (steps.length === 0) return [];
  const [first, second, third] = steps;
  if (steps.length === 1)
    return first?.type === 'state' && first.isWhole
      ? [{ sections: 'all', excluded: [], progress: first.progress }]
      : undefined;
  if (first?.type === 'state' && second?.type === 'sections' && third?.type === 'state') {
    const shared = shareOut(second);
    if (steps.length % 2 === 1)
      return shared && pairs([first, shared[0], shared[1], ...steps.slice(2)].filter((step) => step !== undefined));
  }
  const clauses: Clause[] = [];
  for (let at = 0; at < steps.length; at += 2) {
    const two = [steps[at], steps[at + 1]];
    const sections = two.find((step) => step?.type === 'sections');
    const state = two.find((step) => step?.type === 'state');
    if (sections?.type !== 'sections' || state?.type !== 'state' || state.needsReason) return undefined;
    clauses.push({ sections: sections.sections, excluded: [], progress: state.progress });
  }
  return clauses;
}

/** "xong mục 1 2, 3 đang làm": what stands behind the last comma belongs to the state behind it. */
function shareOut(step: Extract<ProgressPiece, { type: 'sections' }>): [Step, Step] | undefined {
  const last = step.parts.at(-1);
  if (step.parts.length < 2 || !last) return undefined;
  const before = step.parts.slice(0, -1);
  return [
    { type: 'sections', sections: before.flat(), parts: before },
    { type: 'sections', sections: last, parts: [last] },
  ];
}

/** As answers are listed: "1=done;4=doing:60;5=blocked:kinh phí". */
export const progressText = (tasks: ReadonlyMap<number, TaskProgress>): string =>
  [...tasks].map(([section, task]) => `${section}=${taskText(task)}`).join(';');

function taskText(task: TaskProgress): string {
  switch (task.state) {
    case 'doing':
      return task.percent === undefined ? 'doing' : `doing:${task.percent}`;
    case 'done':
      return task.paper === undefined ? 'done' : `done@${task.paper}`;
    case 'blocked':
      return `blocked:${task.reason}`;
    default:
      return task.state;
  }
}
