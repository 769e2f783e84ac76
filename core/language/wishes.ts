/** What staff and leaders ask the service to do in words that do not do it. */
import { bare } from './topics.ts';

export type Wish = 'recall' | 'amend' | 'delegate';

const signs: readonly [Wish, RegExp][] = [
  [
    'recall',
    /^(?:hay |em )*(?:thu hoi|rut lai|huy) ?(?:van ban|cong van|cv|vb|chi dao|\d.*)?$|^(?:thu hoi|rut lai|huy) (?:van ban|cong van|cv|vb)\b/,
  ],
  ['amend', /^(?:hay |em )*(?:sua|thay the|thay|dinh chinh|bo sung|cap nhat) (?:van ban|cong van|cv|vb)\b/],
  ['delegate', /^\/?uy ?quyen\b/],
];

/** What a text asks for; undefined for anything else. */
export const readWish = (text: string): Wish | undefined =>
  text.length > 240 ? undefined : signs.find(([, sign]) => sign.test(bare(text)))?.[0];
