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

/** Words as the young and the hurried type them, behind what they stand for. A single letter says too many things. */
const shortForms = [
  ['xong', 'xog xg xonk xoq'],
  ['rồi', 'rùi ruj roài roi rui òi ùi ròi rôi rùii oyy'],
  ['đang', 'dag đag'],
  ['làm', 'lm'],
  ['không', 'hok hem hông hổng hk khom khum hôngg'],
  ['thôi', 'thui'],
  ['người', 'ngừi ngùi'],
  ['mục', 'mụt'],
  ['chưa', 'chưaa chưaaa chx ch'],
  ['biết', 'bit bik bíc bít bík'],
  ['luôn', 'lun luun luônn'],
  ['gì', 'j'],
  ['vậy', 'z zậy dậy zị dz'],
  ['nhé', 'nhoa nhóe nhaa nhaaa nhee'],
  ['nữa', 'nx nựa'],
  ['cũng', 'cx cg cũg'],
  ['quá', 'wá qá'],
  ['với', 'vs'],
  ['hôm', 'hum'],
  ['giờ', 'jờ giừ'],
  ['vẫn', 'vẩn vx'],
] as const;

/** Two words in one; behind them, what they stand for. */
const joinedForms = [
  ['bây giờ', 'bjo bgiờ bgio bjờ'],
  ['hôm nay', 'hnay hnai'],
  ['hôm qua', 'hqua'],
  ['mọi người', 'mng'],
] as const;

const standingFor = (forms: readonly (readonly [string, string])[]): ReadonlyMap<string, string> =>
  new Map(forms.flatMap(([word, list]) => list.split(' ').map((form) => [form, word] as const)));

/** What two words written as one stand for. */
const joinedShorthand = standingFor(joinedForms);

/** What a short or playful form in lower case stands for. */
export const shorthand = standingFor(shortForms);

/** What a word of the province in lower case stands for. Only with its marks: "no", "mo" and "rang" say other things as well. */
export const dialect = standingFor(regional);

/** A text in lower case in the words of the whole country, with short forms written out. A "mô hình" is a model. */
export const inStandard = (lower: string): string =>
  lower
    .replace(what, (_, before: string) => `${before}gì`)
    .replace(/mô hình|\p{L}[\p{L}\p{M}]*/gu, (word) => standards.get(word) ?? word);

const standards: ReadonlyMap<string, string> = new Map([...dialect, ...shorthand, ...joinedShorthand]);

/** "nỏ có chi" is "không có gì"; "có chi 300 triệu" is an expense. */
const what =
  /((?<!\p{L})(?:cái|việc|điều|có|thấy|cần|nói|ghi|nộp|gửi|báo|làm|mần|thiếu|nợ|hỏi|vướng|vướng mắc|khó khăn|phát sinh|ý kiến|kiến nghị) )chi(?= *(?:$|[.,!?]|mô|rứa|vậy|thế|không|hết|cả|nữa|thêm|ạ|em|a(?!\p{L})|khác|đâu|hè))/gu;
