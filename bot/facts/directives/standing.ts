/** How directives stand when something is to be done to them. */
import type { Need } from '../../../core/conversation/context.ts';
import type { StandingInView } from '../../../core/conversation/preview.ts';
import { candidatesFor } from '../../../core/directives/life/candidates.ts';
import type { DirectiveStanding } from '../../../core/directives/life/standing.ts';
import { findTold } from '../../../db/delivery/told.ts';
import { findLastChase } from '../../../db/directives/changes.ts';
import { listDirectiveNames, readDirective } from '../../../db/directives/directives.ts';
import { listOfOffice } from '../../../db/directives/issuing.ts';
import { findDebts, findRoundsOf } from '../../../db/reports/deadlines.ts';
import { findHolders } from '../../../db/roster/people.ts';
import { readBudgets } from '../../delivery/budgets.ts';
import { findPersonRoutes } from '../../delivery/ways.ts';
import type { Reading } from '../../delivery/work.ts';

/** How a directive stands; undefined when there is none with this id. */
export async function readStanding(
  { tx, now }: Pick<Reading, 'tx' | 'now'>,
  id: number,
): Promise<DirectiveStanding | undefined> {
  const directive = await readDirective(tx, id);
  if (!directive) return undefined;
  const { number, date, subject, state, issuerId, issuerCode } = directive;
  const taken = (await listOfOffice(tx, id)).filter((other) => other.id !== id && other.state !== 'draft');
  const rounds = state === 'draft' ? [] : await findRoundsOf(tx, id, now);
  const debts = await findDebts(
    tx,
    rounds.map((round) => round.id),
  );
  const told = state === 'draft' ? 0 : (await findTold(tx, id)).length;
  const chasedAt = await findLastChase(tx, id);
  const issuer = { id: issuerId, code: issuerCode };
  return { id, number, date, subject, state, issuer, taken, told, chasedAt, rounds, debts };
}

/** More are not asked about at once. */
const mostOffered = 8;

/** How the directives of some offices stand to which something may be done, or the chosen one of them. */
export async function readStandings(
  reading: Reading,
  officeIds: number[],
  { act, directive }: Extract<Need, { type: 'standings' }>,
): Promise<StandingInView[]> {
  const there = await listDirectiveNames(reading.tx, officeIds);
  const meant = directive === null ? candidatesFor(act, there) : there.filter(({ id }) => id === directive);
  const standings: StandingInView[] = [];
  for (const { id } of meant.slice(0, mostOffered)) {
    const standing = await readStanding(reading, id);
    if (standing) standings.push(act === 'chase' ? { ...standing, ways: await readWays(reading, standing) } : standing);
  }
  return standings;
}

/** How the people of the units that owe can be told something now, and what is left of the budgets. */
async function readWays(reading: Reading, { debts }: DirectiveStanding): Promise<NonNullable<StandingInView['ways']>> {
  const { tx, terms, machineNow } = reading;
  const owing = [...new Set(debts.filter(({ state }) => state === 'owed').map(({ unit }) => unit.id))];
  const holders = await findHolders(tx, owing, ['head', 'delegate']);
  const routes = await findPersonRoutes(
    reading,
    holders.map(({ personId }) => personId),
  );
  const budgets = await readBudgets(tx, terms.budgets, machineNow);
  return {
    units: owing.map((unit) => ({
      unit,
      people: holders
        .filter(({ unitId }) => unitId === unit)
        .flatMap(({ personId }) => routes.get(personId)?.slice(0, 1) ?? [])
        .map(({ channel, free }) => ({ channel, cost: free > 0 ? 0 : 1 })),
    })),
    left: budgets.map(({ channel, left }) => ({ channel, left })),
  };
}
