/** What must hold when a play is over, whatever was played. */
import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import auditVerify from '../../../../bot/commands/audit/verify.ts';
import status from '../../../../bot/commands/status.ts';
import { countCosts } from '../../../../db/delivery/usage.ts';
import { rowsOf } from '../../../../db/engine/rows.ts';
import type { Place } from './place.ts';

/** No request was made twice, refused or left in doubt, and what costs stayed within the quotas of the platform. */
async function expectNothingTwice({ service: { db }, spent, quotas }: Place): Promise<void> {
  const twice = await db.execute(sql`select m.meaning, o.address, count(*)::int as times from outbox o
    join messages m on m.id = o.message_id where o.state = 'sent' group by m.meaning, o.address, o.part having count(*) > 1`);
  expect(rowsOf(twice)).toEqual([]);
  const failed = await db.execute(
    sql`select o.state, o.reason from outbox o where o.state in ('refused', 'uncertain')`,
  );
  expect(rowsOf(failed)).toEqual([]);
  const costs = await countCosts(db, new Date(0));
  for (const [channel, used] of Object.entries(spent()) as [keyof typeof quotas, number][]) {
    // What is laid out before somebody writes is sent for nothing after it: we never count less than the platform.
    expect(costs.get(channel) ?? 0, channel).toBeGreaterThanOrEqual(used);
    expect(used).toBeLessThanOrEqual(quotas[channel] ?? 0);
  }
}

/** Nothing was told twice, nothing failed, and the evidence is whole. */
export async function expectCleanEnd(place: Place): Promise<void> {
  await expectNothingTwice(place);
  expect(await place.run(status)).toMatchObject({ setAside: [] });
  expect(await place.run(auditVerify)).toMatchObject({ ok: true, faults: [] });
  expect(place.errors).toEqual([]);
}
