import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { recordProgress } from '../../../bot/acts/progress/record-progress.ts';
import { totalSections } from '../../../core/progress/sections.ts';
import { type ProgressState, progressStates, type TaskState } from '../../../core/progress/state.ts';
import { listSectionLines, readSectionTotals } from '../../../db/progress/sections.ts';
import { assignments, people, tasks } from '../../../db/schema/tables.ts';
import { describeDatabases } from '../../harness/database.ts';
import { directive } from '../../harness/world/fixture.ts';
import { createWorld } from '../../harness/world.ts';

const toldAs = (state: ProgressState): TaskState => {
  if (state === 'doing') return { state, percent: null };
  if (state === 'done') return { state, paper: null };
  return state === 'none' ? { state } : { state, reason: 'x' };
};

describeDatabases('the totals of sections', (db) => {
  test('equal what every unit’s tasks add up to, after every change', async () => {
    // Sections 1 and 4 have the same audience: as one section it has two tasks at each unit.
    const joined = directive.tasks.map((task) => (task.section === '4' ? { ...task, section: '1' } : task));
    const rule = { rule: 'at', date: '2021-09-07', time: '12:00', quote: 'trước ngày 10/9/2021' };
    const progress = [{ section: '1', deadline: rule }, { section: '3' }];
    const world = await createWorld(db(), { directive: JSON.stringify({ ...directive, tasks: joined, progress }) });
    await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    const [lan] = await db().select().from(people);
    const asked = await db().select().from(tasks).where(eq(tasks.asksProgress, true));
    const given = await db().select().from(assignments);
    let turn = 7;
    for (let change = 0; change < 40; change += 1) {
      turn = (turn * 31 + 17) % 1009;
      world.clock.set(change < 20 ? '2021-09-07T09:00' : '2021-09-07T14:00');
      const assignment = given[turn % given.length];
      const mine = asked.filter(({ id }) => assignment?.taskIds.includes(id));
      const task = mine[turn % Math.max(1, mine.length)];
      const state = progressStates[turn % progressStates.length];
      if (!assignment || !task || !state || !lan) continue;
      await world.transact((work) =>
        recordProgress(
          work,
          { personId: lan.id, inboxId: null, isOnBehalf: true },
          { assignment: assignment.id, tasks: [{ task: task.id, value: toldAs(state) }] },
        ),
      );
      const now = world.clock.civil();
      const totals = await readSectionTotals(db(), world.directiveId, now);
      expect(totals).toEqual(totalSections(await listSectionLines(db(), world.directiveId, now)));
      expect(totals.map(({ units }) => units)).toEqual([6, 1]);
    }
  });

  test('are none where no progress is asked for', async () => {
    const world = await createWorld(db());
    await world.issue();
    expect(await readSectionTotals(db(), world.directiveId, world.clock.civil())).toEqual([]);
  });
});
