import { expect, test } from 'vitest';
import type { Beside } from '../../../core/reports/obligation.ts';
import { findBeside } from '../../../db/reports/beside.ts';
import { describeDatabases } from '../../harness/database.ts';
import { reports, saysAll } from '../../harness/world/person.ts';
import { createWorld, type World } from '../../harness/world.ts';

/** What is read beside the report of a person's unit when they write so many numbers. */
async function beside(world: World, { address }: { address: string }, numbers: number): Promise<Beside[]> {
  const writing = { channel: 'telegram' as const, address, numbers, now: world.clock.civil() };
  return [...(await findBeside(world.db, writing)).values()];
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
    expect(await beside(world, lan, 3)).toEqual([]);
    const found = {
      before: {},
      peers: [{ figures: { cbccvc: 20, bluezone: 18, qr: 16, smart: 14 }, before: {}, targets: {}, staff: null }],
    };
    expect(await beside(world, lan, 4)).toEqual([found]);
    await saysAll(lan, '/baocao', '50', '45');
    expect(await beside(world, lan, 1)).toEqual([]);
    await lan.says('40');
    expect(await beside(world, lan, 1)).toEqual([found]);
  });
});
