import type { IndicatorKind } from '../directives/indicator-draft.ts';
import type { UnitRef } from '../roster/person.ts';
import type { Exact } from './exact.ts';

/** One revision of a unit's report, as it was sent. */
export type PastReport = {
  unit: UnitRef;
  /** The number of the directive, and the title of what it asks to be reported. */
  directive: string;
  title: string;
  /** 1 for the first; each correction is one more. */
  revision: number;
  by: string;
  /** Sent by staff for a unit that cannot use the chat. */
  isOnBehalf: boolean;
  /** Why; null where nothing was said. */
  behalfReason: string | null;
  /** Civil time. */
  at: Date;
  /** In the order of the form. Yes-no is the number 1 or 0. */
  figures: { label: string; kind: IndicatorKind; unit: string | null; number: Exact | null; text: string | null }[];
};

/** The past reports of the units that are meant, newest first; of several units none before one is chosen. */
export type ReportHistory = { units: UnitRef[]; reports: PastReport[] };

/** So many are shown in one answer. */
export const mostShown = 10;
