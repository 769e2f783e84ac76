/** A fault as data, and what plays it. */
import { sql } from 'drizzle-orm';
import type { Db } from '../../../db/database.ts';
import type { Ground } from './ground.ts';
import { labels } from './head.ts';
import { compareSent, countForgotten, readRequests, rowsOf } from './ledger.ts';
import { openScene, type Scene, type Stage } from './scene.ts';
import { judge, type Limits, type Tally } from './tally.ts';

/** What must be so once the fault is over. */
export type Goal = {
  /** Whether everything that was to happen has. */
  isReached: () => boolean | Promise<boolean>;
  /** Numbers of updates that were delivered again, and rightly leave no trace. */
  copies?: ReadonlySet<number>;
  /** What is wrong already: a sentence each. */
  faults?: string[];
  /** Puts away what the play started besides. */
  after?: () => Promise<unknown>;
};

export type Fault = Stage & {
  name: string;
  /** What it does, for whoever reads the table. */
  what: string;
  seeds: readonly number[];
  limits: Limits;
  /** Whether it belongs to the cut that CI plays. */
  isInCut: boolean;
  /** Whether it touches what others play on: it is played when they are over. */
  isAlone?: boolean;
  /** Plays it, and ends when the fault is over. */
  play(scene: Scene): Promise<Goal>;
};

export type Outcome = { name: string; seed: number; tally: Tally; reasons: string[]; seconds: number; log: string };

const lookMs = 50;

export async function playFault(ground: Ground, fault: Fault, seed: number): Promise<Outcome> {
  const began = performance.now();
  const scene = await openScene(ground, fault, seed);
  try {
    const tally = await tallyOf(scene, fault);
    const seconds = (performance.now() - began) / 1000;
    return { name: fault.name, seed, tally, reasons: judge(tally, fault.limits), seconds, log: scene.service.log() };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const tally = { ...nothing, faults: [`could not be played: ${why.split('\n')[0]}`] };
    const seconds = (performance.now() - began) / 1000;
    return { name: fault.name, seed, tally, reasons: tally.faults, seconds, log: scene.service.log() };
  } finally {
    await scene.close();
  }
}

const nothing: Tally = {
  lost: 0,
  givenUp: 0,
  extra: 0,
  doubt: 0,
  wrong: 0,
  recovered: undefined,
  faults: [],
  digest: '',
  evidence: [],
};

async function tallyOf(scene: Scene, fault: Fault): Promise<Tally> {
  const goal = await fault.play(scene);
  const recovered = await untilQuiet(scene, goal, fault.limits.recoverWithin);
  await goal.after?.();
  if (fault.database === 'embedded') await scene.service.stop();
  return scene.look(async (db) => {
    const sent = compareSent(await readRequests(db), scene.book);
    const forgotten = await countForgotten(db, scene.telegram, goal.copies);
    const { wrong, without } = await compareFigures(db, scene);
    return { ...sent, lost: sent.lost + forgotten + without, wrong, recovered, faults: goal.faults ?? [] };
  });
}

/** Seconds until the goal is reached and nothing waits; undefined when that takes longer than `within`. */
async function untilQuiet(scene: Scene, goal: Goal, within: number): Promise<number | undefined> {
  const began = performance.now();
  const passed = (): number => (performance.now() - began) / 1000;
  do {
    const isIdle = scene.telegram.pendingCount() === 0 && (await goal.isReached());
    if (isIdle && (await scene.waiting().catch(() => 1)) === 0) return passed();
    await new Promise((resolve) => setTimeout(resolve, lookMs));
  } while (passed() < within);
  return undefined;
}

/** Figures that were confirmed and are others now; units that got a receipt without a report. */
async function compareFigures(db: Db, { heads }: Scene): Promise<{ wrong: number; without: number }> {
  const rows = rowsOf(
    await db.execute(sql`
      select u.code as unit, i.label as label, v.number as value
      from obligations o join units u on u.id = o.unit_id
      join report_values v on v.report_id = o.current_report_id join indicators i on i.id = v.indicator_id`),
  );
  const confirmed = heads.filter((head) => head.receipts() > 0);
  const without = confirmed.filter(({ unit }) => !rows.some((row) => row.unit === unit)).length;
  const wrong = confirmed
    .flatMap(({ unit, figures }) => labels.map((label) => ({ unit, label, meant: figures[label] })))
    .filter(({ unit, label, meant }) => {
      const kept = rows.find((row) => row.unit === unit && row.label === label);
      return kept !== undefined && Number(kept.value) !== meant;
    }).length;
  return { wrong, without };
}
