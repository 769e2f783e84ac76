/** However many things fall together, a person is told all of them in one message: campaigns at random. */
import { and, eq, gt, inArray, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { usualLadder } from '../../../core/reminders/switches.ts';
import { withdrawResting } from '../../../db/delivery/queue.ts';
import { setLadder } from '../../../db/roster/offices.ts';
import { jobRuns, messages, obligations, outbox, rounds, unitRoles, units } from '../../../db/schema/tables.ts';
import { runDueSlots } from '../../../jobs/reminders/run.ts';
import { databaseForEach } from '../../harness/database.ts';
import type { Person } from '../../harness/world/person.ts';
import { createWorld, type World } from '../../harness/world.ts';
import { actsFor, issueAnother } from './several.ts';

const codes = ['PHONG-VHTT', 'PHONG-GDDT', 'XA-AN-BINH', 'XA-BINH-MINH', 'TH-AN-BINH', 'THCS-BINH-MINH'];

const campaign = fc.record({
  directives: fc.array(fc.constantFrom('2021-09-09', '2021-09-10', '2021-09-13'), { minLength: 1, maxLength: 3 }),
  roles: fc.array(
    fc.record({
      who: fc.nat({ max: 3 }),
      code: fc.constantFrom(...codes, 'UBND-HUYEN'),
      role: fc.constantFrom('head', 'delegate'),
    }),
    { minLength: 3, maxLength: 10 },
  ),
  /** Debts, by a share of all, that end after a slot was planned and before it is sent. */
  ending: fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { maxLength: 6 }),
  superior: fc.boolean(),
});

const slots = ['08T08:00', '08T14:00', '08T17:00', '09T08:00', '09T14:00', '09T17:00', '10T08:00', '13T14:00'];

describe('random campaigns', () => {
  const db = databaseForEach();

  test.each(fc.sample(campaign, { numRuns: 5, seed: 15 }).map((one, index) => [index + 1, one] as const))(
    'number %i: never two unasked messages to one person within a slot, and no debt is left out',
    async (_, { directives, roles, ending, superior }) => {
      const world = await createWorld(db(), { at: '2021-09-06T10:00' });
      const people: Person[] = [];
      for (const code of ['XA-AN-BINH', 'XA-BINH-MINH', 'PHONG-GDDT', 'TH-AN-BINH'])
        people.push(await world.register(code));
      const [office] = await world.db.select().from(units).where(eq(units.code, 'UBND-HUYEN'));
      await setLadder(world.db, office?.id ?? 0, { ...usualLadder, superior });
      for (const { who, code, role } of roles) {
        const person = people[who];
        if (person) await actsFor(world, person, code, code === 'UBND-HUYEN' ? 'staff' : (role as 'head'));
      }
      for (const [index, until] of directives.entries()) await issueAnother(world, `${200 + index}/UBND-VHTT`, until);
      const left = [...ending];
      for (const slot of slots) {
        const [last] = await world.db.select({ id: sql<number>`coalesce(max(id), 0)::int` }).from(messages);
        world.clock.set(`2021-09-${slot}`);
        await runDueSlots(world);
        const share = left.pop();
        if (share !== undefined) await endOne(world, share);
        await world.tick();
        await world.tick();
        await expectOneEach(world, last?.id ?? 0);
      }
    },
  );

  async function endOne(world: World, share: number): Promise<void> {
    const owed = await world.db
      .select({ id: obligations.id })
      .from(obligations)
      .where(eq(obligations.state, 'owed'))
      .orderBy(obligations.id);
    const one = owed[Math.floor(share * owed.length)];
    if (!one) return;
    await world.transact(async ({ tx, now }) => {
      await tx.update(obligations).set({ state: 'excused' }).where(eq(obligations.id, one.id));
      await withdrawResting(tx, [one.id], now);
    });
  }

  /** What has left since a message: one to a person, and all that the slots of this instant ask of whoever answers for it. */
  async function expectOneEach(world: World, since: number): Promise<void> {
    const sent = await world.db
      .select({ person: messages.recipientId, body: messages.body })
      .from(messages)
      .innerJoin(outbox, and(eq(outbox.messageId, messages.id), eq(outbox.part, 1), eq(outbox.state, 'sent')))
      .where(and(gt(messages.id, since), inArray(messages.kind, ['reminder', 'calls'])));
    const people = sent.map(({ person }) => person);
    expect(new Set(people).size, 'messages to different people').toBe(people.length);
    const periods = await world.db
      .select({ period: jobRuns.period })
      .from(jobRuns)
      .where(and(eq(jobRuns.name, 'remind'), eq(jobRuns.result, 'done'), eq(jobRuns.ranAt, world.clock.civil())));
    const due = periods.map(({ period }) => Number(/^round-(\d+):/.exec(period)?.[1]));
    const owing = await world.db
      .select({
        person: unitRoles.personId,
        unit: units.name,
        round: obligations.roundId,
        number: sql<string>`d.number`,
      })
      .from(obligations)
      .innerJoin(units, eq(units.id, obligations.unitId))
      .innerJoin(rounds, eq(rounds.id, obligations.roundId))
      .innerJoin(sql`duties y`, sql`y.id = ${rounds.dutyId}`)
      .innerJoin(sql`directives d`, sql`d.id = y.directive_id`)
      .innerJoin(unitRoles, and(eq(unitRoles.unitId, units.id), inArray(unitRoles.role, ['head', 'delegate'])))
      .where(and(eq(obligations.state, 'owed'), eq(unitRoles.state, 'agreed')));
    for (const { person, unit, number } of owing.filter(({ round }) => due.includes(round))) {
      const text = sent.find((one) => one.person === person)?.body.text ?? '';
      expect(text, `person ${person} is told`).toContain(unit);
      expect(text, `person ${person} is told`).toContain(number);
    }
  }
});
