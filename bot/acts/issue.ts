/** Issuing: everything that follows from a directive, written in one transaction with the messages that tell of it. */

import type { Note } from '../../core/audit/fact.ts';
import { bodyOf } from '../../core/delivery/layout.ts';
import { opensElsewhere } from '../../core/delivery/link.ts';
import type { Message } from '../../core/delivery/message.ts';
import type { AssignmentFact, TaskText } from '../../core/directives/assignment.ts';
import { type IssuePlan, planIssue } from '../../core/directives/issue.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { civilDate } from '../../core/time/calendar.ts';
import { readDirectiveFact } from '../../db/audit/directives.ts';
import type { Db } from '../../db/database.ts';
import { findAssignments, findTaskTexts } from '../../db/directives/assignments.ts';
import {
  countAssignments,
  findDuties,
  findTasks,
  type IssuableDirective,
  insertAssignments,
  insertRound,
  lockDirective,
  markIssued,
} from '../../db/directives/issuing.ts';
import { findOpenObligations } from '../../db/reports/obligations.ts';
import { findHolders } from '../../db/roster/people.ts';
import { listUnits, type Unit } from '../../db/roster/units.ts';
import { tasksMessage } from '../../messages/chat/directive.ts';
import { sayAll } from '../delivery/say.ts';
import type { Voice } from '../delivery/voice.ts';

export type Issued = { assignments: number; messages: number };

export type IssuingPlan = {
  directive: IssuableDirective;
  duties: Awaited<ReturnType<typeof findDuties>>;
  units: Unit[];
  plan: IssuePlan;
  texts: Map<number, TaskText>;
};

/** What a directive comes to at `now`; locks it. Rounds that have closed are left out. */
export async function readPlan(tx: Db, id: number, now: Date): Promise<IssuingPlan | undefined> {
  const directive = await lockDirective(tx, id);
  if (!directive) return undefined;
  const units = await listUnits(tx, civilDate(now));
  const tasks = await findTasks(tx, id);
  const duties = await findDuties(tx, id);
  const plan = planIssue(tasks, duties, units);
  const open = plan.rounds.filter((round) => !round.times.closesAt || round.times.closesAt > now);
  return { directive, duties, units, plan: { ...plan, rounds: open }, texts: new Map(tasks.map((t) => [t.id, t])) };
}

/**
 * Issues a directive inside the transaction `tx`: assignments, rounds, obligations and messages. Issuing again changes
 * nothing and writes no message. Fails when there is no such directive.
 */
export async function issueDirective(
  tx: Db,
  id: number,
  voice: Voice,
  now: Date,
  note: Note,
): Promise<Result<Issued, 'unknown'>> {
  const read = await readPlan(tx, id, now);
  if (!read) return fail('unknown');
  const { directive, units, plan } = read;
  if (directive.state === 'issued') return ok({ assignments: await countAssignments(tx, id), messages: 0 });
  const ids = new Map(units.map((unit) => [unit.code, unit.id]));
  const unitId = (code: string): number => ids.get(code) ?? 0;
  await markIssued(tx, id, now);
  await insertAssignments(
    tx,
    id,
    plan.assignments.map(({ code, taskIds }) => ({ unitId: unitId(code), taskIds })),
  );
  for (const round of plan.rounds) await insertRound(tx, round.dutyId, round.times, now, round.codes.map(unitId));
  note(await readDirectiveFact(tx, id));
  const told = await findHolders(
    tx,
    plan.assignments.map(({ code }) => unitId(code)),
    ['head', 'delegate'],
  );
  const messages = await sendTasks(tx, told, voice, now, id);
  return ok({ assignments: plan.assignments.length, messages });
}

/** People are told what they will owe in rounds that open within this time. */
export const week = 7 * 24 * 3600 * 1000;

/**
 * Tells people the tasks of their units (all issued directives, or one); each person once per assignment. Returns how
 * many platform requests were written.
 */
export async function sendTasks(
  tx: Db,
  told: { unitId: number; personId: number }[],
  voice: Voice,
  now: Date,
  directiveId?: number,
): Promise<number> {
  const unitIds = [...new Set(told.map((t) => t.unitId))];
  const assigned = (await findAssignments(tx, unitIds)).filter(
    (a) => directiveId === undefined || a.directive.id === directiveId,
  );
  const texts = await findTaskTexts(
    tx,
    assigned.map((a) => a.id),
  );
  const obligations = await findOpenObligations(tx, unitIds, now, new Date(now.getTime() + week));
  const linkOf = ({ id }: AssignmentFact): string | undefined => {
    const link = voice.linkTo({ what: 'tasks', assignment: id });
    return opensElsewhere(link) ? link : undefined;
  };
  const messages = assigned.flatMap((assignment) => {
    const saying = tasksMessage(assignment, texts.get(assignment.id) ?? [], obligations, now, linkOf(assignment));
    return told.filter((t) => t.unitId === assignment.unit.id).map((t) => tasksTo(t.personId, assignment, saying));
  });
  return sayAll(tx, messages, voice, now);
}

function tasksTo(
  personId: number,
  { id, directive, unit }: AssignmentFact,
  saying: ReturnType<typeof tasksMessage>,
): Message {
  return {
    meaning: `directive-${directive.id}:${unit.code}:tasks`,
    recipient: { type: 'person', id: personId },
    kind: 'tasks',
    body: bodyOf(saying),
    delivers: id,
  };
}
