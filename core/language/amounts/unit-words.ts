/** Units of measures as people write them, with what each is of the base unit of its dimension. */

export type Dimension = 'mass' | 'length' | 'area' | 'volume';

/** `power` of ten of the base unit: kilogram, metre, square metre, cubic metre. `next`: the power of the next place that is said without a unit. */
export type UnitWord = {
  words: string;
  dimension: Dimension;
  power: number;
  next?: number;
  isSlang?: true;
  isDoubtful?: true;
};

export const unitWords: readonly UnitWord[] = [
  { words: 'tấn', dimension: 'mass', power: 3, next: 2 },
  { words: 'tạ', dimension: 'mass', power: 2, next: 1 },
  { words: 'yến', dimension: 'mass', power: 1, next: 0 },
  { words: 'kg', dimension: 'mass', power: 0, next: -1 },
  { words: 'kí', dimension: 'mass', power: 0, next: -1 },
  { words: 'ký', dimension: 'mass', power: 0, next: -1 },
  { words: 'cân', dimension: 'mass', power: 0, next: -1 },
  { words: 'kilogam', dimension: 'mass', power: 0, next: -1 },
  { words: 'kilogram', dimension: 'mass', power: 0, next: -1 },
  { words: 'ki lô gam', dimension: 'mass', power: 0, next: -1 },
  { words: 'ki lô gram', dimension: 'mass', power: 0, next: -1 },
  { words: 'kí lô', dimension: 'mass', power: 0, next: -1 },
  { words: 'ký lô', dimension: 'mass', power: 0, next: -1 },
  { words: 'ki lô', dimension: 'mass', power: 0, next: -1 },
  { words: 'kilo', dimension: 'mass', power: 0, next: -1 },
  { words: 'lạng', dimension: 'mass', power: -1 },
  { words: 'g', dimension: 'mass', power: -3 },
  { words: 'gam', dimension: 'mass', power: -3 },
  { words: 'gram', dimension: 'mass', power: -3 },
  { words: 'km', dimension: 'length', power: 3 },
  { words: 'ki lô mét', dimension: 'length', power: 3 },
  { words: 'ki lo met', dimension: 'length', power: 3 },
  { words: 'kilômét', dimension: 'length', power: 3 },
  { words: 'kilomet', dimension: 'length', power: 3 },
  { words: 'kilomét', dimension: 'length', power: 3 },
  { words: 'cây số', dimension: 'length', power: 3 },
  { words: 'cây', dimension: 'length', power: 3, isSlang: true },
  { words: 'm', dimension: 'length', power: 0 },
  { words: 'mét', dimension: 'length', power: 0 },
  { words: 'm dài', dimension: 'length', power: 0 },
  { words: 'mét dài', dimension: 'length', power: 0 },
  { words: 'cm', dimension: 'length', power: -2 },
  { words: 'ha', dimension: 'area', power: 4 },
  { words: 'hecta', dimension: 'area', power: 4 },
  { words: 'héc ta', dimension: 'area', power: 4 },
  { words: 'héc - ta', dimension: 'area', power: 4 },
  { words: 'hec ta', dimension: 'area', power: 4 },
  { words: 'héc', dimension: 'area', power: 4 },
  { words: 'hécta', dimension: 'area', power: 4 },
  { words: 'hectare', dimension: 'area', power: 4 },
  { words: 'hét ta', dimension: 'area', power: 4 },
  { words: 'mét vuông', dimension: 'area', power: 0 },
  { words: 'm vuông', dimension: 'area', power: 0 },
  { words: 'km vuông', dimension: 'area', power: 6 },
  { words: 'ki lô mét vuông', dimension: 'area', power: 6 },
  { words: 'khối', dimension: 'volume', power: 0 },
  { words: 'mét khối', dimension: 'volume', power: 0 },
  { words: 'm khối', dimension: 'volume', power: 0 },
];

/** A letter with a small figure behind it: "m2", "km²", "m3". */
export const poweredUnits: readonly { letter: string; exponent: '2' | '3'; dimension: Dimension; power: number }[] = [
  { letter: 'm', exponent: '2', dimension: 'area', power: 0 },
  { letter: 'km', exponent: '2', dimension: 'area', power: 6 },
  { letter: 'm', exponent: '3', dimension: 'volume', power: 0 },
];

/** What money is counted in where no other unit is named, and what people are counted in. */
export const plainMoney = 'đồng';
export const personWord = 'người';

/** The currency, and the power of ten of the unit that an indicator asks money in. */
export const currencyWords = ['đồng', 'đ', 'vnđ', 'vnd', 'd', 'vn đồng', 'việt nam đồng', 'đồng việt nam'];
export const moneyUnits: ReadonlyMap<string, number> = new Map([
  ['đồng', 0],
  ['nghìn đồng', 3],
  ['ngàn đồng', 3],
  ['triệu đồng', 6],
  ['triệu', 6],
  ['tỷ đồng', 9],
  ['tỉ đồng', 9],
  ['tỷ', 9],
]);
