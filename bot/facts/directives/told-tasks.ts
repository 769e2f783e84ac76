/** What a unit would be told of a draft: its tasks, what it would owe, and what it would consolidate. */
import type { Consolidates, DirectiveRef } from '../../../core/directives/assignment.ts';
import { type PlannedRoundOf, toldAheadMs } from '../../../core/directives/issue.ts';
import type { OriginalFormat } from '../../../core/directives/original.ts';
import type { Indicator, ObligationFact } from '../../../core/reports/obligation.ts';
import type { UnitRef } from '../../../core/roster/person.ts';
import { tasksMessage } from '../../../messages/chat/directive.ts';
import type { Issuing } from './issuing-plan.ts';

/** A unit that a draft is for: the tasks it gets, and in which rounds it owes, each with its line where another consolidates it. */
export type ToldUnit = {
  unit: UnitRef & { headTitle: string | null };
  taskIds: readonly number[];
  owes: { round: PlannedRoundOf; line: Line | undefined }[];
};
type Line = NonNullable<ReturnType<PlannedRoundOf['below']['get']>>;

/** What is told to all units alike. `unitOf`: who collects or consolidates, by id or code. */
export type Telling = Pick<Issuing, 'tasks' | 'duties'> & {
  directive: DirectiveRef;
  original: OriginalFormat | undefined;
  forms: ReadonlyMap<number, Indicator[]>;
  unitOf: (unit: number | string) => UnitRef | undefined;
  whole: string;
};

/** The message with its tasks, as it would be written at `now` (civil). */
export function tellOfDraft(
  { unit, taskIds, owes }: ToldUnit,
  telling: Telling,
  { consolidates, now }: { consolidates: Consolidates | undefined; now: Date },
): ReturnType<typeof tasksMessage> {
  const { directive, original, tasks, whole } = telling;
  const assignment = {
    id: 0,
    unit,
    directive,
    acknowledged: null,
    ...(original && { original }),
    ...(consolidates && { consolidates }),
  };
  const own = new Set(taskIds);
  const told = {
    tasks: tasks.filter(({ id }) => own.has(id)),
    obligations: owes.flatMap((one) => obligationOf(unit, one, telling, now)),
    whole: () => whole,
  };
  return tasksMessage(assignment, told, now);
}

/** What a unit would owe, as it would be told with its tasks; nothing of what opens much later. */
function obligationOf(
  unit: UnitRef,
  { round: { dutyId, times }, line }: ToldUnit['owes'][number],
  { directive, duties, forms, unitOf }: Telling,
  now: Date,
): ObligationFact[] {
  const duty = duties.find((d) => d.id === dutyId);
  const opensAt = times.opensAt ?? now;
  if (!duty) return [];
  const { title, noteLabel, inWriting, deadline } = duty;
  // Who is told ahead is told of what recurs, however late its first round opens.
  if (deadline.rule !== 'recurring' && opensAt.getTime() > now.getTime() + toldAheadMs) return [];
  const reportTo = unitOf(line?.by ?? duty.reportToId) ?? directive.issuer;
  const form = { title, noteLabel, inWriting, indicators: forms.get(dutyId) ?? [], quote: deadline.quote };
  const to = { reportTo, isConsolidated: line !== undefined, isEarlier: (line?.own ?? null) !== null };
  const until = { ...times, ...line?.own, roundKey: times.key, opensAt };
  return [{ id: 0, directive, unit: { ...unit, staff: null }, ...form, ...to, ...until, state: 'owed', current: null }];
}

/** What a unit would consolidate, counted page by page: in which rounds, how many units, and when the first of them is due. */
export type Consolidating = { rounds: Map<number, PlannedRoundOf>; units: number; first: number };

/** Adds what a page of the plan has below each that consolidates, by its code. */
export function addConsolidated(known: Map<string, Consolidating>, rounds: readonly PlannedRoundOf[]): void {
  const counted = new Map<string, Set<string>>();
  for (const [at, round] of rounds.entries())
    for (const [code, { by, own }] of round.below) {
      const one = known.get(by) ?? { rounds: new Map(), units: 0, first: Number.POSITIVE_INFINITY };
      known.set(by, one);
      if (!one.rounds.has(at)) one.rounds.set(at, round);
      one.first = Math.min(one.first, (own ?? round.times).due.getTime());
      counted.set(by, (counted.get(by) ?? new Set()).add(code));
    }
  for (const [by, codes] of counted) {
    const one = known.get(by);
    if (one) one.units += codes.size;
  }
}

/** As it would be told with its tasks. */
export function consolidatesAs(
  { rounds, units, first: earliest }: Consolidating,
  { owes }: ToldUnit,
  { duties, unitOf, directive }: Pick<Telling, 'duties' | 'unitOf' | 'directive'>,
): Consolidates | undefined {
  const [first] = [...rounds].toSorted(([a], [b]) => a - b);
  if (!first) return undefined;
  const { dutyId, times } = first[1];
  const line = owes.find(({ round }) => round.dutyId === dutyId && round.times.key === times.key)?.line;
  const collector = duties.find(({ id }) => id === dutyId)?.reportToId;
  const isOnce = rounds.size === 1;
  return {
    units,
    below: isOnce ? new Date(earliest) : null,
    due: isOnce ? (line?.own ?? times).due : null,
    reportTo: unitOf(line?.by ?? collector ?? 0) ?? directive.issuer,
    isConsolidated: line !== undefined,
  };
}
