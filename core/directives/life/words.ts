/** What staff say of a change in one breath: "cho xã Quảng Bình đến 15/9, lý do mất điện". Pure. */
import { type MoreTime, readMoreTime } from '../../language/commands/extension-order.ts';
import { readDay, type SaidDay } from '../../language/day.ts';
import { fold, isWordWritten, lowerCase, normalise } from '../../language/text.ts';

/** The parts of what was said. `who` is what stands beside the day and the reason; `more`: so much more time, where no day is said. */
export type ChangeWords = {
  who: string;
  until: SaidDay | 'unreadable' | undefined;
  more?: MoreTime;
  reason: string | undefined;
};

/** Words that begin a reason, as they are written with their marks. */
const reasons = [['l\u00fd', 'do'], ['l\u00ed', 'do'], ['v\u00ec'], ['do'], ['b\u1edfi']];
/** Words that stand before a day. */
const untils = new Set(['den', 'toi', 'sang', 'truoc', 'het']);
const aDay = /^\(?\d{1,2}[/.-]\d{1,2}/;

/** Parts a text; `now` is civil. */
export function readChangeWords(said: string, now: Date): ChangeWords {
  const { rest, reason } = readReasonAround(said);
  const words = normalise(rest).split(/\s+/).filter(Boolean);
  const dayAt = untilAt(words, now);
  if (dayAt !== undefined) {
    const until = readDay(words.slice(dayAt).join(' '), now);
    return { who: whoOf(words.slice(0, dayAt), words.slice(dayEnd(words, dayAt, until, now))), until, reason };
  }
  const length = readMoreTime(rest);
  if (!length) return { who: trimmed(words.join(' ')), until: undefined, reason };
  return {
    who: whoOf(length.before.split(/\s+/), length.behind.split(/\s+/)),
    until: undefined,
    more: length.more,
    reason,
  };
}

/** Behind a day or a length of time, "cho" says whom; anything else there is courtesy. */
function whoOf(before: readonly string[], behind: readonly string[]): string {
  const isWho = /^(?:cho|voi|cua)$/.test(fold(behind[0] ?? ''));
  return trimmed([...before, ...(isWho ? behind : [])].filter(Boolean).join(' '));
}

/** Where the words of a day end that begins at `from`. */
function dayEnd(words: readonly string[], from: number, until: ChangeWords['until'], now: Date): number {
  const isSame = (read: ChangeWords['until']): boolean =>
    typeof read === 'object' && typeof until === 'object'
      ? read.date === until.date && read.time === until.time
      : read === until;
  for (let end = from + 1; end <= Math.min(words.length, from + longestDay); end += 1)
    if (isSame(readDay(words.slice(from, end).join(' '), now))) return end;
  return words.length;
}

/** "đến hết 17 giờ 30 chiều thứ sáu ngày 15 tháng 9 năm 2021". */
const longestDay = 16;

/** A reason behind, or in front with a comma behind it: "vì mất điện, cho xã An Bình đến 15/9". */
function readReasonAround(said: string): { rest: string; reason: string | undefined } {
  const read = readReason(said);
  const comma = read.reason?.indexOf(',') ?? -1;
  if (read.rest !== '' || read.reason === undefined || comma < 0) return read;
  const rest = read.reason.slice(comma + 1).trim();
  return toWhom.test(fold(rest)) ? { rest, reason: read.reason.slice(0, comma).trim() } : read;
}

/** What goes on behind a reason says whom, or until when. */
const toWhom = /^(?:cho|gia han|lui|them|den|toi|sang|xa|phuong|truong|cac|tat ca|ubnd|phong) /;

/** Parts "các xã chưa báo cáo: đề nghị gửi trước 16 giờ": whom, and the sender's own sentence; behind a colon in front all is that. */
export function readChaseWords(said: string): ChangeWords {
  const [who = '', ...words] = said.split(':');
  const sentence = words.join(':').trim();
  return { who: trimmed(who.trim()), until: undefined, reason: sentence || undefined };
}

/** Parts a reason from what stands before it: "An Bình lý do mất điện". */
export function readReason(said: string): { rest: string; reason: string | undefined } {
  const words = normalise(said).split(/\s+/).filter(Boolean);
  const at = reasonAt(words);
  if (!at) return { rest: said, reason: undefined };
  const reason = words
    .slice(at.behind)
    .join(' ')
    .replace(/^[:,.\s]+/, '')
    .trim();
  return { rest: trimmed(words.slice(0, at.from).join(' ')), reason: reason || undefined };
}

const trimmed = (text: string): string => text.replace(/[\s,;:.]+$/, '');

function reasonAt(words: readonly string[]): { from: number; behind: number } | undefined {
  for (const [from] of words.entries())
    for (const phrase of reasons) {
      const isHere = phrase.every((word, step) =>
        isWordWritten(word, lowerCase(words[from + step] ?? '').replace(/[^\p{L}\p{M}]/gu, '')),
      );
      if (isHere) return { from, behind: from + phrase.length };
    }
  return undefined;
}

/** Where the words of a day begin. */
function untilAt(words: readonly string[], now: Date): number | undefined {
  const isKey = (word: string): boolean => untils.has(fold(word).replace(/\W/g, ''));
  const keyed = words.findIndex((word, at) => isKey(word) && isDay(readDay(words.slice(at + 1).join(' '), now)));
  if (keyed >= 0) return keyed;
  const plain = words.findIndex((word) => aDay.test(word));
  if (plain < 0) return undefined;
  return /^(?:ngay|hom)$/.test(fold(words[plain - 1] ?? '')) ? plain - 1 : plain;
}

const isDay = (read: SaidDay | 'unreadable' | undefined): boolean => read !== undefined;

/** Words that say "every unit". */
const everybody =
  /^(?:tat ca|toan bo|moi|cac|chung|het)(?: (?:tat ca|cac|moi|don vi|dia phuong|co quan|ong|ba|bac|vi|dong chi|chua bao cao|chua nop|chua gui|con lai|may|nhung|dua|thang|nguoi|ai))*$/;

/** What stands behind those who are meant because they owe. */
const whoOwes =
  /\s+(?:ch\u01b0a (?:b\u00e1o c\u00e1o|n\u1ed9p|g\u1eedi|xong)|c\u00f2n n\u1ee3|c\u00f2n l\u1ea1i|chua (?:bao cao|nop|gui|xong)|con (?:no|lai))(?:\s.*)?$/iu;

/** What is said behind whom it is about, to whoever does it: "x\u00e3 An B\u00ecnh \u0111i em nh\u00e9". */
const courtesyBehind =
  /(?:\s+(?:\u0111i|nh\u00e9|nha|nh\u00e1|nhe|\u1ea1|em|e|v\u1edbi|gi\u00fap|gi\u00f9m|d\u00f9m|h\u1ed9|lu\u00f4n|ngay|n\u00e0o|th\u00f4i|c\u00e1i|anh|ch\u1ecb|\u01a1i|mi|tau))+$/iu;
/** "m\u1ea5y x\u00e3", "nh\u1eefng tr\u01b0\u1eddng" are "c\u00e1c" too. */
const several = /^(?:m\u1ea5y|nh\u1eefng|may|nhung)\s+/iu;

/** The units that words name: everybody, or phrases that each name one or, as "các xã", a kind. */
export function readWho(who: string): 'everybody' | string[] {
  const said = who
    .replace(/^(?:(?:l\u1ea1i|th\u00eam|ti\u1ebfp|ngay|lu\u00f4n|cho|gi\u00fap|c\u1ee7a)(?:\s+|$))+/iu, '')
    .replace(courtesyBehind, '')
    .replace(several, 'c\u00e1c ')
    .trim();
  if (everybody.test(fold(said))) return 'everybody';
  return said
    .replace(whoOwes, '')
    .split(/\s*[,;]\s*|\s+(?:v\u00e0|v\u1edbi|c\u00f9ng)\s+/u)
    .map((part) => part.replace(/^(?:cho|c\u1ee7a)\s+/iu, '').trim())
    .filter((part) => part !== '');
}
