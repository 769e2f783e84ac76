// pg-boss, which fetches and completes a batch at a time.
import PgBoss from 'pg-boss';

const rows = Number(process.argv[2]);
const boss = new PgBoss(process.env.DATABASE_URL);
boss.on('error', () => {});
await boss.start();
await boss.createQueue('send');
const jobs = Array.from({ length: rows }, () => ({ name: 'send', data: { text: 'x'.repeat(600) } }));
for (let from = 0; from < rows; from += 1000) await boss.insert(jobs.slice(from, from + 1000));
const began = performance.now();
for (let done = 0; done < rows; ) {
  const batch = await boss.fetch('send', { batchSize: 100 });
  if (batch.length === 0) break;
  await boss.complete(
    'send',
    batch.map(({ id }) => id),
  );
  done += batch.length;
}
console.log(JSON.stringify({ perSecond: (rows * 1000) / (performance.now() - began) }));
await boss.stop({ graceful: false });
process.exit(0);
