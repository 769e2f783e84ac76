/** A roster's table, read as a test asks for it. */
import { type KnownUnit, readRoster } from '../../../core/roster/roster.ts';

export const heading = ['code', 'name', 'kind', 'parent', 'aliases', 'staff', 'head_name', 'head_title', 'phone'];
export const row = (code: string, parent = '', staff = '') => [code, `Đơn vị ${code}`, 'office', parent, '', staff];
export const unit = (code: string, more: Partial<KnownUnit> = {}): KnownUnit => ({
  code,
  name: `Đơn vị ${code}`,
  kind: 'office',
  parentCode: null,
  aliases: [],
  ...more,
});
export const reading = (
  rows: string[][],
  known: KnownUnit[] = [],
  more: { joinsLines?: boolean; allowTwins?: boolean } = {},
) =>
  readRoster({ rows, firstRow: 1, joinsLines: more.joinsLines ?? false, merges: [] }, known, {
    allowTwins: more.allowTwins ?? false,
  });
export const faultsOf = (rows: string[][], known: KnownUnit[] = [], more = {}) =>
  reading(rows, known, more).errors.map(({ row: at, column, fault }) => [at, column, fault.type]);
export const notesOf = (rows: string[][], known: KnownUnit[] = [], more = {}) =>
  reading(rows, known, more).notes.map(({ row: at, column, note }) => [at, column, note.type]);
