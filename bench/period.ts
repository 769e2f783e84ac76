/**
 * The rounds of a recurring report together: `DATABASE_URL=… node --import tsx bench/period.ts <units> <rounds>`. Fills an empty database
 * first; one that is filled is taken as it is. Prints milliseconds, of five readings after two that nobody counts.
 */
import { sql } from 'drizzle-orm';
import type { Db } from '../db/database.ts';
import { openDatabase } from '../db/engine/open.ts';
import { readPeriod } from '../db/figures/period.ts';
import { rounds, units } from '../db/schema/tables.ts';
import { seedUnits } from './seed.ts';

const [size = 0, wanted = 0] = process.argv.slice(2).map(Number);
const opened = await openDatabase({ url: process.env.DATABASE_URL, dataDir: '' });
if (!opened.ok) throw new Error(JSON.stringify(opened.error));
const { db, close } = opened.value;

/** So many rounds before the first one, a day apart, in which every unit gave what it gave in that. */
async function repeat(tx: Db, times: number): Promise<void> {
  const statements = [
    sql`update indicators set nature = case when key = 'tai-khoan' then 'stock' else 'flow' end
      where key in ('chu-ky-so', 'tai-khoan', 'tap-huan')`,
    sql`insert into rounds (duty_id, key, opens_at, due, overdue_from)
      select duty_id, 'r' || n, opens_at - n * interval '1 day', due - n * interval '1 day', overdue_from - n * interval '1 day'
      from rounds, generate_series(1, ${times}::int) n`,
    sql`create temporary table given as
      select o.unit_id, o.state, o.first_reported_at, r.person_id, r.submitted_at, r.id as report_id
      from obligations o left join reports r on r.id = o.current_report_id`,
    sql`insert into obligations (round_id, unit_id, state, first_reported_at)
      select r.id, g.unit_id, g.state, g.first_reported_at from given g, rounds r where r.key like 'r%'`,
    sql`insert into reports (obligation_id, revision, person_id, submitted_at)
      select o.id, 1, g.person_id, g.submitted_at from obligations o join given g on g.unit_id = o.unit_id
      where o.current_report_id is null and g.report_id is not null`,
    sql`update obligations o set current_report_id = r.id from reports r where r.obligation_id = o.id and o.current_report_id is null`,
    sql`insert into report_values (report_id, indicator_id, kind, number, text)
      select o.current_report_id, v.indicator_id, v.kind, v.number, v.text
      from obligations o join given g on g.unit_id = o.unit_id join report_values v on v.report_id = g.report_id
      where o.current_report_id <> g.report_id`,
    sql`drop table given`,
  ];
  await tx.execute(sql`set local statement_timeout = 0`);
  for (const statement of statements) await tx.execute(statement);
}

if ((await db.$count(units)) < size) {
  await seedUnits(db, size);
  // One connection: the temporary table is there on no other.
  await db.transaction((tx) => repeat(tx, wanted - 1));
  await db.execute(sql`vacuum analyze`);
}
const [last] = await db.select().from(rounds).orderBy(sql`${rounds.opensAt} desc`).limit(1);
if (!last) throw new Error('there is no round');
const taken: number[] = [];
for (let turn = 0; turn < 7; turn += 1) {
  const began = performance.now();
  await readPeriod(db, last);
  if (turn > 1) taken.push(Math.round(performance.now() - began));
}
process.stdout.write(`${JSON.stringify({ rounds: await db.$count(rounds), ms: taken.toSorted((a, b) => a - b) })}\n`);
await close();
