/** A correction as people say it in passing. */
import { bare } from '../language/topics.ts';

const verbs = new Set([
  'sua',
  'sua lai',
  'doi',
  'doi lai',
  'chinh',
  'chinh lai',
  'dieu chinh',
  'cap nhat',
  'nham',
  'update',
  'update lai',
  'xin sua',
]);
const courtesies = new Set(['da', 'em', 'toi', 'anh', 'chi', 'xin', 'cho', 'phep', 'bao', 'cao', 'muon', 'giup']);
const links = new Set(['thanh', 'sang', 'la', 'len', 'xuong', 'con', 'moi dung la', 'moi', 'dung']);

/**
 * What is to be corrected and its figure, of "sửa bluezone thành 20": "bluezone 20". `isAsked` where its writer says that
 * it is a correction. Without a figure undefined.
 */
export function correctionIn(text: string): { text: string; isAsked: boolean } | undefined {
  const words = text.trim().split(/\s+/);
  if (words.length > 12 || !/\d/.test(text) || text.includes('\n')) return undefined;
  let from = 0;
  while (from < words.length && courtesies.has(bare(words[from] ?? ''))) from += 1;
  const twice = verbs.has(bare(words.slice(from, from + 2).join(' ')));
  const isAsked = twice || verbs.has(bare(words[from] ?? ''));
  const rest = words.slice(from + (twice ? 2 : isAsked ? 1 : 0));
  const kept = rest.filter((word, at) => at === 0 || !links.has(bare(word)));
  return kept.length > 1 ? { text: kept.join(' '), isAsked } : undefined;
}
