/** Issuing: everything that follows from a directive, written in one transaction with the messages that tell of it. */

import { setImmediate } from 'node:timers/promises';
import type { Effect } from '../../core/conversation/effect.ts';
import { bodyOf } from '../../core/delivery/layout.ts';
import { opensElsewhere } from '../../core/delivery/link.ts';
import type { Message } from '../../core/delivery/message.ts';
import type { AssignmentFact } from '../../core/directives/assignment.ts';
import { type PlannedRoundOf, toldAheadMs } from '../../core/directives/issue.ts';
import { isUnregistered } from '../../core/directives/life/number.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { groupedBy } from '../../core/roster/grouped.ts';
import { readDirectiveFact } from '../../db/audit/directives.ts';
import { readApprover, readIssuingRule } from '../../db/directives/approvals.ts';
import { findAssignments, findTaskTexts } from '../../db/directives/assignments.ts';
import {
  countAssignments,
  insertAssignments,
  insertRound,
  markIssued,
  type NewDebt,
} from '../../db/directives/issuing.ts';
import { findOpenObligations } from '../../db/reports/obligations.ts';
import { findHolders } from '../../db/roster/people.ts';
import { asksForTasks, tasksMessage } from '../../messages/chat/directive.ts';
import type { Work } from '../delivery/work.ts';
import { type IssuingPlan, readPlan } from '../facts/directives/issuing-plan.ts';
import { type Cause, inboxOf } from './cause.ts';
import { changeDirective, doerOf } from './change-directive.ts';
import { keepChange } from './life/keep-change.ts';
import { tellStaffOfRounds } from './life/tell-of-rounds.ts';

export type Issued = { assignments: number; messages: number };

/**
 * `issued-already`: under another id; nobody is to owe one document twice. `unregistered`: it has no number or no date, and
 * nobody said why it goes out without. `not-approved`: the office wants it approved first, and nobody has.
 */
export type NotIssued = 'unknown' | 'issued-already' | 'unregistered' | 'not-approved';

/**
 * Issues a directive: assignments, rounds, obligations and messages. Issuing again changes nothing and writes no message.
 * A document is registered before it is issued (Nghị định 30/2020/NĐ-CP, article 18): `unnumbered` is the reason for which
 * one goes out before it has its number and date. Fails when there is no such directive, or when the same document (number,
 * date, office) was issued under another id.
 */
export async function issueDirective(
  work: Work,
  cause: Cause,
  id: number,
  unnumbered?: string | null,
): Promise<Result<Issued, NotIssued>> {
  const { tx, now, record } = work;
  const read = await readPlan(tx, id, now);
  if (!read) return fail('unknown');
  const { directive, units, plan } = read;
  if (directive.state !== 'draft') return ok({ assignments: await countAssignments(tx, id), messages: 0 });
  if (read.issuedAs !== undefined) return fail('issued-already');
  const reason = isUnregistered(directive) ? (unnumbered ?? '').trim() : null;
  if (reason === '') return fail('unregistered');
  if (await lacksApproval(tx, directive)) return fail('not-approved');
  const ids = new Map(units.map((unit) => [unit.code, unit.id]));
  const unitId = (code: string): number => ids.get(code) ?? 0;
  await markIssued(tx, id, { issuedBy: cause.by, issuedInboxId: inboxOf(cause) }, now);
  await insertAssignments(
    tx,
    id,
    plan.assignments.map(({ code, taskIds }) => ({ unitId: unitId(code), taskIds })),
  );
  for (const round of plan.rounds)
    await insertRound(tx, round.dutyId, { times: round.times, opensAt: now, debts: debtsOf(round, unitId) });
  record(await readDirectiveFact(tx, id));
  if (reason !== null)
    record(await keepChange(work, doerOf(cause), { directiveId: id, change: { type: 'unnumbered' }, reason }));
  const told = await findHolders(
    tx,
    plan.assignments.map(({ code }) => unitId(code)),
    ['head', 'delegate'],
  );
  const messages = (await sendTasks(work, told, id)) + (await tellOfDaysOff(work, read));
  return ok({ assignments: plan.assignments.length, messages });
}

