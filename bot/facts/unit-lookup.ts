/** Finds units by what people say of them. */

import type { Facts, FoundUnit } from '../../core/conversation/context.ts';
import { hasPhone, normalisePhone } from '../../core/language/phone.ts';
import type { ObligationFact } from '../../core/reports/obligation.ts';
import { type UnitSought, unitsSought } from '../../core/roster/unit-search.ts';
import { civilDate } from '../../core/time/calendar.ts';
import type { Db } from '../../db/database.ts';
import { findObligationOfIssuers, findOpenObligations } from '../../db/reports/obligations.ts';
import { findHolders } from '../../db/roster/people.ts';
import { listUnitsAlikeUnder, listUnitsWithDigits } from '../../db/roster/sought.ts';
import type { Reading } from '../delivery/work.ts';
import type { Asker } from './asker.ts';
import { findObligationBelow, findUnitsBelow } from './consolidation/below.ts';

/** Digits of a number that were the same before its prefix was changed (`core/language/phone.ts`). */
const subscriberLength = 7;

/** The units whose roster gives this phone number, alone or among others, however either is written. */
export async function findUnitsByPhone(
  tx: Db,
  phone: string,
  now: Date,
): Promise<NonNullable<Facts['byPhone']>['units']> {
  const said = normalisePhone(phone);
  if (said === undefined) return [];
  const like = await listUnitsWithDigits(tx, civilDate(now), said.slice(-subscriberLength));
  const units = like.filter((unit) => hasPhone(unit.phone, said));
  const ids = units.map((unit) => unit.id);
  const heads = new Set((await findHolders(tx, ids, ['head'])).map((holder) => holder.unitId));
  return units.map(({ id, code, name, kind }) => ({ unit: { id, code, name, kind }, isTaken: heads.has(id) }));
}

/**
 * The units that words name, and what they have to report to these issuers. Only those over which the issuers' staff have
 * rights: of any other unit they learn no more than of one that does not exist.
 */
export const findUnitsByWords = (tx: Db, words: string, issuerIds: number[], now: Date): Promise<FoundUnit[]> =>
  findUnitsSought(tx, { words }, issuerIds, now);

async function findUnitsSought(tx: Db, sought: UnitSought, issuerIds: number[], now: Date): Promise<FoundUnit[]> {
  if (issuerIds.length === 0) return [];
  const reach = { day: civilDate(now), offices: issuerIds };
  const chosen = unitsSought(await listUnitsAlikeUnder(tx, reach, sought), sought);
  const obligations = await findOpenObligations(
    tx,
    chosen.map((u) => u.id),
    now,
  );
  return chosen.map(({ id, code, name }) => ({
    unit: { id, code, name },
    obligations: obligations.filter((o) => o.unit.id === id && issuerIds.includes(o.directive.issuer.id)),
  }));
}

/** One debt of a unit for which somebody may report, though it is not theirs: their office issued the directive, or they consolidate the unit. One's own, and those over which the person has no right, are like those that do not exist. */
export async function findObligationForOther(
  reading: Pick<Reading, 'tx' | 'now'>,
  { own, staffOf, answersFor }: Asker,
  id: number,
): Promise<ObligationFact | undefined> {
  if (own.obligations.some((o) => o.id === id)) return undefined;
  const [found] = await findObligationOfIssuers(reading.tx, id, staffOf);
  return found ?? findObligationBelow(reading, id, answersFor);
}

/** The units that are sought and for which somebody may report, with what they have to report. */
export async function findUnitsForOther(
  reading: Pick<Reading, 'tx' | 'now'>,
  { staffOf, answersFor }: Asker,
  sought: UnitSought,
): Promise<FoundUnit[]> {
  const found = await findUnitsSought(reading.tx, sought, staffOf, reading.now);
  return found.length > 0 ? found : findUnitsBelow(reading, sought, answersFor);
}
