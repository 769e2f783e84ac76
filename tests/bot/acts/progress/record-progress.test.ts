import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { recordProgress } from '../../../../bot/acts/progress/record-progress.ts';
import { createSeal } from '../../../../bot/audit/seal.ts';
import { verifyAudit } from '../../../../bot/audit/verify.ts';
import type { TaskState } from '../../../../core/progress/state.ts';
import { findAssignments } from '../../../../db/directives/assignments.ts';
import { readProgressForms } from '../../../../db/progress/progress.ts';
import { assignments, directives, people, taskProgress, units } from '../../../../db/schema/tables.ts';
import { describeDatabases } from '../../../harness/database.ts';
import { directive } from '../../../harness/world/fixture.ts';
import { createWorld, type World, worldKey } from '../../../harness/world.ts';

/** Lan answers for a commune that is asked how section 1 and section 4 stand. */
async function open(db: World['db']) {
  const progress = [{ section: '1', proof: true, deadline: { ...directive.duties[0]?.deadline } }, { section: '4' }];
  const world = await createWorld(db, { directive: JSON.stringify({ ...directive, progress }) });
  await world.register('XA-AN-BINH', 'Lan');
  await world.issue();
  const [lan] = await db.select().from(people);
  const [unit] = await db.select().from(units).where(eq(units.code, 'XA-AN-BINH'));
  const mine = await findAssignments(db, [unit?.id ?? 0]);
  const forms = () => readProgressForms(db, mine);
  const [form] = await forms();
  if (!form || !lan) throw new Error('nothing is asked');
  const tell = (value: TaskState, task = form.tasks[0]?.id ?? 0) =>
    world.transact((work) =>
      recordProgress(
        work,
        { personId: lan.id, inboxId: null, isOnBehalf: false },
        { assignment: form.id, tasks: [{ task, value }] },
      ),
    );
  const verified = () => verifyAudit(db, createSeal(worldKey));
  return { world, form, forms, tell, verified };
}

describeDatabases('the progress of a task', (db) => {
  test('is asked for where the directive asks, with its deadline and its number among the unit’s tasks', async () => {
    const { form } = await open(db());
    expect(form.tasks).toMatchObject([
      { place: 1, section: '1', needsProof: true, told: null, deadline: { due: new Date('2021-09-09T17:00+07:00') } },
      { place: 2, section: '4', needsProof: false, told: null, deadline: null },
    ]);
  });

  test('is kept with all that was said before, and the newest is how it stands', async () => {
    const { world, forms, tell, verified } = await open(db());
    await tell({ state: 'doing', percent: '62.5' });
    world.clock.set('2021-09-07T09:00');
    await tell({ state: 'blocked', reason: 'chưa có kinh phí' });
    world.clock.set('2021-09-08T09:00');
    await tell({ state: 'done', paper: '12/BC-UBND' });
    world.clock.set('2021-09-09T09:00');
    await tell({ state: 'done', paper: '13/BC-UBND' });
    const rows = await db().select().from(taskProgress).orderBy(taskProgress.id);
    expect(rows.map(({ state, percent, paper, reason }) => [state, percent, paper, reason])).toEqual([
      ['doing', '62.5', null, null],
      ['blocked', null, null, 'chưa có kinh phí'],
      ['done', null, '12/BC-UBND', null],
      ['done', null, '13/BC-UBND', null],
    ]);
    expect((await forms())[0]?.tasks[0]?.told).toEqual({
      value: { state: 'done', paper: '13/BC-UBND' },
      by: 'Lan',
      isOnBehalf: false,
      at: new Date('2021-09-09T09:00+07:00'),
      since: new Date('2021-09-08T09:00+07:00'),
    });
    expect(await verified()).toMatchObject({ faults: [] });
  });

  test('acknowledges the tasks in the unit’s name', async () => {
    const { form, tell } = await open(db());
    await tell({ state: 'none' });
    const [row] = await db().select().from(assignments).where(eq(assignments.id, form.id));
    expect(row?.acknowledgedAt).not.toBeNull();
  });

  test('is refused for a task that is not asked for, and once the directive has ended', async () => {
    const { form, tell } = await open(db());
    await expect(tell({ state: 'none' }, 3)).rejects.toThrow('not asked for');
    await db().update(directives).set({ state: 'closed' });
    await expect(tell({ state: 'none' }, form.tasks[0]?.id)).rejects.toThrow('has ended');
  });

  test('cannot be changed, removed or invented without being found', async () => {
    const { tell, verified } = await open(db());
    await tell({ state: 'blocked', reason: 'chưa có kinh phí' });
    await tell({ state: 'done', paper: null });
    await db().update(taskProgress).set({ reason: 'không rõ' }).where(eq(taskProgress.state, 'blocked'));
    expect(JSON.stringify(await verified())).toContain('fact-differs');
    await db().delete(taskProgress).where(eq(taskProgress.state, 'done'));
    expect(JSON.stringify(await verified())).toContain('record-without-fact');
  });
});
