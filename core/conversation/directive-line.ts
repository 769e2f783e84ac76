/** A directive in a list. */
import type { DirectiveState } from '../directives/assignment.ts';

/** How a directive stands, in a line. */
export type DirectiveLine = {
  id: number;
  number: string;
  date: string | null;
  subject: string;
  state: DirectiveState;
  reporting: number;
  reported: number;
  /** Its reports that recur, in the words of the document, and when each is due next; absent: it has none, or asks for none any more. */
  recurring?: { quote: string; next: Date | null }[];
};

/** A directive as far as it is looked for by its number. */
export type ListedDirective = Pick<DirectiveLine, 'id' | 'number' | 'date' | 'subject' | 'state'>;
