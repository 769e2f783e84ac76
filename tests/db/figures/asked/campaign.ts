/** A random campaign, written into the rows of an issued directive, and as plain values to count by hand. */
import { asc, eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import type { Db } from '../../../../db/database.ts';
import {
  assignments,
  extensionRequests,
  indicators,
  obligations,
  people,
  promises,
  reports,
  reportValues,
  taskProgress,
  tasks,
  units,
} from '../../../../db/schema/tables.ts';
import { roster } from '../../../harness/world/fixture.ts';

/** Hours after 06 September 2021, 08:00; the deadline's last moment is 112 hours later. */
const begin = Date.parse('2021-09-06T08:00:00+07:00');
export const atHour = (hour: number): Date => new Date(begin + hour * 3_600_000);

/** How one unit fares. */
export type Fate = {
  state: 'owed' | 'reported' | 'excused';
  /** When it reported, when it acknowledged. */
  reported: number;
  acknowledged: number | null;
  revisions: number;
  staff: number;
  bluezone: number | null;
  note: string | null;
  promise: 'none' | 'waiting' | 'broken';
  hasAsked: boolean;
  hasMoreTime: boolean;
  progress: 'none' | 'doing' | 'done' | 'blocked' | 'unsaid';
};

export const fates = (most: number): fc.Arbitrary<Fate[]> =>
  fc.array(
    fc.record({
      state: fc.constantFrom('owed' as const, 'reported' as const, 'reported' as const, 'excused' as const),
      reported: fc.nat(130),
      acknowledged: fc.option(fc.nat(100)),
      revisions: fc.integer({ min: 1, max: 3 }),
      staff: fc.integer({ min: 0, max: 60 }),
      bluezone: fc.option(fc.nat(60)),
      note: fc.option(fc.constant('Thiếu máy')),
      promise: fc.constantFrom('none' as const, 'waiting' as const, 'broken' as const),
      hasAsked: fc.boolean(),
      hasMoreTime: fc.boolean(),
      progress: fc.constantFrom(
        'none' as const,
        'doing' as const,
        'done' as const,
        'blocked' as const,
        'unsaid' as const,
      ),
    }),
    { minLength: most, maxLength: most },
  );

/** The fixture's district with more communes and schools. */
export const largeRoster = [
  roster,
  ...Array.from({ length: 9 }, (_, n) => `XA-${n},UBND xã Sông Mây ${n},commune,UBND-HUYEN,,20,,Chủ tịch UBND xã,`),
  ...Array.from({ length: 9 }, (_, n) => `MN-${n},Trường Mầm non Số ${n},school,PHONG-GDDT,,15,,Hiệu trưởng,`),
].join('\n');

export type Counted = Fate & { unit: { id: number; name: string; kind: string; parentId: number | null } };

/** Puts the fates into the rows, in the place of what was there. Returns them with their units, in administrative order. */
export async function play(db: Db, fated: readonly Fate[]): Promise<Counted[]> {
  const [person] = await db
    .insert(people)
    .values({ name: 'Lan', createdAt: atHour(0) })
    .returning({ id: people.id });
  const personId = person?.id ?? 0;
  for (const table of [reportValues, promises, extensionRequests, taskProgress]) await db.delete(table);
  await db.update(obligations).set({ currentReportId: null });
  await db.delete(reports);
  const form = await db.select({ id: indicators.id, key: indicators.key }).from(indicators);
  const idOf = (key: string): number => form.find((one) => one.key === key)?.id ?? 0;
  const [task] = await db.select({ id: tasks.id }).from(tasks).where(eq(tasks.key, 't1'));
  const debts = await db
    .select({
      id: obligations.id,
      unit: { id: units.id, name: units.name, kind: units.kind, parentId: units.parentId },
    })
    .from(obligations)
    .innerJoin(units, eq(units.id, obligations.unitId))
    .orderBy(asc(units.position));
  const counted: Counted[] = [];
  for (const [at, { id, unit }] of debts.entries()) {
    const fate = fated[at % fated.length];
    if (!fate) continue;
    counted.push({ ...fate, unit });
    const more = fate.hasMoreTime
      ? { due: atHour(120), overdueFrom: atHour(125), extendedAt: atHour(1) }
      : { due: null, overdueFrom: null, extendedAt: null };
    const isReported = fate.state === 'reported';
    await db
      .update(obligations)
      .set({ state: fate.state, firstReportedAt: isReported ? atHour(fate.reported) : null, ...more })
      .where(eq(obligations.id, id));
    await db
      .update(assignments)
      .set({ acknowledgedAt: fate.acknowledged === null ? null : atHour(fate.acknowledged) })
      .where(eq(assignments.unitId, unit.id));
    for (let revision = 1; isReported && revision <= fate.revisions; revision += 1) {
      const submittedAt = atHour(fate.reported + (revision - 1) / 2);
      const head = { obligationId: id, revision, personId, note: fate.note, submittedAt };
      const [report] = await db.insert(reports).values(head).returning({ id: reports.id });
      const reportId = report?.id ?? 0;
      const isLast = revision === fate.revisions;
      // Revisions before the one in force hold figures that must count nowhere.
      const values = [
        { reportId, indicatorId: idOf('cbccvc'), kind: 'given' as const, number: isLast ? fate.staff : 999 },
        ...(fate.bluezone === null
          ? []
          : [
              { reportId, indicatorId: idOf('bluezone'), kind: 'given' as const, number: isLast ? fate.bluezone : 777 },
            ]),
      ];
      await db.insert(reportValues).values(values);
      if (isLast) await db.update(obligations).set({ currentReportId: reportId }).where(eq(obligations.id, id));
    }
    if (fate.promise !== 'none')
      await db
        .insert(promises)
        .values({ obligationId: id, personId, until: atHour(50), madeAt: atHour(1), state: fate.promise });
    if (fate.hasAsked)
      await db.insert(extensionRequests).values({
        ...{
          obligationId: id,
          personId,
          until: { date: '2021-09-15', time: null },
          reason: 'mất điện',
          askedAt: atHour(2),
          state: 'waiting',
        },
      });
    if (fate.progress !== 'unsaid') {
      const [assignment] = await db
        .select({ id: assignments.id })
        .from(assignments)
        .where(sql`${assignments.unitId} = ${unit.id} and ${task?.id ?? 0} = any(${assignments.taskIds})`);
      if (assignment)
        await db.insert(taskProgress).values({
          ...{ assignmentId: assignment.id, taskId: task?.id ?? 0, state: fate.progress, personId },
          ...{ reason: fate.progress === 'blocked' ? 'kinh phí' : null, at: atHour(3), since: atHour(3) },
        });
    }
  }
  return counted;
}
