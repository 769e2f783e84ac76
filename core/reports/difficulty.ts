/** Difficulties and requests that units put into their reports: grouped, answered, forwarded, declined. Pure. */
import { fold } from '../language/text.ts';
import type { UnitRef } from '../roster/person.ts';

export type DifficultyState = 'open' | 'answered' | 'forwarded' | 'declined';

/** A remark of a report that stands; `id` is that of the report. `topic` null: staff have not grouped it. */
export type Difficulty = {
  id: number;
  unit: UnitRef;
  directive: { id: number; number: string; date: string | null };
  note: string;
  topic: string | null;
  state: DifficultyState;
  answer: string | null;
};

/** What staff want done with some of them, or with all of a topic. */
export type DifficultyOrder =
  | { act: 'group'; topic: string }
  | { act: 'answered' | 'forwarded' | 'declined'; text: string };

type Which = { ids: number[] } | { topic: string };

const verbs: readonly { words: string; act: DifficultyOrder['act'] }[] = [
  { words: 'tra loi', act: 'answered' },
  { words: 'chuyen', act: 'forwarded' },
  { words: 'tu choi', act: 'declined' },
  { words: 'khong giai quyet', act: 'declined' },
];

/** The longest name of a topic, and the longest answer. */
const longestTopic = 60;
const longestText = 500;

/**
 * Reads "3 5 nhóm thiết bị", "3 trả lời sẽ cấp bù", "nhóm thiết bị chuyển Sở TTTT", "4 từ chối ngoài thẩm quyền". Undefined where
 * it is none of these.
 */
export function readDifficultyOrder(said: string): { which: Which; order: DifficultyOrder } | undefined {
  const words = said.trim().split(/\s+/);
  const folded = words.map((word) => fold(word).replace(/[:,.]+$/, ''));
  const numbers = words.findIndex((word) => !/^\d{1,9},?$/.test(word));
  const ids = (numbers < 0 ? words : words.slice(0, numbers)).map((word) => Number.parseInt(word, 10));
  const from = ids.length;
  const isTopic = folded[from] === 'nhom';
  const at = folded.findIndex((_, index) => index >= from && verbAt(folded, index) !== undefined);
  const verb = at < 0 ? undefined : verbAt(folded, at);
  if (verb) {
    const text = words
      .slice(at + verb.words.split(' ').length)
      .join(' ')
      .replace(/^[:,]\s*/, '')
      .slice(0, longestText);
    const topic = isTopic ? words.slice(from + 1, at).join(' ') : '';
    const which = ids.length > 0 ? { ids } : topic === '' ? undefined : { topic };
    return which && text !== '' ? { which, order: { act: verb.act as 'answered', text } } : undefined;
  }
  const topic = words
    .slice(from + 1)
    .join(' ')
    .slice(0, longestTopic);
  return ids.length > 0 && isTopic && topic !== '' ? { which: { ids }, order: { act: 'group', topic } } : undefined;
}

const verbAt = (folded: readonly string[], at: number) =>
  verbs.find(({ words }) => folded.slice(at, at + words.split(' ').length).join(' ') === words);

/** Those that are meant; letter case and marks of a topic do not matter. */
export const difficultiesMeant = (all: readonly Difficulty[], which: Which): Difficulty[] =>
  'ids' in which
    ? all.filter(({ id }) => which.ids.includes(id))
    : all.filter(({ topic }) => topic !== null && fold(topic) === fold(which.topic));

/** By topic, in the order in which the first of each stands; what is not grouped comes last, under null. */
export function byTopic<T extends { topic: string | null }>(all: readonly T[]): { topic: string | null; rows: T[] }[] {
  const topics = [...new Set(all.flatMap(({ topic }) => topic ?? []))];
  const grouped = topics.map((topic) => ({ topic, rows: all.filter((one) => one.topic === topic) }));
  const rest = all.filter(({ topic }) => topic === null);
  return rest.length > 0 ? [...grouped, { topic: null, rows: rest }] : grouped;
}
