/** Words of a question that ask nothing: of who denies, or is not sure which of two numbers is right. */
import { isNumberWord } from '../number-words.ts';
import { patternsOf } from '../reading/patterns.ts';
import { isWord, type Word } from '../reading/tokens.ts';
import {
  askingAll,
  classes,
  courteous as courteousWords,
  denying as denyingWords,
  nobodySaid,
  or,
  some,
} from './speech-words.ts';

const [denying, asking, courteous] = [denyingWords, askingAll, courteousWords].map((list) =>
  patternsOf(list, classes),
) as [ReturnType<typeof patternsOf>, ReturnType<typeof patternsOf>, ReturnType<typeof patternsOf>];

/** "chưa có ai đâu", "đâu có, được 20 rồi": a denial, whose words ask nothing. */
export function isDenied(words: readonly Word[]): boolean {
  let from = 0;
  while (words[from]?.kind === 'sign' || courteous.endAt(words.slice(from, from + 1), 0) > 0) from += 1;
  const end = denying.endAt(words, from);
  if (end > from && asking.find(words.slice(end)) === undefined) return true;
  const none = nobody.find(words);
  const beside = none && [words.slice(0, none.from), words.slice(none.to)];
  return beside?.every((some) => asking.find(some) === undefined) === true;
}

/** "qr với smart đều chưa có ai làm": behind a "no" these ask for nothing. */
const nobody = patternsOf(nobodySaid, classes);

/** "44 hay 45", "ba mươi mấy": whoever says so is not sure of a number. */
export function isBetweenNumbers(words: readonly Word[]): boolean {
  const at = words.findIndex((word) => or.some((one) => isWord(one, word)));
  const isNumber = (word: Word | undefined): boolean => word?.kind === 'number' || isNumberWord(word?.text ?? '');
  if (at > 0 && isNumber(words[at - 1]) && isNumber(words[at + 1])) return true;
  return words.some((word, i) => isWord(some, word) && isNumber(words[i - 1]));
}
