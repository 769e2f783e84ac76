/** Computes the formulas that the workbook uses, from the file's own cells: a small spreadsheet of the tests' own. */
import { unzip } from './unzip.ts';

export type Scalar = number | string | null;
export type FormulaCell = { formula: string; cached: Scalar };
export type Sheets = Map<string, Map<string, Scalar | FormulaCell>>;

const decode = (xml: string): string =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

/** Every cell of every sheet, by the sheet's name and the cell's address. */
export function readSheets(bytes: Uint8Array): Sheets {
  const parts = unzip(bytes);
  const shared = [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(([, si]) =>
    decode([...(si ?? '').matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, t]) => t).join('')),
  );
  const names = [...(parts.get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(([, name]) =>
    decode(name ?? ''),
  );
  return new Map(
    names.map((name, index) => {
      const xml = parts.get(`xl/worksheets/sheet${index + 1}.xml`) ?? '';
      const cells = [...xml.matchAll(/<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(
        ([, at = '', attributes = '', inner = '']): [string, Scalar | FormulaCell] => {
          const raw = /<v>(.*?)<\/v>/s.exec(inner)?.[1] ?? /<is><t[^>]*>(.*?)<\/t><\/is>/s.exec(inner)?.[1];
          const isText = /t="(s|str|inlineStr)"/.exec(attributes)?.[1];
          const value: Scalar =
            raw === undefined
              ? null
              : isText === 's'
                ? (shared[Number(raw)] ?? null)
                : isText
                  ? decode(raw)
                  : Number(raw);
          const formula = /<f[^>]*>(.*?)<\/f>/s.exec(inner)?.[1];
          return [at, formula === undefined ? value : { formula: decode(formula), cached: value }];
        },
      );
      return [name, new Map(cells)];
    }),
  );
}

const isFormula = (cell: Scalar | FormulaCell | undefined): cell is FormulaCell =>
  typeof cell === 'object' && cell !== null;

/** The value of a cell, computed where it is a formula. Throws on a function that it does not know. */
export function compute(sheets: Sheets, sheet: string, at: string): Scalar {
  const cell = sheets.get(sheet)?.get(at);
  return isFormula(cell) ? evaluate(sheets, sheet, cell.formula) : (cell ?? null);
}

function range(sheets: Sheets, sheet: string, text: string): Scalar[] {
  const [, quoted, from = '', first = '', to = '', last = ''] =
    /^(?:'((?:[^']|'')+)'!)?\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)$/.exec(text) ?? [];
  if (from === '' || from !== to) throw new Error(`not a column's range: ${text}`);
  const rows = Array.from({ length: Number(last) - Number(first) + 1 }, (_, n) => Number(first) + n);
  return rows.map((row) => compute(sheets, quoted?.replaceAll("''", "'") ?? sheet, `${from}${row}`));
}

/** Splits arguments at commas outside quotes and brackets. */
function argumentsOf(text: string): string[] {
  const found = [''];
  let [depth, isQuoted] = [0, false];
  for (const letter of text) {
    if (letter === '"' || letter === "'") isQuoted = !isQuoted;
    else if (!isQuoted && letter === '(') depth++;
    else if (!isQuoted && letter === ')') depth--;
    if (letter === ',' && depth === 0 && !isQuoted) found.push('');
    else found[found.length - 1] += letter;
  }
  return found;
}

const numbers = (cells: Scalar[]): number[] => cells.filter((cell) => typeof cell === 'number');
const sum = (cells: Scalar[]): number => numbers(cells).reduce((all, n) => all + n, 0);
const meets = (cell: Scalar, wanted: Scalar): boolean => (wanted === '<>' ? cell !== null : cell === wanted);

function evaluate(sheets: Sheets, sheet: string, formula: string): Scalar {
  const value = (text: string): Scalar => evaluate(sheets, sheet, text);
  const cells = (text: string): Scalar[] => range(sheets, sheet, text);
  const operator = /^(.*\)|\$?[A-Z]+\d+)([-+/])(\$?[A-Z]+\d+|SUMIFS\(.*\))$/s.exec(formula);
  const call = /^([A-Z]+)\((.*)\)$/s.exec(formula);
  const isWhole = call && argumentsOf(`(${call[2]})`).length === 1;
  if (operator && !(call && isWhole && balanced(call[2] ?? ''))) {
    const [left, right] = [Number(value(operator[1] ?? '')), Number(value(operator[3] ?? ''))];
    return operator[2] === '+' ? left + right : operator[2] === '-' ? left - right : left / right;
  }
  if (!call) {
    if (/^".*"$/s.test(formula)) return formula.slice(1, -1).replaceAll('""', '"');
    if (/^[\d.]+$/.test(formula)) return Number(formula);
    return compute(sheets, sheet, formula.replaceAll('$', ''));
  }
  const given = argumentsOf(call[2] ?? '');
  const [one = '', two = '', three = ''] = given;
  const conditions = (from: number): ((row: number) => boolean) => {
    const pairs = Array.from(
      { length: (given.length - from) / 2 },
      (_, n) => [cells(given[from + 2 * n] ?? ''), value(given[from + 2 * n + 1] ?? '')] as const,
    );
    return (row) => pairs.every(([column, wanted]) => meets(column[row] ?? null, wanted));
  };
  switch (call[1]) {
    case 'SUM':
      return sum(cells(one));
    case 'SUBTOTAL':
      return sum(cells(two));
    case 'MIN':
      return Math.min(...numbers(cells(one)));
    case 'MAX':
      return Math.max(...numbers(cells(one)));
    case 'COUNTA':
      return cells(one).filter((cell) => cell !== null).length;
    case 'COUNTIF':
    case 'COUNTIFS': {
      const holds = conditions(0);
      return cells(one).filter((_, row) => holds(row)).length;
    }
    case 'SUMIFS': {
      const holds = conditions(1);
      return sum(cells(one).filter((_, row) => holds(row)));
    }
    case 'SUMPRODUCT': {
      const [, column = '', wanted = ''] = /^--\((.*)=(".*")\)$/s.exec(one) ?? [];
      return cells(column).filter((cell) => cell === value(wanted)).length;
    }
    case 'N':
      return Number(value(one)) || 0;
    case 'IF': {
      const [, tested = ''] = /^(.*)=0$/s.exec(one) ?? [];
      return Number(value(tested)) === 0 ? value(two) : value(three);
    }
    default:
      throw new Error(`unknown function in ${formula}`);
  }
}

/** Whether brackets close only what they opened: "A)+B(C" is two calls. */
function balanced(text: string): boolean {
  let depth = 0;
  for (const letter of text) {
    depth += letter === '(' ? 1 : letter === ')' ? -1 : 0;
    if (depth < 0) return false;
  }
  return depth === 0;
}
