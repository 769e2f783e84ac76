/** A yes of staff to what was shown to them, and to all of it. */
import { patternsOf } from '../reading/patterns.ts';
import { tokensIn, written } from '../reading/tokens.ts';
import { readAssent } from './assent.ts';
import { someUnits } from './assent-words.ts';

const some = patternsOf(someUnits);

/** "ok nhắc đi" is one; "chỉ nhắc xã thôi" agrees to a part, and is to be asked about. */
export const isPlainYes = (text: string, verbs: readonly string[]): boolean =>
  readAssent(text, verbs).type === 'assent' && some.find(tokensIn(written(text))) === undefined;
