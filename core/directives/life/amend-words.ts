/** What staff say of a change to a directive: "sửa hạn mục 3 thành 17h00 ngày 15/9". Pure. */
import { fold, normalise, withoutEnd } from '../../language/text.ts';
import { readReason } from './words.ts';

/** What of the directive is meant: the tasks of a section, one task, or a report; by its number, null where none is said. */
export type EditTarget = { of: 'section' | 'task' | 'duty'; number: string | null };

/** One change to a draft, in the words of whoever wants it. */
export type DraftEdit =
  | { edit: 'deadline'; target: EditTarget; words: string }
  | { edit: 'text'; target: EditTarget; text: string }
  | { edit: 'units'; target: EditTarget; units: string[]; is: 'added' | 'removed' };

/** `about`: the words in which the directive may be named. */
export type AmendWords = { edit: DraftEdit; about: string; reason: string | null };

const target = '(muc|nhiem vu|viec|bao cao|phan)(?: so)?(?: (\\d+(?:\\.\\d+)*))?(?![\\w/.])';
const deadline = new RegExp(`^(?:sua|doi|dieu chinh|chinh)(?: lai)? (?:thoi )?han(?: nop)?(?: cua)?(?: ${target})?`);
const content = new RegExp(`^(?:sua|doi|dieu chinh)(?: lai)?(?: noi dung)?(?: cua)? ${target}`);
const units = new RegExp(`^(bo sung|them|bo|rut|loai)(?: (?:cac )?don vi)? (.+?) (?:vao|(?:ra )?khoi) ${target}`);

const kinds: Record<string, EditTarget['of']> = { muc: 'section', phan: 'section', 'bao cao': 'duty' };
const targetOf = (kind: string | undefined, number: string | undefined): EditTarget => ({
  of: kinds[kind ?? ''] ?? 'task',
  number: number ?? null,
});

const folded = (words: readonly string[]): string => words.map((word) => withoutEnd(fold(word), ',;:')).join(' ');

/** Reads words; undefined where they say no change that is known. */
export function readAmendWords(said: string): AmendWords | undefined {
  const words = normalise(said).split(/\s+/).filter(Boolean);
  return readUnits(words) ?? readPut(words);
}

/** "… thành …", "…: …": what is named, and what it is to be. */
function readPut(words: readonly string[]): AmendWords | undefined {
  const at = words.findIndex((word) => ['thanh', 'sang'].includes(fold(word)) || word.endsWith(':'));
  if (at < 0) return undefined;
  const head = words.slice(0, words[at]?.endsWith(':') ? at + 1 : at);
  const about = head.join(' ').replace(/:$/, '');
  const { rest, reason = null } = readReason(words.slice(at + 1).join(' '));
  const ofDeadline = deadline.exec(folded(head));
  if (ofDeadline) {
    const [, kind = 'bao cao', number] = ofDeadline;
    return rest === ''
      ? undefined
      : { edit: { edit: 'deadline', target: targetOf(kind, number), words: rest }, about, reason };
  }
  const [, kind, number] = content.exec(folded(head)) ?? [];
  // The words of a task may name a reason of their own: they are taken whole.
  const text = words.slice(at + 1).join(' ');
  if (kind === undefined || number === undefined || text === '') return undefined;
  return { edit: { edit: 'text', target: targetOf(kind, number), text }, about, reason: null };
}

function readUnits(words: readonly string[]): AmendWords | undefined {
  const found = units.exec(folded(words));
  if (!found) return undefined;
  const [whole, verb = '', named = '', kind, number] = found;
  const count = (text: string): number => text.split(' ').filter(Boolean).length;
  const from = count(whole.slice(0, whole.indexOf(named, verb.length)));
  const names = words.slice(from, from + count(named)).join(' ');
  const { rest, reason = null } = readReason(words.slice(count(whole)).join(' '));
  const list = names.split(/\s*[,;]\s*|\s+v\u00e0\s+/u).filter((name) => name !== '');
  const is = verb === 'bo sung' || verb === 'them' ? 'added' : 'removed';
  return { edit: { edit: 'units', target: targetOf(kind, number), units: list, is }, about: rest, reason };
}
