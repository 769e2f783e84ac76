/**
 * A conversation is a reducer with named steps: (state, intent, context) → state, what is said, and effects as data.
 * Nothing here or in bot/dialogues/ reads a clock, a database or a channel.
 */

import type { ChannelName } from '../channels/address.ts';
import type { Carriage } from '../delivery/attachment.ts';
import type { Body, Choice } from '../delivery/layout.ts';
import type { PaperTarget } from '../delivery/link.ts';
import type { AssignmentFact, DirectiveRef, TaskText } from '../directives/assignment.ts';
import type { DrillRequest, DrillView } from '../figures/drill-down.ts';
import type { Summary } from '../figures/summary.ts';
import type { ObligationFact } from '../reports/obligation.ts';
import type { InviteFact, Person, UnitRef } from '../roster/person.ts';

/** A directive that staff may issue, and what issuing it would do. */
export type IssuePreview = {
  id: number;
  number: string;
  subject: string;
  groups: { kind: string; units: number }[];
  units: number;
  reporting: number;
  messages: number;
  /**
   * What it takes from each budget now (`cost`) and until every unit has acknowledged and reported in the fewest messages
   * (`whole`), and what is left of that budget this month.
   */
  budgets: { channel: ChannelName; cost: number; whole: number; left: number }[];
  unregistered: number;
  /** Units whose people are registered, but to whom no way is open now. */
  unreachable: number;
  due: Date | null;
};

export type CallLine = {
  name: string;
  headName: string | null;
  headTitle: string | null;
  phone: string | null;
  reason: string;
  detail: string | null;
  text: string;
  /** The page to hand to the unit's head; null where there is none to hand. */
  link: string | null;
};

/** Signed reports of a round: those that came, and the units that reported figures only. `link` opens the scan. */
export type SignedOverview = {
  received: { name: string; number: string | null; date: string | null; isCurrent: boolean; link: string | null }[];
  missing: string[];
};

/** The groups in which an issuer's directives are followed, and whether one more can be had. */
export type GroupOverview = {
  issuer: UnitRef;
  bound: { title: string; channel: ChannelName }[];
  /** The channel that makes groups of its own; null where none is connected. */
  maker: ChannelName | null;
  isOrdered: boolean;
  /** Whom a new group would invite at once. */
  invitees: number;
};

export type DirectiveLine = {
  id: number;
  number: string;
  subject: string;
  state: 'draft' | 'issued';
  reporting: number;
  reported: number;
};

/** A paper, and how it would get to the person where they write. */
export type PaperOffer = { paper: PaperTarget; carriage: Carriage };

/** The papers of a directive in the order in which they are offered; none where it asks for no report. */
export type PapersOffered = { directive: DirectiveRef; offers: PaperOffer[] };

/** What a turn may look at. The parts that not every turn needs are there only when it asked for them (`needsOf`). */
export type Context = {
  now: Date;
  /** Absent while the account's owner has not registered. */
  person: Person | undefined;
  accountName: string;
  /** Where the person is writing. */
  channel: ChannelName;
  /** Whether that channel has a form that asks for name and phone number. */
  hasContactForm: boolean;
  /** Of the units that the person answers for. */
  assignments: AssignmentFact[];
  obligations: ObligationFact[];
  tasks: Map<number, TaskText[]>;
  /** Where an assignment's tasks stand in full. */
  taskLinks: Map<number, string>;
  invite: InviteFact | undefined;
  /** The units whose roster has the phone number that the person told, and whether somebody answers for them already. */
  byPhone: { unit: UnitRef; isTaken: boolean }[];
  /** A code for a new invite, should the turn make one, and the links at which it opens. */
  newCode: { code: string; links: string[] };
  /** The standing choices of the newest message to this person. */
  offered: Choice[];
  summary: Summary | undefined;
  /** What was asked for behind the summary; undefined: the summary itself, or there is no such thing. */
  view: DrillView | undefined;
  directives: DirectiveLine[];
  preview: IssuePreview | undefined;
  /** The units' own reports on paper, by obligation. */
  unitPapers: Map<number, PaperOffer>;
  /** Of the directive that was asked for, else of the newest; undefined: there is none. */
  papers: PapersOffered | undefined;
  /** How the signed reports of the newest directive stand, for who chases them. */
  signed: SignedOverview | undefined;
  /** The groups of the office that the person is staff of. */
  groups: GroupOverview | undefined;
  /** Whom to phone about the newest directive. */
  calls: CallLine[];
  /** Units that a staff member's words may mean, and their open obligations. */
  found: { unit: UnitRef; obligations: ObligationFact[] }[];
};

/** What a turn needs beyond the person's own facts. */
export type Need =
  | { type: 'tasks' }
  | { type: 'invite'; code: string }
  | { type: 'phone'; phone: string }
  | { type: 'summary'; directive: number | undefined; request: DrillRequest }
  | { type: 'directives' }
  | { type: 'calls' }
  | { type: 'groups' }
  | { type: 'signed' }
  | { type: 'unit-papers' }
  | { type: 'papers'; directive: number | undefined }
  | { type: 'preview'; directive: number }
  | { type: 'units'; words: string }
  | { type: 'obligation'; id: number };

/** What a person reads: the text and what may be tapped. Ids that begin with "/" are commands and never grow old. */
export type Saying = { text: string } & Partial<Omit<Body, 'text'>>;
