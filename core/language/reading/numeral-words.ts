/** The words of numbers beyond those of number-words.ts. */

/** The power of ten of a scale. `isGlued`: only right behind figures ("5k"). */
export const scaleWords: readonly { word: string; power: number; isGlued?: true; isSlang?: true }[] = [
  { word: 'nghìn', power: 3 },
  { word: 'ngàn', power: 3 },
  { word: 'ngìn', power: 3 },
  { word: 'nghàn', power: 3 },
  { word: 'k', power: 3, isGlued: true },
  { word: 'triệu', power: 6 },
  { word: 'chiệu', power: 6 },
  { word: 'tr', power: 6 },
  { word: 'củ', power: 6, isSlang: true },
  { word: 'tỷ', power: 9 },
  { word: 'tỉ', power: 9 },
];

export const pointWords = ['phẩy', 'phảy', 'phết'];
/** "phẩy tư"; no other digit is called so there. */
export const fourBehindPoint = 'tư';
export const halfWords = ['rưỡi', 'rưởi', 'rươi', 'dưỡi'];
export const halfOfOne = 'nửa';
export const zeroWord = 'không';
export const hundredWord = 'trăm';
export const oneThousand = ['một', 'nghìn'];
/** Other ways to write words of numbers. */
export const misspelt: ReadonlyMap<string, string> = new Map([
  ['chăm', 'trăm'],
  ['nghin', 'nghìn'],
  ['lắm', 'lăm'],
  ['mưoi', 'mươi'],
  ['rưởi', 'rưỡi'],
  ['ruỡi', 'rưỡi'],
  ['rươi', 'rưỡi'],
  ['dưỡi', 'rưỡi'],
  ['bẩy', 'bảy'],
  ['tứ', 'tư'],
]);
