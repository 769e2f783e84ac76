/** A change that staff said, made in a draft. Pure; `now` is civil. */
import { readDay } from '../../language/day.ts';
import { readRecurrence } from '../../language/recurrence.ts';
import { fold } from '../../language/text.ts';
import { fail, ok, type Result } from '../../result.ts';
import { searchUnits } from '../../roster/unit-search.ts';
import type { AudienceUnit } from '../audience.ts';
import { roundsAt } from '../deadline.ts';
import type { Audience, DatedRule, DeadlineRule, DirectiveDraft } from '../directive.ts';
import { recurringSchema } from '../recurring-draft.ts';
import type { DraftEdit, EditTarget } from './amend-words.ts';

/** Why nothing is changed, with what is to be said instead. */
export type EditRefusal =
  /** The directive has no such section, task or report; `of` says which there are. */
  | { why: 'no-target'; of: EditTarget['of']; there: string[] }
  /** Several fit: tasks by their numbers in the draft, reports by theirs. */
  | { why: 'several-targets'; of: 'task' | 'duty'; there: { number: number; text: string }[] }
  | { why: 'day-unclear' }
  | { why: 'day-past' }
  /** Only a report recurs. */
  | { why: 'recurs-not' }
  | { why: 'unit-unknown'; said: string }
  | { why: 'units-several'; said: string; names: string[] }
  | { why: 'as-before' };

/** A unit as it is named and as audiences know it. */
export type EditUnit = AudienceUnit & { name: string; aliases: readonly string[] };

type Place = { roster: readonly EditUnit[]; now: Date };

/** The draft with the change; what it says anew stands behind its text, which quotes and spans must be found in. */
export function editDraft(draft: DirectiveDraft, edit: DraftEdit, place: Place): Result<DirectiveDraft, EditRefusal> {
  switch (edit.edit) {
    case 'deadline':
      return putDeadline(draft, edit, place.now);
    case 'text':
      return putText(draft, edit);
    case 'units':
      return putUnits(draft, edit, place.roster);
  }
}

const withText = (draft: DirectiveDraft, sentence: string): DirectiveDraft => ({
  ...draft,
  text: `${draft.text}\n${sentence}`,
});

type Tasks = { of: 'tasks'; at: number[] };
type Duty = { of: 'duty'; at: number };

/** The tasks, or the report, that are meant. */
function findTarget(draft: DirectiveDraft, { of, number }: EditTarget): Result<Tasks | Duty, EditRefusal> {
  if (of === 'duty') return findDuty(draft, number);
  if (of === 'task') {
    const at = Number(number) - 1;
    return draft.tasks[at]
      ? ok({ of: 'tasks', at: [at] })
      : fail({ why: 'no-target', of, there: [`1–${draft.tasks.length}`] });
  }
  const at = draft.tasks.flatMap(({ section }, index) => (section === number ? [index] : []));
  if (at.length > 0) return ok({ of: 'tasks', at });
  return fail({ why: 'no-target', of, there: [...new Set(draft.tasks.map(({ section }) => section))] });
}

function findDuty({ duties }: DirectiveDraft, number: string | null): Result<Duty, EditRefusal> {
  const listed = duties.map(({ title }, index) => ({ number: index + 1, text: title }));
  const at = number === null ? 0 : Number(number) - 1;
  if (number === null && duties.length > 1) return fail({ why: 'several-targets', of: 'duty', there: listed });
  return duties[at]
    ? ok({ of: 'duty', at })
    : fail({ why: 'no-target', of: 'duty', there: listed.map((duty) => String(duty.number)) });
}

function readRule(words: string, now: Date): Result<DeadlineRule, EditRefusal> {
  if (readRecurrence(words) !== undefined) {
    const read = recurringSchema.safeParse({ rule: 'recurring', quote: words });
    return read.success ? ok(read.data) : fail({ why: 'day-unclear' });
  }
  const day = readDay(words, now);
  if (day === undefined || day === 'unreadable') return fail({ why: 'day-unclear' });
  const { date, time } = day;
  const isBefore = /\btruoc\b/.test(fold(words));
  const rule: DatedRule =
    time === null
      ? { rule: isBefore ? 'before-day' : 'by-day', date, quote: words }
      : { rule: 'at', date, time, quote: words };
  return (roundsAt(rule, now)[0]?.due ?? now) > now ? ok(rule) : fail({ why: 'day-past' });
}

