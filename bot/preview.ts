/** What issuing a draft would do: who gets what, and how many requests to platforms it costs now. */
import type { IssuePreview } from '../core/dialogue.ts';
import type { AssignmentFact, DirectiveRef, Indicator, ObligationFact } from '../core/facts.ts';
import { findAccountsOf } from '../db/accounts.ts';
import type { Db } from '../db/database.ts';
import { findIndicators } from '../db/obligations.ts';
import { findHolders } from '../db/people.ts';
import type { Unit } from '../db/units.ts';
import { tasksMessage } from '../messages/directive.ts';
import { type IssuingPlan, readPlan, week } from './issuing.ts';
import { type LimitsOf, type Place, requestsOf } from './say.ts';

/** The preview; undefined when there is no such draft. */
export async function previewIssue(tx: Db, id: number, limits: LimitsOf, now: Date): Promise<IssuePreview | undefined> {
  const read = await readPlan(tx, id, now);
  if (!read || read.directive.state === 'issued') return undefined;
  const { directive, duties, units, plan, texts } = read;
  const issuer = units.find((unit) => unit.id === directive.issuerId);
  if (!issuer) return undefined;
  const ref: DirectiveRef = { ...directive, issuer };
  const assigned = new Map(plan.assignments.map((a) => [a.code, a.taskIds]));
  const receiving = units.filter((unit) => assigned.has(unit.code));
  const places = await findPlacesOf(
    tx,
    receiving.map((unit) => unit.id),
  );
  const forms = await findIndicators(
    tx,
    duties.map((duty) => duty.id),
  );
  const costs = receiving.map((unit) => {
    const tasks = (assigned.get(unit.code) ?? []).flatMap((task) => texts.get(task) ?? []);
    const fact: AssignmentFact = { id: 0, unit, directive: ref, acknowledged: null };
    const saying = tasksMessage(fact, tasks, obligationsOf(unit, read, ref, forms, now), now);
    const body = { text: saying.text, choices: saying.choices ?? [], choiceStyle: 'menu' as const };
    const told = places.get(unit.id) ?? [];
    return told.reduce((sum, place) => sum + requestsOf({ id: 0, kind: 'tasks', body }, place, limits, now).length, 0);
  });
  const kinds = [...new Set(receiving.map((unit) => unit.kind))];
  return {
    id,
    number: directive.number,
    subject: directive.subject,
    groups: kinds.map((kind) => ({ kind, units: receiving.filter((unit) => unit.kind === kind).length })),
    units: receiving.length,
    reporting: new Set(plan.rounds.flatMap((round) => round.codes)).size,
    messages: costs.reduce((sum, cost) => sum + cost, 0),
    unregistered: receiving.filter((unit) => !places.has(unit.id)).length,
    due: plan.rounds[0]?.times.due ?? null,
  };
}

/** Where the people of units would be told, by unit; units of which nobody can be told are left out. */
async function findPlacesOf(tx: Db, unitIds: number[]): Promise<Map<number, Place[]>> {
  const holders = await findHolders(tx, unitIds, ['head', 'delegate']);
  const people = [...new Set(holders.map((holder) => holder.personId))];
  // The account used last comes first, and so overwrites the others.
  const accounts = people.length > 0 ? (await findAccountsOf(tx, people)).reverse() : [];
  const used = new Map(accounts.map((account) => [account.personId, account]));
  const places = new Map<number, Place[]>();
  for (const { unitId, personId } of holders) {
    const account = used.get(personId);
    if (!account) continue;
    const { channel, address } = account;
    places.set(unitId, [...(places.get(unitId) ?? []), { channel, address, isGroup: false }]);
  }
  return places;
}

/** What a unit would owe, as it would be told with its tasks. */
function obligationsOf(
  unit: Unit,
  { plan, duties }: IssuingPlan,
  directive: DirectiveRef,
  forms: Map<number, Indicator[]>,
  now: Date,
): ObligationFact[] {
  return plan.rounds.flatMap(({ dutyId, times, codes }): ObligationFact[] => {
    const duty = duties.find((d) => d.id === dutyId);
    const opensAt = times.opensAt ?? now;
    if (!duty || !codes.includes(unit.code) || opensAt.getTime() > now.getTime() + week) return [];
    const { title, noteLabel, deadline } = duty;
    const form = { title, noteLabel, indicators: forms.get(dutyId) ?? [], quote: deadline.quote };
    return [{ id: 0, directive, unit, ...form, ...times, roundKey: times.key, opensAt, state: 'owed', current: null }];
  });
}
