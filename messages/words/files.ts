/** What the export command says, and how its files are called. */
import { type PaperFormat, paperEndings, paperFormats } from '../../core/delivery/paper-format.ts';
import { fold } from '../../core/language/text.ts';

const names: Record<PaperFormat, string> = {
  docx: 'bao-cao',
  unit: 'bao-cao-don-vi',
  annex: 'ho-so-chung-minh',
  xlsx: 'bang-tong-hop',
  png: 'bieu-do',
  csv: 'so-lieu',
  json: 'so-lieu',
  original: 'ban-ky',
  'original-image': 'ban-ky',
};

/** "bao-cao-vb3-2026-03-12.docx": letters, digits and hyphens only, as every system takes them. */
export function exportFileName(format: PaperFormat, directive: number, day: string, unit?: string): string {
  const of = unit === undefined ? '' : `-${fold(unit).replace(/[^a-z0-9]+/g, '-')}`;
  return `${names[format]}-vb${directive}${of}-${day}.${paperEndings[format]}`;
}

const scanEndings: Record<string, string> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

/** "ban-ky-vb3.pdf": the signed original of a directive. */
export const originalFileName = (directive: number, contentType: string): string =>
  `ban-ky-vb${directive}.${scanEndings[contentType] ?? 'pdf'}`;

/** "ban-ky-12.pdf". */
export const scanFileName = (id: number, contentType: string): string =>
  `ban-ky-${id}.${scanEndings[contentType] ?? 'docx'}`;

export const exportSentence = {
  formats: `Đề nghị chọn --format: ${paperFormats.join(', ')}.`,
  needsUnit: 'Dạng "unit" là báo cáo của một đơn vị; đề nghị thêm --unit MÃ.',
  unitNotFor: (format: string): string => `Dạng "${format}" là của cả văn bản, không dùng --unit.`,
  notAssigned: (code: string): string => `Văn bản không giao cho đơn vị mã "${code}".`,
  unitOwesNothing: (code: string): string => `Đơn vị mã "${code}" không phải báo cáo theo văn bản này.`,
  nothingToReport: 'Văn bản này không yêu cầu báo cáo số liệu, nên không có gì để xuất.',
  noOriginal: 'Văn bản này chưa có bản ký. Dùng directive attach ID TỆP để đính kèm.',
  done: (name: string, bytes: number): string => `Đã lập ${name} (${Math.ceil(bytes / 1024)} KB).`,
} as const;
