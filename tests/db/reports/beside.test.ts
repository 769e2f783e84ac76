import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Beside } from '../../../core/reports/obligation.ts';
import { findBeside } from '../../../db/reports/beside.ts';
import { describeDatabases } from '../../harness/database.ts';
import { reports, saysAll } from '../../harness/world/person.ts';
import { createWorld, type World } from '../../harness/world.ts';

/** What is read beside the report of the unit with a code when its only person writes so many numbers. */
async function beside(world: World, code: string, numbers: number): Promise<Beside[]> {
  const unit = sql`(select id from units where code = ${code})`;
  const owner = sql`(select person_id from unit_roles where unit_id = ${unit} and "to" is null)`;
  return [...(await findBeside(world.db, { owner, units: unit, numbers }, world.clock.civil())).values()];
}

describeDatabases('what a report is compared with', (db) => {
  test('is read when a message may complete it: units of the same kind that have reported, with their number of staff', async () => {
    const world = await createWorld(db());
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const nam = await world.register('XA-BINH-MINH', 'Nam');
    const tam = await world.register('TH-AN-BINH', 'Tâm');
    await world.issue();
    await reports(nam, [20, 18, 16, 14]);
    await reports(tam, [30, 28, 26, 24]);
    expect(await beside(world, 'XA-AN-BINH', 3)).toEqual([]);
    const found = {
      before: {},
      peers: [{ figures: { cbccvc: 20, bluezone: 18, qr: 16, smart: 14 }, before: {}, targets: {}, staff: null }],
    };
    expect(await beside(world, 'XA-AN-BINH', 4)).toEqual([found]);
    await saysAll(lan, '/baocao', '50', '45');
    expect(await beside(world, 'XA-AN-BINH', 1)).toEqual([]);
    await lan.says('40');
    expect(await beside(world, 'XA-AN-BINH', 1)).toEqual([found]);
  });
});
