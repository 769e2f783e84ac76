/** Figures that follow from others are recounted by `audit verify`. */
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Db } from '../../../db/database.ts';
import { describeDatabases } from '../../harness/database.ts';
import { asking, computed } from '../../harness/world/kinds.ts';
import { saysAll } from '../../harness/world/person.ts';
import { createWorld } from '../../harness/world.ts';
import { verify } from './campaign.ts';

const directive = JSON.stringify({
  ...JSON.parse(asking(computed.indicators, { rules: computed.rules })),
  progress: [{ section: '1' }],
});

describeDatabases('figures that follow from others', (open) => {
  async function reported(db: Db): Promise<void> {
    const world = await createWorld(db, { directive });
    const lan = await world.register('XA-AN-BINH', 'Lan');
    await world.issue();
    await saysAll(lan, '/baocao', '1.200,5', '400', '50', '20', '30', 'không', 'đúng');
    await saysAll(lan, 'mục 1 đang làm 60%', 'đúng', 'mục 1 xong', 'đúng');
    expect((await verify(db)).faults).toEqual([]);
  }
  const figure = (indicator: string, stored: string | number, counted: string | number | null) => ({
    about: 'figure',
    unit: 'XA-AN-BINH',
    round: 'once',
    indicator,
    stored,
    computed: counted,
  });
  const tampers = async (db: Db, key: string, number: string): Promise<object[]> => {
    await db.execute(
      sql`update report_values set number = ${number}::numeric where indicator_id in (select id from indicators where key = ${key})`,
    );
    return (await verify(db)).faults.filter(({ about }) => about === 'figure');
  };

  test('are named where the stored one differs from its formula: unit, round, figure, stored, computed', async () => {
    const db = open();
    await reported(db);
    expect(await tampers(db, 'con', '900')).toMatchObject([figure('con', 900, '800.5')]);
    expect(await tampers(db, 'con', '800.5')).toEqual([]);
  });

  test('are named where what they follow from was changed, and where it is no more', async () => {
    const db = open();
    await reported(db);
    expect(await tampers(db, 'chi', '500')).toMatchObject([
      figure('con', '800.5', '700.5'),
      figure('ty-le', '33.3', '41.6'),
    ]);
    await db.execute(
      sql`delete from report_values where indicator_id in (select id from indicators where key = 'chi')`,
    );
    expect((await verify(db)).faults).toContainEqual(expect.objectContaining(figure('con', '800.5', null)));
  });

  test('are named where parts do not add up to their whole', async () => {
    const db = open();
    await reported(db);
    expect(await tampers(db, 'nu', '21')).toMatchObject([figure('ngheo', 50, 51)]);
  });

  test('stand beside progress, whose newest word cannot be changed, taken away or added unseen', async () => {
    const db = open();
    await reported(db);
    await db.execute(sql`update task_progress set state = 'none' where state = 'done'`);
    expect((await verify(db)).faults).toMatchObject([{ kind: 'task-progress', what: 'fact-differs' }]);
    await db.execute(sql`delete from task_progress where id = (select max(id) from task_progress)`);
    expect((await verify(db)).faults).toMatchObject([{ kind: 'task-progress', what: 'record-without-fact' }]);
  });
});
