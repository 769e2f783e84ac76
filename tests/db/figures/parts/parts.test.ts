import { asc, eq, inArray, isNotNull, ne, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Db } from '../../../../db/database.ts';
import { countUnreachable, findUnreachable } from '../../../../db/delivery/reachability.ts';
import { countAt } from '../../../../db/figures/before.ts';
import { addUpChangedParts, addUpFigures, haveChanged } from '../../../../db/figures/parts/add-up.ts';
import { readRoundStandings } from '../../../../db/figures/parts/counts.ts';
import { findChangedParts, findChangedReach } from '../../../../db/figures/parts/parts.ts';
import { readReach } from '../../../../db/figures/parts/reach.ts';
import { readRoundSums } from '../../../../db/figures/parts/sums.ts';
import { totalIndicators } from '../../../../db/figures/recount/totals.ts';
import { everyUnit, readSummary } from '../../../../db/figures/summary.ts';
import { findFirstOwedBelow, findOwed } from '../../../../db/reports/rounds.ts';
import {
  accounts,
  assignments,
  directives,
  figureCounts,
  figureReach,
  indicators,
  messages,
  obligations,
  outbox,
  reportValues,
  rounds,
  targets,
  unitRoles,
  units,
} from '../../../../db/schema/tables.ts';
import { describeDatabases } from '../../../harness/database.ts';
import { askingDirective } from '../../../harness/world/asking.ts';
import { createWorld, type World } from '../../../harness/world.ts';
import { atHour, type Fate, fates, largeRoster, play } from '../asked/campaign.ts';
import { expectPagesByShare, expectPagesOfGroups } from './pages.ts';

const now = atHour(122);

/** The unit at this place of the round. */
const nth = async (db: Db, at: number): Promise<number> => {
  const rows = await db.select({ id: obligations.unitId }).from(obligations).orderBy(asc(obligations.unitId));
  return rows[at % rows.length]?.id ?? 0;
};

const firstIndicator = (db: Db) => db.select().from(indicators).where(eq(indicators.isDenominator, false)).limit(1);

/** What may happen, to the unit at this place where it concerns one. */
const events = {
  'everybody fares otherwise': async (db, _at, fated) => {
    await play(db, fated);
  },
  'a report is sent back': async (db, at) => {
    const returned = { state: 'owed' as const, currentReportId: null, firstReportedAt: null };
    const unit = await nth(db, at);
    await db.update(obligations).set(returned).where(eq(obligations.unitId, unit));
    await db.execute(sql`update reports r set returned_at = ${atHour(at * 2).toISOString()} from obligations o
      where o.id = r.obligation_id and o.unit_id = ${unit}`);
  },
  'a unit is let off': async (db, at) => {
    await db
      .update(obligations)
      .set({ state: 'excused' })
      .where(eq(obligations.unitId, await nth(db, at)));
  },
  'a unit gets more time': async (db, at) => {
    const more = { due: atHour(125), overdueFrom: atHour(125), extendedAt: atHour(90) };
    await db
      .update(obligations)
      .set(more)
      .where(eq(obligations.unitId, await nth(db, at)));
  },
  'the round is overdue at another time': async (db, at) => {
    await db.update(rounds).set({ overdueFrom: atHour(60 + at) });
  },
  'a unit is told': async (db, at) => {
    await db
      .update(assignments)
      .set({ deliveredAt: atHour(1) })
      .where(eq(assignments.unitId, await nth(db, at)));
  },
  'a figure is changed behind the back of the service': async (db, at) => {
    await db.update(reportValues).set({ number: at }).where(isNotNull(reportValues.number));
  },
  'a unit is to reach something': async (db, at) => {
    const [one] = await firstIndicator(db);
    const target = { unitId: await nth(db, at), indicatorId: one?.id ?? 0, value: at };
    await db
      .insert(targets)
      .values(target)
      .onConflictDoUpdate({ target: [targets.unitId, targets.indicatorId], set: { value: at + 1 } });
  },
  'a figure is a share of nothing any more': async (db) => {
    const [one] = await firstIndicator(db);
    await db
      .update(indicators)
      .set({ kind: 'measure' })
      .where(eq(indicators.id, one?.id ?? 0));
  },
  'a unit comes under another one, and stands elsewhere': async (db, at) => {
    const [parent] = await db
      .select()
      .from(units)
      .where(ne(units.kind, 'school'))
      .orderBy(asc(units.id))
      .offset(at % 3);
    const moved = { parentId: parent?.id ?? null, position: 1000 + at };
    await db
      .update(units)
      .set(moved)
      .where(eq(units.id, await nth(db, at)));
  },
  'a head leaves': async (db, at) => {
    await db
      .update(unitRoles)
      .set({ to: atHour(50) })
      .where(eq(unitRoles.unitId, await nth(db, at)));
  },
  'a head agrees, or does not': async (db, at) => {
    const state = at % 2 === 0 ? ('agreed' as const) : ('refused' as const);
    const [role] = await db.select().from(unitRoles).where(eq(unitRoles.role, 'head')).limit(1);
    const personId = role?.personId ?? 0;
    const agreed = { personId, unitId: await nth(db, at), role: 'head' as const, state, from: atHour(1) };
    const once = [unitRoles.personId, unitRoles.unitId, unitRoles.role];
    await db
      .insert(unitRoles)
      .values(agreed)
      .onConflictDoUpdate({ target: once, set: { state, to: null } });
  },
  'accounts block the service, or take it back': async (db, at) => {
    await db.update(accounts).set({ state: at % 2 === 0 ? 'blocked' : 'active' });
  },
  'an account changes hands': async (db) => {
    await db.update(accounts).set({ personId: null }).where(eq(accounts.name, 'Nam'));
  },
  'tasks are refused, or wait again': async (db, at) => {
    const telling = db.select({ id: messages.id }).from(messages).where(isNotNull(messages.delivers));
    const state = at % 2 === 0 ? ('refused' as const) : ('queued' as const);
    await db.update(outbox).set({ state }).where(inArray(outbox.messageId, telling));
  },
  'a unit has no part in it any more': async (db, at) => {
    if ((await db.$count(obligations)) < 12) return;
    const unit = await nth(db, at);
    const debts = sql`(select id from obligations where unit_id = ${unit})`;
    await db.execute(
      sql`delete from report_values v using reports r where r.id = v.report_id and r.obligation_id in ${debts}`,
    );
    for (const table of ['reports', 'promises', 'extension_requests'])
      await db.execute(sql`delete from ${sql.identifier(table)} where obligation_id in ${debts}`);
    await db.delete(obligations).where(eq(obligations.unitId, unit));
  },
  'parts are added up': async (db) => {
    await addUpFigures(db);
  },
} satisfies Record<string, (db: Db, at: number, fated: Fate[]) => Promise<void>>;

