/** What comes back on paper: the files that people send, and the signed reports that they are. */
import { sql } from 'drizzle-orm';
import { boolean, customType, date, doublePrecision, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { ChannelName } from '../../core/channels/address.ts';
import { id, instant } from './columns.ts';
import { obligations, reports } from './directives.ts';
import { accounts, people } from './places.ts';

const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

/**
 * A file that a person sent. `offered`: nobody has asked for it yet; `queued`: it is to be fetched from the platform;
 * `kept`: its bytes are here; `failed`: given up. `erased`: it is gone, and its digest stays.
 */
export type AttachmentState = 'offered' | 'queued' | 'kept' | 'failed' | 'erased';

export const attachments = pgTable(
  'attachments',
  {
    id: id(),
    inboxId: integer('inbox_id').notNull(),
    accountId: integer('account_id')
      .notNull()
      .references(() => accounts.id),
    channel: text().$type<ChannelName>().notNull(),
    /** What the platform calls the file; opaque. */
    reference: text().notNull(),
    name: text(),
    state: text().$type<AttachmentState>().notNull(),
    tries: integer().notNull().default(0),
    notBefore: doublePrecision('not_before_machine').notNull().default(0),
    /** Read from the bytes, never from the name. */
    contentType: text('content_type'),
    bytes: bytea(),
    /** Of the bytes, hex. */
    sha256: text(),
    reason: text(),
    receivedAt: instant('received_at').notNull(),
    /** The erasure that took it. */
    erasedIn: integer('erased_in'),
  },
  (t) => [
    index('attachments_account').on(t.accountId, t.id),
    index('attachments_queue').on(t.notBefore).where(sql`state = 'queued'`),
  ],
);

/** The signed report of an obligation, as far as it is known: one row each time something of it came. */
export const signedPapers = pgTable(
  'signed_papers',
  {
    id: id(),
    obligationId: integer('obligation_id')
      .notNull()
      .references(() => obligations.id),
    /** The revision of the figures that it signs. */
    reportId: integer('report_id')
      .notNull()
      .references(() => reports.id),
    number: text(),
    date: date({ mode: 'string' }),
    attachmentId: integer('attachment_id').references(() => attachments.id),
    personId: integer('person_id')
      .notNull()
      .references(() => people.id),
    isOnBehalf: boolean('is_on_behalf').notNull(),
    /** The inbox row that said so; null where it was no message. */
    inboxId: integer('inbox_id'),
    receivedAt: instant('received_at').notNull(),
  },
  (t) => [index('signed_papers_obligation').on(t.obligationId, t.id)],
);
