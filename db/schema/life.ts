/** What was done to directives after they were imported. */
import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { ApprovalState, IssueTerms } from '../../core/directives/approval.ts';
import type { DirectiveChange } from '../../core/directives/life/change.ts';
import type { RequestDecision } from '../../core/directives/life/request.ts';
import type { SaidDay } from '../../core/language/day.ts';
import { bytea, id, instant } from './columns.ts';
import { directives, obligations } from './directives.ts';
import { people } from './places.ts';

/** One row for each thing that was done; none is changed, and only another undoes it. */
export const directiveChanges = pgTable(
  'directive_changes',
  {
    id: id(),
    directiveId: integer('directive_id')
      .notNull()
      .references(() => directives.id),
    change: jsonb().$type<DirectiveChange>().notNull(),
    reason: text(),
    at: instant().notNull(),
    /** Who did it; null for whoever holds the command line. */
    by: integer('done_by').references(() => people.id),
    /** The inbox row that did it, where it was a message. */
    inboxId: integer('inbox_id'),
  },
  (t) => [index('directive_changes_directive').on(t.directiveId, t.id)],
);

/** The signed original of a directive, one row for each that was put there: the newest that is here holds. */
export const directiveOriginals = pgTable(
  'directive_originals',
  {
    id: id(),
    directiveId: integer('directive_id')
      .notNull()
      .references(() => directives.id),
    /** The file of a chat that it comes from, while its bytes are being fetched and afterwards; null for the command line. */
    attachmentId: integer('attachment_id'),
    contentType: text('content_type'),
    bytes: bytea(),
    /** Of the bytes, hex. */
    sha256: text(),
    addedAt: instant('added_at').notNull(),
  },
  (t) => [
    index('directive_originals_directive').on(t.directiveId, t.id),
    index('directive_originals_attachment').on(t.attachmentId),
  ],
);

/** A unit asks for more time; staff or a leader decide. */
export const extensionRequests = pgTable(
  'extension_requests',
  {
    id: id(),
    obligationId: integer('obligation_id')
      .notNull()
      .references(() => obligations.id),
    personId: integer('person_id')
      .notNull()
      .references(() => people.id),
    /** Until when they ask, as it was said. */
    until: jsonb().$type<SaidDay>().notNull(),
    reason: text().notNull(),
    askedAt: instant('asked_at').notNull(),
    inboxId: integer('inbox_id'),
    state: text().$type<RequestDecision>().notNull(),
    decidedAt: instant('decided_at'),
    /** Null for whoever holds the command line, and where a newer request took its place. */
    decidedBy: integer('decided_by').references(() => people.id),
  },
  (t) => [
    index('extension_requests_obligation').on(t.obligationId, t.id),
    uniqueIndex('extension_requests_waiting').on(t.obligationId).where(sql`state = 'waiting'`),
  ],
);

/** Staff put a draft before who leads the office, and what was decided. */
export const approvals = pgTable(
  'approvals',
  {
    id: id(),
    directiveId: integer('directive_id')
      .notNull()
      .references(() => directives.id),
    requestedBy: integer('requested_by')
      .notNull()
      .references(() => people.id),
    requestedAt: instant('requested_at').notNull(),
    terms: jsonb().$type<IssueTerms>().notNull(),
    state: text().$type<ApprovalState>().notNull(),
    /** Who approved it or returned it, by which message. */
    decidedBy: integer('decided_by').references(() => people.id),
    decidedAt: instant('decided_at'),
    decidedInboxId: integer('decided_inbox_id'),
    reason: text(),
  },
  (t) => [
    index('approvals_directive').on(t.directiveId, t.id),
    uniqueIndex('approvals_waiting').on(t.directiveId).where(sql`state = 'waiting'`),
  ],
);
