/** Requests to platforms, as the audit chain records them. */
import { asc, eq, gt, sql } from 'drizzle-orm';
import type { AuditFact } from '../../core/audit/fact.ts';
import type { ErasedRequest } from '../../core/audit/recorded-request.ts';
import { compiled, type Given } from '../engine/statements/compiled.ts';
import { messages, outbox } from '../schema/tables.ts';
import { type FactTable, idAfter, newestOf, stored } from './fact-table.ts';
import { packed } from './packed.ts';

/** What is recorded of a request, from the row of the outbox and from its message. */
export const requestFields = {
  id: outbox.id,
  message: outbox.messageId,
  meaning: sql<string>`(select m.meaning from messages m where m.id = outbox.message_id)`,
  recipient: sql<string>`(select m.recipient_type || ':' || m.recipient_id from messages m where m.id = outbox.message_id)`,
  about: outbox.kind,
  channel: outbox.channel,
  address: outbox.address,
  part: outbox.part,
  parts: outbox.parts,
  attempt: outbox.attempt,
  state: outbox.state,
  receipt: outbox.externalId,
  settledAt: outbox.settledAt,
  reason: outbox.reason,
  text: outbox.text,
  attachment: outbox.attachment,
  erased: sql<ErasedRequest | null>`case when outbox.erased_in is not null then outbox.erased end`,
};

type RequestRow = Omit<Extract<AuditFact, { kind: 'request' }>, 'kind' | 'state'> &
  Pick<typeof outbox.$inferSelect, 'state'>;

/** A request as it is recorded: what still waits has no outcome, whatever it met on the way. */
export function requestFact(row: RequestRow): Extract<AuditFact, { kind: 'request' }> {
  const { state } = row;
  if (state === 'sent' || state === 'uncertain' || state === 'refused') return { kind: 'request', ...row, state };
  return { kind: 'request', ...row, state: 'open', receipt: null, settledAt: null, reason: null };
}

/** The same from the message beside its row: to look for it in the statement twice took as long again. */
const ofMessage = {
  meaning: sql<string>`${messages.meaning}`,
  recipient: sql<string>`${messages.recipientType} || ':' || ${messages.recipientId}`,
};

const subject = sql`outbox.id::text`;

const pageOfRequests = compiled((db, { after, limit }: Given<{ after: number; limit: number }>) =>
  db
    .select({ row: packed({ ...requestFields, ...ofMessage }), newest: newestOf('request', subject) })
    .from(outbox)
    .leftJoin(messages, eq(messages.id, outbox.messageId))
    .where(gt(outbox.id, after))
    .orderBy(asc(outbox.id))
    .limit(limit),
);

export const requestTable: FactTable = {
  rows: sql`outbox`,
  subject,
  async read(db, after, limit) {
    const rows = await pageOfRequests(db, { after: idAfter(after), limit });
    return rows.map(({ newest, row }) => {
      const fact = requestFact(row);
      return stored(fact, newest, fact.state !== 'open' || fact.attempt > 1);
    });
  },
};
