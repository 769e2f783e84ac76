/** Issuing: everything that follows from a directive, written in one transaction with the messages that tell of it. */

import { setImmediate } from 'node:timers/promises';
import type { Effect } from '../../core/conversation/effect.ts';
import { bodyOf } from '../../core/delivery/layout.ts';
import { opensElsewhere } from '../../core/delivery/link.ts';
import type { Message } from '../../core/delivery/message.ts';
import type { AssignmentFact, TaskText } from '../../core/directives/assignment.ts';
import type { RoundTimes } from '../../core/directives/deadline.ts';
import { type PlannedRoundOf, toldAheadMs } from '../../core/directives/issue.ts';
import { isUnregistered } from '../../core/directives/life/number.ts';
import type { ObligationFact } from '../../core/reports/obligation.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { groupedBy } from '../../core/roster/grouped.ts';
import { readDirectiveFact } from '../../db/audit/directives.ts';
import { readApprover, readIssuingRule } from '../../db/directives/approvals.ts';
import { findAssignments, findTaskTexts } from '../../db/directives/assignments.ts';
import {
  countAssignments,
  insertAssignments,
  insertDebts,
  insertRound,
  markIssued,
  type NewDebt,
} from '../../db/directives/issuing.ts';
import { chunks } from '../../db/engine/chunks.ts';
import { findOpenObligations } from '../../db/reports/obligations.ts';
import { findHolders } from '../../db/roster/people.ts';
import { asksForTasks, tasksMessage } from '../../messages/chat/directive.ts';
import type { Work } from '../delivery/work.ts';
import { type Issuing, planInPages, readIssuing } from '../facts/directives/issuing-plan.ts';
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
  const issuing = await readIssuing(tx, id);
  if (!issuing) return fail('unknown');
  const { directive } = issuing;
  if (directive.state !== 'draft') return ok({ assignments: await countAssignments(tx, id), messages: 0 });
  if (issuing.issuedAs !== undefined) return fail('issued-already');
  const reason = isUnregistered(directive) ? (unnumbered ?? '').trim() : null;
  if (reason === '') return fail('unregistered');
  if (await lacksApproval(tx, directive)) return fail('not-approved');
  await markIssued(tx, id, { issuedBy: cause.by, issuedInboxId: inboxOf(cause) }, now);
  const { unitIds, rounds } = await writeRows(work, issuing);
  record(await readDirectiveFact(tx, id));
  if (reason !== null)
    record(await keepChange(work, doerOf(cause), { directiveId: id, change: { type: 'unnumbered' }, reason }));
  let messages = 0;
  for (const page of chunks(unitIds))
    messages += await sendTasks(work, await findHolders(tx, page, ['head', 'delegate']), id);
  messages += await tellOfDaysOff(work, issuing, rounds);
  return ok({ assignments: unitIds.length, messages });
}

/** Writes who is assigned and who owes, page by page of the roster. Returns the units in administrative order. */
async function writeRows(
  { tx, now }: Work,
  issuing: Issuing,
): Promise<{ unitIds: number[]; rounds: Pick<PlannedRoundOf, 'dutyId' | 'times'>[] }> {
  const unitIds: number[] = [];
  const written = new Map<string, { id: number; dutyId: number; times: RoundTimes }>();
  for await (const { plan, unitId } of planInPages(tx, issuing, now)) {
    const rows = plan.assignments.map(({ code, taskIds }) => ({ unitId: unitId(code), taskIds }));
    await insertAssignments(tx, issuing.directive.id, rows);
    for (const row of rows) unitIds.push(row.unitId);
    for (const round of plan.rounds) {
      const { dutyId, times } = round;
      const debts = debtsOf(round, unitId);
      const there = written.get(`${dutyId} ${times.key}`);
      if (there) await insertDebts(tx, there.id, debts);
      else {
        const roundId = await insertRound(tx, dutyId, { times, opensAt: now, debts });
        written.set(`${dutyId} ${times.key}`, { id: roundId, dutyId, times });
      }
    }
  }
  return { unitIds, rounds: [...written.values()] };
}

/** Staff hear of a recurring report in a year whose days off are not known. */
const tellOfDaysOff = (
  work: Work,
  { directive, duties }: Issuing,
  rounds: readonly Pick<PlannedRoundOf, 'dutyId' | 'times'>[],
): Promise<number> =>
  tellStaffOfRounds(
    work,
    directive.id,
    rounds.flatMap(({ dutyId, times }) =>
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
  const units = [...groupedBy(told, ({ unitId }) => unitId).values()];
  const pieces = Array.from({ length: Math.ceil(units.length / unitsAtOnce) }, (_, at) =>
    units.slice(at * unitsAtOnce, (at + 1) * unitsAtOnce).flat(),
  );
  const gather = (at: number): Promise<Gathered> => heard(readTasks(work, pieces[at] ?? [], directiveId));
  let requests = 0;
  let saying = Promise.resolve(0);
  let coming = gather(0);
  for (let at = 0; at < pieces.length; at += 1) {
    const gathered = await coming;
    // The database reads the next piece and writes the last one while this one is worded.
    coming = gather(at + 1);
    // Others have their turn before a piece is worded and before it is said, whatever the database answers from.
    await setImmediate();
    const messages = wordTasks(work, gathered, occasion);
    await setImmediate();
    requests += await saying;
    saying = heard(work.say(messages));
  }
  return requests + (await saying);
}

/** Its failure is heard of where it is waited for, be that later or never, as something else failed before. */
function heard<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}

/** So many units are told at once: what they are told is then in memory, and is worded in one go, some ten milliseconds. */
const unitsAtOnce = 100;

/** What is told of, and to whom. */
type Gathered = {
  toldOf: Map<number, { unitId: number; personId: number }[]>;
  assigned: AssignmentFact[];
  texts: Map<number, TaskText[]>;
  obligations: ObligationFact[];
};

async function readTasks(
  { tx, now }: Work,
  told: { unitId: number; personId: number }[],
  directiveId: number | undefined,
): Promise<Gathered> {
  const toldOf = groupedBy(told, ({ unitId }) => unitId);
  const unitIds = [...toldOf.keys()];
  const until = new Date(now.getTime() + toldAheadMs);
  const [obligations, all] = await Promise.all([
    findOpenObligations(tx, unitIds, now, until),
    findAssignments(tx, unitIds, ['issued']),
  ]);
  const assigned = all.filter((a) => directiveId === undefined || a.directive.id === directiveId);
  const ids = assigned.map((a) => a.id);
  return { toldOf, assigned, obligations, texts: await findTaskTexts(tx, ids) };
}

function wordTasks({ now, links }: Work, { toldOf, assigned, texts, ...read }: Gathered, occasion: string): Message[] {
  const obligationsOf = groupedBy(read.obligations, ({ unit }) => unit.id);
  const wholeFor = (assignment: number, personId: number) => (): string => {
    const link = links.to({ target: { what: 'tasks', assignment }, holder: { type: 'person', id: personId } });
    return opensElsewhere(link) ? link : asksForTasks;
  };
  return assigned.flatMap((assignment) => {
    const tasks = texts.get(assignment.id) ?? [];
    const obligations = obligationsOf.get(assignment.unit.id) ?? [];
    return (toldOf.get(assignment.unit.id) ?? []).map(({ personId }) => {
      const whole = wholeFor(assignment.id, personId);
      const message = tasksTo(personId, assignment, tasksMessage(assignment, { tasks, obligations, whole }, now));
      return { ...message, meaning: `${message.meaning}${occasion}` };
    });
  });
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
