/** How directives stand when something is to be done to them. */
import type { Need } from '../../../core/conversation/need.ts';
import type { StandingInView } from '../../../core/conversation/preview.ts';
import { candidatesFor } from '../../../core/directives/life/candidates.ts';
import type { ChangeAct } from '../../../core/directives/life/change.ts';
import type { DirectiveStanding } from '../../../core/directives/life/standing.ts';
import { countTold } from '../../../db/delivery/told.ts';
import { findLastChase } from '../../../db/directives/changes.ts';
import { listDirectiveNames, readDirective } from '../../../db/directives/directives.ts';
import { listOfOffice } from '../../../db/directives/issuing.ts';
import { countOwedIn, type DebtsSought, findDebts, findRoundsOf } from '../../../db/reports/deadlines.ts';
import { readBudgets } from '../../delivery/budgets.ts';
import type { Reading } from '../../delivery/work.ts';
import { readPartsOfUnits } from '../consolidation/parts.ts';
import { readUnitWays } from '../people/unit-ways.ts';

/** The debts that something is about: `none`: it is about the directive; `all`: units are not named yet, or all are meant. */
export type DebtsMeant = 'none' | 'all' | DebtsSought;

/** How a directive stands; undefined when there is none with this id. */
export async function readStanding(
  { tx, now }: Pick<Reading, 'tx' | 'now'>,
  id: number,
  meant: DebtsMeant,
): Promise<DirectiveStanding | undefined> {
  const directive = await readDirective(tx, id);
  if (!directive) return undefined;
  const { number, date, subject, state, issuerId, issuerCode } = directive;
  const taken = (await listOfOffice(tx, id)).filter((other) => other.id !== id && other.state !== 'draft');
  const rounds = state === 'draft' ? [] : await findRoundsOf(tx, id, now);
  const roundIds = rounds.map((round) => round.id);
  const debts = meant === 'none' ? [] : await findDebts(tx, roundIds, meant === 'all' ? undefined : meant);
  const owing = await countOwedIn(tx, roundIds);
  const told = state === 'draft' ? 0 : await countTold(tx, id);
  const chasedAt = await findLastChase(tx, id);
  const issuer = { id: issuerId, code: issuerCode };
  return { id, number, date, subject, state, issuer, taken, told, chasedAt, rounds, owing, debts };
}

/** More are not asked about at once. */
const mostOffered = 8;

/** How the directives of some offices stand to which something may be done, or the chosen one of them. */
export async function readStandings(
  reading: Reading,
  officeIds: number[],
  { act, directive }: Extract<Need, { type: 'standings' }>,
): Promise<StandingInView[]> {
  // A report goes up from whoever consolidates.
  if (act === 'consolidate') return [];
  const there = await listDirectiveNames(reading.tx, officeIds);
  const meant = directive === null ? candidatesFor(act, there) : there.filter(({ id }) => id === directive);
  const standings: StandingInView[] = [];
  for (const { id } of meant.slice(0, mostOffered)) {
    const standing = await readStanding(reading, id, isAboutUnits(act) ? 'all' : 'none');
    if (standing)
      standings.push(isAboutUnits(act) ? { ...standing, ways: await readWays(reading, act, standing) } : standing);
  }
  return standings;
}

/** Acts that are about units: these are told, and nobody else. */
const unitActs = ['extend', 'excuse', 'owe', 'chase', 'return'] as const;
const isAboutUnits = (act: ChangeAct): boolean => unitActs.some((one) => one === act);

const ofParts = ['chase', 'return', 'consolidate'] as const;
const isOfParts = (act: ChangeAct): boolean => ofParts.some((one) => one === act);

/** How directives stand in the parts that some units consolidate: `debts` are those below them. */
export async function readPartStandings(
  reading: Reading,
  unitIds: readonly number[],
  { act, directive }: Extract<Need, { type: 'standings' }>,
): Promise<StandingInView[]> {
  if (!isOfParts(act)) return [];
  const standings: StandingInView[] = [];
  for (const view of await readPartsOfUnits(reading, unitIds)) {
    if (directive !== null && view.directive.id !== directive) continue;
    const below = view.below.map(({ debt }) => debt);
    const standing = await readStanding(reading, view.directive.id, { debts: below });
    if (!standing) continue;
    const { unit, round, reports, submitted } = view;
    const part = { ...standing, part: { unit, round, reports, submitted }, view };
    standings.push(isAboutUnits(act) ? { ...part, ways: await readWays(reading, act, part) } : part);
  }
  return standings;
}

/** How the people of the units that may be told of an act can be told something now, and what is left of the budgets. */
async function readWays(
  reading: Reading,
  act: ChangeAct,
  { debts }: DirectiveStanding,
): Promise<NonNullable<StandingInView['ways']>> {
  const meant = act === 'chase' ? debts.filter(({ state }) => state === 'owed') : debts;
  const units = await readUnitWays(reading, [...new Set(meant.map(({ unit }) => unit.id))]);
  const budgets = await readBudgets(reading.tx, reading.terms.budgets, reading.machineNow);
  return { units, left: budgets.map(({ channel, left }) => ({ channel, left })) };
}
