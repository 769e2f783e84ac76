/** What people and the service are at while a fault strikes. */
import { sql } from 'drizzle-orm';
import { firstSlot } from '../kit/district.ts';
import type { Goal } from '../kit/fault.ts';
import { rowsOf } from '../kit/ledger.ts';
import type { Scene } from '../kit/scene.ts';

/** A fault that begins and ends. */
export type Strike = { begin(scene: Scene): void | Promise<void>; end(scene: Scene): void | Promise<void> };

/** A guard for what must come while nothing is wrong, in milliseconds. */
const patienceMs = 60_000;

export const pause = (seconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/** Waits for what must come; rejects when it does not. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>, mostMs = patienceMs): Promise<void> {
  const began = performance.now();
  while (!(await isSo())) {
    if (performance.now() - began > mostMs) throw new Error(`waited in vain: ${what}`);
    await pause(0.02);
  }
}

const hasTasks = (text: string): boolean => text.includes('101/UBND-VHTT');

/** Every head got the tasks of the unit. */
export const everybodyHasTasks = ({ heads, book }: Scene): boolean =>
  heads.every(({ user }) => book.some(({ chat, text }) => chat === String(user.id) && hasTasks(text)));

export const everybodyReported = ({ heads }: Scene): boolean => heads.every((head) => head.receipts() > 0);

export async function countReports(scene: Scene): Promise<number> {
  const rows = await scene.look((db) =>
    db.execute(sql`select count(*) as n from obligations where state = 'reported'`),
  );
  return Number(rowsOf(rows)[0]?.n);
}

/** The directive is issued into the fault, which lasts so long. */
export async function issueInto(scene: Scene, strike: Strike, seconds: number): Promise<Goal> {
  await scene.service.start();
  await strike.begin(scene);
  await scene.issue();
  await pause(seconds);
  await strike.end(scene);
  return { isReached: () => everybodyHasTasks(scene) };
}

/** Everybody gets the tasks and reports at once, while the fault strikes. */
export async function reportUnder(scene: Scene, strike: Strike): Promise<Goal> {
  await scene.service.start();
  await scene.issue();
  await until('the tasks', () => everybodyHasTasks(scene));
  await strike.begin(scene);
  for (const { answer, user } of scene.heads) {
    answer();
    user.say('/baocao');
  }
  await until('the receipts', () => everybodyReported(scene)).catch(() => {});
  await strike.end(scene);
  return { isReached: () => everybodyReported(scene) };
}

/** The slot of reminders and summaries comes while the fault strikes, which lasts so long. */
export async function remindInto(scene: Scene, strike: Strike, seconds: number): Promise<Goal> {
  await scene.service.start();
  await scene.issue();
  await until('the tasks', () => everybodyHasTasks(scene));
  await until('nothing waits', async () => (await scene.waiting()) === 0);
  const before = scene.book.length;
  await strike.begin(scene);
  scene.clock.stand(new Date(firstSlot));
  await pause(seconds);
  await strike.end(scene);
  const later = () => scene.book.slice(before);
  return {
    isReached: () => scene.heads.every(({ user }) => later().some(({ chat }) => chat === String(user.id))),
  };
}
