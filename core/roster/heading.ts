/** The heading of a roster's table: which of its columns is which, also in Vietnamese, and in which row it stands. */
import { fold, normalise } from '../language/text.ts';

export const rosterColumns = [
  'code',
  'name',
  'kind',
  'parent',
  'aliases',
  'staff',
  'head_name',
  'head_title',
  'phone',
] as const;
export type RosterColumn = (typeof rosterColumns)[number];
/** The columns that no roster can do without. */
export const requiredColumns: readonly RosterColumn[] = ['code', 'name', 'kind'];

/** The words by which offices call each column, folded. */
const words: Readonly<Record<RosterColumn, readonly string[]>> = {
  code: [
    'code',
    'ma',
    'ma don vi',
    'ma dv',
    'ma so',
    'ma so don vi',
    'ma co quan',
    'ma truong',
    'ky hieu',
    'ma dinh danh',
  ],
  name: [
    'name',
    'ten',
    'ten don vi',
    'ten dv',
    'don vi',
    'ten co quan',
    'co quan',
    'co quan don vi',
    'ten co quan don vi',
  ],
  kind: ['kind', 'loai', 'loai don vi', 'loai dv', 'loai hinh', 'loai hinh don vi', 'phan loai', 'nhom don vi', 'khoi'],
  parent: [
    'parent',
    'truc thuoc',
    'don vi truc thuoc',
    'cap tren',
    'don vi cap tren',
    'thuoc',
    'thuoc don vi',
    'don vi quan ly',
  ],
  aliases: [
    'aliases',
    'alias',
    'ten khac',
    'ten goi khac',
    'viet tat',
    'ten viet tat',
    'ten tat',
    'ten goi tat',
    'ten thuong goi',
  ],
  staff: [
    'staff',
    'cbccvc',
    'so cbccvc',
    'so nguoi',
    'so luong',
    'bien che',
    'so bien che',
    'nhan su',
    'so nhan su',
    'quan so',
  ],
  head_name: ['head name', 'thu truong', 'nguoi dung dau', 'ho ten', 'ho va ten', 'lanh dao', 'lanh dao don vi'],
  head_title: ['head title', 'chuc vu', 'chuc danh', 'chuc vu chuc danh'],
  phone: [
    'phone',
    'dien thoai',
    'so dien thoai',
    'dt',
    'so dt',
    'sdt',
    'di dong',
    'so di dong',
    'tel',
    'mobile',
    'hotline',
  ],
};

/** Words of a heading that leave no doubt, in the order in which they decide: "chức vụ thủ trưởng" is a title. */
const telling: readonly (readonly [RegExp, RosterColumn])[] = [
  [/dien thoai|\bsdt|\bso dt|\bdt ?(dd|cd|cq|lh)\b|\bdi dong\b/, 'phone'],
  [/^chuc (vu|danh)\b/, 'head_title'],
  [/\b(cap tren|truc thuoc|chu quan)\b|quan ly truc tiep/, 'parent'],
  [
    /^(tong so|so luong|so|tong) .*\b(cbccvc|cb ?cc ?vc|can bo|cong chuc|vien chuc|bien che|nguoi|nhan vien|giao vien)\b/,
    'staff',
  ],
  [/^(ten|ho( va)? ten)? ?(cua )?(thu truong|nguoi dung dau|hieu truong|lanh dao)\b|^ho( va)? ten\b/, 'head_name'],
  [/^ten (khac|goi|viet tat|tat|thuong)\b|\bviet tat\b/, 'aliases'],
  [/^ma( so)?( dinh danh)?( cua)? (don vi|co quan|truong)\b/, 'code'],
  [/^(ten|ten goi day du|ten day du)( cua)?( cac)? ?(don vi|co quan|truong)\b|^ten (day du|chinh thuc)\b/, 'name'],
  [/^(phan )?loai( hinh)?\b/, 'kind'],
];

