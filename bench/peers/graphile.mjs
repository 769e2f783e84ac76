// graphile-worker in its batched mode (https://worker.graphile.org/docs/performance): jobs are pulled, and completed, in batches.
import { makeWorkerUtils, run } from 'graphile-worker';
import pg from 'pg';

const rows = Number(process.argv[2]);
const connectionString = process.env.DATABASE_URL;
const utils = await makeWorkerUtils({ connectionString });
await utils.migrate();
const client = new pg.Client({ connectionString });
await client.connect();
await client.query(
  `select graphile_worker.add_job('send', json_build_object('text', repeat('x', 600))) from generate_series(1, $1::int)`,
  [rows],
);
let done = 0;
let finish;
const finished = new Promise((resolve) => {
  finish = resolve;
});
const began = performance.now();
const runner = await run({
  noHandleSignals: true,
  taskList: {
    send: () => {
      done += 1;
      if (done === rows) finish();
    },
  },
  preset: {
    worker: {
      connectionString,
      concurrentJobs: 24,
      maxPoolSize: 10,
      localQueue: { size: 500 },
      completeJobBatchDelay: 0,
      failJobBatchDelay: 0,
    },
  },
});
await finished;
const perSecond = (rows * 1000) / (performance.now() - began);
await runner.stop();
await utils.release();
await client.end();
console.log(JSON.stringify({ perSecond }));
process.exit(0);
