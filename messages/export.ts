/** What the export command says, and how its files are called. */
import { fold } from '../core/text.ts';

export const exportFormats = ['docx', 'unit', 'annex', 'xlsx', 'png', 'csv', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const isExportFormat = (text: unknown): text is ExportFormat => exportFormats.some((format) => format === text);

const names: Record<ExportFormat, { name: string; ending: string }> = {
  docx: { name: 'bao-cao', ending: 'docx' },
  unit: { name: 'bao-cao-don-vi', ending: 'docx' },
  annex: { name: 'ho-so-chung-minh', ending: 'docx' },
  xlsx: { name: 'bang-tong-hop', ending: 'xlsx' },
  png: { name: 'bieu-do', ending: 'png' },
  csv: { name: 'so-lieu', ending: 'csv' },
  json: { name: 'so-lieu', ending: 'json' },
};

/** "bao-cao-vb3-2026-03-12.docx": letters, digits and hyphens only, as every system takes them. */
export function exportFileName(format: ExportFormat, directive: number, day: string, unit?: string): string {
  const { name, ending } = names[format];
  const of = unit === undefined ? '' : `-${fold(unit).replace(/[^a-z0-9]+/g, '-')}`;
  return `${name}-vb${directive}${of}-${day}.${ending}`;
}

export const exportSentence = {
  formats: `Đề nghị chọn --format: ${exportFormats.join(', ')}.`,
  needsUnit: 'Dạng "unit" là báo cáo của một đơn vị; đề nghị thêm --unit MÃ.',
  unitNotFor: (format: string): string => `Dạng "${format}" là của cả văn bản, không dùng --unit.`,
  notAssigned: (code: string): string => `Văn bản không giao cho đơn vị mã "${code}".`,
  unitOwesNothing: (code: string): string => `Đơn vị mã "${code}" không phải báo cáo theo văn bản này.`,
  nothingToReport: 'Văn bản này không yêu cầu báo cáo số liệu, nên không có gì để xuất.',
  done: (name: string, bytes: number): string => `Đã lập ${name} (${Math.ceil(bytes / 1024)} KB).`,
} as const;
