/**
 * The measures of an administrative paper: NĐ 30/2020/NĐ-CP, Phụ lục I. Lengths in twentieths of a point (1 mm = 56.7),
 * sizes of letters in half points.
 */

const mm = (length: number): number => Math.round(length * 56.6929);

export const font = 'Times New Roman';

export const a4 = {
  width: mm(210),
  height: mm(297),
  margin: { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15), header: mm(10), footer: mm(10) },
} as const;

/** What is between the margins. */
export const textWidth = a4.width - a4.margin.left - a4.margin.right;
export const landscapeWidth = a4.height - a4.margin.left - a4.margin.right;

/** The left cell of the head holds the issuer, the right one the national name on one line. */
export const head = { left: Math.round(textWidth * 0.42), right: textWidth - Math.round(textWidth * 0.42) } as const;

export const size = {
  nation: 24,
  motto: 26,
  /** Hướng dẫn 36-HD/VPTW. */
  party: 30,
  issuer: 24,
  number: 26,
  place: 26,
  title: 28,
  note: 26,
  body: 28,
  recipientsTitle: 24,
  recipients: 22,
  table: 22,
  /** A table of many rows and columns, a row a line. */
  denseTable: 20,
  pageNumber: 28,
} as const;

export const body = {
  firstLine: mm(10),
  /** At least 6 pt between paragraphs. */
  after: 120,
  /** In 240ths of a line: single is 240, one and a half 360. */
  line: 264,
} as const;

/** The rule under the motto is as long as the motto. Every other rule has 40 % of the length of the text above it. */
export const ruleLength = { motto: 3170, ofText: 0.4 } as const;
