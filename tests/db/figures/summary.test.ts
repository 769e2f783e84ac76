import { expect, test } from 'vitest';
import { findUnreachable } from '../../../db/delivery/reachability.ts';
import { readSummary } from '../../../db/figures/summary.ts';
import { describeDatabases } from '../../harness/database.ts';
import { reports, saysAll } from '../../harness/world/person.ts';
import { createWorld } from '../../harness/world.ts';

describeDatabases('the summary', (db) => {
  test('counts current revisions once, each over its own number of staff', async () => {
    const world = await createWorld(db());
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const nam = await world.register('XA-BINH-MINH', 'Nam');
    await world.issue();
    await reports(lan, [50, 45, 40, 38]);
    await reports(nam, [10, 9, 8, 7]);
    await saysAll(lan, '/sua', 'Bluezone', '30', 'đúng');
    const summary = await readSummary(db(), world.directiveId, world.clock.civil());
    expect(summary.indicators.map(({ key, total, of, units }) => [key, total, of, units])).toEqual([
      ['bluezone', 39, 60, 2],
      ['qr', 48, 60, 2],
      ['smart', 45, 60, 2],
    ]);
    expect(summary.units).toEqual({
      assigned: 7,
      delivered: 2,
      acknowledged: 2,
      reporting: 6,
      reported: 2,
      onTime: 2,
      excused: 0,
      unreachable: 5,
      signed: 0,
    });
  });

  test('takes the first revision for the question whether a unit was on time', async () => {
    const world = await createWorld(db());
    const lan = await world.register('XA-AN-BINH', 'Lan');
    const nam = await world.register('XA-BINH-MINH', 'Nam');
    await world.issue();
    world.clock.set('2021-09-10T23:59');
    await reports(lan, [50, 45, 40, 38]);
    world.clock.set('2021-09-11T00:00');
    await reports(nam, [10, 9, 8, 7]);
    await saysAll(lan, '/sua', 'Bluezone', '30', 'đúng');
    const { units } = await readSummary(db(), world.directiveId, world.clock.civil());
    expect(units).toMatchObject({ reported: 2, onTime: 1 });
  });

  test('keeps schools under the education office as a line beside its own figures, in the totals once', async () => {
    const world = await createWorld(db());
    const office = await world.register('PHONG-GDDT');
    const school = await world.register('TH-AN-BINH');
    await world.issue();
    await reports(office, [12, 12, 12, 12]);
    await reports(school, [30, 20, 10, 5]);
    const { consolidations, indicators } = await readSummary(db(), world.directiveId, world.clock.civil());
    expect(indicators[0]).toMatchObject({ total: 32, of: 42 });
    expect(consolidations).toMatchObject([
      { unit: { code: 'PHONG-GDDT' }, reporting: 2, reported: 1, indicators: [{ total: 20, of: 30 }, {}, {}] },
    ]);
  });

  test('says of every unit that cannot be told why, and of none that can', async () => {
    const world = await createWorld(db());
    const refusing = world.person('Lan');
    await refusing.opens(await world.invite('unit', 'XA-AN-BINH'));
    await refusing.taps('Không đồng ý');
    const closing = await world.register('XA-BINH-MINH', 'Nam');
    await world.register('TH-AN-BINH', 'Hà');
    const absent = await world.register('TH-AN-BINH', 'Mai');
    await world.issue();
    await closing.blocks();
    await absent.blocks();
    const reasons = (await findUnreachable(db(), world.directiveId)).map((u) => [u.unit.code, u.reason]);
    expect(reasons).toEqual([
      ['PHONG-VHTT', 'unregistered'],
      ['PHONG-GDDT', 'unregistered'],
      ['XA-AN-BINH', 'refused'],
      ['XA-BINH-MINH', 'blocked'],
      ['THCS-BINH-MINH', 'unregistered'],
      ['VT-SONG-MAY', 'unregistered'],
    ]);
  });
});
