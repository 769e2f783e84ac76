import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { endHold } from '../../../bot/acts/end-hold.ts';
import { issueDirective } from '../../../bot/acts/issue.ts';
import { createSeal } from '../../../bot/audit/seal.ts';
import { verifyAudit } from '../../../bot/audit/verify.ts';
import { keepEpoch } from '../../../bot/backup/epoch.ts';
import { restoreBackup } from '../../../bot/backup/restore.ts';
import { writeBackup } from '../../../bot/backup/write.ts';
import restore from '../../../bot/commands/restore.ts';
import { readStatus } from '../../../bot/facts/status.ts';
import type { HoldEnd } from '../../../core/time/epoch.ts';
import { readEpoch } from '../../../db/time/epochs.ts';
import { runDueSlots } from '../../../jobs/reminders/run.ts';
import { leadingJobs } from '../../../jobs/table.ts';
import { describeDatabases } from '../../harness/database.ts';
import { type Person, reports } from '../../harness/world/person.ts';
import { createWorld, type World, worldKey } from '../../harness/world.ts';

let folder = '';
let place = { database: {}, dataDir: '' };
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chidao-test-'));
  place = { database: {}, dataDir: join(folder, 'data') };
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const start = (world: World) => keepEpoch(world.db, place, world.clock.machine());

/** Every job of the leader has its turn, and what it queued is sent. */
async function runJobs(world: World): Promise<void> {
  const { db, clock, transact, reading, channel } = world;
  const keeping = { keepEpoch: () => start(world), nudge: () => {}, stirred: () => 0, isEmbedded: false };
  const beside = {
    deliverers: [],
    retention: { inbox: 0, outbox: 0, files: 0, sessions: 0 },
    log: pino({ level: 'silent' }),
  };
  for (const job of leadingJobs({ db, clock, transact, reading, channels: [channel], ...keeping, ...beside }))
    await job.run();
  await world.settle();
}

/**
 * An office whose tasks and first reminders wait when the backup is made; then all goes out, and a day is lost. `restores`
 * puts the backup back.
 */
async function loseADay(world: World, restores: (file: string) => Promise<unknown>): Promise<Record<string, Person>> {
  const hoa = await world.registerStaff('Hoa');
  const lan = await world.register('XA-AN-BINH', 'Lan');
  const nam = await world.register('XA-BINH-MINH', 'Nam');
  await start(world);
  await world.transact((work) => issueDirective(work, { via: 'command', by: null }, world.directiveId));
  world.clock.set('2021-09-06T08:00');
  await runDueSlots(world);
  const file = join(folder, 'backup.gz');
  await writeBackup(world.db, file, world.clock.machine());
  for (let beats = 0; beats < 12; beats++) await start(world);
  await world.settle();
  await reports(lan, [50, 45, 40, 38]);
  world.clock.pass(48 * 3600);
  await world.at('2021-09-08T08:00');
  nam.sees(/UBND xã Bình Minh chưa báo cáo/);
  await restores(file);
  for (const person of [hoa, lan, nam]) person.looksAway();
  return { hoa, lan, nam };
}

const statusOf = (world: World) =>
  readStatus({ db: world.db, now: world.clock.civil(), machineNow: world.clock.machine() }, world.terms);

describeDatabases('after a restore', (db) => {
  const open = () => createWorld(db(), { at: '2021-09-05T10:00' });

  /** As the command line does. */
  const byCommand = (world: World) => async (file: string) => {
    const ranBy = { command: 'restore', operator: 'test' };
    const deps = { db: world.db, clock: world.clock, ranBy, nudge: () => {} };
    const config = { ...place, publicUrl: 'https://a.vn', secretKey: worldKey, budgets: {}, freeReplies: 8 };
    expect(await restore.run({ ...deps, config }, { args: [file], options: { replace: true } })).toMatchObject({
      ok: true,
    });
  };
  /** Past the command, as `pg_restore` does. */
  const pastUs = (world: World) => (file: string) => restoreBackup(world.db, file, { replaces: true }, async () => {});

  afterEach(async () => expect((await verifyAudit(db(), createSeal(worldKey))).faults).toEqual([]));

  describe.each([
    ['by the command', byCommand],
    ['past the command', pastUs],
  ])('%s', (_how, restores) => {
    test('nothing goes out but the notice to staff, and replies', async () => {
      const world = await open();
      const { hoa, lan, nam } = await loseADay(world, restores(world));
      const before = world.channel.arrived.length;
      await start(world);
      await runJobs(world);
      await runJobs(world);
      expect(world.channel.arrived.slice(before).map(({ to }) => to)).toEqual([hoa?.address]);
      hoa?.sees(
        /khôi phục từ bản sao lưu lúc 17h00 ngày 22\/11\/2026/,
        /đến 17h00 ngày 24\/11\/2026/,
        /tạm giữ \d+ tin/,
      );
      expect(hoa?.choices()).toEqual(['Gửi tiếp', 'Bỏ']);
      expect((await statusOf(world)).held).toMatchObject({ keptUntil: '2026-11-22T17:00:00+07:00', requests: 5 });
      await lan?.says('/nhiemvu');
      expect(lan?.reads()).toHaveLength(1);
      nam?.seesNothing();
    });

    test('it begins one epoch, however often the service starts', async () => {
      const world = await open();
      await loseADay(world, restores(world));
      for (let starts = 0; starts < 3; starts++) await start(world);
      expect(await readEpoch(db())).toMatchObject({ counter: 2, hold: 'held' });
    });
  });

  const end = async (world: World, as: HoldEnd) => {
    await start(world);
    await runJobs(world);
    const ended = await world.transact((work) => endHold(work, { via: 'command', by: null }, as));
    await start(world);
    await world.settle();
    return ended;
  };

  test('what still makes sense goes out when it is released: the tasks, no reminder of the past', async () => {
    const world = await open();
    const { lan, nam } = await loseADay(world, byCommand(world));
    expect(await end(world, 'released')).toEqual({ ok: true, value: { requests: 2, withdrawn: 3 } });
    await runJobs(world);
    for (const person of [lan, nam]) {
      expect(person?.reads()).toHaveLength(1);
      person?.sees(/101\/UBND-VHTT/);
      person?.doesNotSee(/chưa báo cáo/);
    }
    expect((await statusOf(world)).held).toBeNull();
    nam?.looksAway();
    await world.at('2021-09-09T14:00');
    nam?.sees(/UBND xã Bình Minh chưa báo cáo/);
  });

  test('nothing of it goes out when it is dropped, and the list of doubtful requests has it', async () => {
    const world = await open();
    const { lan, nam } = await loseADay(world, byCommand(world));
    expect(await end(world, 'dropped')).toEqual({ ok: true, value: { requests: 5, withdrawn: 0 } });
    await runJobs(world);
    lan?.seesNothing();
    nam?.seesNothing();
    expect((await statusOf(world)).uncertain.map(({ kind }) => kind).sort()).toEqual([
      'calls',
      'reminder',
      'reminder',
      'tasks',
      'tasks',
    ]);
    await lan?.says('xin chào');
    await nam?.says('xin chào');
    expect(lan?.reads()).toHaveLength(1);
  });

  test('it is decided once', async () => {
    const world = await open();
    await loseADay(world, byCommand(world));
    await end(world, 'dropped');
    expect(await end(world, 'released')).toEqual({ ok: false, error: 'not-held' });
  });
});
