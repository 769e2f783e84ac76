/** The papers of a directive, and the ending of each one's file. `unit` is one unit's own report. */
export const paperEndings = {
  docx: 'docx',
  unit: 'docx',
  annex: 'docx',
  xlsx: 'xlsx',
  png: 'png',
  csv: 'csv',
  json: 'json',
} as const;

export type PaperFormat = keyof typeof paperEndings;

export const paperFormats = Object.keys(paperEndings) as PaperFormat[];

export const isPaperFormat = (text: unknown): text is PaperFormat => paperFormats.some((format) => format === text);
