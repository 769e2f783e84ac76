/** A directive is amended: what that changes for whom. Pure. */
import type { AudienceUnit } from '../audience.ts';
import { resolveAudience } from '../audience.ts';
import { earlierThan, linesOf } from '../consolidation.ts';
import { roundsAt, roundsOf } from '../deadline.ts';
import type { DirectiveDraft, DutyDraft } from '../directive.ts';
import { askedBy } from '../duty-figures.ts';

/** One thing that is otherwise for a unit than it was. Deadlines are the first that are still to come, else the last. */
export type AmendedPiece =
  | { type: 'subject'; subject: string }
  | { type: 'task'; section: string; text: string; is: 'new' | 'changed' | 'dropped' }
  /** Until when a task is to be done; null: it had no deadline, or has none any more. */
  | { type: 'task-deadline'; section: string; text: string; due: Date | null; quote: string; before: Date | null }
  | { type: 'duty'; title: string; is: 'new' | 'dropped' }
  | { type: 'deadline'; title: string; due: Date; quote: string; before: Date | null }
  /** Where the report goes: the code of the unit. */
  | { type: 'report-to'; title: string; to: string }
  /** By labels; `renamed` is asked as before, in other words. */
  | { type: 'asked'; title: string; added: string[]; dropped: string[]; renamed: { from: string; to: string }[] };

/** `isNew`: the unit had nothing of the directive before; `isDropped`: nothing of it is left to it. */
export type UnitAmendment = { code: string; isNew: boolean; isDropped: boolean; changes: AmendedPiece[] };

/** What an amendment was, as it is kept: the draft as it stood before stays readable. */
export type Amended = {
  type: 'amended';
  units: number[];
  told: number[];
  carriedOver: number;
  /** The debts that ended, that began again, and whose reports answer no longer all that is asked. */
  dropped: number[];
  owedAgain: number[];
  reopened: number[];
  before: DirectiveDraft;
};

export type AmendRefusal =
  | { why: 'not-issued' }
  | { why: 'ended' }
  /** The document is another office's: that is another directive. */
  | { why: 'another-issuer' };

/** `meaning` is what an answer means: its kind, what may be chosen, its unit, what it is computed from or a part of. */
type Question = { key: string; label: string; meaning: string; isEntered: boolean };

const measured = ['measure', 'money', 'percent'];

const questionsOf = (duty: DutyDraft): Question[] => [
  ...(duty.denominator
    ? [{ key: duty.denominator.key, label: duty.denominator.label, meaning: 'denominator', isEntered: true }]
    : []),
  ...askedBy(duty).map(({ key, label, kind, options, unit = '', formula = '', partOf = '' }) => ({
    key,
    label,
    meaning: [kind, measured.includes(kind) ? unit : '', formula, partOf, ...options].join('\n'),
    isEntered: formula === '',
  })),
];

/** Whether an answer to one is an answer to the other. */
const isSameQuestion = (one: Question, other: Question): boolean =>
  one.key === other.key && one.meaning === other.meaning;

/** Keys of a duty's questions: whose answers carry over, which are new, and which of these people must answer. */
export type CarryOver = { kept: string[]; asked: string[]; entered: string[]; retired: string[] };

/** What of a duty's answers carries over to another form of it. */
export function carryOver(before: DutyDraft, after: DutyDraft): CarryOver {
  const [old, now] = [questionsOf(before), questionsOf(after)];
  const kept = now.filter((one) => old.some((other) => isSameQuestion(one, other))).map(({ key }) => key);
  const anew = now.filter(({ key }) => !kept.includes(key));
  return {
    kept,
    asked: anew.map(({ key }) => key),
    entered: anew.filter(({ isEntered }) => isEntered).map(({ key }) => key),
    retired: old.map(({ key }) => key).filter((key) => !kept.includes(key)),
  };
}

/** Who is affected by a draft in place of another, in the order of `units`, and by what. Who is not listed is not affected. */
export function planAmendment(
  before: DirectiveDraft,
  after: DirectiveDraft,
  units: readonly AudienceUnit[],
  now: Date,
): UnitAmendment[] {
  const [old, next] = [heldBy(before, units, now), heldBy(after, units, now)];
  return units.flatMap(({ code }) => {
    const [had, has] = [old.get(code), next.get(code)];
    const changes = changesOf(had ?? nothing, has ?? nothing);
    const isConcerned = had !== undefined || has !== undefined;
    const named: AmendedPiece[] =
      isConcerned && before.subject !== after.subject ? [{ type: 'subject', subject: after.subject }] : [];
    const all = [...named, ...changes];
    return all.length === 0 ? [] : [{ code, isNew: had === undefined, isDropped: has === undefined, changes: all }];
  });
}

