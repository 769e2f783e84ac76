import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { issueDirective } from '../../../bot/acts/issue.ts';
import { readSample } from '../../../bot/intake/sample.ts';
import {
  accounts,
  assignments,
  directives,
  inbox,
  obligations,
  outbox,
  rounds,
  units,
} from '../../../db/schema/tables.ts';
import { describeDatabases } from '../../harness/database.ts';
import { createWorld } from '../../harness/world.ts';

describeDatabases('issuing', (db) => {
  test('keeps who issued, and by which message', async () => {
    const world = await createWorld(db());
    const hoa = await world.registerStaff();
    const whoIssued = async () => {
      const [directive] = await db().select().from(directives).where(eq(directives.id, world.directiveId));
      return directive;
    };
    expect(await whoIssued()).toMatchObject({ issuedAt: null, issuedBy: null, issuedInboxId: null });
    await hoa.says('/phathanh');
    await hoa.taps('Phát hành');
    const issued = await whoIssued();
    const [message] = await db()
      .select({ accountId: inbox.accountId, personId: accounts.personId })
      .from(inbox)
      .innerJoin(accounts, eq(accounts.id, inbox.accountId))
      .where(eq(inbox.id, issued?.issuedInboxId ?? 0));
    expect(message?.personId).toBe(issued?.issuedBy);
    expect(issued).toMatchObject({ state: 'issued', issuedAt: world.clock.civil() });
  });

  test('assigns each unit its tasks and each debtor its obligation, once', async () => {
    const world = await createWorld(db());
    await world.register('XA-AN-BINH');
    expect(await world.issue()).toBe(1);
    expect(await world.issue()).toBe(0);
    const assigned = await db()
      .select({ code: units.code, tasks: assignments.taskIds, deliveredAt: assignments.deliveredAt })
      .from(assignments)
      .innerJoin(units, eq(units.id, assignments.unitId))
      .orderBy(asc(units.position));
    expect(assigned.map((a) => [a.code, a.tasks.length])).toEqual([
      ['PHONG-VHTT', 2],
      ['PHONG-GDDT', 3],
      ['XA-AN-BINH', 2],
      ['XA-BINH-MINH', 2],
      ['TH-AN-BINH', 2],
      ['THCS-BINH-MINH', 2],
      ['VT-SONG-MAY', 1],
    ]);
    expect(assigned.filter((a) => a.deliveredAt).map((a) => a.code)).toEqual(['XA-AN-BINH']);
    expect(await db().select().from(obligations)).toHaveLength(6);
    expect(await db().select().from(rounds)).toMatchObject([
      {
        key: 'once',
        opensAt: world.clock.civil(),
        due: new Date('2021-09-09T17:00:00+07:00'),
        overdueFrom: new Date('2021-09-11T00:00:00+07:00'),
        closesAt: null,
      },
    ]);
  });

  test('twice at the same moment writes everything once', async () => {
    const world = await createWorld(db());
    await world.register('XA-AN-BINH');
    const once = () => world.transact((work) => issueDirective(work, { via: 'command', by: null }, world.directiveId));
    const results = await Promise.all([once(), once()]);
    expect(results.map((r) => r.ok && r.value.messages).sort()).toEqual([0, 1]);
    expect(await db().select().from(assignments)).toHaveLength(7);
    expect((await db().select().from(outbox)).filter((row) => row.kind === 'tasks')).toHaveLength(1);
  });

  test('the sample gives 110 units or more their tasks, and telecom companies no debt', async () => {
    const world = await createWorld(db(), {
      roster: readSample('units.csv'),
      directive: readSample('directive.yaml'),
    });
    await world.issue();
    const all = await db().select().from(units);
    expect(await db().select().from(assignments)).toHaveLength(all.length - 1);
    const telecom = all.filter((unit) => unit.kind === 'telecom').length;
    expect(await db().select().from(obligations)).toHaveLength(all.length - 1 - telecom);
  });
});
