/**
 * A conversation is a reducer with named steps: (state, intent, context) → state, what is said, and effects as data.
 * Nothing here or in bot/dialogues/ reads a clock, a database or a channel.
 */

import type { ChannelName } from '../channels/address.ts';
import type { PartView } from '../consolidation/part.ts';
import type { Reconciliation } from '../consolidation/reconciliation.ts';
import type { Body, Choice } from '../delivery/layout.ts';
import type { ApprovalRequest } from '../directives/approval.ts';
import type { AssignmentFact, TaskText } from '../directives/assignment.ts';
import type { DirectiveSearch } from '../directives/find.ts';
import type { Inquiry, WaitingQuestion } from '../directives/inquiry.ts';
import type { ExtensionRequest } from '../directives/life/request.ts';
import type { LedgerAnswer } from '../figures/asked/answer.ts';
import type { BurdenAsked } from '../figures/burden.ts';
import type { DrillRequest, DrillView } from '../figures/drill-down.ts';
import type { Summary } from '../figures/summary.ts';
import type { ProgressForm } from '../progress/form.ts';
import type { LastGroupReminder, LastReminder } from '../reminders/reason.ts';
import type { Difficulty } from '../reports/difficulty.ts';
import type { ReportHistory } from '../reports/history.ts';
import type { ObligationFact } from '../reports/obligation.ts';
import type { HandedIn } from '../reports/past/handed-in.ts';
import type { OfficeContact } from '../roster/contact.ts';
import type { DataNotice } from '../roster/data-notice.ts';
import type { HeldRole, InviteFact, PendingClaim, Person, RoleFact, UnitRef } from '../roster/person.ts';
import type { Hold } from '../time/epoch.ts';
import type { AmendmentView } from './amendment.ts';
import type { DirectiveLine, ListedDirective } from './directive-line.ts';
import type { Need } from './need.ts';
import type { PaperOffer, PapersOffered } from './paper-offer.ts';
import type { IssuePreview, ResendPreview, StandingInView, UnitWays } from './preview.ts';
import type { PicturesFact, SignedOverview } from './scans.ts';

/** How many units to call a message names: each with its link takes a few lines. */
export const callsInChat = 8;

