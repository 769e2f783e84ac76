/** YAML and JSON, with the place of everything that is wrong. */
import { type Document, isNode, LineCounter, parseDocument, type Scalar, visit } from 'yaml';
import { fail, ok, type Result } from '../../core/result.ts';

/** What is wrong in a document, by the reader's own code; `smart-quotes`: typographic quotation marks around a value. */
export type YamlFault = { line: number; column: number; code: string; found: string };

/** What a document says, and the line (from 1) in which a part of it stands. */
export type YamlText = { value: unknown; lineOf: (path: readonly PropertyKey[]) => number };

/** Faults of a file that its reader goes on after are no help beyond the first few. */
const mostFaults = 10;

/** Reads a document. Everything that the reader finds wrong is returned, the first ten of them. */
export function readYaml(text: string): Result<YamlText, YamlFault[]> {
  const lines = new LineCounter();
  const at = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const faults = document.errors.map(
    ({ code, pos }): YamlFault => ({ ...at(pos[0]), code, found: firstLine(text.slice(pos[0], pos[0] + 60)) }),
  );
  const quoted = smartQuotes(document).map(
    ({ range, source = '' }): YamlFault => ({ ...at(range?.[0] ?? 0), code: 'smart-quotes', found: firstLine(source) }),
  );
  const all = [...quoted, ...faults].slice(0, mostFaults);
  if (all.length > 0) return fail(all);
  try {
    return ok({ value: document.toJS(), lineOf: (path) => at(offsetOf(document, path)).line });
  } catch {
    return fail([{ line: 1, column: 1, code: 'BAD_ALIAS', found: '' }]);
  }
}

const firstLine = (text: string): string => (text.split('\n')[0] ?? '').slice(0, 60);

const marks = /[\u2018-\u201f\u00ab\u00bb\u2039\u203a\u0060\u00b4\u2032\u2033]/g;
const mark = new RegExp(marks.source);

/** Values and names without quotes that stand in typographic ones: a word processor put them in place of the plain ones. */
function smartQuotes(document: Document): Scalar[] {
  const found: Scalar[] = [];
  visit(document, {
    Scalar: (_, node) => {
      if (node.type === 'PLAIN' && typeof node.source === 'string' && isWrapped(node.source)) found.push(node);
    },
  });
  return found;
}

/** Whether a text begins with a mark that closes at its end, or nowhere. A quotation within it is its own. */
const isWrapped = (text: string): boolean =>
  mark.test(text.charAt(0)) &&
  ((text.match(marks)?.length ?? 0) === 1 || (mark.test(text.slice(-1)) && text.match(marks)?.length === 2));

/** Where the innermost part of a path that is there begins. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}
