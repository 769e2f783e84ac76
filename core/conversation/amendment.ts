/** What a change to a directive that staff said would come to, before it is made. */
import type { DraftProblem } from '../directives/draft-check.ts';
import type { AmendedPiece } from '../directives/life/amend.ts';
import type { EditRefusal } from '../directives/life/edit-draft.ts';
import type { ReissueRefusal } from '../directives/life/reissue.ts';
import type { SaidDay } from '../language/day.ts';
import type { UnitRef } from '../roster/person.ts';
import type { DayOff } from '../time/calendar.ts';
import type { ListedDirective } from './directive-line.ts';

/** `changes`: each once, for whomever it is; `names` are those of units by their codes. */
export type AmendmentOutcome =
  | { is: 'not-understood' }
  | { is: 'none' }
  | { is: 'which'; directives: ListedDirective[] }
  | { is: 'refused'; refusal: EditRefusal | { why: 'wrong-draft'; problems: DraftProblem[] } }
  /** A unit passes its part on. */
  | { is: 'not-passed'; refusal: ReissueRefusal }
  | {
      is: 'reissue';
      directive: ListedDirective;
      by: UnitRef;
      units: UnitRef[];
      until: SaidDay | null;
      due: Date | null;
    }
  | {
      is: 'plan';
      directive: ListedDirective;
      reason: string | null;
      units: UnitRef[];
      changes: AmendedPiece[];
      /** The days off on which deadlines fall that did not before. */
      daysOff: DayOff[];
      names: ReadonlyMap<string, string>;
    };

/** What `words` come to. */
export type AmendmentView = AmendmentOutcome & { words: string };