/** A heading's words without what stands in brackets, without signs. */
const plain = (heading: string): string =>
  fold(heading.replace(/\([^)]*\)/g, ' '))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const squashed = (text: string): string => text.replace(/ /g, '');

const byWords = new Map(
  rosterColumns.flatMap((column) => words[column].map((word) => [squashed(word), column] as const)),
);

/** The column that a heading names, in English or Vietnamese, with or without diacritics; undefined for any other. */
function rosterColumnOf(heading: string): RosterColumn | undefined {
  const said = plain(heading);
  if (said.length > mostLetters) return undefined;
  return byWords.get(squashed(said)) ?? telling.find(([pattern]) => pattern.test(said))?.[1];
}

/** A heading is short; what is longer is a title or a note. */
const mostLetters = 60;

/** A heading as it stands in the file: each cell, its column where it has one, and how many rows it takes. */
export type Heading = { row: number; rows: number; cells: { text: string; column: RosterColumn | undefined }[] };

/** Rows above the heading: a letterhead and a title at most. */
const mostRowsAbove = 30;

/**
 * Finds the heading: the first row that names all required columns, else the one that names most. `row` counts from 0.
 * Undefined where no row names two columns.
 */
export function findHeading(table: readonly (readonly string[])[]): Heading | undefined {
  let best: { heading: Heading; named: number } | undefined;
  for (const [row, cells] of table.slice(0, mostRowsAbove).entries()) {
    const heading = headingAt(row, cells, table[row + 1] ?? []);
    const named = new Set(heading.cells.flatMap(({ column }) => column ?? []));
    if (requiredColumns.every((column) => named.has(column))) return heading;
    if (named.size >= 2 && named.size > (best?.named ?? 0)) best = { heading, named: named.size };
  }
  return best?.heading;
}

type HeadingCell = Heading['cells'][number];

/** A heading may stand in two rows: "Thủ trưởng" over "Họ tên" and "Chức vụ", "Biên chế" over "Được giao" and "Có mặt". */
function headingAt(row: number, cells: readonly string[], below: readonly string[]): Heading {
  const own = cells.map((cell) => ({ text: oneLine(cell), column: rosterColumnOf(cell) }));
  if (!isNamed(own) || !isSecondRow(own, below)) return { row, rows: 1, cells: own };
  let top: HeadingCell = { text: '', column: undefined };
  const both = Array.from({ length: Math.max(own.length, below.length) }, (_, at): HeadingCell => {
    const [here, text] = [own[at] ?? { text: '', column: undefined }, oneLine(below[at] ?? '')];
    if (here.text !== '') top = here;
    return text === '' ? here : subheading(top, text);
  });
  return { row, rows: 2, cells: both };
}

const isNamed = (cells: readonly HeadingCell[]): boolean => cells.some(({ column }) => column !== undefined);

/** A row of names of columns; or one that no unit can be, without code and name, of which one at least is known. */
function isSecondRow(own: readonly HeadingCell[], below: readonly string[]): boolean {
  const filled = below.filter((cell) => cell.trim() !== '');
  const known = filled.filter((cell) => rosterColumnOf(cell) !== undefined).length;
  const named = own.flatMap(({ column }, at) => (column === 'code' || column === 'name' ? [below[at] ?? ''] : []));
  const isNoUnit = named.length > 1 && named.every((cell) => cell.trim() === '');
  return filled.length >= 2 && (known === filled.length || (known > 0 && isNoUnit));
}

/** "Cơ quan" below "Điện thoại" is a number, "Được giao" below "Biên chế" one of two figures. */
function subheading(top: HeadingCell, text: string): HeadingCell {
  const whole = `${top.text} ${text}`.trim();
  if (top.column === 'phone') return { text: whole, column: 'phone' };
  const alone = rosterColumnOf(text);
  return alone ? { text, column: alone } : { text: whole, column: rosterColumnOf(whole) };
}

const oneLine = (cell: string): string => normalise(cell).replace(/\n/g, ' ');
