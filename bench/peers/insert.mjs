// The rows that issuing to so many units writes, by insert … select: on a database that the product has migrated.
import { spawnSync } from 'node:child_process';
import pg from 'pg';

const units = Number(process.argv[2]);
const seeded = spawnSync(process.execPath, ['--import', 'tsx', 'bench/ours.ts', 'office', String(units)], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
if (seeded.status !== 0) process.exit(1);
const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
await client.connect();
const began = performance.now();
await client.query('begin');
await client.query(
  `insert into assignments (directive_id, unit_id, task_ids) select d.id, u.id, array[1] from directives d, units u`,
);
await client.query(
  `insert into rounds (duty_id, key, opens_at, due, overdue_from) select id, 'once', now(), now(), now() from duties`,
);
await client.query(`insert into obligations (round_id, unit_id) select r.id, u.id from rounds r, units u`);
await client.query(`insert into messages (meaning, recipient_type, recipient_id, kind, body, delivers, directive_id, unit_id, created_at)
  select 'directive-' || a.directive_id || ':' || a.unit_id, 'person', r.person_id, 'tasks', jsonb_build_object('text', repeat('x', 900),
    'choices', '[]'::jsonb, 'choiceStyle', 'menu'), a.id, a.directive_id, a.unit_id, now()
  from assignments a join unit_roles r on r.unit_id = a.unit_id`);
await client.query(`insert into outbox (message_id, channel, address, kind, part, parts, text, urgency, created_at)
  select id, 'telegram', recipient_id, kind, 1, 1, body->>'text', 2, now() from messages`);
await client.query('commit');
console.log(JSON.stringify({ seconds: (performance.now() - began) / 1000 }));
await client.end();
