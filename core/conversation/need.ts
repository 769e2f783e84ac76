/** What a turn asks for, to be read before it is decided. */
import type { ChangeAct } from '../directives/life/change.ts';
import type { LedgerQuestion } from '../language/asked/question.ts';

/** What a turn needs beyond the person's own affairs. */
export type Need =
  | { type: 'tasks' }
  | { type: 'invites'; codes: string[] }
  /** Whether words written at a time of the platform answer once more what was asked twice. */
  | { type: 'echo'; writtenAt: number | undefined }
  | { type: 'newCode' }
  | { type: 'ownPage' }
  | { type: 'byPhone'; phone: string }
  | { type: 'claims' }
  | { type: 'extensions' }
  | { type: 'parts' }
  | { type: 'reconciliation' }
  | { type: 'ownData' }
  | { type: 'rolesToEnd' }
  | { type: 'contacts' }
  /** What words say of a directive, by its number or by the tag of a button. `orUnit`: a number that none has may be the code of a unit. */
  | { type: 'directive'; words: string; orUnit?: true }
  /** What is asked for behind the directive that was found before, else behind the newest that was issued. */
  | { type: 'summary' }
  | { type: 'ledger'; question: LedgerQuestion }
  | { type: 'directives' }
  /** A page of them, from 1. */
  | { type: 'calls'; page: number }
  /** Of the units that words name, for staff; without words, of those that the person answers for. */
  | { type: 'history'; words: string }
  | { type: 'progress' }
  /** Of one unit, by its id; without, of the units and the obligation that other needs of the turn have found. */
  | { type: 'progressFor'; unit?: number }
  | { type: 'unitWays'; unit: number }
  | { type: 'burden'; words: string }
  /** Of the rounds that words mean, of all without. */
  | { type: 'handedIn'; words: string }
  | { type: 'groups' }
  | { type: 'signed' }
  /** But for the pictures of `album`. */
  | { type: 'pictures'; album: string | null }
  | { type: 'approvals' }
  | { type: 'approvers' }
  | { type: 'delegates' }
  | { type: 'lastReminder' }
  | { type: 'lastGroupReminder' }
  | { type: 'inquiry' }
  | { type: 'difficulties' }
  | { type: 'questions' }
  | { type: 'hold' }
  /** Of the person's own obligations, and of those that other needs of the turn have found. */
  | { type: 'unitPapers' }
  | { type: 'papers' }
  /** Without an id: of the directive that was found before, else of the only draft, where there is one alone. */
  | { type: 'preview'; directive: number | undefined }
  /** Of the directives to which this may be done, or of the one that was chosen. */
  | { type: 'standings'; act: ChangeAct; directive: number | null }
  | { type: 'amendment'; words: string; directive: number | null; isReissue?: boolean }
  /**
   * Of one directive of the person's offices, of the one that was found before, or of all; null: what is about none. Those of
   * which nothing is to be sent again are left out.
   */
  | { type: 'givenUp'; directive: number | null | undefined }
  | { type: 'units'; words: string }
  /** One unit for which the person may report, by its id. */
  | { type: 'units'; unit: number }
  /** One obligation of a unit that the person is not of, for its issuer's staff. */
  | { type: 'obligation'; id: number };
