/** Telephone numbers of Vietnam, as people, spreadsheets and platforms write them. */
import { fold, normalise } from './text.ts';

/** A text that is a phone number and nothing else, as it was written; undefined for anything else. */
export function phoneAlone(text: string): string | undefined {
  const isPhone = /^(\+?84|0)[\d\s.()-]{8,16}$/.test(text.trim()) && normalisePhone(text) !== undefined;
  return isPhone ? text.trim() : undefined;
}

/** Words beside a number of one's own that say nothing else, folded; "zalo 2" is a second account. */
const besideOwn: ReadonlySet<string> = new Set(
  `da vang xin chao so sdt dt dtdd dd di dong dien thoai tel phone zalo cua toi em minh anh chi la day nay nhe a 1 2`.split(
    ' ',
  ),
);

/** The one number in use that a text tells, where it tells nothing else; also without its first 0. */
export function phoneGiven(text: string): string | undefined {
  const [run, ...others] = text.match(/\+?\d[\d\s.()-]{7,}\d/g) ?? [];
  if (run === undefined || others.length > 0) return undefined;
  const beside = fold(text.replace(run, ' ')).match(/[\p{L}\p{N}]+/gu) ?? [];
  return beside.every((word) => besideOwn.has(word)) ? oneNumber(run) : undefined;
}

/**
 * A number as 0…, from 0…, 84…, 0084… or +84…, with or without spaces and dots; undefined for anything else. A 0 after the
 * 84 is dropped. The first 0 is put back where a spreadsheet ate it.
 */
export function normalisePhone(phone: string | undefined): string | undefined {
  if (phone === undefined) return undefined;
  const digits = phone.replace(/\D/g, '');
  const isAbroad = phone.trim().startsWith('+') || digits.startsWith('00') || digits.length > 10;
  const national = isAbroad ? digits.replace(/^(00)?840?/, '0') : digits;
  const whole = national.startsWith('0') ? national : `0${national}`;
  return /^0\d{9,10}$/.test(whole) && !whole.startsWith('00') ? renumbered(whole) : undefined;
}

/**
 * What the mobile prefixes of eleven digits became from 15 September 2018 (plan 798/QĐ-BTTTT of the ministry of information).
 * The old ones have not been answered since.
 */
const newPrefixes: Readonly<Record<string, string>> = {
  '0120': '070',
  '0121': '079',
  '0122': '077',
  '0123': '083',
  '0124': '084',
  '0125': '085',
  '0126': '076',
  '0127': '081',
  '0128': '078',
  '0129': '082',
  '0162': '032',
  '0163': '033',
  '0164': '034',
  '0165': '035',
  '0166': '036',
  '0167': '037',
  '0168': '038',
  '0169': '039',
  '0186': '056',
  '0188': '058',
  '0199': '059',
};

function renumbered(phone: string): string {
  const prefix = phone.length === 11 ? newPrefixes[phone.slice(0, 4)] : undefined;
  return prefix === undefined ? phone : prefix + phone.slice(4);
}

/**
 * A mobile number has ten digits, a fixed one eleven from 02, and numbers of services begin with 1800 or 1900: the numbering plan of
 * circular 22/2014/TT-BTTTT.
 */
const isInUse = (phone: string): boolean => /^0([35789]\d{8}|2\d{9})$/.test(phone);
const service = /^1[89]00\d{4,6}$/;

/**
 * Why a cell gives no telephone number: `shortened`, a spreadsheet made "9.12E+08" of it; `words`, other words stand beside
 * it; `no-number`, too few or too many digits.
 */
export type PhoneFault = { type: 'shortened' | 'words' | 'no-number'; part: string };

/** Words before or after a number that only say what kind of number it is, folded. */
const label =
  /^(?:so )?(?:dt|sdt|dtdd|dtcd|dd|di dong|dien thoai|tel|phone|mobile|hotline|zalo|cq|co quan|nr|nha rieng|co dinh|may ban)(?: di dong| co quan| nha rieng| co dinh)?$/;

/**
 * The numbers of a cell, each once, in their order; several stand one after another with / ; , | or a word between them.
 * What cannot be read is named, and then the numbers are those that can.
 */
export function readPhones(cell: string): { numbers: string[]; faults: PhoneFault[] } {
  const numbers: string[] = [];
  const faults: PhoneFault[] = [];
  for (const part of partsOf(cell)) {
    const read = readPart(part);
    if (typeof read === 'string') faults.push({ type: read as PhoneFault['type'], part });
    else numbers.push(...read);
  }
  return { numbers: [...new Set(numbers)], faults };
}

/** The numbers of a cell as they are kept and printed. */
export const phoneList = (numbers: readonly string[]): string => numbers.join('; ');

/** Whether a cell of the roster holds a number (as `normalisePhone` writes it), alone or among others. */
export const hasPhone = (cell: string | null | undefined, phone: string): boolean =>
  normalisePhone(cell ?? undefined) === phone || readPhones(cell ?? '').numbers.includes(phone);

const joining: readonly string[] = ['va', 'hoac', 'or', 'and', '&'];

const partsOf = (cell: string): string[] =>
  normalise(cell)
    .replace(/\s(\p{L}+|&)\s/gu, (found, word: string) => (joining.includes(fold(word)) ? ';' : found))
    .split(/[/;|\n]|,(?!\d+E\+?\d)/i)
    .map((part) => part.trim())
    .filter((part) => part !== '');

function readPart(part: string): string[] | PhoneFault['type'] {
  if (/\d(?:[.,]\d+)?E\+?\d/i.test(part)) return 'shortened';
  const bare = withoutLabels(part);
  if (!/^\+?[\d\s.()-]+$/.test(bare)) return 'words';
  const whole = oneNumber(bare.replace(/^(\d+)[.]0+$/, '$1'));
  if (whole !== undefined) return [whole];
  // Two numbers with a dash or a space between them: each must be whole.
  for (const between of [/\s[-–]\s/, /\s+/]) {
    const several = bare.split(between).map(oneNumber);
    if (several.length > 1 && several.every((number) => number !== undefined)) return several;
  }
  return 'no-number';
}

function oneNumber(text: string): string | undefined {
  const digits = text.replace(/\D/g, '');
  if (service.test(digits)) return digits;
  const phone = normalisePhone(text);
  return phone !== undefined && isInUse(phone) ? phone : undefined;
}

/** "ĐT: 0912…" and "0912… (Zalo)" without what says the kind of number. */
function withoutLabels(part: string): string {
  const before = /^([\p{L}\s]+)[.:\s]+(?=[+(\d])/u.exec(part);
  const rest = before && label.test(fold(before[1] ?? '')) ? part.slice(before[0].length) : part;
  const after = /[\s(:-]+([\p{L}\s]+)\)?$/u.exec(rest);
  return after && label.test(fold(after[1] ?? '')) ? rest.slice(0, after.index) : rest;
}