/** The same as `countAt`, from all debts and reports. */
async function recountAt(db: Db, round: { id: number; dutyId: number }, at: Date) {
  const debts = await db.select().from(obligations);
  const reported = debts.filter((one) => one.state === 'reported' && one.firstReportedAt && one.firstReportedAt < at);
  return {
    reporting: debts.filter(({ state }) => state !== 'excused').length,
    reported: reported.length,
    indicators: await totalIndicators(db, round, { before: at }),
  };
}

const names = Object.keys(events) as (keyof typeof events)[];

const campaign = fc.array(
  fc.record({
    does: fc.oneof(fc.constantFrom(...names), fc.constant('parts are added up' as const)),
    at: fc.nat(60),
    fates: fates(5),
  }),
  { minLength: 12, maxLength: 12 },
);

const sorted = (rows: readonly object[]): string[] => rows.map((row) => JSON.stringify(row)).sort();

/** What is kept with what has changed since, and a recount of everything. */
async function expectRecounted(db: Db, { directiveId }: World): Promise<void> {
  const [round] = await db.select({ id: rounds.id, dutyId: rounds.dutyId }).from(rounds);
  if (!round) throw new Error('there is no round');
  const parts = await db.selectDistinct({ part: sql<number>`unit_id >> 7` }).from(assignments);
  const all = parts.map(({ part }) => part);
  expect(all.length).toBeGreaterThan(5);
  const changed = await findChangedParts(db, round.id);
  expect(sorted(await readRoundStandings(db, round.id, changed))).toEqual(
    sorted(await readRoundStandings(db, round.id, all)),
  );
  expect(sorted(await readRoundSums(db, round, changed))).toEqual(sorted(await readRoundSums(db, round, all)));
  expect(sorted(await readReach(db, directiveId, await findChangedReach(db, directiveId)))).toEqual(
    sorted(await readReach(db, directiveId, all)),
  );
  const summary = await readSummary(db, directiveId, now, { most: everyUnit });
  expect(summary.indicators).toEqual(await totalIndicators(db, round));
  const owed = (await findOwed(db, round.id)).map(({ unit: { id, code, name } }) => ({ id, code, name }));
  expect(summary.missing).toEqual({ count: owed.length, first: owed });
  const unreached = await findUnreachable(db, directiveId);
  expect(summary.unreachable).toMatchObject({ count: await countUnreachable(db, directiveId), first: unreached });
  const short = await readSummary(db, directiveId, now, { most: 3 });
  expect(short.missing).toEqual({ count: owed.length, first: owed.slice(0, 3) });
  expect(short.unreachable.first).toEqual(unreached.slice(0, 3));
  expect(short.extended?.first).toEqual(summary.extended?.first.slice(0, 3));
}

