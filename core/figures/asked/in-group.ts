/** Questions that are asked of the service before all of a group. */

import { readLedgerQuestion } from '../../language/asked/read.ts';
import { isFiguresAlone } from '../../language/group-talk.ts';
import { readTopic } from '../../language/topics.ts';
import { readDrillRequest } from '../drill-down.ts';

/** Whether a text asks how a directive stands: over its ledger, until when, or in general. */
export const asksInGroup = (text: string): boolean =>
  text.trim() !== '' &&
  (readLedgerQuestion(text) !== undefined ||
    readTopic(text) === 'deadline' ||
    ['summary', 'missing', 'yesterday', 'groups', 'indicators'].includes(readDrillRequest(text).to));

/** What calls a question in a group, where the service was named. */
const asked = '/hoi';

/**
 * What is said to the service in a group where its name was taken out: a command and figures as they are, all else as a question.
 */
export function saidToService(rest: string): string {
  const said = rest.trim();
  return said === '' || said.startsWith('/') || isFiguresAlone(said) ? said : `${asked} ${said}`;
}

/** So many words may stand in the service's name. */
const mostOfName = 8;

/**
 * The same where its name is not known: "@UBND huyện Sông Mây còn mấy đơn vị nữa" asks what its longest end asks. Undefined where
 * no end of it is a question.
 */
export function saidBehindName(text: string): string | undefined {
  const words = text.trim().split(/\s+/);
  for (let from = 1; from <= Math.min(mostOfName, words.length - 1); from += 1) {
    const rest = words.slice(from).join(' ');
    if (asksInGroup(rest)) return saidToService(rest);
  }
  return undefined;
}