/** Staff hear of a recurring report in a year whose days off are not known. */
const tellOfDaysOff = (work: Work, { directive, duties, plan }: IssuingPlan): Promise<number> =>
  tellStaffOfRounds(
    work,
    directive.id,
    plan.rounds.flatMap(({ dutyId, times }) =>
      duties.flatMap(({ id, title, deadline }) =>
        id === dutyId && deadline.rule === 'recurring' ? [{ title, times }] : [],
      ),
    ),
  );

/** What the units owe in a round, with whoever consolidates them. */
export const debtsOf = ({ codes, below }: PlannedRoundOf, unitId: (code: string) => number): NewDebt[] =>
  codes.map((code) => {
    const line = below.get(code);
    return line
      ? { unitId: unitId(code), consolidatorId: unitId(line.by), leads: line.leads, own: line.own }
      : { unitId: unitId(code) };
  });

/** Issues as staff confirmed it: where they gave the number, it is registered first. */
export async function issueByChat(
  work: Work,
  cause: Cause,
  {
    directive,
    numbered,
    unnumbered,
  }: Pick<Extract<Effect, { type: 'issue' }>, 'directive' | 'numbered' | 'unnumbered'>,
): Promise<void> {
  if (numbered) await changeDirective(work, cause, directive, { act: 'number', ...numbered, reason: null });
  await issueDirective(work, cause, directive, unnumbered);
}

/** Where the office wants it so, who leads it must have approved. */
const lacksApproval = async (tx: Work['tx'], directive: { id: number; issuerId: number }): Promise<boolean> =>
  (await readIssuingRule(tx, directive.issuerId)) === 'approved' && (await readApprover(tx, directive.id)) === null;

/**
 * Tells people the tasks of their units (all issued directives, or one); each person once per assignment and occasion. Returns how
 * many platform requests were written.
 */
export async function sendTasks(
  work: Work,
  told: { unitId: number; personId: number }[],
  directiveId?: number,
  occasion = '',
): Promise<number> {
  let requests = 0;
  const units = [...groupedBy(told, ({ unitId }) => unitId).values()];
  for (let from = 0; from < units.length; from += unitsAtOnce) {
    requests += await tellUnits(work, units.slice(from, from + unitsAtOnce).flat(), { directiveId, occasion });
    // Others have their turn between two pieces, whatever the database answers from.
    await setImmediate();
  }
  return requests;
}

/** So many units are told at once: what they are told is then in memory, and is worded in one go, some ten milliseconds. */
const unitsAtOnce = 100;

async function tellUnits(
  { tx, now, links, say }: Work,
  told: { unitId: number; personId: number }[],
  { directiveId, occasion }: { directiveId: number | undefined; occasion: string },
): Promise<number> {
  const toldOf = groupedBy(told, ({ unitId }) => unitId);
  const unitIds = [...toldOf.keys()];
  const assigned = (await findAssignments(tx, unitIds, ['issued'])).filter(
    (a) => directiveId === undefined || a.directive.id === directiveId,
  );
  const texts = await findTaskTexts(
    tx,
    assigned.map((a) => a.id),
  );
  const until = new Date(now.getTime() + toldAheadMs);
  const obligationsOf = groupedBy(await findOpenObligations(tx, unitIds, now, until), ({ unit }) => unit.id);
  const wholeOf = (assignment: number, personId: number): string => {
    const link = links.to({ target: { what: 'tasks', assignment }, holder: { type: 'person', id: personId } });
    return opensElsewhere(link) ? link : asksForTasks;
  };
  const messages = assigned.flatMap((assignment) => {
    const tasks = texts.get(assignment.id) ?? [];
    const obligations = obligationsOf.get(assignment.unit.id) ?? [];
    return (toldOf.get(assignment.unit.id) ?? []).map(({ personId }) => {
      const whole = wholeOf(assignment.id, personId);
      const message = tasksTo(personId, assignment, tasksMessage(assignment, { tasks, obligations, whole }, now));
      return { ...message, meaning: `${message.meaning}${occasion}` };
    });
  });
  return say(messages);
}

function tasksTo(
  personId: number,
  { id, directive, unit }: AssignmentFact,
  saying: ReturnType<typeof tasksMessage>,
): Message {
  return {
    meaning: `directive-${directive.id}:${unit.code}:tasks`,
    about: { directive: directive.id, unit: unit.id },
    recipient: { type: 'person', id: personId },
    kind: 'tasks',
    body: bodyOf(saying),
    delivers: id,
  };
}
