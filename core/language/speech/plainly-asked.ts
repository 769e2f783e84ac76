/** Whether a text plainly asks, in a place where it may as well be an answer or a sentence of its own. */
import { patternsOf } from '../reading/patterns.ts';
import { tokensIn, type Word, written } from '../reading/tokens.ts';
import * as table from './speech-words.ts';

const patterns = (list: string) => patternsOf(list, table.classes);
const leads = patterns(table.askingLeads);
const beside = patterns(table.besideAsking);
const askedFor = patterns(table.askedFor);
const negated = patterns(table.notAskedBehind);
const whoever = patterns(table.whoeverBefore);
const atEnd = patterns(table.askedAtEnd);

const wordsOf = (text: string): readonly Word[] => tokensIn(written(text)).filter(({ kind }) => kind !== 'sign');

/** "còn hạn không em": a question of yes and no, whose "không" denies nothing. */
export const asksWhether = (text: string): boolean => isAskedWhether(wordsOf(text));

const isAskedWhether = (words: readonly Word[]): boolean =>
  words.length > 2 && words.length < 16 && words.some((_, at) => atEnd.endAt(words, at) === words.length);

const longest = 200;

/** "xã nào chưa nộp", "cho hỏi còn thiếu mấy trường": a question. "Ai chưa nộp thì nộp ngay" is none. */
export function asksPlainly(text: string): boolean {
  if (text.length > longest) return false;
  if (text.includes('?')) return true;
  const words = wordsOf(text);
  return isAskedWhether(words) || isLed(words) || words.some((_, at) => isAskedFor(words, at));
}

function isLed(words: readonly Word[]): boolean {
  for (let at = 0; at < words.length; at += 1) {
    if (leads.endAt(words, at) > at) return true;
    if (beside.endAt(words, at) === at) return false;
  }
  return false;
}

function isAskedFor(words: readonly Word[], at: number): boolean {
  const end = askedFor.endAt(words, at);
  if (end === at || whoever.find(words.slice(end))) return false;
  return ![at - 1, at - 2].some((from) => from >= 0 && negated.endAt(words, from) === at);
}
