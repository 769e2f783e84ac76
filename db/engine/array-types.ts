/**
 * Lists of texts and numbers, as PostgreSQL writes them. The driver would ask each server for its list types; where the
 * connection ends before the answer, nobody hears of that failure, and it ends the process (postgres 3.4.9).
 */
import { makePgArray, parsePgArray } from 'drizzle-orm/pg-core';
import type postgres from 'postgres';

/** Parsers and serialisers by type: drizzle puts its own in place of the driver's. */
export type Codecs = Pick<postgres.ParsedOptions, 'parsers' | 'serializers'>;

/** Their numbers in pg_type.dat, which never change: https://www.postgresql.org/docs/current/catalog-pg-type.html */
const texts = [1009, 1015];
const numbers = [1005, 1007, 1021, 1022];

const write = (value: unknown): unknown => (Array.isArray(value) ? makePgArray(value) : value);
const readTexts = (text: string): unknown => parsePgArray(text);
const readNumbers = (text: string): unknown => parsePgArray(text).map(Number);

/** Null in a list is not read as such: the product keeps none. */
export const arrayCodecs: Codecs = {
  parsers: Object.fromEntries([
    ...texts.map((type) => [type, readTexts]),
    ...numbers.map((type) => [type, readNumbers]),
  ]),
  serializers: Object.fromEntries([...texts, ...numbers].map((type) => [type, write])),
};
