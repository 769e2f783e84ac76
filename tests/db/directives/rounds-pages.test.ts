/** The next rounds of a recurring report, of more units than are asked at once. */
import { asc, eq, gt, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { expect, test } from 'vitest';
import { makeRounds } from '../../../bot/acts/rounds/make-rounds.ts';
import { createSeal } from '../../../bot/audit/seal.ts';
import { verifyAudit } from '../../../bot/audit/verify.ts';
import { planIssue, planRounds } from '../../../core/directives/issue.ts';
import { civilDate } from '../../../core/time/calendar.ts';
import { findDuties, findTasks } from '../../../db/directives/issuing.ts';
import { listUnits } from '../../../db/roster/units.ts';
import { assignments, obligations, rounds, units } from '../../../db/schema/tables.ts';
import { describeDatabases } from '../../harness/database.ts';
import { consolidated } from '../../harness/world/consolidated.ts';
import { createWorld, worldKey } from '../../harness/world.ts';

/** The directive whose schools report to the education office, with a report every week. */
function everyWeek(): string {
  const directive = JSON.parse(consolidated);
  const [duty] = directive.duties;
  const quote = 'hằng tuần trước 16h00 thứ Năm';
  duty.deadline = { rule: 'recurring', quote };
  return JSON.stringify({ ...directive, text: `${directive.text}\n${quote}` });
}

describeDatabases('the rounds of many units', (db) => {
  test('are owed by whoever is there by then, and whoever is new gets the tasks', async () => {
    const world = await createWorld(db(), { directive: everyWeek() });
    await world.issue();
    const before = await db().$count(assignments);
    const [last] = await db().select({ id: sql<number>`max(id)` }).from(rounds);
    await db().execute(sql`
      insert into units (code, name, kind, parent_id, staff, head_title, position)
      select code || '-' || n, name || ' ' || n, kind, parent_id, 20, head_title, 1000 + n
      from units, generate_series(1, 1100) n where code in ('XA-AN-BINH', 'TH-AN-BINH')`);
    world.clock.set('2021-09-13T08:00');
    expect(await world.transact((work) => makeRounds(work, world.directiveId))).toBe(0);

    const day = world.clock.civil();
    const [duty] = await findDuties(db(), world.directiveId);
    const made = await db()
      .select()
      .from(rounds)
      .where(gt(rounds.id, last?.id ?? 0));
    if (!duty) throw new Error('the duty is gone');
    expect(made.map(({ key }) => key)).toEqual(['2021-09-30']);
    const roster = await listUnits(db(), civilDate(day));
    const [planned] = planRounds(duty, { rounds: made, units: roster, now: day });
    const office = alias(units, 'office');
    const owed = await db()
      .select({ code: units.code, by: office.code })
      .from(obligations)
      .innerJoin(units, eq(units.id, obligations.unitId))
      .leftJoin(office, eq(office.id, obligations.consolidatorId))
      .where(gt(obligations.roundId, last?.id ?? 0))
      .orderBy(asc(obligations.id));
    expect(owed).toEqual(planned?.codes.map((code) => ({ code, by: planned.below.get(code)?.by ?? null })));
    expect(owed.filter(({ by }) => by === 'PHONG-GDDT').length).toBeGreaterThan(1100);
    const given = await db()
      .select({ code: units.code, taskIds: assignments.taskIds })
      .from(assignments)
      .innerJoin(units, eq(units.id, assignments.unitId))
      .orderBy(asc(assignments.id));
    const plan = planIssue(await findTasks(db(), world.directiveId), [duty], roster, day);
    const added = plan.assignments.filter(({ code }) => /-\d+$/.test(code));
    expect(given.slice(before)).toEqual(added);
    expect(added).toHaveLength(2200);
    expect(await world.transact((work) => makeRounds(work, world.directiveId))).toBe(0);
    expect(await db().$count(assignments)).toBe(given.length);
    expect((await verifyAudit(db(), createSeal(worldKey))).faults).toEqual([]);
  });
});
