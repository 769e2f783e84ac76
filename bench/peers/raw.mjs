// The plainest queue: a table, claimed and acknowledged a hundred at a time. Prints how many rows a second it drains.
import pg from 'pg';

const rows = Number(process.argv[2]);
const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
await client.connect();
await client.query(
  `create table raw_jobs (id serial primary key, payload text not null, state text not null default 'queued')`,
);
await client.query(`create index raw_queue on raw_jobs (id) where state = 'queued'`);
await client.query(`insert into raw_jobs (payload) select repeat('x', 600) from generate_series(1, $1::int)`, [rows]);
await client.query('vacuum analyze raw_jobs');
const began = performance.now();
for (;;) {
  const claimed = await client.query(`update raw_jobs set state = 'sending' where id in (
    select id from raw_jobs where state = 'queued' order by id limit 100 for update skip locked) returning id, payload`);
  if (claimed.rows.length === 0) break;
  await client.query(`update raw_jobs set state = 'sent' where id = any($1::int[])`, [
    claimed.rows.map(({ id }) => id),
  ]);
}
console.log(JSON.stringify({ perSecond: (rows * 1000) / (performance.now() - began) }));
await client.end();
