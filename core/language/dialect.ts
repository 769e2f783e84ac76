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
  lower
    .replace(what, (_, before: string) => `${before}gì`)
    .replace(/mô hình|\p{L}[\p{L}\p{M}]*/gu, (word) => dialect.get(word) ?? word);

/** "nỏ có chi" is "không có gì"; "có chi 300 triệu" is an expense. */
const what =
  /((?<!\p{L})(?:có|thấy|cần|nói|ghi|vướng|vướng mắc|khó khăn|phát sinh|ý kiến|kiến nghị) )chi(?= *(?:$|[.,!]|mô|hết|cả|nữa|thêm|ạ|em|a(?!\p{L})|khác|đâu|hè))/gu;
