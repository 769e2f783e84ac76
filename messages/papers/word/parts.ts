/** Paragraphs of an administrative paper. Every text goes through `run`, which keeps out what XML cannot hold. */
import { AlignmentType, BorderStyle, LineRuleType, Paragraph, TextRun } from 'docx';
import { xmlText } from '../xml.ts';
import { body, font, size } from './layout.ts';

export type Style = { bold?: boolean; italics?: boolean; size?: number; marked?: boolean; keepNext?: true };

/** What XML cannot hold left out. */
export const printable = (text: string): string =>
  xmlText(text.replace(/\s*[\r\n]+\s*/g, ' '))
    .replace(/\p{Cc}/gu, '')
    .normalize('NFC');

export const run = (text: string, style: Style = {}): TextRun =>
  new TextRun({
    text: printable(text),
    font,
    size: style.size ?? size.body,
    bold: style.bold ?? false,
    italics: style.italics ?? false,
    ...(style.marked && { highlight: 'yellow' as const }),
  });

const blankMark = /(\[…[^\]]*\])/;

/** Text in which every `[…]`, a place for a person to fill in, is marked. */
export const marked = (text: string, style: Style = {}): TextRun[] =>
  text
    .split(blankMark)
    .filter((piece) => piece !== '')
    .map((piece) => run(piece, blankMark.test(piece) ? { ...style, marked: true } : style));

/** Centred lines of the head and foot. */
export const centred = (text: string, style: Style = {}, after = 0): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after }, children: marked(text, style), keepNext: true });

/** A paragraph of the body: justified, first line indented. */
export const paragraph = (text: string, style: Style = {}): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: body.firstLine },
    spacing: { after: body.after, line: body.line, lineRule: LineRuleType.AUTO },
    keepNext: style.keepNext ?? false,
    children: marked(text, style),
  });

/** A heading inside the body: "I. …" in capitals, "1. …" as a sentence; both bold and kept with what follows. */
export const heading = (text: string, level: 1 | 2): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: body.firstLine },
    spacing: { before: level === 1 ? body.after : 0, after: body.after, line: body.line, lineRule: LineRuleType.AUTO },
    keepNext: true,
    outlineLevel: level - 1,
    children: marked(text, { bold: true }),
  });

/** The caption above a table. */
export const caption = (text: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: body.after, after: 60 },
    keepNext: true,
    children: marked(text, { bold: true, size: 26 }),
  });

/** The space after a table, which otherwise touches the next paragraph. */
export const gap = (keepNext = false): Paragraph =>
  new Paragraph({ keepNext, spacing: { after: 0, line: 160, lineRule: LineRuleType.EXACT } });

/** A solid rule of its own length, centred in `within`. */
export function rule(length: number, within: number): Paragraph {
  const side = Math.max(0, Math.round((within - length) / 2));
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 50, after: 0, line: 60, lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
  });
}
