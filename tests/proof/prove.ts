/** `npm run prove`: plays the bad days of an office and says what was lost. Exits with 1 when a verdict is not "pass". */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '../harness/postgres-server.ts';
import { allFaults } from './faults/table.ts';
import { type Fault, type Outcome, playFault } from './kit/fault.ts';
import { openGround } from './kit/ground.ts';
import { inPool } from './kit/pool.ts';
import { faultTable, peerTable } from './kit/table.ts';
import { knownLosses, playPeer } from './peers/play.ts';

const { values: options } = parseArgs({
  options: {
    cut: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    seed: { type: 'string' },
    'at-once': { type: 'string', default: '3' },
    json: { type: 'string' },
    logs: { type: 'string' },
    list: { type: 'boolean', default: false },
  },
});

const chosen = allFaults.filter(({ name, isInCut }) => (!options.cut || isInCut) && name.includes(options.only));
if (options.list) {
  for (const { name, what, isInCut } of chosen)
    process.stdout.write(`${name}: ${what}${isInCut ? ' (in the cut)' : ''}\n`);
  process.exit(0);
}

type Play = { fault: Fault; seed: number };
const seedsOf = (fault: Fault): readonly number[] => {
  if (options.seed !== undefined) return [Number(options.seed)];
  return options.cut ? fault.seeds.slice(0, 1) : fault.seeds;
};
const plays: Play[] = chosen.flatMap((fault) => seedsOf(fault).map((seed) => ({ fault, seed })));

build();
if (options.logs) mkdirSync(options.logs, { recursive: true });
const peersPlayed = options.only === '' ? Promise.all(knownLosses.map(playPeer)) : Promise.resolve([]);
const server = await startPostgres();
if (!server) fail('there is no PostgreSQL here: neither initdb nor TEST_DATABASE_URL was found');
const ground = openGround(server.url);

async function play({ fault, seed }: Play): Promise<Outcome> {
  const outcome = await playFault(ground, fault, seed);
  const { reasons, seconds, tally } = outcome;
  const verdict = reasons.length === 0 ? 'pass' : `FAIL: ${reasons.join('; ')}`;
  process.stdout.write(`${fault.name}, seed ${seed}, ledger ${tally.digest}: ${verdict} (${seconds.toFixed(1)} s)\n`);
  if (options.logs) writeFileSync(join(options.logs, `${fault.name.replaceAll(/\W+/g, '-')}-${seed}.log`), outcome.log);
  return outcome;
}

const together = plays.filter(({ fault }) => !fault.isAlone);
const alone = plays.filter(({ fault }) => fault.isAlone);
const outcomes = [...(await inPool(together, Number(options['at-once']), play)), ...(await inPool(alone, 1, play))];
const peers = await peersPlayed;
await ground.close();
await server.stop();
if (peers.length > 0) process.stdout.write(`\nWhat bare bots are known to lose:\n\n${peerTable(peers)}\n`);
const unseen = peers.filter(({ isSeen }) => !isSeen).length;
if (unseen > 0) process.stderr.write('the proof is blind: it does not see what bare bots are known to lose\n');
process.stdout.write(`\n${faultTable(outcomes)}\n`);
const failed = outcomes.filter(({ reasons }) => reasons.length > 0).length;
process.stdout.write(`\n${outcomes.length - failed} passed, ${failed} failed\n`);
if (options.json)
  writeFileSync(
    options.json,
    JSON.stringify(
      outcomes.map(({ log: _, ...rest }) => rest),
      null,
      2,
    ),
  );
process.exit(failed > 0 || unseen > 0 || outcomes.length === 0 ? 1 : 0);

/** Processes run what is built. */
function build(): void {
  const { status } = spawnSync(process.execPath, ['build.mjs'], { stdio: 'inherit' });
  if (status !== 0) fail('the product does not compile');
}

function fail(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(1);
}
