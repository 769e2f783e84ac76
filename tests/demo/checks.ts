/** What the service made of the campaign, held against what people typed and saw. */
import { eq } from 'drizzle-orm';
import type { Db } from '../../db/database.ts';
import { messages, obligations, outbox, units } from '../../db/schema/tables.ts';
import type { Campaign } from './campaign.ts';
import { denominator } from './figures.ts';
import { demoEnd } from './wording.ts';

/** The part of the command `summary` that is looked at. */
export type SummaryDocument = {
  id: number;
  text: string;
  units: { reported: number };
  indicators: { label: string; total: number; of: number; units: number }[];
};

/** The part of the command `audit verify` that is looked at. */
export type AuditDocument = { records: number; faults: object[] };

export type Checked = { label: string; typed: number; counted: number };

export type Checks = {
  sent: { kind: string; telegram: number; web: number }[];
  totals: Checked[];
  /** Reminders that went to a unit after it had reported. */
  remindersAfterReport: number;
  /** Requests of which nobody knows whether they arrived. */
  uncertain: number;
  audit: AuditDocument;
  isRight: boolean;
};

export async function checkCampaign(
  db: Db,
  { ledger }: Campaign,
  summary: SummaryDocument,
  audit: AuditDocument,
): Promise<Checks> {
  const rows = await db
    .select({
      kind: outbox.kind,
      channel: outbox.channel,
      state: outbox.state,
      at: outbox.settledAt,
      unit: units.code,
    })
    .from(outbox)
    .innerJoin(messages, eq(messages.id, outbox.messageId))
    .leftJoin(obligations, eq(obligations.id, messages.restsOn))
    .leftJoin(units, eq(units.id, obligations.unitId));
  const sent = rows.filter(({ state }) => state === 'sent');
  const count = (kind: string, channel: string) => sent.filter((r) => r.kind === kind && r.channel === channel).length;
  const kinds = [...new Set(sent.map(({ kind }) => kind))];

  const late = sent.filter(({ kind, unit, at }) => {
    const reported = unit === null ? undefined : ledger.entries.get(unit)?.firstAt;
    return kind === 'reminder' && reported !== undefined && at !== null && at > reported;
  });

  const totals: Checked[] = [
    { label: demoEnd.units, typed: ledger.entries.size, counted: summary.units.reported },
    ...summary.indicators.map(({ label, total }) => ({ label, typed: ledger.total(label), counted: total })),
    ...summary.indicators.map(({ label, of }) => {
      return { label: demoEnd.denominatorOf(label), typed: ledger.total(denominator), counted: of };
    }),
  ];
  const uncertain = rows.filter(({ state }) => state === 'uncertain').length;
  const isEqual = totals.every(({ typed, counted }) => typed === counted);
  return {
    sent: kinds.map((kind) => ({ kind, telegram: count(kind, 'telegram'), web: count(kind, 'web') })),
    totals,
    remindersAfterReport: late.length,
    uncertain,
    audit,
    isRight:
      isEqual && summary.indicators.length > 0 && late.length === 0 && uncertain === 0 && audit.faults.length === 0,
  };
}
