import type { ChannelName } from '../channels/address.ts';
import type { Body } from '../delivery/layout.ts';
import type { GivenUpOf } from '../delivery/resending.ts';
import type { IssueTerms, IssuingRule } from '../directives/approval.ts';
import type { ChangeOrder } from '../directives/life/change.ts';
import type { SaidDay } from '../language/day.ts';
import type { PaperNumber } from '../language/paper-number.ts';
import type { TaskState } from '../progress/state.ts';
import type { DifficultyOrder } from '../reports/difficulty.ts';
import type { Indicator } from '../reports/obligation.ts';
import type { Answers } from '../reports/report.ts';
import type { InviteFact, UnitRef } from '../roster/person.ts';
import type { HoldEnd } from '../time/epoch.ts';
import type { HandedLink } from './context.ts';

/** The files that a turn is about: what has just come, with its album; or all that the person is asked about. */
export type WhichFiles = 'new' | 'asked';

/** What becomes of files: they wait for their sender's word, are kept as evidence, or are let go. */
export type FilesFate = { as: 'asked' | 'evidence' | 'nothing'; obligation: number | null };

/** What a turn changes, applied in its transaction in this order. */
export type Effect =
  | { type: 'redeem'; invite: InviteFact }
  /** The person becomes the head of units, as the roster's phone number says; staff are told. */
  | { type: 'take-units'; units: UnitRef[]; name: string }
  /** Somebody typed a number of the roster: staff are asked whether they are who they say. */
  | { type: 'claim-units'; units: UnitRef[]; phone: string; name: string }
  /** A typed number counts against the account's budget of tries. */
  | { type: 'count-phone' }
  | { type: 'decide-claim'; claim: number; isRight: boolean }
  /** All that is held of the person, or of the account where nobody registered, is erased. */
  | { type: 'erase' }
  | { type: 'withdraw-consent' }
  | { type: 'stop-telling' }
  | { type: 'revoke-role'; role: number; person: number }
  /** The person leaves roles that they held, and hands over. */
  | { type: 'leave-roles'; roles: number[] }
  /** The person is away until then (civil time); null: they are back. */
  | { type: 'set-away'; until: Date | null }
  | { type: 'answer-notice'; agreed: boolean; roles: number[] }
  | { type: 'acknowledge'; assignments: number[] }
  /**
   * `saidNoNote`: the person said that there is nothing to remark. `lateReason`: staff record it after its directive was
   * closed. `behalfReason`: why it is recorded for another unit.
   */
  | {
      type: 'submit';
      obligation: number;
      base: number;
      indicators: Indicator[];
      answers: Answers;
      note: string | null;
      saidNoNote: boolean;
      isOnBehalf: boolean;
      lateReason?: string;
      behalfReason?: string;
    }
  /** How tasks stand at a unit, as one of its people confirmed, or somebody for it. `behalfReason` as above. */
  | {
      type: 'tell-progress';
      assignment: number;
      tasks: { task: number; value: TaskState }[];
      isOnBehalf: boolean;
      behalfReason?: string;
    }
  /** The people of a unit hear what was reported for it. */
  | { type: 'tell-unit'; unit: number; directive: number; body: Body }
  /** What came of a signed report: its number, files that are its pages, or both. */
  | { type: 'sign'; obligation: number; paper: PaperNumber | null; files: WhichFiles | null; isOnBehalf: boolean }
  | ({ type: 'keep-files'; files: WhichFiles } & FilesFate)
  /** The newest of the files that the person is asked about, or that has just come, is the signed original of a directive. */
  | { type: 'attach-original'; directive: number }
  /** The person says who they are. */
  | { type: 'name-person'; name: string }
  | { type: 'prefer'; channel: ChannelName }
  /** `numbered`: it gets its number first; `unnumbered`: why it goes out without. */
  | { type: 'issue'; directive: number; numbered: { number: string; date: string } | null; unnumbered: string | null }
  /** Staff put a draft before who leads the office. `isOwn`: they may approve it themselves, and do. */
  | ({ type: 'put-forward'; directive: number; isOwn: boolean } & IssueTerms)
  | { type: 'decide-approval'; approval: number; isApproved: boolean; reason: string | null }
  | { type: 'set-issuing'; office: number; rule: IssuingRule }
  /** A leader lets staff of the office approve, or no longer. */
  | { type: 'let-approve'; role: number; may: boolean }
  | { type: 'request-extension'; obligation: number; until: SaidDay; reason: string }
  | { type: 'decide-extension'; request: number; isGranted: boolean }
  /** Somebody of a unit asks what no document answers: the office is asked. */
  | { type: 'ask-office'; directive: number | null; unit: number; text: string }
  | { type: 'settle-difficulties'; reports: number[]; order: DifficultyOrder }
  | { type: 'answer-question'; question: number; text: string }
  /** They will report these by then (civil time). */
  | { type: 'promise'; obligations: number[]; until: Date }
  | { type: 'change'; directive: number; order: ChangeOrder }
  /** A directive is amended as these words say. */
  | { type: 'amend'; directive: number; words: string }
  /** A draft is made after a directive. */
  | { type: 'duplicate'; directive: number }
  /** A unit passes its part on, by codes. */
  | { type: 'reissue'; directive: number; by: string; codes: string[]; until: SaidDay | null }
  /** Lets go out, or gives up, what is held back since a restore. */
  | { type: 'end-hold'; as: HoldEnd }
  /** What was given up and is still needed goes out again. */
  | { type: 'resend'; of: GivenUpOf }
  | { type: 'order-group'; channel: ChannelName; issuer: number; title: string }
  /** Writes the invites behind pages that staff hand over; those that are there already stay. */
  | { type: 'hand-links'; links: HandedLink[] }
  | {
      type: 'invite';
      for: 'unit' | 'delegate' | 'person' | 'staff' | 'leader' | 'group';
      unit: number | null;
      code: string;
    };

/** What a command in a group changes. */
export type GroupEffect = { type: 'bind-group'; invite: number; issuer: number };
