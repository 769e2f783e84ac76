/** What comes back on paper: the files that people send, and the signed reports that they are. */
import { sql } from 'drizzle-orm';
import { boolean, date, doublePrecision, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { ChannelName } from '../../core/channels/address.ts';
import { bytea, id, instant } from './columns.ts';
import { obligations, reports } from './directives.ts';
import { accounts, people } from './places.ts';

/**
 * A file that a person sent. `offered`: its turn is under way, and says what becomes of it. `queued`: it is to be fetched
 * from the platform. `kept`: its bytes are here. `failed`: it was given up. `declined`: it is not fetched, and its sender
 * was told so or wanted it so. `erased`: it is gone, and its digest stays.
 */
export type AttachmentState = 'offered' | 'queued' | 'kept' | 'failed' | 'declined' | 'erased';

/** What a file is for. `asked`: its sender is asked what it is. `original`: it is the signed original of a directive. Null before its turn, and where it was declined. */
export type AttachmentUse = 'asked' | 'signed' | 'evidence' | 'original';

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
    /** What was sent together with it has the same. Null where it came alone. */
    album: text(),
    use: text().$type<AttachmentUse>(),
    /** The report that it belongs to; null while that is not known. */
    obligationId: integer('obligation_id').references(() => obligations.id),
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
    index('attachments_asked').on(t.accountId).where(sql`use = 'asked'`),
    index('attachments_evidence').on(t.obligationId).where(sql`use = 'evidence'`),
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
    /** The revision of the figures that it signs; null where it came before any. */
    reportId: integer('report_id').references(() => reports.id),
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
