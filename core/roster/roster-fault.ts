/** What may be wrong with a roster's file, and what was changed in reading it. */
import type { PhoneFault } from '../language/phone.ts';

export type RosterFault =
  | {
      type:
        | 'missing-column'
        | 'repeated-column'
        | 'empty'
        | 'bad-code'
        | 'code-made-a-date'
        | 'bad-staff'
        | 'too-many-cells'
        | 'unnamed-column'
        | 'line-break'
        | 'cell-error'
        | 'no-rows';
    }
  | { type: 'too-long'; most: number }
  | { type: 'too-many-aliases'; most: number }
  | { type: 'lost-letters' | 'old-letters' | 'ditto'; text: string }
  | { type: 'open-quote' | 'stray-quote' }
  | { type: 'bad-phone'; fault: PhoneFault }
  | { type: 'repeated-code'; firstRow: number }
  | { type: 'unknown-parent'; parent: string }
  | { type: 'ambiguous-parent'; parent: string; codes: string[] }
  | { type: 'cycle'; codes: string[] }
  | { type: 'near-kind'; kind: string; other: string; where: Where }
  | { type: 'code-twin'; other: string; where: Where }
  | { type: 'name-twin'; name: string; other: string; where: Where };

/** Where the other one stands: in a row of the file, or in the roster already (null). */
export type Where = { row: number } | null;

/** `row` counts as a spreadsheet does, from 1. `column` is one of the roster's; empty where none is concerned. */
export type RosterError = { row: number; column: string; fault: RosterFault };

/** What was read otherwise than it is written, or left out. Nothing is changed in silence. */
export type RosterNote = { row: number; column: string } & {
  note:
    | { type: 'heading-found' }
    | { type: 'ignored-column'; heading: string }
    | { type: 'skipped-row'; text: string }
    | { type: 'phone'; from: string; to: string }
    | { type: 'staff'; from: string; to: number }
    | { type: 'kind' | 'head-name'; from: string; to: string }
    | { type: 'parent'; from: string; to: string }
    | { type: 'lines-joined' }
    | { type: 'twin-accepted'; fault: RosterFault };
};