/** Lists that are read a page at a time, the round as it was before, and the same from everything. */
async function expectListed(db: Db, { directiveId }: World): Promise<void> {
  const [round] = await db.select({ id: rounds.id, dutyId: rounds.dutyId }).from(rounds);
  const [directive] = await db.select().from(directives).where(eq(directives.id, directiveId));
  if (!round || !directive) throw new Error('there is no round');
  await expectPagesByShare(db, round);
  await expectPagesOfGroups(db, { ...round, issuerId: directive.issuerId });
  for (const at of [atHour(20), atHour(70), atHour(122)])
    expect(await countAt(db, round, at)).toEqual(await recountAt(db, round, at));
  const owed = await findOwed(db, round.id);
  for (const parentId of new Set(owed.map(({ unit }) => unit.parentId ?? 0))) {
    const below = owed.filter(({ unit, consolidator }) => unit.parentId === parentId && consolidator === null);
    const first = below.slice(0, 3).map(({ unit: { id, code, name } }) => ({ id, code, name }));
    const found = await findFirstOwedBelow(db, round.id, { parentId, most: 3 });
    expect(found).toEqual({ count: below.length, first });
  }
}

/** Whether lists are looked at behind an event: behind each would take the test minutes. */
const isLookedAt = (event: number): boolean => event % 4 === 3;

describeDatabases('figures that are kept by part', (db) => {
  // So that the units of a small office stand in many parts.
  const countUnitsBy = (step: number) => db().execute(sql.raw(`alter sequence units_id_seq increment by ${step}`));
  beforeEach(() => countUnitsBy(40));
  afterEach(() => countUnitsBy(1));

  const open = async (): Promise<World> => {
    const world = await createWorld(db(), {
      roster: largeRoster,
      directive: askingDirective(),
      foundAs: 'identities far apart',
    });
    await world.register('XA-AN-BINH', 'Nam');
    await world.register('TH-AN-BINH', 'Lan');
    await world.issue();
    return world;
  };

  test('are at every instant what a recount gives, whatever happens', async () => {
    const world = await open();
    await fc.assert(
      fc.asyncProperty(campaign, async (happened) => {
        for (const [event, { does, at, fates }] of happened.entries()) {
          await events[does](db(), at, fates).catch((error: unknown) => {
            throw new Error(does, { cause: error });
          });
          await expectRecounted(db(), world);
          if (isLookedAt(event)) await expectListed(db(), world);
        }
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });

  test('tell where the smallest shares are, also where they fill the first parts', async () => {
    await countUnitsBy(20);
    const world = await open();
    const [fate] = fc.sample(fates(1), { seed: 7, numRuns: 1 })[0] ?? [];
    if (!fate) throw new Error('there is no fate');
    await play(db(), [{ ...fate, state: 'reported', staff: 20, bluezone: 7 }]);
    await addUpFigures(db());
    await expectListed(db(), world);
  });

  test('are added up for the parts alone that have changed', async () => {
    const world = await open();
    await play(db(), fc.sample(fates(5), { seed: 7, numRuns: 1 })[0] ?? []);
    await addUpFigures(db());
    expect(await haveChanged(db())).toBe(false);
    const rows = await db().select().from(figureCounts);
    expect(rows.length).toBeGreaterThan(5);
    const unit = await nth(db(), 3);
    await db().update(obligations).set({ state: 'excused' }).where(eq(obligations.unitId, unit));
    const [round] = await db().select({ id: rounds.id }).from(rounds);
    expect(await findChangedParts(db(), round?.id ?? 0)).toEqual([unit >> 7]);
    expect(await db().transaction(addUpChangedParts)).toBe(1);
    await expectRecounted(db(), world);
  });

  test('are added up to the last, however many people came and went', async () => {
    const world = await open();
    await addUpFigures(db());
    const none = {
      directiveId: world.directiveId,
      assigned: 0,
      delivered: 0,
      acknowledged: 0,
      firstAt: 0,
      isStale: true,
    };
    await db()
      .insert(figureReach)
      .values(Array.from({ length: 150 }, (_, part) => ({ ...none, part: 1000 + part })));
    await events['a unit is told'](db(), 1);
    await addUpFigures(db());
    expect(await findChangedReach(db(), world.directiveId)).toEqual([]);
    await expectRecounted(db(), world);
  });

  test('of a directive that is over wait until somebody asks, when people come and go', async () => {
    const world = await open();
    await addUpFigures(db());
    await db().update(directives).set({ state: 'closed' });
    await events['accounts block the service, or take it back'](db(), 0);
    await addUpFigures(db());
    expect((await findChangedReach(db(), world.directiveId)).length).toBeGreaterThan(0);
    await expectRecounted(db(), world);
    await db().update(directives).set({ state: 'issued' });
    await events['accounts block the service, or take it back'](db(), 1);
    await addUpFigures(db());
    expect(await findChangedReach(db(), world.directiveId)).toEqual([]);
    await expectRecounted(db(), world);
  });
});
