/** Directives, what they ask of whom, and the answers. */

import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core';
import type { DirectiveState } from '../../core/directives/assignment.ts';
import type {
  Audience,
  Consolidated,
  DeadlineRule,
  DirectiveDraft,
  Plan,
  ProgressEvery,
} from '../../core/directives/directive.ts';
import type { FigureRule } from '../../core/directives/duty-figures.ts';
import type { IndicatorKind, Nature } from '../../core/directives/indicator-draft.ts';
import type { Formula } from '../../core/expressions/expression.ts';
import { exact, id, instant } from './columns.ts';
import { people, units } from './places.ts';

export const directives = pgTable('directives', {
  id: id(),
  number: text().notNull(),
  date: date({ mode: 'string' }),
  subject: text().notNull(),
  issuerId: integer('issuer_id')
    .notNull()
    .references(() => units.id),
  draft: jsonb().$type<DirectiveDraft>().notNull(),
  /** What of the draft names the directive: a trigger writes it. To look into a long draft takes a tenth of a millisecond each time. */
  named: jsonb().notNull().default({}),
  state: text().$type<DirectiveState>().notNull().default('draft'),
  importedAt: instant('imported_at').notNull(),
  issuedAt: instant('issued_at'),
  /** Who issued it; null for whoever holds the command line. */
  issuedBy: integer('issued_by').references(() => people.id),
  /** The inbox row that issued it, where it was a message. */
  issuedInboxId: integer('issued_inbox_id'),
});

export const tasks = pgTable(
  'tasks',
  {
    id: id(),
    directiveId: integer('directive_id')
      .notNull()
      .references(() => directives.id),
    key: text().notNull(),
    section: text().notNull(),
    text: text().notNull(),
    spanFrom: integer('span_from').notNull(),
    spanTo: integer('span_to').notNull(),
    audience: jsonb().$type<Audience>().notNull(),
    position: integer().notNull(),
    /** Units are asked how it stands, how often anew (null: once), and for the number of a document that proves it done. */
    asksProgress: boolean('asks_progress').notNull().default(false),
    progressEvery: text('progress_every').$type<ProgressEvery>(),
    needsProof: boolean('needs_proof').notNull().default(false),
    /** Its own deadline or that of its section, with its instants; null: it has none. */
    deadline: jsonb().$type<DeadlineRule>(),
    due: instant(),
    overdueFrom: instant('overdue_from'),
  },
  (t) => [unique('tasks_key').on(t.directiveId, t.key)],
);

export const duties = pgTable(
  'duties',
  {
    id: id(),
    directiveId: integer('directive_id')
      .notNull()
      .references(() => directives.id),
    key: text().notNull(),
    title: text().notNull(),
    reportToId: integer('report_to_id')
      .notNull()
      .references(() => units.id),
    audience: jsonb().$type<Audience>().notNull(),
    /** Who consolidates whom; null: all report to `reportToId`. */
    consolidations: jsonb().$type<Consolidated[]>(),
    /** The report is a signed paper. */
    inWriting: boolean('in_writing').notNull().default(false),
    deadline: jsonb().$type<DeadlineRule>().notNull(),
    reminders: jsonb().$type<Plan>().notNull(),
    summaries: jsonb().$type<Plan>().notNull(),
    /** What must hold between its figures. */
    rules: jsonb().$type<FigureRule[]>().notNull().default([]),
    /** The question of the optional remark; null: none is asked. */
    noteLabel: text('note_label'),
  },
  (t) => [unique('duties_key').on(t.directiveId, t.key)],
);

export const indicators = pgTable(
  'indicators',
  {
    id: id(),
    dutyId: integer('duty_id')
      .notNull()
      .references(() => duties.id),
    key: text().notNull(),
    label: text().notNull(),
    /** What is counted, in full; null: the label says it all. */
    fullLabel: text('full_label'),
    /** What is counted ("người"), as papers say it; null: they say none. */
    unit: text(),
    kind: text().$type<IndicatorKind>().notNull(),
    /** The number the counts are a share of; asked first. */
    isDenominator: boolean('is_denominator').notNull().default(false),
    fromRoster: boolean('from_roster').notNull().default(false),
    options: jsonb().$type<string[]>().notNull().default([]),
    /** Places behind the comma, at most; null: as its kind has. */
    decimals: integer(),
    /** The least and the greatest figure that can be; null: no bound. */
    min: exact(),
    max: exact(),
    /** How its figures go together over rounds; null: nobody said. */
    nature: text().$type<Nature>(),
    /** Key of the indicator that it is a share of; null: of a count that of the duty. */
    denominator: text(),
    /** What it is computed from, where nobody enters it. */
    formula: jsonb().$type<Formula>(),
    /** Key of the indicator that it is a part of. */
    partOf: text('part_of'),
    position: integer().notNull(),
  },
  (t) => [unique('indicators_key').on(t.dutyId, t.key)],
);

