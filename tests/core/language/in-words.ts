/** Numbers in the full standard words: a second, independent statement of the grammar. */
const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];

/** A whole number below a thousand million; `isInner` where a larger scale stands before it. */
export function inWords(value: number, isInner = false): string {
  for (const [size, name] of [
    [1_000_000, 'triệu'],
    [1000, 'nghìn'],
  ] as const) {
    if (value < size) continue;
    const rest = value % size;
    return `${inWords(Math.floor(value / size))} ${name}${rest ? ` ${inWords(rest, true)}` : ''}`;
  }
  if (value >= 100 || isInner) {
    const rest = value % 100;
    const tail = rest === 0 ? '' : rest < 10 ? ` linh ${digits[rest]}` : ` ${inWords(rest)}`;
    return `${digits[Math.floor(value / 100)]} trăm${tail}`;
  }
  if (value < 10) return digits[value] ?? '';
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const last = ones === 5 ? 'lăm' : ones === 1 && tens > 1 ? 'mốt' : digits[ones];
  return `${tens === 1 ? 'mười' : `${digits[tens]} mươi`}${ones ? ` ${last}` : ''}`;
}

/** Hundredths with "phẩy": 1205 is "mười hai phẩy không năm". */
export function hundredthsInWords(value: number): string {
  const [whole, rest] = [Math.floor(value / 100), value % 100];
  if (rest === 0) return inWords(whole);
  const behind = rest % 10 === 0 ? digits[rest / 10] : rest < 10 ? `không ${digits[rest]}` : inWords(rest);
  return `${inWords(whole)} phẩy ${behind}`;
}
