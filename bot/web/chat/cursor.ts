/**
 * How far a page has read. Ids are given out when a row is written and shown when it was sent, so a lower id may come
 * after a higher one. A cursor therefore lists the newest ids shown, falling; everything up to the last of them counts
 * as shown. Written as "21,20,18"; one bare id is a cursor too.
 */
export type Cursor = readonly number[];

/** How many places an id may come late. */
const width = 16;

/** Nothing shown yet. */
export const beginning: Cursor = [0];

/** The cursor once these ids were shown too. */
export function advance(cursor: Cursor, ids: readonly number[]): Cursor {
  return [...new Set([...cursor, ...ids])].sort((a, b) => b - a).slice(0, width);
}

/** Up to this id everything counts as shown. */
export const floorOf = (cursor: Cursor): number => cursor.at(-1) ?? 0;

export const writeCursor = (cursor: Cursor): string => cursor.join(',');

/** Reads a cursor; undefined for anything else. */
export function readCursor(text: string | undefined): Cursor | undefined {
  if (!text || !/^\d{1,10}(,\d{1,10}){0,15}$/.test(text)) return undefined;
  return advance([], text.split(',').map(Number));
}
