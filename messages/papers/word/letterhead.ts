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
import { issuerLines, papers as say, signatureLines, symbolOf } from '../wording.ts';
import { head, ruleLength, size, textWidth } from './layout.ts';
import { balanced, widthOf } from './lines.ts';
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

/** Issuer and national name; number and place with date. The number and the day are the clerk's to fill in. */
export function letterhead({ office }: Letterhead, now: Date): Table {
  const issuer = issuerLines(office);
  const above = linesOf(issuer.above, head.left, size.issuer);
  const own = linesOf(issuer.own, head.left, size.issuer);
  const names = cell(head.left, [
    ...above.map((line) => centred(line, { size: size.issuer })),
    ...own.map((line) => centred(line, { size: size.issuer, bold: true })),
    ruleUnder(own.at(-1) ?? '', size.issuer, head.left),
  ]);
  const nation = cell(head.right, [
    centred(say.nation, { size: size.nation, bold: true }),
    centred(say.motto, { size: size.motto, bold: true }),
    rule(ruleLength.motto, head.right),
  ]);
  const number = cell(head.left, [centred(say.number(symbolOf(office)), { size: size.number })]);
  const place = cell(
    head.right,
    placeAndDate(office, now).map((line) => centred(line, { size: size.place, italics: true })),
  );
  return frame(
    [head.left, head.right],
    [new TableRow({ children: [names, nation] }), new TableRow({ children: [number, place] })],
  );
}

/** "BÁO CÁO" and what it is about, with notes in italics, and the rule under it. */
export function title(type: string, about: string[], notes: string[] = [], width = textWidth): Paragraph[] {
  const lines = linesOf(about, width, size.title);
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: 240 },
      keepNext: true,
      children: [run(type, { bold: true, size: size.title })],
    }),
    ...lines.map((line) => centred(line, { bold: true, size: size.title })),
    ...notes.map((line) => centred(line, { italics: true, size: size.title })),
    ruleUnder(lines.at(-1) ?? '', size.title, width),
  ];
}

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
    ...[1, 2, 3, 4].map(() => new Paragraph({ keepNext: true, children: [run(' ')] })),
    new Paragraph({ alignment: AlignmentType.CENTER, children: marked(name, { bold: true, size: size.body }) }),
  ]);
  return frame([half, textWidth - half], [new TableRow({ cantSplit: true, children: [to, signature] })]);
}
