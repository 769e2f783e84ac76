/** `npm run attack`: tries what strangers and insiders would try. Exits with 1 when something got through. */
import { parseArgs } from 'node:util';
import { startPostgres } from '../harness/postgres-server.ts';
import { type AttackOutcome, launch } from './attacks/attack.ts';
import { allAttacks } from './attacks/table.ts';
import { openGround } from './kit/ground.ts';
import { attackTable } from './kit/table.ts';

const { values: options } = parseArgs({
  options: {
    cut: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    list: { type: 'boolean', default: false },
  },
});

/** What got through is told one by one, up to so many of an attack. */
const told = 8;

const chosen = allAttacks.filter(({ name, isInCut }) => (!options.cut || isInCut) && name.includes(options.only));
if (options.list) {
  for (const { name, what, isInCut } of chosen)
    process.stdout.write(`${name}: ${what}${isInCut ? ' (in the cut)' : ''}\n`);
  process.exit(0);
}

const server = await startPostgres();
if (!server) {
  process.stderr.write('there is no PostgreSQL here: neither initdb nor TEST_DATABASE_URL was found\n');
  process.exit(1);
}
const ground = openGround(server.url);
const outcomes: AttackOutcome[] = [];
for (const attack of chosen) {
  const outcome = await launch(attack, ground, options.cut);
  outcomes.push(outcome);
  const { cases, open, seconds } = outcome;
  process.stdout.write(`${attack.name}: ${cases} cases, ${open.length} got through (${seconds.toFixed(1)} s)\n`);
  for (const what of open.slice(0, told)) process.stdout.write(`  ${what}\n`);
  if (open.length > told) process.stdout.write(`  and ${open.length - told} more\n`);
}
await ground.close();
await server.stop();
process.stdout.write(`\n${attackTable(outcomes)}\n`);
const failed = outcomes.filter(({ open }) => open.length > 0).length;
process.stdout.write(`\n${outcomes.length - failed} held, ${failed} open\n`);
process.exit(failed > 0 || outcomes.length === 0 ? 1 : 0);
