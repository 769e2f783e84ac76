/** Issuing to more units than are planned, written and told at once. */
import { asc, eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { issueDirective } from '../../../bot/acts/issue.ts';
import { createSeal } from '../../../bot/audit/seal.ts';
import { verifyAudit } from '../../../bot/audit/verify.ts';
import type { Work } from '../../../bot/delivery/work.ts';
import { previewForStaff } from '../../../bot/facts/directives/issue-preview.ts';
import { planInPages, readIssuing } from '../../../bot/facts/directives/issuing-plan.ts';
import { type IssuePlan, planIssue } from '../../../core/directives/issue.ts';
import { civilDate } from '../../../core/time/calendar.ts';
import { listUnits } from '../../../db/roster/units.ts';
import { assignments, messages, obligations, outbox, rounds, units } from '../../../db/schema/tables.ts';
import { describeDatabases } from '../../harness/database.ts';
import { createWorld, worldKey } from '../../harness/world.ts';

/** As many communes more, behind all others; of the last one a head is registered. */
const more = 2100;

describeDatabases('issuing to many units', (db) => {
  test('assigns, asks and tells each of them as the plan has it', async () => {
    const world = await createWorld(db());
    await db().execute(sql`
      insert into units (code, name, kind, parent_id, staff, head_title, position)
      select 'XA-' || n, 'UBND xã ' || n, 'commune', parent_id, 20, head_title, 1000 + n
      from units, generate_series(1, ${more}::int) n where code = 'XA-AN-BINH'`);
    await world.register('XA-AN-BINH');
    await world.register(`XA-${more}`);
    const now = world.clock.civil();
    const issuing = await readIssuing(db(), world.directiveId);
    if (!issuing) throw new Error('the directive is gone');
    const planned = planIssue(issuing.tasks, issuing.duties, await listUnits(db(), civilDate(now)), now);
    const pages: IssuePlan[] = [];
    for await (const { plan } of planInPages(db(), issuing, now)) pages.push(plan);
    expect(pages.filter(({ assignments: part }) => part.length > 500)).toHaveLength(2);
    expect(pages.flatMap((page) => page.assignments)).toEqual(planned.assignments);

    const shown = await previewForStaff(world.reading(), [issuing.directive.issuerId], world.directiveId);
    expect(shown).toMatchObject({
      units: planned.assignments.length,
      reporting: new Set(planned.rounds.flatMap(({ codes }) => codes)).size,
      messages: 2,
      unregistered: planned.assignments.length - 2,
      unreachable: 0,
    });
    expect(shown?.groups).toContainEqual({ kind: 'commune', units: more + 2 });
    expect(await world.issue()).toBe(2);
    const assigned = await db()
      .select({ code: units.code, taskIds: assignments.taskIds })
      .from(assignments)
      .innerJoin(units, eq(units.id, assignments.unitId))
      .orderBy(asc(assignments.id));
    expect(assigned).toEqual(planned.assignments);
    const owed = await db()
      .select({ code: units.code, duty: rounds.dutyId, round: rounds.key })
      .from(obligations)
      .innerJoin(units, eq(units.id, obligations.unitId))
      .innerJoin(rounds, eq(rounds.id, obligations.roundId))
      .orderBy(asc(rounds.id), asc(obligations.id));
    expect(owed).toEqual(
      planned.rounds.flatMap(({ dutyId, times, codes }) =>
        codes.map((code) => ({ code, duty: dutyId, round: times.key })),
      ),
    );
    const told = await db()
      .select({ code: units.code, text: outbox.text })
      .from(outbox)
      .innerJoin(messages, eq(messages.id, outbox.messageId))
      .innerJoin(units, eq(units.id, messages.unitId))
      .where(eq(messages.kind, 'tasks'))
      .orderBy(asc(units.position));
    expect(told.map(({ code }) => code)).toEqual(['XA-AN-BINH', `XA-${more}`]);
    expect(told[1]?.text).toContain(`Nhiệm vụ của UBND xã ${more}`);
    // What was recorded piece by piece is what is read back in one.
    expect((await verifyAudit(db(), createSeal(worldKey))).faults).toEqual([]);
  });

  test('leaves nothing where it fails between two pieces, and issues all of it the next time', async () => {
    const world = await createWorld(db());
    await db().execute(sql`
      insert into units (code, name, kind, parent_id, staff, head_title, position)
      select 'XA-' || n, 'UBND xã ' || n, 'commune', parent_id, 20, head_title, 1000 + n
      from units, generate_series(1, 450) n where code = 'XA-AN-BINH'`);
    await db().execute(sql`insert into people (name, "createdAt") select code, now() from units where position > 1000`);
    await db().execute(sql`
      insert into accounts (channel, address, name, person_id, last_seen_at)
      select 'telegram', 'of-' || id, name, id, now() from people where name like 'XA-%'`);
    await db().execute(sql`
      insert into unit_roles (person_id, unit_id, role, state, "from")
      select p.id, u.id, 'head', 'agreed', now() from people p join units u on u.code = p.name`);
    const issued = (spoil: (work: Work) => Work) =>
      world.transact((work) => issueDirective(spoil(work), { via: 'command', by: null }, world.directiveId, 'test'));
    let pieces = 0;
    const failing = issued((work) => ({
      ...work,
      say: async (messages) => {
        pieces += 1;
        if (pieces === 2) throw new Error('the second piece');
        return work.say(messages);
      },
    }));
    await expect(failing).rejects.toThrow('the second piece');
    expect(pieces).toBe(2);
    for (const table of [assignments, obligations, messages, outbox]) expect(await db().$count(table)).toBe(0);
    expect(await issued((work) => work)).toMatchObject({ ok: true, value: { messages: 450 } });
    expect(await db().$count(outbox)).toBe(450);
  });
});
