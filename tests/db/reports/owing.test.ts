import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Db } from '../../../db/database.ts';
import { findFirstNamed, listNamedBelow, listOwedByParent, readOwing } from '../../../db/reports/owing.ts';
import { findPromised } from '../../../db/reports/promises.ts';
import { findOwed, type RoundDebt } from '../../../db/reports/rounds.ts';
import { directives, rounds } from '../../../db/schema/tables.ts';
import { describeDatabases } from '../../harness/database.ts';
import { askingDirective } from '../../harness/world/asking.ts';
import { createWorld } from '../../harness/world.ts';
import { atHour, fates, largeRoster, play } from '../figures/asked/campaign.ts';

/** Before and after the promises of a campaign (hour 50), and after the deadline that some of its units have alone (hour 120). */
const instants = [atHour(49), atHour(60), atHour(122)];

async function expectAsRead(db: Db, now: Date): Promise<void> {
  const [round] = await db.select({ id: rounds.id }).from(rounds);
  const [directive] = await db.select({ issuer: directives.issuerId }).from(directives);
  const [roundId, issuer] = [round?.id ?? 0, directive?.issuer ?? 0];
  const owed = await findOwed(db, roundId);
  const promised = new Set(
    await findPromised(
      db,
      owed.map(({ id }) => id),
      now,
    ),
  );
  const named = owed.filter((debt) => debt.consolidator === null && (debt.due === null || debt.due <= now));
  const first = await findFirstNamed(db, roundId, { now, most: 3 });
  expect(first.count).toBe(named.length);
  expect(first.first.map(({ id }) => id)).toEqual(named.slice(0, 3).map(({ unit }) => unit.id));

  const below = named.filter(({ unit }) => unit.parentId === issuer);
  expect(await listNamedBelow(db, roundId, { parentId: issuer, now })).toEqual({
    ids: below.flatMap(({ id, unit }) => (promised.has(id) ? [] : unit.id)),
    promised: below.filter(({ id }) => promised.has(id)).length,
  });

  for (const own of [null, atHour(120)]) {
    const isOf = ({ due }: RoundDebt): boolean => due?.getTime() === own?.getTime();
    const late = owed.filter((debt) => isOf(debt) && !promised.has(debt.id) && debt.unit.parentId !== issuer);
    const parents = await listOwedByParent(db, roundId, { own, but: issuer, now });
    for (const [parent, ids] of parents)
      expect(ids).toEqual(late.flatMap(({ id, unit }) => (unit.parentId === parent ? id : [])));
    expect([...parents.values()].flat().length).toBe(late.length);
  }
  const backwards = owed.map(({ id }) => id).reverse();
  expect((await readOwing(db, backwards)).map(({ id, unit }) => [id, unit.id])).toEqual(
    owed.map(({ id, unit }) => [id, unit.id]).reverse(),
  );
}

describeDatabases('who owes in a round', (db) => {
  test('is counted, listed and named as from a row of each unit', async () => {
    const world = await createWorld(db(), { roster: largeRoster, directive: askingDirective() });
    await world.issue();
    await fc.assert(
      fc.asyncProperty(fates(24), async (fated) => {
        await play(db(), fated);
        for (const now of instants) await expectAsRead(db(), now);
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });
});