type HeldDuty = { duty: DutyDraft; due: Date | null; schedule: string; to: string };
/** What a unit has of a directive, by keys. */
type Held = { tasks: Map<string, HeldTask>; duties: Map<string, HeldDuty> };

const nothing: Held = { tasks: new Map(), duties: new Map() };

function heldBy(draft: DirectiveDraft, units: readonly AudienceUnit[], now: Date): Map<string, Held> {
  const held = new Map<string, Held>();
  const of = (code: string): Held => {
    const known = held.get(code) ?? { tasks: new Map(), duties: new Map() };
    held.set(code, known);
    return known;
  };
  for (const { key, section, text, audience, deadline: own } of draft.tasks) {
    const deadline = own ?? draft.progress?.find((asked) => asked.section === section)?.deadline;
    const due = (deadline && roundsOf(deadline)[0]?.due) ?? null;
    for (const code of resolveAudience(audience, units))
      of(code).tasks.set(key, { section, text, due, quote: deadline?.quote ?? '' });
  }
  for (const duty of draft.duties) {
    const rounds = roundsAt(duty.deadline, now);
    const lines = linesOf(duty, units);
    for (const code of resolveAudience(duty.audience, units)) {
      const line = lines.get(code);
      const dues = rounds.map((times) => earlierThan(times, line?.leads ?? []).due);
      of(code).duties.set(duty.key, {
        duty,
        due: dues.find((due) => due >= now) ?? dues.at(-1) ?? null,
        schedule: dues.map((due) => due.getTime()).join(),
        to: line?.by ?? duty.reportTo,
      });
    }
  }
  return held;
}

function changesOf(had: Held, has: Held): AmendedPiece[] {
  const keys = <V>(one: Map<string, V>, other: Map<string, V>) => [...new Set([...one.keys(), ...other.keys()])];
  return [
    ...keys(has.tasks, had.tasks).flatMap((key) => taskChange(had.tasks.get(key), has.tasks.get(key))),
    ...keys(has.duties, had.duties).flatMap((key) => dutyChanges(had.duties.get(key), has.duties.get(key))),
  ];
}

type HeldTask = { section: string; text: string; due: Date | null; quote: string };

function taskChange(had: HeldTask | undefined, has: HeldTask | undefined): AmendedPiece[] {
  const task = (of: HeldTask, is: 'new' | 'changed' | 'dropped'): AmendedPiece => {
    const { section, text } = of;
    return { type: 'task', section, text, is };
  };
  if (!has) return had ? [task(had, 'dropped')] : [];
  const { section, text, due, quote } = has;
  const before = had?.due ?? null;
  const deadline: AmendedPiece[] =
    due?.getTime() === before?.getTime() ? [] : [{ type: 'task-deadline', section, text, due, quote, before }];
  if (!had) return [task(has, 'new'), ...deadline];
  return [...(had.text === text && had.section === section ? [] : [task(has, 'changed')]), ...deadline];
}

function dutyChanges(had: HeldDuty | undefined, has: HeldDuty | undefined): AmendedPiece[] {
  if (!has) return had ? [{ type: 'duty', title: had.duty.title, is: 'dropped' }] : [];
  const { duty, due, schedule, to } = has;
  const { title } = duty;
  const deadline = (before: Date | null): AmendedPiece[] =>
    due ? [{ type: 'deadline', title, due, quote: duty.deadline.quote, before }] : [];
  if (!had) return [{ type: 'duty', title, is: 'new' }, ...deadline(null)];
  return [
    ...(schedule === had.schedule ? [] : deadline(had.due)),
    ...(to === had.to ? [] : [{ type: 'report-to' as const, title, to }]),
    ...askedChange(had.duty, duty),
  ];
}

function askedChange(before: DutyDraft, after: DutyDraft): AmendedPiece[] {
  const { kept, asked, retired } = carryOver(before, after);
  const [old, now] = [questionsOf(before), questionsOf(after)];
  const labelOf = (of: Question[], key: string): string => of.find((one) => one.key === key)?.label ?? key;
  const renamed = kept.flatMap((key) => {
    const [from, to] = [labelOf(old, key), labelOf(now, key)];
    return from === to ? [] : [{ from, to }];
  });
  if (asked.length + retired.length + renamed.length === 0) return [];
  const labels = (of: Question[], list: string[]): string[] => list.map((key) => labelOf(of, key));
  return [{ type: 'asked', title: after.title, added: labels(now, asked), dropped: labels(old, retired), renamed }];
}
