/** The sheet of paper itself: A4, margins, and the page's number at the top from the second page on. */
import {
  AlignmentType,
  Document,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type Table,
  TextRun,
} from 'docx';
import { a4, font, size } from './layout.ts';
import { fillTables, type LongTable } from './table.ts';

export type Block = Paragraph | Table | LongTable;

const isLong = (block: Block): block is LongTable => 'frame' in block;

const numbered = (): Header =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT], font, size: size.pageNumber })],
      }),
    ],
  });

/** A part of a paper on sheets of its own, with pages numbered from 1: the paper itself, or an annex that lies. */
export type Part = { blocks: Block[]; isLandscape?: true };

/** The file of a paper. `about` goes into its properties; nothing else tells where or by whom it was made. */
export async function packPaper(about: { title: string; creator: string }, parts: Part[]): Promise<Uint8Array> {
  const document = new Document({
    ...about,
    lastModifiedBy: about.creator,
    styles: { default: { document: { run: { font, size: size.body, language: { value: 'vi-VN' } } } } },
    sections: parts.map(({ blocks, isLandscape }) => ({
      properties: {
        titlePage: true,
        page: {
          size: {
            width: a4.width,
            height: a4.height,
            orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
          },
          margin: a4.margin,
          pageNumbers: { start: 1 },
        },
      },
      headers: { default: numbered(), first: new Header({ children: [new Paragraph({})] }) },
      children: blocks.map((block) => (isLong(block) ? block.frame : block)),
    })),
  });
  return fillTables(await Packer.toBuffer(document), parts.flatMap(({ blocks }) => blocks).filter(isLong));
}
