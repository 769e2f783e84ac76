import { outsideName } from '../../../core/language/name.ts';
import { namelessWebPerson } from '../../../messages/words/people.ts';

/** The display name for what a person typed as theirs: an `outsideName`, and never empty. */
export const personName = (typed: unknown): string =>
  (typeof typed === 'string' && outsideName(typed)) || namelessWebPerson;
