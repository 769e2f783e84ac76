import { readAssent } from '../../../core/language/assent/assent.ts';
import { isPlainYes } from '../../../core/language/assent/plain-yes.ts';
import type { Intent } from './intent.ts';

/**
 * The answer to a question of yes and no about what staff do: `yes` is the id of its first choice, `verbs` say what would be
 * done. A hold is no: nothing is done. Undefined for anything else, which is to be asked: also for a yes that names units, where units
 * might have a part in it.
 */
export function readChoiceOfTwo(
  intent: Intent,
  yes: string,
  verbs: readonly string[],
  isOfUnits = true,
): boolean | undefined {
  if (intent.type === 'choice') return intent.id === yes;
  if (intent.type !== 'answer') return undefined;
  const assent = readAssent(intent.text, verbs);
  if (assent.type === 'assent') return !isOfUnits || isPlainYes(intent.text, verbs) ? true : undefined;
  return assent.type === 'denial' || assent.type === 'hold' || assent.type === 'cancel' ? false : undefined;
}
