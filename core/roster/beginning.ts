/** A list that may be long: how many there are, and the first of them in administrative order. */
export type Beginning<T> = { count: number; first: T[] };
