/** Reads formulas and rules. */
import { fail, ok, type Result } from '../result.ts';
import { type Comparison, comparisons, type Expression, type ExpressionFault, type Formula } from './expression.ts';

type Read<T> = Result<T, ExpressionFault>;
type Token = { type: 'number' | 'name' | 'sign'; text: string };

const alike: Readonly<Record<string, string>> = { '≤': '<=', '≥': '>=', '≠': '!=', '×': '*', '–': '-', '—': '-' };
const token = /\s*(?:(\d+(?:\.\d+)?)(?![a-z0-9.-])|([a-z0-9][a-z0-9-]*)|(<=|>=|!=|[-+*/()=<>]))/y;

/** "đã-cài / tổng": a sum of figures, or a share of two sums. `keys` are the figures that there are. */
export function parseFormula(text: string, keys: readonly string[]): Read<Formula> {
  const tokens = tokensOf(text);
  if (!tokens.ok) return tokens;
  const reader = createReader(tokens.value, keys);
  const part = reader.sum();
  if (!part.ok) return part;
  if (!reader.takes('/')) {
    const end = reader.end();
    return end.ok ? ok({ type: 'sum', of: part.value, text }) : end;
  }
  const whole = reader.sum();
  if (!whole.ok) return whole;
  const end = reader.end();
  return end.ok ? ok({ type: 'share', part: part.value, whole: whole.value, text }) : end;
}

/** "nam + nu = tong": two sums, compared. */
export function parseComparison(text: string, keys: readonly string[]): Read<Comparison> {
  const tokens = tokensOf(text);
  if (!tokens.ok) return tokens;
  const reader = createReader(tokens.value, keys);
  const left = reader.sum();
  if (!left.ok) return left;
  const is = comparisons.find((sign) => reader.takes(sign));
  if (is === undefined) {
    const end = reader.end();
    return end.ok ? fail({ type: 'no-comparison' }) : end;
  }
  const right = reader.sum();
  if (!right.ok) return right;
  const end = reader.end();
  return end.ok ? ok({ left: left.value, is, right: right.value, text }) : end;
}

function tokensOf(text: string): Read<Token[]> {
  const plain = text.replace(/[≤≥≠×–—]/g, (sign) => alike[sign] ?? sign);
  const tokens: Token[] = [];
  token.lastIndex = 0;
  while (plain.slice(token.lastIndex).trim() !== '') {
    const at = token.lastIndex;
    const found = token.exec(plain);
    if (!found) return fail({ type: 'unexpected', found: plain.slice(at).trim().slice(0, 20) });
    const [, number, name, sign] = found;
    tokens.push(
      number !== undefined
        ? { type: 'number', text: number }
        : name !== undefined
          ? { type: 'name', text: name }
          : { type: 'sign', text: sign ?? '' },
    );
  }
  return ok(tokens);
}

/** As deep as parentheses may stand in each other. */
const deepest = 20;

/** A reader by descent: sums of products of figures, numbers and sums in parentheses. */
function createReader(tokens: readonly Token[], keys: readonly string[]) {
  let at = 0;
  const takes = (sign: string): boolean => {
    const isIt = tokens[at]?.type === 'sign' && tokens[at]?.text === sign;
    if (isIt) at += 1;
    return isIt;
  };
  const chain = (next: (depth: number) => Read<Expression>, signs: readonly ('+' | '-' | '*')[], depth: number) => {
    let left = next(depth);
    for (;;) {
      const type = left.ok ? signs.find(takes) : undefined;
      if (!left.ok || type === undefined) return left;
      const right = next(depth);
      left = right.ok ? ok({ type, left: left.value, right: right.value }) : right;
    }
  };
  const atom = (depth: number): Read<Expression> => {
    const found = tokens[at];
    if (!found || depth > deepest) return fail({ type: 'ends-early' });
    if (takes('(')) {
      const inner = chain(product, ['+', '-'], depth + 1);
      if (!inner.ok || takes(')')) return inner;
      return stray();
    }
    at += 1;
    if (found.type === 'name' || keys.includes(found.text)) return figure(found.text, keys);
    return found.type === 'number'
      ? ok({ type: 'number', value: found.text })
      : fail({ type: 'unexpected', found: found.text });
  };
  const product = (depth: number): Read<Expression> => chain(atom, ['*'], depth);
  const stray = (): { ok: false; error: ExpressionFault } => {
    const found = tokens[at];
    if (!found) return fail({ type: 'ends-early' });
    return fail(found.text === '/' ? { type: 'share-within' } : { type: 'unexpected', found: found.text });
  };
  return {
    takes,
    sum: () => chain(product, ['+', '-'], 0),
    end: (): Read<null> => (at === tokens.length ? ok(null) : stray()),
  };
}

function figure(name: string, keys: readonly string[]): Read<Expression> {
  if (keys.includes(name)) return ok({ type: 'figure', key: name });
  return fail({ type: 'unknown-figure', name, parts: name.split('-').filter((part) => keys.includes(part)) });
}
