/** How directives stand when something is to be done to them. */
import type { Need } from '../../../core/conversation/context.ts';
import { candidatesFor } from '../../../core/directives/life/candidates.ts';
import type { DirectiveStanding } from '../../../core/directives/life/standing.ts';
import { findTold } from '../../../db/delivery/told.ts';
import { listDirectiveNames, readDirective } from '../../../db/directives/directives.ts';
import { listOfOffice } from '../../../db/directives/issuing.ts';
import { findDebts, findRoundsOf } from '../../../db/reports/deadlines.ts';
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
  return { id, number, date, subject, state, issuer: { id: issuerId, code: issuerCode }, taken, told, rounds, debts };
}

/** More are not asked about at once. */
const mostOffered = 8;

/** How the directives of some offices stand to which something may be done, or the chosen one of them. */
export async function readStandings(
  reading: Reading,
  officeIds: number[],
  { act, directive }: Extract<Need, { type: 'standings' }>,
): Promise<DirectiveStanding[]> {
  const there = await listDirectiveNames(reading.tx, officeIds);
  const meant = directive === null ? candidatesFor(act, there) : there.filter(({ id }) => id === directive);
  const standings: DirectiveStanding[] = [];
  for (const { id } of meant.slice(0, mostOffered))
    standings.push(...[await readStanding(reading, id)].flatMap((one) => one ?? []));
  return standings;
}