export const rounds = pgTable(
  'rounds',
  {
    id: id(),
    dutyId: integer('duty_id')
      .notNull()
      .references(() => duties.id),
    /** "once", or the civil date of a recurring duty. */
    key: text().notNull(),
    opensAt: instant('opens_at').notNull(),
    due: instant().notNull(),
    overdueFrom: instant('overdue_from').notNull(),
    /** When the deadline was moved for all, last: it is then no longer the one that the document's words give. */
    extendedAt: instant('extended_at'),
    /** When an amendment gave it another deadline, last. */
    amendedAt: instant('amended_at'),
    closesAt: instant('closes_at'),
  },
  (t) => [unique('rounds_key').on(t.dutyId, t.key)],
);

export const assignments = pgTable(
  'assignments',
  {
    id: id(),
    directiveId: integer('directive_id')
      .notNull()
      .references(() => directives.id),
    unitId: integer('unit_id')
      .notNull()
      .references(() => units.id),
    taskIds: integer('task_ids').array().notNull(),
    /** When a platform accepted the tasks for one of the unit's people. */
    deliveredAt: instant('delivered_at'),
    acknowledgedAt: instant('acknowledged_at'),
    acknowledgedBy: integer('acknowledged_by').references(() => people.id),
    /** The inbox row that acknowledged. */
    acknowledgedIn: integer('acknowledged_in'),
  },
  (t) => [unique('assignments_unit').on(t.directiveId, t.unitId), index('assignments_of_unit').on(t.unitId)],
);

export const obligations = pgTable(
  'obligations',
  {
    id: id(),
    roundId: integer('round_id')
      .notNull()
      .references(() => rounds.id),
    unitId: integer('unit_id')
      .notNull()
      .references(() => units.id),
    state: text().$type<'owed' | 'reported' | 'excused'>().notNull().default('owed'),
    /** The unit that consolidates, where this one reports to it; null: the duty says to whom. */
    consolidatorId: integer('consolidator_id').references(() => units.id),
    /** How much earlier than the duty it is due, so that those above are in time: ISO durations, the highest first. */
    leads: text().array(),
    /** The deadline of this unit alone; null: that of the round. Where it was moved, `extendedAt` says when. */
    due: instant(),
    overdueFrom: instant('overdue_from'),
    extendedAt: instant('extended_at'),
    /** The first accepted revision's instant decides whether the unit was on time. */
    firstReportedAt: instant('first_reported_at'),
    currentReportId: integer('current_report_id'),
  },
  (t) => [
    unique('obligations_unit').on(t.roundId, t.unitId),
    index('obligations_of_unit').on(t.unitId),
    index('obligations_consolidator').on(t.consolidatorId).where(sql`${t.consolidatorId} is not null`),
  ],
);

export const reports = pgTable(
  'reports',
  {
    id: id(),
    obligationId: integer('obligation_id')
      .notNull()
      .references(() => obligations.id),
    revision: integer().notNull(),
    personId: integer('person_id')
      .notNull()
      .references(() => people.id),
    /** True when staff reported for a unit that cannot be reached by chat. */
    isOnBehalf: boolean('is_on_behalf').notNull().default(false),
    note: text(),
    /** The reporter said that there is nothing to remark; false where there is a note, or nobody said. */
    saidNoNote: boolean('said_no_note').notNull().default(false),
    submittedAt: instant('submitted_at').notNull(),
    /** When it was sent back to its unit: since then it counts no more. */
    returnedAt: instant('returned_at'),
    /** When more was asked than it answers: since then its figures count, and its unit owes the rest. */
    reopenedAt: instant('reopened_at'),
    inboxId: integer('inbox_id'),
  },
  (t) => [
    unique('reports_revision').on(t.obligationId, t.revision),
    index('reports_submitted').on(t.submittedAt),
    index('reports_returned').on(t.returnedAt).where(sql`${t.returnedAt} is not null`),
  ],
);

export const reportValues = pgTable(
  'report_values',
  {
    reportId: integer('report_id')
      .notNull()
      .references(() => reports.id),
    indicatorId: integer('indicator_id')
      .notNull()
      .references(() => indicators.id),
    kind: text().$type<'given' | 'zero'>().notNull(),
    /** The exact figure, and 1 or 0 for yes-no. */
    number: exact(),
    text: text(),
  },
  (t) => [primaryKey({ columns: [t.reportId, t.indicatorId] }), index('report_values_indicator').on(t.indicatorId)],
);
