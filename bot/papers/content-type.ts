/** What a browser is told of a paper's file, by its ending. */
const types: Record<string, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  png: 'image/png',
  jpg: 'image/jpeg',
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
};

export const contentTypeOf = (fileName: string): string =>
  types[fileName.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
