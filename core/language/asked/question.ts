/** What is asked of the ledger: which units stand how, what their figures come to, how one of them stands. */
import type { Decimal } from '../reading/decimal.ts';

/**
 * How units stand that are asked for. `overdue`: it owes and its time is over; `late`: it reported after that. `today`: it
 * reported today. `silent`: it has received, and owes. `asked-extension`, `promised`, `broke-word`: what its people said. `remarked`: its report names difficulties
 * or requests.
 */
export const askedStandings = [
  'owing',
  'reported',
  'on-time',
  'late',
  'overdue',
  'today',
  'received',
  'silent',
  'unreceived',
  'unreachable',
  'excused',
  'extended',
  'asked-extension',
  'promised',
  'broke-word',
  'corrected',
  'remarked',
] as const;
export type AskedStanding = (typeof askedStandings)[number];

/**
 * `kind`: the word for the units that are meant as it was written ("trường"), empty for all. `named`: the words in which an indicator is named, a unit
 * beside it perhaps. `section`: its number as it was written; null: of all sections.
 */
export type LedgerAsk =
  /** `counts`: how many rather than which. */
  | { about: 'units'; standing: AskedStanding; kind: string; counts: boolean }
  /** Who reported first, or last. */
  | { about: 'order'; end: 'first' | 'last'; kind: string }
  | { about: 'section'; only: 'all' | 'open' | 'done' | 'blocked'; section: string | null; kind: string }
  /** `isPlain`: it says itself that a figure is asked for; else only the name of an indicator makes it a question. */
  | { about: 'figure'; how: 'total' | 'average' | 'share'; named: string; kind: string; isPlain: boolean }
  | { about: 'ranked'; end: 'highest' | 'lowest'; named: string; kind: string }
  /** `isShare`: `than` is a percentage. */
  | {
      about: 'bounded';
      side: 'below' | 'above' | 'equal';
      than: Decimal;
      isShare: boolean;
      named: string;
      kind: string;
    }
  /** Which units have not given a figure. */
  | { about: 'without'; named: string; kind: string }
  /** How one unit stands; who reported for it and when; how often it was corrected; what holds it up. */
  | { about: 'unit'; what: 'state' | 'sender' | 'revisions' | 'troubles'; unit: string }
  | { about: 'contact'; unit: string }
  /** What to expect until the deadline, and who may be late. */
  | { about: 'forecast' }
  /** This round beside the one before. */
  | { about: 'compared'; named: string; kind: string };

/** `directive`: the number of the directive that is meant, as it was written; empty: none was named. */
export type LedgerQuestion = { directive: string; ask: LedgerAsk };
