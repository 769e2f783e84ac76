/** The papers as the chat offers them: each by a link, which every channel carries. */
const names = {
  docx: 'Báo cáo (Word)',
  xlsx: 'Bảng tổng hợp (Excel)',
  png: 'Biểu đồ (ảnh)',
  annex: 'Phụ lục minh chứng (Word)',
  csv: 'Số liệu (CSV)',
} as const;

type ChatFormat = keyof typeof names;

/** What /xuat offers, in the order in which a leader asks for it. */
export const chatFormats = Object.keys(names) as ChatFormat[];

const nameOf = (format: string): string => (Object.hasOwn(names, format) ? names[format as ChatFormat] : format);

export const paperLinks = (papers: { format: string; link: string }[]): string =>
  [
    'Tài liệu của văn bản mới nhất, lập lúc mở liên kết:',
    ...papers.map(({ format, link }) => `${nameOf(format)}: ${link}`),
  ].join('\n');
