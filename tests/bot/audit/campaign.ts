/** A small campaign in which everything happens that the audit chain records. */
import { expect } from 'vitest';
import { createSeal } from '../../../bot/audit/seal.ts';
import { type AuditReport, type Expected, verifyAudit } from '../../../bot/audit/verify.ts';
import { ok } from '../../../core/result.ts';
import type { Db } from '../../../db/database.ts';
import { fetchAttachments } from '../../../jobs/platforms/attachments.ts';
import { nextPlay, recall, remember } from '../../harness/remembered.ts';
import { createLoopback } from '../../harness/world/loopback.ts';
import { reports, saysAll } from '../../harness/world/person.ts';
import { createWorld, plainText, type World, worldKey } from '../../harness/world.ts';

/** What `audit verify` finds. */
export const verify = (db: Db, expected?: Expected, key = worldKey): Promise<AuditReport> =>
  verifyAudit(db, createSeal(key), expected);

const end = '2021-09-09T14:00';
const played = new WeakMap<Db, number>();

/**
 * A world in which the campaign has been played. It is played once on each database, and then begun where it ended: with
 * the same rows, and a world that has sent nothing yet.
 */
export async function playCampaign(db: Db): Promise<World> {
  const known = played.get(db);
  if (known !== undefined) {
    await recall(db, known);
    return createWorld(db, { at: end });
  }
  const world = await play(db);
  expect(world.errors).toEqual([]);
  const kept = nextPlay(db);
  await remember(db, kept);
  played.set(db, kept);
  return world;
}

/**
 * Lan acknowledges, reports, corrects and sends the signed report; Nam reports; Hoa refuses the data notice; Tam closes
 * the chat and opens it again. One reply and one reminder end in doubt; staff and leader are there. Staff put another
 * number in the place of a wrong one; Tam gets more time and promises a day.
 */
async function play(db: Db): Promise<World> {
  const world = await createWorld(db);
  const staff = await world.registerStaff();
  await world.registerLeader();
  const lan = await world.register('XA-AN-BINH', 'Lan');
  const nam = await world.register('XA-BINH-MINH', 'Nam');
  const tam = await world.register('TH-AN-BINH', 'Tâm');
  const hoa = world.person('Hoa');
  await hoa.opens(await world.invite('unit', 'THCS-BINH-MINH'));
  await hoa.taps('Không đồng ý');
  await tam.blocks(false);
  await world.issue();
  await lan.taps('Đã nhận');
  await reports(lan, [50, 45, 40, 38]);
  await lan.says('/sua');
  await lan.taps('Bluezone');
  await lan.says('46');
  await lan.taps('Đúng, gửi');
  world.channel.fault(nam.address, { type: 'uncertain', reason: 'timeout', arrives: true });
  await saysAll(nam, '/baocao', '20', '18', '0');
  await nam.taps('Đúng là 0');
  await saysAll(nam, '17', 'Không có');
  await nam.taps('Đúng, gửi');
  await lan.sendsFile('tep-1', 'số 15/BC-UBND ngày 06/9/2021');
  const scans = {
    ...createLoopback(plainText),
    files: { fetch: async () => ok(new TextEncoder().encode('%PDF-1.4')) },
  };
  await fetchAttachments({ ...world, channels: [scans] }, world.clock.machine());
  await tam.unblocks();
  world.channel.fault(tam.address, { type: 'uncertain', reason: 'timeout' });
  await world.at('2021-09-08T08:00');
  await world.at(end);
  await saysAll(staff, '/so 102 ngày 05/9/2021', 'ghi nhầm số');
  await tam.says('xin gia hạn đến 15/9 vì mất điện');
  await staff.says('đồng ý gia hạn');
  await tam.says('để mai em gửi');
  return world;
}