/** A unit that is to be called. */
export type CallLine = {
  name: string;
  phone: string | null;
  reason: string;
  /** The page to hand to the unit's head; null where there is none to hand. */
  link: string | null;
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

/** A unit that a staff member's words may mean, and what it has to report. */
export type FoundUnit = { unit: UnitRef; obligations: ObligationFact[] };

/** A page to hand to a unit's head, and the invite that must stand behind it. */
export type HandedLink = { hash: string; unitId: number; personId: number | undefined; expiresAt: Date };

/** What is held of a person, to be shown to them. */
export type OwnData = {
  accounts: { channel: ChannelName; name: string; lastSeenAt: Date }[];
  roles: RoleFact[];
  /** Messages from them and to them, and reports that they sent in the name of a unit. */
  received: number;
  sent: number;
  reports: number;
};

/** What is known of each kind of need. */
type FactOf = {
  /**
   * The texts of each assignment's tasks, what its unit owes or will owe soon, and where it all stands in full, if that opens for the
   * reader.
   */
  tasks: Map<number, { texts: TaskText[]; obligations: ObligationFact[]; link: string | undefined }>;
  /** The invites that the codes in a text open or opened, in the order in which they stand there. */
  invites: InviteFact[];
  /** The words answer a question that was asked twice and is answered: they are no answer to the one that stands. */
  echo: boolean;
  /** A code for an invite that the turn may make, and the addresses at which it will open. */
  newCode: { code: string; links: string[] };
  /** The person's own page as it opens where they write, the code of its invite, and its address inside the platform. */
  ownPage: { code: string; link: string; app?: string };
  /**
   * The units whose roster has the phone number that the person told, and whether somebody answers for them already.
   * `areTriesUsedUp`: the account has given too many numbers.
   */
  byPhone: { units: { unit: UnitRef; isTaken: boolean }[]; areTriesUsedUp: boolean };
  /** Who waits for the staff of the person's offices to say whether they are who they say. */
  claims: PendingClaim[];
  ownData: OwnData;
  /** The roles of others that the staff of the person's offices may end. */
  rolesToEnd: HeldRole[];
  /** A summary, and what was asked for behind it. Without a view it is the summary itself, or there is no such thing. */
  summary: { summary: Summary; request: DrillRequest; view: DrillView | undefined; papers: PapersOffered };
  /** What the ledger says to a question, of the units that its asker may see. */
  ledger: LedgerAnswer;
  directives: DirectiveLine[];
  /** The directive that words begin with, of those that the person follows; and which there are. */
  directive: { search: DirectiveSearch<ListedDirective>; there: ListedDirective[] };
  /** Whom the person may call, the newest directive first. */
  contacts: OfficeContact[];
  preview: IssuePreview;
  /** The requests for more time that wait for the person's offices. */
  extensions: ExtensionRequest[];
  /** The directives to which an act may be done, the newest first; or the one that was chosen. */
  standings: StandingInView[];
  amendment: AmendmentView;
  /** Both sums of the directive that was found before, else of the newest that was issued. */
  reconciliation: { directive: ListedDirective; sums: Reconciliation };
  /** What the units that the person answers for consolidate, the newest directive first. */
  parts: PartView[];
  givenUp: ResendPreview[];
  /** The units' own reports on paper, by obligation. */
  unitPapers: Map<number, PaperOffer>;
  papers: PapersOffered;
  /** How the signed reports of the newest directive stand. */
  signed: SignedOverview;
  /** The groups of the office that the person is staff of. */
  groups: GroupOverview;
  pictures: PicturesFact;
  /** Whom to phone about the newest directive, and the pages that the lines name. */
  /** The page that was asked for, of so many. */
  calls: { count: number; calls: CallLine[]; handed: HandedLink[] };
  history: ReportHistory;
  /** What the person's units have handed in, round by round; the newest of a directive with the paper to sign. */
  handedIn: {
    units: UnitRef[];
    shown: { report: HandedIn; offer: PaperOffer | undefined }[];
    areMore: boolean;
    tasks: ProgressForm[];
  };
  /** What reporting takes of the units below the person's offices. */
  burden: BurdenAsked;
  /** The person's own assignments whose progress is asked for, of directives that go on. */
  progress: ProgressForm[];
  /** The same of units for which the person may tell it: whose directives their office issued, or which they consolidate. */
  progressFor: ProgressForm[];
  unitWays: UnitWays;
  /** What waits for the approval of the person's offices. */
  approvals: ApprovalRequest[];
  /** The staff of the offices that the person leads, and whether they may approve. */
  approvers: (HeldRole & { mayApprove: boolean })[];
  /** Those who have agreed to act beside the person for units that they head. */
  delegates: HeldRole[];
  /** The newest reminder to the person. */
  lastReminder: LastReminder;
  /** The newest reminder in a group of the person's offices. */
  lastGroupReminder: LastGroupReminder;
  /** What a question of the person may be answered from. */
  inquiry: Inquiry;
  /** The difficulties and requests in the reports to the person's offices. */
  difficulties: Difficulty[];
  /** The questions that wait for the person's offices, oldest first. */
  questions: WaitingQuestion[];
  /** What is held back since a restore. */
  hold: Hold;
  units: FoundUnit[];
  obligation: ObligationFact;
};

/** What was read of the needs. A fact is absent where nobody needed it, and where there is no such thing. */
export type Facts = { [K in Need['type']]?: FactOf[K] | undefined };

/** What a turn may look at. */
export type Context = {
  now: Date;
  /** Absent while the account's owner has not registered. */
  person: Person | undefined;
  /** Whether staff are still to say who the owner of the account is; false for whoever has registered. */
  isClaiming: boolean;
  /** What the data notice would say, where the turn may give it. */
  notice?: DataNotice | undefined;
  /** Where the person writes, whether it has a form for name and phone number, and whether our pages open from there. */
  channel: { name: ChannelName; hasContactForm: boolean; opensPages?: boolean };
  /** Of the units that the person answers for. */
  own: { assignments: AssignmentFact[]; obligations: ObligationFact[] };
  /** The standing choices of the newest message to this person that has any. */
  offered: Choice[];
  /** Something else was said to them since: a number alone may then mean something else. */
  isOfferOld?: boolean;
} & Facts;

/** What a person reads: the text and what may be tapped. Ids that begin with "/" are commands and never grow old. */
export type Saying = { text: string } & Partial<Omit<Body, 'text'>>;
