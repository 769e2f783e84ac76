/** What the database holds, read as raw rows: nothing of the product's own sums and states is asked. */
import { sql } from 'drizzle-orm';
import type { Db } from '../../../db/database.ts';
import { rowsOf } from '../../../db/engine/rows.ts';

/** One revision of a report, with its figures by label. Instants in milliseconds. */
export type RawReport = {
  id: number;
  obligation: number;
  round: number;
  directive: number;
  unit: string;
  code: string;
  at: number;
  returned: number | null;
  reopened: number | null;
  overdue: number;
  figures: Record<string, number>;
};

export async function readRawReports(db: Db, directive?: number): Promise<RawReport[]> {
  const rows = await db.execute(sql`select r.id, o.id as obligation, o.round_id as round, d.directive_id as directive,
      u.name as unit, u.code, extract(epoch from r.submitted_at) * 1000 as at,
      extract(epoch from r.returned_at) * 1000 as returned, extract(epoch from r.reopened_at) * 1000 as reopened,
      extract(epoch from coalesce(o.overdue_from, n.overdue_from)) * 1000 as overdue,
      (select json_object_agg(i.label, v.number) from report_values v join indicators i on i.id = v.indicator_id
        where v.report_id = r.id) as figures
    from reports r join obligations o on o.id = r.obligation_id join rounds n on n.id = o.round_id
      join duties d on d.id = n.duty_id join units u on u.id = o.unit_id
    where ${directive ?? null}::int is null or d.directive_id = ${directive ?? null}
    order by r.id`);
  return rowsOf<RawReport>(rows).map((row) => ({
    ...row,
    at: Number(row.at),
    returned: row.returned === null ? null : Number(row.returned),
    reopened: row.reopened === null ? null : Number(row.reopened),
    overdue: Number(row.overdue),
    figures: Object.fromEntries(Object.entries(row.figures ?? {}).map(([label, value]) => [label, Number(value)])),
  }));
}

export type RawRound = { round: number; directive: number; number: string; owing: number; owed: string[] };

/** Every round that has opened, and the codes of those that owe in it. */
export async function readRawRounds(db: Db, now: Date): Promise<RawRound[]> {
  const rows = await db.execute(sql`select n.id as round, d.directive_id as directive, x.number,
      count(*)::int as owing, coalesce(json_agg(u.code order by u.code) filter (where o.state = 'owed'), '[]') as owed
    from rounds n join duties d on d.id = n.duty_id join directives x on x.id = d.directive_id
      join obligations o on o.round_id = n.id join units u on u.id = o.unit_id
    where n.opens_at <= ${now.toISOString()}::timestamptz
    group by n.id, d.directive_id, x.number order by n.id`);
  return rowsOf<RawRound>(rows);
}

/** A request that was sent, with its message. */
export type SentRequest = {
  row: number;
  channel: string;
  externalId: string;
  part: number;
  message: number;
  kind: string;
  meaning: string;
  recipient: string;
  /** The directives and the round that it is about; of several rounds null. */
  directives: number[];
  round: number | null;
  /** The debts that the message tells of, and why each thing of it was said. */
  debts: number[];
  reasons: string[];
  onDemand: boolean;
};

/** What was sent since a row of the outbox, edits and pins left out. */
export async function readSentSince(db: Db, row: number): Promise<SentRequest[]> {
  const rows = await db.execute(sql`select b.id as row, b.channel, b.external_id as "externalId", b.part,
      m.id as message, m.kind, m.meaning, m.recipient_type || ' ' || m.recipient_id as recipient,
      coalesce((select json_agg(distinct g.directive_id) from nudges g where g.message_id = m.id),
        json_build_array(m.directive_id)) as directives, m.round_id as round,
      coalesce((select json_agg(g.obligation_id) from nudges g
        where g.message_id = m.id and g.why in ('owes', 'promise', 'on-demand')), '[]') as debts,
      coalesce((select json_agg(g.why) from nudges g where g.message_id = m.id), '[]') as reasons,
      m.rests_on as "restsOn"
    from outbox b join messages m on m.id = b.message_id
    where b.id > ${row} and b.external_id is not null and b.on_message is null and b.attachment is null
    order by b.id`);
  return rowsOf<SentRequest & { restsOn: number | null }>(rows).map(({ restsOn, ...one }) => ({
    ...one,
    debts: restsOn !== null && !one.debts.includes(restsOn) ? [...one.debts, restsOn] : one.debts,
    onDemand: one.reasons.length === 0 && restsOn !== null,
  }));
}
