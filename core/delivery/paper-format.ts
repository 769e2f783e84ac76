/**
 * The papers of a directive, and the ending of each one's file. `unit` is one unit's own report. The signed original is not made here: a PDF,
 * or a picture of any ending.
 */
export const paperEndings = {
  docx: 'docx',
  unit: 'docx',
  annex: 'docx',
  xlsx: 'xlsx',
  png: 'png',
  csv: 'csv',
  json: 'json',
  original: 'pdf',
  'original-image': 'png',
} as const;

export type PaperFormat = keyof typeof paperEndings;

export const paperFormats = Object.keys(paperEndings) as PaperFormat[];

export const isPaperFormat = (text: unknown): text is PaperFormat => paperFormats.some((format) => format === text);
