/**
 * How long people wait for an answer while one account floods the service, against how long they wait when nobody does.
 *
 *   npm run bench:flood -- [--rate 1000] [--seconds 20] [--rounds 3] [--by head|stranger]
 *
 * Exits with 1 where the promise does not hold: the 99th percentile under the flood is less than twice the idle one.
 */
import { spawnSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startPostgres } from '../tests/harness/postgres-server.ts';
import { openGround } from '../tests/proof/kit/ground.ts';
import { openScene, type Scene } from '../tests/proof/kit/scene.ts';

const { values: options } = parseArgs({
  options: {
    rate: { type: 'string', default: '1000' },
    seconds: { type: 'string', default: '20' },
    rounds: { type: 'string', default: '3' },
    by: { type: 'string', default: 'head' },
  },
});
const [rate, seconds, rounds] = [Number(options.rate), Number(options.seconds), Number(options.rounds)];

const people = 20;
/** Each person reads for so long before the next question: together they stay far below what Telegram lets through. */
const readMs = 2000;
/** An answer that takes longer was not given. */
const patienceMs = 30_000;
/** Updates come in bursts so close together. */
const burstMs = 10;

/** `left`: updates that the service had not taken when the last question was answered. */
type Phase = { waits: number[]; unanswered: number; pushed: number; left: number; seconds: number };

/** Milliseconds until a person's question is answered; undefined where it is not. */
function ask({ telegram }: Scene, head: Scene['heads'][number]): Promise<number | undefined> {
  const began = performance.now();
  return new Promise((resolve) => {
    const end = (waited: number | undefined) => {
      stop();
      clearTimeout(timer);
      resolve(waited);
    };
    const stop = telegram.onEvent((event) => {
      if (event.type === 'message' && event.chat.id === head.user.id && event.message.fromBot)
        end(performance.now() - began);
    });
    const timer = setTimeout(() => end(undefined), patienceMs);
    head.user.say('/trogiup');
  });
}

/** Floods at the rate until it is stopped; tells how many updates that were. */
function flood({ telegram }: Scene, by: number): () => number {
  const began = performance.now();
  let pushed = 0;
  const from = { id: by, is_bot: false, first_name: 'Lũ' };
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - began) / 1000) * rate);
    for (; pushed < due; pushed += 1) {
      const chat = { id: by, type: 'private', first_name: 'Lũ' };
      const date = Math.floor(Date.now() / 1000);
      telegram.pushUpdate('message', { message_id: 1_000_000 + pushed, date, chat, from, text: `lũ ${pushed}` });
    }
  }, burstMs);
  return () => {
    clearInterval(timer);
    return pushed;
  };
}

async function playPhase(scene: Scene, by: number | undefined): Promise<Phase> {
  const phase: Phase = { waits: [], unanswered: 0, pushed: 0, left: 0, seconds: 0 };
  const began = performance.now();
  const until = began + seconds * 1000;
  const stop = by === undefined ? () => 0 : flood(scene, by);
  const talk = async (head: Scene['heads'][number], at: number): Promise<void> => {
    await sleep((at / people) * readMs);
    while (performance.now() < until) {
      const waited = await ask(scene, head);
      if (waited === undefined) phase.unanswered += 1;
      else phase.waits.push(waited);
      await sleep(readMs);
    }
  };
  await Promise.all(scene.heads.slice(0, people).map(talk));
  phase.left = scene.telegram.pendingCount();
  phase.pushed = stop();
  phase.seconds = (performance.now() - began) / 1000;
  const { waits, unanswered, pushed, left } = phase;
  console.error(
    `${by === undefined ? 'idle' : 'flood'}: ${waits.length} answered, ${unanswered} not, p99 ${percentile(waits, 0.99).toFixed(0)} ms; ${pushed} pushed, ${left} left`,
  );
  return phase;
}

const percentile = (waits: number[], share: number): number =>
  waits.toSorted((a, b) => a - b)[Math.ceil(waits.length * share) - 1] ?? Number.NaN;

/** "41 (39–44)": of all rounds together, and the least and most of a round. */
function spread(phases: Phase[], share: number): string {
  const each = phases.map(({ waits }) => percentile(waits, share));
  const all = percentile(
    phases.flatMap(({ waits }) => waits),
    share,
  );
  return `${all.toFixed(0)} (${Math.min(...each).toFixed(0)}–${Math.max(...each).toFixed(0)})`;
}

function line(name: string, phases: Phase[]): string {
  const sum = (of: (phase: Phase) => number) => phases.reduce((total, phase) => total + of(phase), 0);
  const perSecond = (sum(({ pushed }) => pushed) / sum((phase) => phase.seconds)).toFixed(0);
  const cells = [
    name,
    perSecond,
    sum(({ waits }) => waits.length),
    ...[0.5, 0.95, 0.99].map((share) => spread(phases, share)),
    sum(({ unanswered }) => unanswered),
    Math.max(...phases.map(({ left }) => left)),
  ];
  return `| ${cells.join(' | ')} |`;
}

const { status } = spawnSync(process.execPath, ['build.mjs'], {
  cwd: join(import.meta.dirname, '..'),
  stdio: 'inherit',
});
if (status !== 0) throw new Error('the product does not compile');
const server = await startPostgres();
if (!server) throw new Error('no PostgreSQL was found');
const ground = openGround(server.url);
const scene = await openScene(ground, { database: 'postgres', host: 'process', communes: people + 1 }, 1);
const quiet: Phase[] = [];
const flooded: Phase[] = [];
try {
  await scene.service.start();
  const loud = options.by === 'head' ? scene.heads[people]?.user : scene.telegram.createUser({ name: 'Lũ' });
  if (!loud) throw new Error('nobody floods');
  // What is compiled and opened at the first questions is no one's to wait for.
  await Promise.all(scene.heads.slice(0, people).map((head) => ask(scene, head)));
  for (let round = 0; round < rounds; round += 1) {
    quiet.push(await playPhase(scene, undefined));
    flooded.push(await playPhase(scene, loud.id));
    await scene.telegram.whenTaken();
  }
} finally {
  await scene.close();
  await ground.close();
  await server.stop();
}
const [cpu] = cpus();
console.error(
  `${cpu?.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}; a ${options.by} floods`,
);
console.log(
  '| phase | flood, updates/s | questions | p50, ms | p95, ms | p99, ms | unanswered | most updates not taken at the end |',
);
console.log('|---|---|---|---|---|---|---|---|');
console.log(line('idle', quiet));
console.log(line('flood', flooded));
const p99 = (phases: Phase[]) =>
  percentile(
    phases.flatMap(({ waits }) => waits),
    0.99,
  );
const holds = flooded.every(({ unanswered }) => unanswered === 0) && p99(flooded) < 2 * p99(quiet);
console.error(holds ? 'the promise holds' : 'the promise does not hold');
process.exit(holds ? 0 : 1);
