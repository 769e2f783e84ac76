/**
 * The head and foot of an administrative paper (NĐ 30/2020/NĐ-CP, Phụ lục I): issuer, number, place and date,
 * signature.
 */
import {
  AlignmentType,
  BorderStyle,
  type ITableCellOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Letterhead } from '../../../core/figures/papers.ts';
import { isOfParty } from '../party.ts';
import { issuerNames, papers as say, signatureLines, upper } from '../wording.ts';
import { body, head, ruleLength, size, textWidth } from './layout.ts';
import { balanced, balancedName, widthOf } from './lines.ts';
import { centred, marked, rule, run } from './parts.ts';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };

const cell = (width: number, children: ITableCellOptions['children']): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { left: 0, right: 0, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
    verticalAlign: VerticalAlign.TOP,
    borders: noBorders,
    children,
  });

const frame = (widths: [number, number], rows: TableRow[]): Table =>
  new Table({
    width: { size: widths[0] + widths[1], type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: noBorders,
    rows,
  });

/** Centred text in lines of about the same width; a twentieth is left, for widths are estimates. */
const linesOf = (texts: string[], room: number, halfPoints: number): string[] =>
  texts.flatMap((text) => balanced(text, room * 0.95, halfPoints * 10));

/** The names in the left cell of the head, in capitals. */
const namesOf = (names: string[]): string[] =>
  names.flatMap((name) => balancedName(name, head.left * 0.95, size.issuer * 10, upper));

/** The rule under a line of letters. */
const ruleUnder = (text: string, halfPoints: number, within: number): Paragraph =>
  rule(Math.round(Math.min(within, widthOf(text, halfPoints * 10)) * ruleLength.ofText), within);

/**
 * Place and day on one line. A long name of a place has a line of its own, so that the line does not break within the
 * day.
 */
function placeAndDate(office: Letterhead['office'], now: Date): string[] {
  const [place, date] = [say.place(office), say.dateToFill(now)];
  const line = `${place}, ${date}`;
  return widthOf(line, size.place * 10) <= head.right * 0.95 ? [line] : [`${place},`, date];
}

/** The Party's name, with a rule of its own length. */
const partyLines = (): Paragraph[] => [
  centred(say.party, { size: size.party, bold: true }),
  rule(Math.round(widthOf(say.party, size.party * 10)), head.right),
];

/** Issuer and national name; number and place with date. The number and the day are the clerk's to fill in. */
export function letterhead({ office }: Letterhead, now: Date): Table {
  const issuer = issuerNames(office);
  const above = namesOf(issuer.above);
  const own = namesOf(issuer.own);
  const names = cell(head.left, [
    ...above.map((line) => centred(line, { size: size.issuer })),
    ...own.map((line) => centred(line, { size: size.issuer, bold: true })),
    isOfParty(office) ? centred('*', { size: size.issuer }) : ruleUnder(own.at(-1) ?? '', size.issuer, head.left),
  ]);
  const nation = cell(
    head.right,
    isOfParty(office)
      ? partyLines()
      : [
          centred(say.nation, { size: size.nation, bold: true }),
          centred(say.motto, { size: size.motto, bold: true }),
          rule(ruleLength.motto, head.right),
        ],
  );
  const number = cell(head.left, [centred(say.number(office), { size: size.number })]);
  const place = cell(
    head.right,
    placeAndDate(office, now).map((line) => centred(line, { size: size.place, italics: true })),
  );
  return frame(
    [head.left, head.right],
    [new TableRow({ children: [names, nation] }), new TableRow({ children: [number, place] })],
  );
}

type Title = { type: string; about: string[]; notes?: string[] };

/** "BÁO CÁO" and what it is about with the rule under it, then notes in italics. */
export const reportTitle = ({ type, about, notes = [] }: Title): Paragraph[] => {
  const lines = linesOf(about, textWidth, size.title);
  return [...headline(type, lines), ruleUnder(lines.at(-1) ?? '', size.title, textWidth), ...notes.map(noteLine)];
};

/** "Phụ lục" and what it is about, what it goes with in italics, and the rule under that. */
export const annexTitle = ({ type, about, notes = [] }: Title, width: number): Paragraph[] => {
  const lines = linesOf(about, width, size.title);
  return [
    ...headline(type, lines),
    ...notes.map(noteLine),
    ruleUnder(lines.at(-1) ?? '', size.title, width),
    new Paragraph({ keepNext: true, spacing: { after: 60 } }),
  ];
};

/** "Kính gửi: …": one body, and so no full stop. */
export function addresseeLines(to: Letterhead['to'], before: number): Paragraph[] {
  const lines = balanced(say.to(to), textWidth * 0.97, size.body * 10, () => 0);
  return lines.map(
    (line, at) =>
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { before: at === 0 ? before : 0, after: at === lines.length - 1 ? body.after : 0 },
        children: marked(line),
      }),
  );
}

const noteLine = (line: string): Paragraph => centred(line, { italics: true, size: size.note });

const headline = (type: string, lines: string[]): Paragraph[] => [
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 240 },
    keepNext: true,
    children: [run(type, { bold: true, size: size.title })],
  }),
  ...lines.map((line) => centred(line, { bold: true, size: size.title })),
];

/** Where the paper goes, in small letters, beside who signs it. */
export function foot({ office, signs }: Letterhead, recipients: string[]): Table {
  const half = Math.round(textWidth / 2);
  const to = cell(half, [
    new Paragraph({ children: [run(say.recipients, { bold: true, italics: true, size: size.recipientsTitle })] }),
    ...recipients.map((line) => new Paragraph({ children: marked(line, { size: size.recipients }) })),
  ]);
  const { titles, name } = signatureLines(office, signs);
  const signature = cell(textWidth - half, [
    ...titles.map((line) => centred(line, { bold: true, size: size.body })),
    ...[1, 2, 3].map(() => new Paragraph({ keepNext: true, children: [run(' ')] })),
    new Paragraph({ alignment: AlignmentType.CENTER, children: marked(name, { bold: true, size: size.body }) }),
  ]);
  return frame([half, textWidth - half], [new TableRow({ cantSplit: true, children: [to, signature] })]);
}
