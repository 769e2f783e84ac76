/** Words of Thanh Hóa and Nghệ Tĩnh, behind what they stand for. */
const regional = [
  ['không', 'nỏ'],
  ['đâu', 'mô'],
  ['thế', 'rứa'],
  ['sao', 'răng'],
  ['làm', 'mần'],
  ['nhé', 'hè hây'],
  ['nhỉ', 'hỉ hầy'],
  ['nay', 'ni'],
  ['bữa', 'bựa'],
  ['giờ', 'chừ'],
  ['đó', 'nớ'],
  ['chứ', 'chơ'],
  ['tôi', 'tui tau'],
] as const;

/** What a word of the province in lower case stands for. Only with its marks: "no", "mo" and "rang" say other things as well. */
export const dialect: ReadonlyMap<string, string> = new Map(
  regional.flatMap(([word, forms]) => forms.split(' ').map((form) => [form, word] as const)),
);

/** A text in lower case in the words of the whole country. A "mô hình" is a model. */
export const inStandard = (lower: string): string =>
  lower.replace(/mô hình|\p{L}[\p{L}\p{M}]*/gu, (word) => dialect.get(word) ?? word);
