/** A table of answers to be read: tab-separated, without quoting, `\n` for a line break. */
import { fail, ok, type Result } from '../../core/result.ts';

export type AnswerRow = { context: string; text: string };

/** Rows in their order, without empty lines; other columns are left out. Fails where a header or one of the columns is missing. */
export function readAnswerTable(file: string): Result<AnswerRow[], 'no-columns'> {
  const [header = '', ...lines] = file.replace(/^\ufeff/, '').split(/\r?\n/);
  const columns = header.split('\t').map((name) => name.trim());
  const [context, text] = [columns.indexOf('context'), columns.indexOf('text')];
  if (context < 0 || text < 0) return fail('no-columns');
  const rows = lines.filter((line) => line.trim() !== '').map((line) => line.split('\t'));
  return ok(
    rows.map((cells) => ({
      context: (cells[context] ?? '').trim(),
      text: (cells[text] ?? '').replaceAll('\\n', '\n'),
    })),
  );
}
