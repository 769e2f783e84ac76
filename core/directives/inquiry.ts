/** Questions about a directive: the clause that answers one, and which questions are the same. Pure. */
import { fold } from '../language/text.ts';
import type { UnitRef } from '../roster/person.ts';

/** A task of the asker's own, in the document's words; `asksReport`: it is what asks for the report. */
export type Clause = { directive: number; section: string; text: string; asksReport: boolean };

/** A question that the office has answered. */
export type SettledQuestion = { directive: number | null; text: string; answer: string; at: Date };

/** A question that waits for an answer of the office. */
export type WaitingQuestion = {
  id: number;
  directive: { id: number; number: string; date: string | null } | null;
  unit: UnitRef;
  by: string;
  text: string;
  at: Date;
};

/**
 * What a question may be answered from: the asker's clauses, and what was answered before, the newest first. `waiting`: what the
 * asker has asked and waits for.
 */
export type Inquiry = { clauses: Clause[]; settled: SettledQuestion[]; waiting: string[] };

/** Syllables that every question has, and say nothing of what it is about. */
const empty = new Set(
  `a ai anh ban bao bang bi biet bot cac can cao chac chi cho chua chung co con cua da dang dau day de den di dong do don duoc em gi gio
  gui ha hay hoi hom ho khi khong ko la lai lam luc ly mai minh mot muon nao nay neu ngay nen nhe nhu nhung nop o phai qua roi sao se so tai
  the theo thi thoi thong toi trong truong tu va van vay ve vi viec voi vui xa xin y he`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

const syllablesOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** The syllables that say what a text is about, each once. */
const matterOf = (text: string): string[] => [...new Set(syllablesOf(text).filter((word) => !empty.has(word)))];

const asksWhy = /\b(?:vi sao|tai sao|sao (?:lai |ma )?phai|co phai|ly do gi|can cu (?:nao|gi|vao dau))\b/;
const ofReporting = /\b(?:bao cao|bao|nop|gui)\b/;

/** "mục 3 là gì", "nội dung mục 2 yêu cầu làm gì": the words of one section. */
const asksForSection =
  /\b(?:muc|nhiem vu|phan|y)(?: so)? (\d+[a-z]?)(?: \S+){0,3} (?:la gi|noi gi|lam gi|ghi gi|yeu cau gi|viec gi|la sao|the nao|la the nao)(?: (?:a|vay|the|em|anh|chi|e))*$/;

/** Of what a question is about, so much must stand in a clause, and so much less in any other. */
const enough = 0.6;
const margin = 0.25;

/**
 * The clause that clearly answers a question; undefined where none does, or two might. Why one must report is answered by the
 * clause that asks for it.
 */
export function matchClause(question: string, clauses: readonly Clause[]): Clause | undefined {
  const matter = matterOf(question);
  const said = syllablesOf(question).join(' ');
  const section = asksForSection.exec(said)?.[1];
  if (section !== undefined) {
    const [only, ...others] = clauses.filter((clause) => fold(clause.section) === section);
    return others.length === 0 ? only : undefined;
  }
  if (matter.length === 0 && asksWhy.test(said) && ofReporting.test(said)) {
    const [only, ...others] = clauses.filter(({ asksReport }) => asksReport);
    return others.length === 0 ? only : undefined;
  }
  if (matter.length < 2) return undefined;
  const ranked = clauses
    .map((clause) => ({ clause, share: shareIn(matter, said, clause.text) }))
    .sort((a, b) => b.share - a.share);
  const [best, next] = ranked;
  return best && best.share >= enough && best.share - (next?.share ?? 0) >= margin ? best.clause : undefined;
}

/** How much of a question's matter stands in a clause; nothing without two syllables together in both, or with another figure. */
function shareIn(matter: readonly string[], question: string, clause: string): number {
  const words = syllablesOf(clause);
  const text = ` ${words.join(' ')} `;
  const pairs = question.split(' ').flatMap((word, at, all) => {
    const next = all[at + 1];
    return next !== undefined && !empty.has(word) && !empty.has(next) ? [`${word} ${next}`] : [];
  });
  if (matter.some((word) => /\d/.test(word) && !words.includes(word))) return 0;
  if (!pairs.some((pair) => text.includes(` ${pair} `))) return 0;
  return matter.filter((word) => words.includes(word)).length / matter.length;
}

/** Whether two questions ask the same: what they are about differs by a little at most. */
export function isSameQuestion(a: string, b: string): boolean {
  const [first, second] = [matterOf(a), matterOf(b)];
  if (first.length === 0 || second.length === 0) return syllablesOf(a).join(' ') === syllablesOf(b).join(' ');
  const shared = first.filter((word) => second.includes(word)).length;
  return shared / (first.length + second.length - shared) >= 0.8;
}