function putDeadline(
  draft: DirectiveDraft,
  { target, words }: Extract<DraftEdit, { edit: 'deadline' }>,
  now: Date,
): Result<DirectiveDraft, EditRefusal> {
  const rule = readRule(words, now);
  if (!rule.ok) return rule;
  const deadline = rule.value;
  const ofSection = draft.duties.findIndex(({ section }) => target.of === 'section' && section === target.number);
  const found = ofSection >= 0 ? ok({ of: 'duty' as const, at: ofSection }) : findTarget(draft, target);
  if (!found.ok) return found;
  const next = withText(draft, words);
  if (found.value.of === 'duty') {
    const { at } = found.value;
    return ok({ ...next, duties: next.duties.map((duty, index) => (index === at ? { ...duty, deadline } : duty)) });
  }
  if (deadline.rule === 'recurring') return fail({ why: 'recurs-not' });
  const { at } = found.value;
  return ok({ ...next, tasks: next.tasks.map((task, index) => (at.includes(index) ? { ...task, deadline } : task)) });
}

function putText(
  draft: DirectiveDraft,
  { target, text }: Extract<DraftEdit, { edit: 'text' }>,
): Result<DirectiveDraft, EditRefusal> {
  const found = findTarget(draft, target);
  if (!found.ok) return found;
  if (found.value.of === 'duty') {
    const { at } = found.value;
    if (draft.duties[at]?.title === text) return fail({ why: 'as-before' });
    return ok({
      ...draft,
      duties: draft.duties.map((duty, index) => (index === at ? { ...duty, title: text } : duty)),
    });
  }
  const [only, ...others] = found.value.at;
  if (only === undefined || others.length > 0) {
    const there = found.value.at.map((at) => ({ number: at + 1, text: draft.tasks[at]?.text ?? '' }));
    return fail({ why: 'several-targets', of: 'task', there });
  }
  if (draft.tasks[only]?.text === text) return fail({ why: 'as-before' });
  const next = withText(draft, text);
  const span: [number, number] = [next.text.length - text.length, next.text.length];
  return ok({ ...next, tasks: next.tasks.map((task, index) => (index === only ? { ...task, text, span } : task)) });
}

function putUnits(
  draft: DirectiveDraft,
  { target, units, is }: Extract<DraftEdit, { edit: 'units' }>,
  roster: readonly EditUnit[],
): Result<DirectiveDraft, EditRefusal> {
  const found = findTarget(draft, target);
  if (!found.ok) return found;
  const codes: string[] = [];
  for (const said of units) {
    const [first, ...others] = searchUnits(roster, said);
    if (!first) return fail({ why: 'unit-unknown', said });
    if (others.length > 0)
      return fail({ why: 'units-several', said, names: [first, ...others].map(({ name }) => name) });
    codes.push(first.code);
  }
  const change = (audience: Audience): Audience =>
    is === 'added'
      ? {
          ...audience,
          codes: [...new Set([...audience.codes, ...codes])],
          except: audience.except.filter((code) => !codes.includes(code)),
        }
      : {
          ...audience,
          codes: audience.codes.filter((code) => !codes.includes(code)),
          except: [...new Set([...audience.except, ...codes])],
        };
  const { value } = found;
  if (value.of === 'duty')
    return ok({
      ...draft,
      duties: draft.duties.map((duty, at) => (at === value.at ? { ...duty, audience: change(duty.audience) } : duty)),
    });
  return ok({
    ...draft,
    tasks: draft.tasks.map((task, at) => (value.at.includes(at) ? { ...task, audience: change(task.audience) } : task)),
  });
}
