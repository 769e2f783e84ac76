import { withoutLetter } from '../../language/answers.ts';
import { readAssent } from '../../language/assent/assent.ts';
import { readRemark, saysNoDifficulty, saysNoRemark } from '../../language/assent/remark.ts';
import { fold } from '../../language/text.ts';
import { isPartOf } from '../labels.ts';
import type { ReportForm } from '../report.ts';

/** Names of remarks that any form understands (folded), besides its own. */
const names = [
  'kho khan',
  'kien nghi',
  'vuong mac',
  'de xuat',
  'y kien',
  'ghi chu',
  'kho khan vuong mac',
  'kho khan kien nghi',
];
const lead = /^(?:sua lai|sua|them|bo sung|ghi them|ghi|em) /;

/**
 * What is said behind the name of the remark and a colon: "khó khăn: mạng yếu". Where a text begins with such a name but
 * has no colon, and more than the name, the whole text. Undefined where no remark is named, or the form takes none.
 */
export function remarkNamed(text: string, form: ReportForm): string | undefined {
  if (form.noteLabel === null || dropsRemark(text, form)) return undefined;
  const label = fold(form.noteLabel).replace(/[^a-z0-9]+/g, ' ');
  const isName = (words: string): boolean => {
    const name = fold(words)
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
      .replace(lead, '');
    return names.includes(name) || (name.length > 2 && isPartOf(name, label));
  };
  const [, before = '', behind = ''] = /^([^:]{2,60}):\s*(\S.*)$/s.exec(text.trim()) ?? [];
  if (behind !== '' && (isName(before) || isName(behindYes(before)))) return behind;
  const added = /\d/.test(text) ? undefined : addedInWords(text);
  if (added !== undefined) return added;
  const folded = fold(text);
  return names.some((name) => folded.startsWith(`${name} `)) && !/\d/.test(text) ? text.trim() : undefined;
}

const dropping = /^(?:bo|xoa|huy)$/;
const besideDropping =
  /^(?:di|nhe|nha|a|em|e|anh|chi|giup|phan|muc|cai|nay|luon|ghi|nua|cho|dong|noi|dung|het|roi|voi|thoi|sua|lai)$/;

/** "bỏ khó khăn", "khó khăn: bỏ đi": the remark is to be left out. */
export function dropsRemark(text: string, form: ReportForm): boolean {
  // It takes more than a word.
  if (form.noteLabel === null || text.length > 80 || /^\s*\S*\s*$/.test(text)) return false;
  const words = fold(text).match(/[a-z0-9]+/g) ?? [];
  const name = fold(form.noteLabel).match(/[a-z0-9]+/g) ?? [];
  const known = [...names.flatMap((one) => one.split(' ')), ...name];
  return (
    words.some((word) => dropping.test(word)) &&
    words.some((word) => known.includes(word)) &&
    words.every((word) => dropping.test(word) || besideDropping.test(word) || known.includes(word))
  );
}

/** "đúng rồi, thêm ý kiến": what stands behind a yes. */
function behindYes(text: string): string {
  const at = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'));
  return at > 0 && readAssent(text.slice(0, at)).type === 'assent' ? text.slice(at + 1) : '';
}

const addingWords = /^(?:sua lai|sua|them|bo sung|ghi them|ghi)$/;
/** "ghi thêm là xã có hai thôn mất sóng": they want words to be added, whatever they are. */
const addingAnything =
  /^(?:ghi them|ghi chu them|bo sung them|them y|noi them|viet them)(?: (?:giup|ho|cho) \S+)?(?: (?:la|rang))? /;
const fewestWords = 3;

/** "thêm khó khăn là sóng yếu": without a colon, where its writer says that it is to be added. */
function addedInWords(text: string): string | undefined {
  const words = text.trim().split(/\s+/);
  const said = words.map(fold);
  const from = [2, 1].find((length) => addingWords.test(said.slice(0, length).join(' '))) ?? 0;
  const lengths = names.flatMap((name) => {
    const { length } = name.split(' ');
    return said.slice(from, from + length).join(' ') === name ? [length] : [];
  });
  const behind = words.slice(from + Math.max(0, ...lengths));
  if (lengths.length === 0) return addedAnyhow(words);
  if (from === 0 || behind.length === 0) return undefined;
  return fold(behind[0] ?? '') === 'la' ? behind.slice(1).join(' ') || undefined : words.slice(from).join(' ');
}

/** Without the name of the remark, where the words say plainly that something is to be added. */
function addedAnyhow(words: readonly string[]): string | undefined {
  const lead =
    addingAnything
      .exec(`${words.map(fold).join(' ')} `)?.[0]
      .trim()
      .split(' ').length ?? 0;
  return lead > 0 && words.length - lead >= fewestWords ? words.slice(lead).join(' ') : undefined;
}

/** What a text says before its remark, and the remark; null where it says that there is none. */
export type PartedRemark = { said: string; remark: string | null };

/** Between figures and a remark: a sign, or a figure's end before a "no". */
const no = '(?:kh[\u00f4o]ng|ko|k|hk|ch[\u01b0u]a)';
const trouble =
  '(?:kh[\u00f3o] kh[\u0103a]n|kk|v[\u01b0u][\u1edbo]ng|ki[\u1ebfe]n ngh[\u1ecbi]|[\u00fdy] ki[\u1ebfe]n|[\u0111d][\u1ec1e] xu[\u1ea5a]t)';
const beforeRemark = new RegExp(
  `[.;,\\n]+\\s+(?=\\p{L})|\\n+|(?<=\\d)\\s+(?=${no} )|\\s+(?=${no} (?:\\p{L}+ )?${trouble}(?!\\p{L}))`,
  'giu',
);
const saysNo = new RegExp(`(?<![\\p{L}\\d])${no}(?!\\p{L})`, 'iu');

/** Whether a "no" stands in it: with what it denies, a figure in front of it might be taken for one that is not sure. */
export const mayDenyRemark = (text: string): boolean => saysNo.test(text);

/** Longer texts are no report, as in told-figures.ts; longer parts say more than that there is nothing to remark. */
const mostCharacters = 1000;
const longestNone = 120;
const mostParts = 20;

/** "không có gì ạ", "ko vướng mắc". */
const saysNothingToRemark = (text: string): boolean => saysNoRemark(text) || saysNoDifficulty(text);

/**
 * The remark behind the figures of a message: "bluezone 46, qr 40, không có vướng mắc gì", "…. Khó khăn: mạng yếu". Undefined where
 * none is told, or the form takes none.
 */
export function partRemark(typed: string, form: ReportForm): PartedRemark | undefined {
  if (form.noteLabel === null || typed.length > mostCharacters) return undefined;
  const text = withoutLetter(typed);
  for (const { index, 0: sign } of [...text.matchAll(beforeRemark)].slice(0, mostParts)) {
    const [said, rest] = [text.slice(0, index).trim(), text.slice(index + sign.length).trim()];
    if (rest.length <= longestNone && saysNothingToRemark(rest)) return { said, remark: null };
    const named = remarkNamed(rest, form);
    if (named !== undefined) return { said, remark: readRemark(named).type === 'none' ? null : named };
  }
  return undefined;
}
